package marshal

import (
	"encoding/binary"
	"math"
	"strings"
)

// LoadOptions says how to read. The zero value reads what CPython of the latest
// version reads.
type LoadOptions struct {
	// Version is the Python version whose data this is: it decides the layout of
	// code objects and the type codes known. Zero means Latest.
	Version Version

	// NoCode refuses code objects (marshal.loads with allow_code=False).
	NoCode bool

	// Intern, when set, is given each string that the data marks as interned and
	// returns the one to use in its place. Strings share the memory of the input:
	// a table that outlives it should hold strings.Clone of S.
	Intern func(*Str) *Str

	// More, when set, is asked for exactly n further bytes once the data is used up,
	// as marshal.load asks its file. Its error is returned as it is; fewer bytes
	// than asked for are CPython's EOFError.
	More func(n int) (string, error)

	// MaxMemory bounds the bytes allocated for the result; beyond it loading ends
	// in a MemoryError. Zero means no bound.
	MaxMemory int64

	// Flagged, when set, receives the objects that carried a reference flag, in the
	// order of their reference numbers.
	Flagged *[]Object
}

// Load reads one object; what follows it in data is ignored. The result shares
// the memory of data.
func Load(data string) (Object, error) {
	o, _, err := LoadOptions{}.Load(data)
	return o, err
}

// Load reads one object and tells how many bytes of data it took.
func (opts LoadOptions) Load(data string) (Object, int, error) {
	if opts.Version == 0 {
		opts.Version = Latest
	}
	d := decoder{
		data:   data,
		opts:   opts,
		budget: opts.MaxMemory,
	}
	if d.budget <= 0 {
		d.budget = math.MaxInt64
	}
	o := d.object()
	if o == nil && d.err == nil {
		d.fail(BadData, "TypeError", "NULL object in marshal data for object")
	}
	if d.err != nil {
		return nil, d.read(), d.err
	}
	if opts.Flagged != nil {
		*opts.Flagged = d.refs
	}
	return o, d.read(), nil
}

// A decoder reads one object. Its methods return nil both for an error, which is
// then in err, and for NULL, for which err stays nil: CPython tells the two apart
// in the same way, and some of its messages depend on it. Once err is set nothing
// more is read.
type decoder struct {
	data  string
	pos   int
	more  int      // bytes that did not come from data
	refs  []Object // nil while the object is still to come
	depth int
	err   error
	opts  LoadOptions

	// stack holds the items of all containers being read, so that a container is
	// allocated once and only when its declared size has turned out true.
	stack  []Object
	budget int64

	hashable map[Object]bool // tuples, slices and code known to be hashable

	// Blocks from which the small objects are cut. A tree of code objects lives and
	// dies as a whole, and one allocation serves many.
	strBlock   []Str
	bytesBlock []Bytes
	tupleBlock []Tuple
	itemBlock  []Object
}

// unfinished is what a tuple that can be referred to holds until its end is read.
var unfinished = []Object{nil}

// read is the number of bytes read.
func (d *decoder) read() int { return d.pos + d.more }

func (d *decoder) fail(kind ErrorKind, class, msg string) {
	if d.err == nil {
		d.err = &Error{Kind: kind, Class: class, Msg: msg, Offset: d.read()}
	}
}

func (d *decoder) failData(detail string) {
	d.fail(BadData, "ValueError", "bad marshal data ("+detail+")")
}

// charge books n bytes of memory about to be allocated.
func (d *decoder) charge(n int64) bool {
	d.budget -= n
	if d.budget < 0 {
		d.fail(TooLarge, "MemoryError", "")
		return false
	}
	return true
}

// take returns the next n bytes.
func (d *decoder) take(n int) (string, bool) {
	if n <= len(d.data)-d.pos {
		s := d.data[d.pos : d.pos+n]
		d.pos += n
		return s, true
	}
	return d.takeMore(n)
}

func (d *decoder) takeMore(n int) (string, bool) {
	if d.err != nil {
		return "", false
	}
	if d.opts.More == nil {
		d.fail(Truncated, "EOFError", "marshal data too short")
		return "", false
	}
	rest := d.data[d.pos:]
	s, err := d.opts.More(n - len(rest))
	if err != nil {
		d.err = err
		return "", false
	}
	if len(s) < n-len(rest) {
		d.fail(Truncated, "EOFError", "EOF read where not expected")
		return "", false
	}
	d.pos += len(rest)
	d.more += len(s)
	return rest + s, true
}

// byte reads the size byte of a short form.
func (d *decoder) byte() (byte, bool) {
	if d.pos < len(d.data) {
		b := d.data[d.pos]
		d.pos++
		return b, true
	}
	if d.opts.More == nil {
		d.fail(Truncated, "EOFError", "EOF read where not expected")
		return 0, false
	}
	s, ok := d.takeMore(1)
	if !ok {
		return 0, false
	}
	return s[0], true
}

func (d *decoder) int32() (int32, bool) {
	s, ok := d.take(4)
	if !ok {
		return 0, false
	}
	return int32(uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24), true
}

// size reads a declared length; what names the object in the error.
func (d *decoder) size(what string) (int, bool) {
	n, ok := d.int32()
	if ok && n < 0 {
		d.failData(what + " size out of range")
		return 0, false
	}
	return int(n), ok
}

// typeCode reads the first byte of an object. Whatever keeps it from coming,
// an end of the data is reported in these words.
func (d *decoder) typeCode() (byte, bool) {
	c, ok := d.byte()
	if !ok {
		if e, isOurs := d.err.(*Error); isOurs && e.Kind == Truncated {
			e.Msg = "EOF read where object expected"
		}
	}
	return c, ok
}

// addRef gives a finished object its reference number.
func (d *decoder) addRef(flag byte, o Object) {
	if flag == 0 {
		return
	}
	if len(d.refs) == cap(d.refs) {
		d.charge(int64(len(d.refs)) * itemBytes)
	}
	d.refs = append(d.refs, o)
}

// reserve takes a reference number for an object that may not be referred to
// before it is finished.
func (d *decoder) reserve(flag byte) int {
	if flag == 0 {
		return -1
	}
	d.addRef(flag, nil)
	return len(d.refs) - 1
}

func (d *decoder) fill(idx int, o Object) {
	if idx >= 0 {
		d.refs[idx] = o
	}
}

func (d *decoder) object() Object {
	c, ok := d.typeCode()
	if !ok {
		return nil
	}
	if d.depth >= MaxDepth {
		d.fail(TooDeep, "ValueError", "recursion limit exceeded")
		return nil
	}
	d.depth++
	o := d.objectOf(c&^flagRef, c&flagRef)
	d.depth--
	return o
}

func (d *decoder) objectOf(typ, flag byte) Object {
	switch typ {
	case typeNull:
		return nil
	case typeNone:
		return None
	case typeFalse:
		return False
	case typeTrue:
		return True
	case typeEllipsis:
		return Ellipsis
	case typeStopIteration:
		return StopIteration
	case typeRef:
		return d.ref()
	case typeShortASCII, typeShortASCIIInterned:
		n, ok := d.byte()
		if !ok {
			return nil
		}
		return d.latin1(int(n), typ == typeShortASCIIInterned, flag)
	case typeASCII, typeASCIIInterned:
		n, ok := d.size("string")
		if !ok {
			return nil
		}
		return d.latin1(n, typ == typeASCIIInterned, flag)
	case typeUnicode, typeInterned:
		return d.utf8(typ == typeInterned, flag)
	case typeSmallTuple:
		n, ok := d.byte()
		if !ok {
			return nil
		}
		return d.tuple(int(n), flag)
	case typeTuple:
		n, ok := d.size("tuple")
		if !ok {
			return nil
		}
		return d.tuple(n, flag)
	case typeString:
		return d.bytes(flag)
	case typeCode:
		return d.code(flag)
	case typeList:
		return d.list(flag)
	case typeDict:
		return d.dict(flag)
	case typeSet, typeFrozenSet:
		return d.set(typ == typeFrozenSet, flag)
	case typeSlice:
		if d.opts.Version >= Py314 {
			return d.slice(flag)
		}
	default:
		if o, ok := d.number(typ); ok {
			if o != nil {
				d.addRef(flag, o)
			}
			return o
		}
	}
	d.failData("unknown type code")
	return nil
}

func (d *decoder) ref() Object {
	n, ok := d.int32()
	if !ok {
		return nil
	}
	if n < 0 || int(n) >= len(d.refs) || d.refs[n] == nil {
		d.failData("invalid reference")
		return nil
	}
	return d.refs[n]
}

// Blocks grow with use, so that a small file does not pay for a large one.
const (
	minBlock = 16
	maxBlock = 256
)

func blockSize(last int) int {
	return min(max(2*last, minBlock), maxBlock)
}

const (
	strBytes   = 24
	bytesBytes = 16
	tupleBytes = 24
	itemBytes  = 16
)

func (d *decoder) newStr(s string, ascii, interned bool) *Str {
	if len(d.strBlock) == cap(d.strBlock) {
		n := blockSize(cap(d.strBlock))
		if !d.charge(int64(n) * strBytes) {
			return nil
		}
		d.strBlock = make([]Str, 0, n)
	}
	d.strBlock = append(d.strBlock, Str{S: s, ASCII: ascii, Interned: interned})
	p := &d.strBlock[len(d.strBlock)-1]
	if interned && d.opts.Intern != nil {
		return d.opts.Intern(p)
	}
	return p
}

// strObject is the last step of reading a string.
func (d *decoder) strObject(s string, ascii, interned bool, flag byte) Object {
	p := d.newStr(s, ascii, interned)
	if p == nil {
		return nil
	}
	d.addRef(flag, p)
	return p
}

// latin1 reads the forms meant for ASCII. CPython takes their bytes as code
// points without checking, so a hostile file may use the upper half.
func (d *decoder) latin1(n int, interned bool, flag byte) Object {
	s, ok := d.take(n)
	if !ok {
		return nil
	}
	if !isASCII(s) {
		if !d.charge(int64(2 * n)) {
			return nil
		}
		return d.strObject(latin1ToUTF8(s), false, interned, flag)
	}
	return d.strObject(s, true, interned, flag)
}

func latin1ToUTF8(s string) string {
	var b strings.Builder
	b.Grow(2 * len(s))
	for i := 0; i < len(s); i++ {
		b.WriteRune(rune(s[i]))
	}
	return b.String()
}

func (d *decoder) utf8(interned bool, flag byte) Object {
	n, ok := d.size("string")
	if !ok {
		return nil
	}
	s, ok := d.take(n)
	if !ok {
		return nil
	}
	if isASCII(s) {
		return d.strObject(s, true, interned, flag)
	}
	if err := checkUTF8(s); err != nil {
		err.Offset = d.read()
		d.err = err
		return nil
	}
	return d.strObject(s, false, interned, flag)
}

func (d *decoder) bytes(flag byte) Object {
	n, ok := d.size("bytes object")
	if !ok {
		return nil
	}
	s, ok := d.take(n)
	if !ok {
		return nil
	}
	if len(d.bytesBlock) == cap(d.bytesBlock) {
		n := blockSize(cap(d.bytesBlock))
		if !d.charge(int64(n) * bytesBytes) {
			return nil
		}
		d.bytesBlock = make([]Bytes, 0, n)
	}
	d.bytesBlock = append(d.bytesBlock, Bytes{S: s})
	p := &d.bytesBlock[len(d.bytesBlock)-1]
	d.addRef(flag, p)
	return p
}

func (d *decoder) newTuple() *Tuple {
	if len(d.tupleBlock) == cap(d.tupleBlock) {
		n := blockSize(cap(d.tupleBlock))
		if !d.charge(int64(n) * tupleBytes) {
			return nil
		}
		d.tupleBlock = make([]Tuple, 0, n)
	}
	d.tupleBlock = append(d.tupleBlock, Tuple{})
	return &d.tupleBlock[len(d.tupleBlock)-1]
}

func (d *decoder) tuple(n int, flag byte) Object {
	t := d.newTuple()
	if t == nil {
		return nil
	}
	if flag != 0 {
		t.Items = unfinished
		d.addRef(flag, t)
	}
	items, ok := d.items(n, "tuple")
	if !ok {
		return nil
	}
	t.Items = items
	return t
}

func (d *decoder) list(flag byte) Object {
	n, ok := d.size("list")
	if !ok || !d.charge(24) {
		return nil
	}
	l := &List{}
	d.addRef(flag, l)
	l.Items, ok = d.items(n, "list")
	if !ok {
		return nil
	}
	return l
}

// items reads n objects. The declared n costs nothing until they are there.
func (d *decoder) items(n int, what string) ([]Object, bool) {
	if n == 0 {
		return nil, true
	}
	base := len(d.stack)
	for range n {
		o := d.object()
		if o == nil {
			if d.err == nil {
				d.fail(BadData, "TypeError", "NULL object in marshal data for "+what)
			}
			return nil, false
		}
		if !d.push(o) {
			return nil, false
		}
	}
	return d.pop(base)
}

// push puts an item onto the stack. The stack counts as memory while it grows;
// it never holds more than the input has bytes.
func (d *decoder) push(o Object) bool {
	if len(d.stack) == cap(d.stack) && !d.charge(int64(len(d.stack))*itemBytes) {
		return false
	}
	d.stack = append(d.stack, o)
	return true
}

// pop moves the items above base from the stack into a slice of their own.
func (d *decoder) pop(base int) ([]Object, bool) {
	items := d.stack[base:]
	n := len(items)
	var out []Object
	if n > maxBlock/2 {
		if !d.charge(int64(n) * itemBytes) {
			return nil, false
		}
		out = make([]Object, n)
	} else {
		if n > cap(d.itemBlock)-len(d.itemBlock) {
			size := max(blockSize(cap(d.itemBlock)), n)
			if !d.charge(int64(size) * itemBytes) {
				return nil, false
			}
			d.itemBlock = make([]Object, 0, size)
		}
		at := len(d.itemBlock)
		d.itemBlock = d.itemBlock[:at+n]
		out = d.itemBlock[at : at+n : at+n]
	}
	copy(out, items)
	clear(items)
	d.stack = d.stack[:base]
	return out, true
}

func (d *decoder) dict(flag byte) Object {
	m := &Dict{}
	d.addRef(flag, m)
	base := len(d.stack)
	for {
		key := d.object()
		if key == nil {
			break
		}
		value := d.object()
		if value == nil {
			break
		}
		if !d.checkHashable(key, asDictKey) || !d.push(key) || !d.push(value) {
			break
		}
	}
	if d.err != nil || !d.charge(int64(len(d.stack)-base)*itemBytes+64) {
		return nil
	}
	items := d.stack[base:]
	if len(items) > 0 {
		m.Pairs = make([]Pair, len(items)/2)
		for i := range m.Pairs {
			m.Pairs[i] = Pair{Key: items[2*i], Value: items[2*i+1]}
		}
	}
	clear(items)
	d.stack = d.stack[:base]
	return m
}

func (d *decoder) set(frozen bool, flag byte) Object {
	n, ok := d.size("set")
	if !ok || !d.charge(64) {
		return nil
	}
	s := &Set{Frozen: frozen}
	idx := -1
	if frozen && n > 0 {
		idx = d.reserve(flag)
	} else {
		d.addRef(flag, s)
	}
	base := len(d.stack)
	for range n {
		o := d.object()
		if o == nil {
			if d.err == nil {
				d.fail(BadData, "TypeError", "NULL object in marshal data for set")
			}
			return nil
		}
		if !d.checkHashable(o, asSetElement) || !d.push(o) {
			return nil
		}
	}
	if n > 0 {
		if s.Items, ok = d.pop(base); !ok {
			return nil
		}
	}
	d.fill(idx, s)
	return s
}

func (d *decoder) slice(flag byte) Object {
	idx := d.reserve(flag)
	start := d.object()
	if start == nil {
		return nil
	}
	stop := d.object()
	if stop == nil {
		return nil
	}
	step := d.object()
	if step == nil || !d.charge(48) {
		return nil
	}
	s := &Slice{Start: start, Stop: stop, Step: step}
	d.fill(idx, s)
	return s
}

func (d *decoder) code(flag byte) Object {
	if d.opts.NoCode {
		d.fail(CodeRefused, "ValueError", "unmarshalling code objects is disallowed")
		return nil
	}
	idx := d.reserve(flag)
	var b codeBuilder
	for _, f := range codeLayout(d.opts.Version) {
		if f <= lastIntField {
			n, ok := d.int32()
			if !ok {
				return nil
			}
			b.ints[f] = n
			continue
		}
		o := d.object()
		if o == nil {
			if d.err == nil {
				d.fail(BadData, "TypeError", "NULL object in marshal data for code object")
			}
			return nil
		}
		b.objs[f] = o
	}
	if !d.charge(160) {
		return nil
	}
	c, err := b.build(d.opts.Version)
	if err != nil {
		err.Offset = d.read()
		d.err = err
		return nil
	}
	d.fill(idx, c)
	return c
}

func float64At(s string) float64 {
	return math.Float64frombits(binary.LittleEndian.Uint64([]byte(s)))
}
