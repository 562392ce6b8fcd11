package marshal

import (
	"bytes"
	"encoding/binary"
	"math"
	"math/big"
	"math/bits"
	"sort"
	"strconv"
)

// MarshalVersion is the newest marshal format.
const MarshalVersion = 5

// A RefPolicy decides which objects are written with the flag that lets later
// references name them. CPython flags what has more than one reference at the
// time, which depends on the whole program; no policy can be equal to that in
// general. The flag changes neither the length of the data nor what is read back.
type RefPolicy uint8

const (
	// RefShared flags what is reached more than once, and the objects that CPython
	// keeps for the life of the process: ints from -5 to 256, strings of one
	// character of Latin-1, bytes of one byte, empty strings, bytes and tuples,
	// interned strings. It also flags the elements of sets, to which CPython refers
	// while it sorts them. The data is what CPython writes for a new object that
	// nothing else refers to, and it depends on the object alone.
	RefShared RefPolicy = iota
	// RefAll flags every object that can be flagged, as CPython does for an object
	// all of whose parts are referred to from elsewhere: constants, for one.
	RefAll
	// RefNone writes no references. Objects that contain themselves are then too
	// deep to be written.
	RefNone
)

// DumpOptions says how to write. The zero value writes what marshal.dumps writes.
type DumpOptions struct {
	// Version is the Python version to write like: it decides the order of set
	// elements that differ in their flags alone. Zero means Latest. Code objects
	// are written in the layout of their own version.
	Version Version

	Refs RefPolicy

	// Flag, when set, is asked instead of Refs. It must give the same answer each
	// time for one object, and pointers alone decide what is one object.
	//
	// A file is written back byte for byte with the objects that
	// LoadOptions.Flagged lists, and with KeepSetOrder.
	Flag func(Object) bool

	// NoCode refuses code objects (marshal.dumps with allow_code=False).
	NoCode bool

	// KeepSetOrder writes the elements of sets in the order of Set.Items. Without
	// it they are sorted as CPython does from 3.11 on: by their own marshal data.
	KeepSetOrder bool

	// MaxSize bounds the bytes written, and those of the data by which sets are
	// sorted; beyond it writing ends in a MemoryError. Without references (before
	// version 3) a small tree may be written to exponentially many bytes. Zero means
	// 2 GiB.
	MaxSize int64
}

// Dump writes o in the given version of the format, 0 to MarshalVersion.
func Dump(o Object, version int) ([]byte, error) {
	return DumpOptions{}.Append(nil, o, version)
}

// Append writes o behind b. On error the result is nil.
func (opts DumpOptions) Append(b []byte, o Object, version int) ([]byte, error) {
	budget := opts.MaxSize
	if budget <= 0 {
		budget = maxSize
	}
	e := encoder{opts: opts, version: version, buf: b, start: len(b), sets: &setOrder{budget: budget}}
	e.dump(o)
	if e.err != nil {
		return nil, e.err
	}
	return e.buf, nil
}

// DumpPyc writes a whole file. The magic number in the header must be that of the
// code's version.
func DumpPyc(p *Pyc) ([]byte, error) { return DumpOptions{}.DumpPyc(p) }

// DumpPyc writes a whole file; the version of opts is replaced by the code's.
func (opts DumpOptions) DumpPyc(p *Pyc) ([]byte, error) {
	v := p.Code.Version
	if p.Header.Magic != v.Magic() {
		return nil, errBadMagic()
	}
	opts.Version = v
	return opts.Append(p.Header.Append(nil), p.Code, v.MarshalVersion())
}

// An encoder writes one object. Once err is set nothing more is written.
type encoder struct {
	opts    DumpOptions
	version int
	buf     []byte
	start   int // of this encoder's own bytes in buf
	depth   int
	err     *Error

	inSet    bool             // the next object is an element of a set
	refs     map[Object]int32 // reference numbers by canonical object
	repeated map[Object]bool  // RefShared: canonical objects, true if met more than once
	interned map[string]*Str  // the canonical object of each interned string
	sets     *setOrder
}

// setOrder is the state that an encoder shares with those that it starts to find
// the order of a set's elements.
type setOrder struct {
	budget int64
	keys   map[Object][]byte // data of each element on its own
}

func (e *encoder) dump(o Object) {
	if e.version >= 3 {
		e.refs = map[Object]int32{}
		e.interned = map[string]*Str{}
		if e.opts.Flag == nil && e.opts.Refs == RefShared {
			e.findRepeated(o)
		}
	}
	e.object(o)
	e.spend()
}

// spend books the bytes written since it was last called.
func (e *encoder) spend() {
	e.sets.budget -= int64(len(e.buf) - e.start)
	e.start = len(e.buf)
	if e.sets.budget < 0 {
		e.fail(TooLarge, "MemoryError", "")
	}
}

func (e *encoder) fail(kind ErrorKind, class, msg string) {
	if e.err == nil {
		e.err = &Error{Kind: kind, Class: class, Msg: msg}
	}
}

func (e *encoder) failObject() {
	e.fail(Unmarshallable, "ValueError", "unmarshallable object")
}

func (e *encoder) failDepth() {
	e.fail(TooDeep, "ValueError", "object too deeply nested to marshal")
}

// findRepeated walks everything below o once and marks what it meets again. It
// walks in the order of writing, so that it can refuse here what is nested too
// deep: sorting nested sets walks what is below each of them again.
func (e *encoder) findRepeated(o Object) {
	e.repeated = map[Object]bool{}
	type visit struct {
		o     Object
		depth int
	}
	todo := []visit{{o, e.depth}}
	var children []Object
	for len(todo) > 0 {
		v := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if _, ok := v.o.(Singleton); ok || v.o == nil {
			continue
		}
		o := e.canonical(v.o)
		if _, seen := e.repeated[o]; seen {
			e.repeated[o] = true
			continue
		}
		e.repeated[o] = false
		if v.depth >= MaxDepth {
			e.failDepth()
			return
		}
		children = appendChildren(children[:0], o)
		for i := len(children) - 1; i >= 0; i-- {
			todo = append(todo, visit{children[i], v.depth + 1})
		}
	}
}

// appendChildren appends the objects directly in o.
func appendChildren(b []Object, o Object) []Object {
	switch o := o.(type) {
	case *Tuple:
		return append(b, o.Items...)
	case *List:
		return append(b, o.Items...)
	case *Set:
		return append(b, o.Items...)
	case *Dict:
		for _, p := range o.Pairs {
			b = append(b, p.Key, p.Value)
		}
	case *Slice:
		return append(b, o.Start, o.Stop, o.Step)
	case *Code:
		for _, f := range codeLayout(o.Version) {
			if f > lastIntField {
				b = append(b, o.objectField(f))
			}
		}
	}
	return b
}

var (
	emptyTuple = &Tuple{}
	emptyStr   = &Str{ASCII: true}
	emptyBytes = &Bytes{}
	charStrs   [256]Str
	byteStrs   [256]Bytes
)

// canonical gives the object that CPython would have in place of o: equal objects
// of the kinds that it keeps once are one.
func (e *encoder) canonical(o Object) Object {
	if e.opts.Flag != nil {
		return o
	}
	switch o := o.(type) {
	case *Int:
		if o.Big == nil && minSmallInt <= o.V && o.V <= maxSmallInt {
			return NewInt(o.V)
		}
	case *Str:
		if c := immortalStr(o.S); c != nil {
			return c
		}
		if o.Interned {
			if c := e.interned[o.S]; c != nil {
				return c
			}
			e.interned[o.S] = o
		}
	case *Bytes:
		switch len(o.S) {
		case 0:
			return emptyBytes
		case 1:
			return &byteStrs[o.S[0]]
		}
	case *Tuple:
		if len(o.Items) == 0 {
			return emptyTuple
		}
	}
	return o
}

// immortalStr is the one object for a string of at most one Latin-1 character, nil
// for other strings.
func immortalStr(s string) *Str {
	switch {
	case s == "":
		return emptyStr
	case len(s) == 1:
		return &charStrs[s[0]]
	case len(s) == 2 && (s[0] == 0xc2 || s[0] == 0xc3):
		return &charStrs[s[0]<<6|s[1]&0x3f]
	}
	return nil
}

// isImmortal says whether CPython always has more than one reference to o.
func isImmortal(o Object) bool {
	switch o := o.(type) {
	case *Int:
		return o.Big == nil && minSmallInt <= o.V && o.V <= maxSmallInt
	case *Str:
		return o.Interned || immortalStr(o.S) != nil
	case *Bytes:
		return len(o.S) <= 1
	case *Tuple:
		return len(o.Items) == 0
	}
	return false
}

// ref writes a reference to o if o was flagged before, and else decides whether it
// is flagged now.
func (e *encoder) ref(o Object) (flag byte, done bool) {
	inSet := e.inSet
	e.inSet = false
	if e.version < 3 {
		return 0, false
	}
	key := e.canonical(o)
	if n, ok := e.refs[key]; ok {
		e.byte(typeRef)
		e.int32(int(n))
		return 0, true
	}
	var flagged bool
	switch {
	case e.opts.Flag != nil:
		flagged = e.opts.Flag(o)
	case e.opts.Refs == RefShared:
		flagged = inSet || e.repeated[key] || isImmortal(o)
	default:
		flagged = e.opts.Refs == RefAll
	}
	if !flagged {
		return 0, false
	}
	if len(e.refs) == maxSize {
		e.fail(Unmarshallable, "ValueError", "too many objects")
		return 0, true
	}
	e.refs[key] = int32(len(e.refs))
	return flagRef, false
}

func (e *encoder) object(o Object) {
	if e.err != nil {
		return
	}
	if e.depth >= MaxDepth {
		e.failDepth()
		return
	}
	if int64(len(e.buf)-e.start) > e.sets.budget {
		e.fail(TooLarge, "MemoryError", "")
		return
	}
	e.depth++
	switch o := o.(type) {
	case nil:
		e.byte(typeNull)
	case Singleton:
		e.singleton(o)
	default:
		if flag, done := e.ref(o); !done {
			e.value(o, flag)
		}
	}
	e.depth--
}

func (e *encoder) singleton(o Singleton) {
	switch o {
	case None:
		e.byte(typeNone)
	case False:
		e.byte(typeFalse)
	case True:
		e.byte(typeTrue)
	case Ellipsis:
		e.byte(typeEllipsis)
	case StopIteration:
		e.byte(typeStopIteration)
	default:
		e.failObject()
	}
}

func (e *encoder) value(o Object, flag byte) {
	switch o := o.(type) {
	case *Int:
		e.integer(o, flag)
	case *Float:
		e.numberType(typeBinaryFloat, typeFloat, flag)
		e.float(o.V)
	case *Complex:
		e.numberType(typeBinaryComplex, typeComplex, flag)
		e.float(real(o.V))
		e.float(imag(o.V))
	case *Str:
		e.str(o, flag)
	case *Bytes:
		e.byte(typeString | flag)
		e.sizedString(o.S)
	case *Tuple:
		if e.version >= 4 && len(o.Items) < 256 {
			e.byte(typeSmallTuple | flag)
			e.byte(byte(len(o.Items)))
		} else {
			e.byte(typeTuple | flag)
			e.size(len(o.Items))
		}
		e.objects(o.Items)
	case *List:
		e.byte(typeList | flag)
		e.size(len(o.Items))
		e.objects(o.Items)
	case *Dict:
		e.byte(typeDict | flag)
		for _, p := range o.Pairs {
			e.object(p.Key)
			e.object(p.Value)
		}
		e.object(nil)
	case *Set:
		if o.Frozen {
			e.byte(typeFrozenSet | flag)
		} else {
			e.byte(typeSet | flag)
		}
		e.size(len(o.Items))
		for _, item := range e.setItems(o) {
			e.inSet = true
			e.object(item)
		}
		e.inSet = false
	case *Slice:
		if e.version < 5 {
			e.failObject()
			return
		}
		e.byte(typeSlice | flag)
		e.object(o.Start)
		e.object(o.Stop)
		e.object(o.Step)
	case *Code:
		e.code(o, flag)
	}
}

func (e *encoder) objects(items []Object) {
	for _, o := range items {
		if e.err != nil {
			return
		}
		e.object(o)
	}
}

// setItems gives the elements of s in the order in which they are written. The
// data of an element on its own depends on nothing but the element and is found
// once, so that nested sets take no exponential time.
func (e *encoder) setItems(s *Set) []Object {
	if e.opts.KeepSetOrder || len(s.Items) < 2 {
		return s.Items
	}
	items := append([]Object(nil), s.Items...)
	keys := make([][]byte, len(items))
	for i, o := range items {
		if keys[i] = e.setKey(o); e.err != nil {
			return nil
		}
	}
	sort.Stable(&byKey{items, keys})
	return items
}

func (e *encoder) setKey(o Object) []byte {
	if key, ok := e.sets.keys[o]; ok {
		return key
	}
	e.spend()
	sub := encoder{opts: e.opts, version: e.version, depth: e.depth, sets: e.sets, err: e.err}
	sub.inSet = e.opts.Version == 0 || e.opts.Version >= Py313
	sub.dump(o)
	e.err = sub.err
	if e.sets.keys == nil {
		e.sets.keys = map[Object][]byte{}
	}
	e.sets.keys[o] = sub.buf
	return sub.buf
}

type byKey struct {
	items []Object
	keys  [][]byte
}

func (s *byKey) Len() int           { return len(s.items) }
func (s *byKey) Less(i, j int) bool { return bytes.Compare(s.keys[i], s.keys[j]) < 0 }
func (s *byKey) Swap(i, j int) {
	s.items[i], s.items[j] = s.items[j], s.items[i]
	s.keys[i], s.keys[j] = s.keys[j], s.keys[i]
}

func (e *encoder) byte(b byte) { e.buf = append(e.buf, b) }

func (e *encoder) int32(n int) { e.buf = binary.LittleEndian.AppendUint32(e.buf, uint32(n)) }

func (e *encoder) size(n int) {
	if n > maxSize {
		e.failObject()
		return
	}
	e.int32(n)
}

func (e *encoder) sizedString(s string) {
	e.size(len(s))
	e.raw(s)
}

func (e *encoder) raw(s string) {
	if int64(len(s)) > e.sets.budget {
		e.fail(TooLarge, "MemoryError", "")
	}
	if e.err == nil {
		e.buf = append(e.buf, s...)
	}
}

func (e *encoder) str(o *Str, flag byte) {
	pick := func(plain, interned byte) byte {
		if o.Interned {
			return interned | flag
		}
		return plain | flag
	}
	switch {
	case e.version >= 4 && o.ASCII && len(o.S) < 256:
		e.byte(pick(typeShortASCII, typeShortASCIIInterned))
		e.byte(byte(len(o.S)))
		e.raw(o.S)
	case e.version >= 4 && o.ASCII:
		e.byte(pick(typeASCII, typeASCIIInterned))
		e.sizedString(o.S)
	case e.version >= 3:
		e.byte(pick(typeUnicode, typeInterned))
		e.sizedString(o.S)
	default:
		e.byte(typeUnicode | flag)
		e.sizedString(o.S)
	}
}

func (e *encoder) integer(o *Int, flag byte) {
	if o.Big == nil && math.MinInt32 <= o.V && o.V <= math.MaxInt32 {
		e.byte(typeInt | flag)
		e.int32(int(o.V))
		return
	}
	v := o.Big
	if v == nil {
		v = big.NewInt(o.V)
	}
	count := (v.BitLen() + digitBits - 1) / digitBits
	if count > maxSize {
		e.failObject()
		return
	}
	e.byte(typeLong | flag)
	if v.Sign() < 0 {
		e.int32(-count)
	} else {
		e.int32(count)
	}
	var acc uint64
	accBits := 0
	for i, w := range v.Bits() {
		lo, hi := uint64(w), uint64(0)
		if accBits > 0 {
			hi = lo >> (64 - accBits)
			lo = lo<<accBits | acc
		}
		accBits += bits.UintSize
		for accBits >= digitBits {
			if i == len(v.Bits())-1 && count == 0 {
				return
			}
			e.digit(lo)
			count--
			lo = lo>>digitBits | hi<<(64-digitBits)
			hi >>= digitBits
			accBits -= digitBits
		}
		acc = lo
	}
	if count > 0 {
		e.digit(acc)
	}
}

func (e *encoder) digit(d uint64) {
	e.buf = binary.LittleEndian.AppendUint16(e.buf, uint16(d&digitMask))
}

func (e *encoder) numberType(binaryForm, textForm, flag byte) {
	if e.version > 1 {
		e.byte(binaryForm | flag)
	} else {
		e.byte(textForm | flag)
	}
}

func (e *encoder) float(v float64) {
	if e.version > 1 {
		e.buf = binary.LittleEndian.AppendUint64(e.buf, math.Float64bits(v))
		return
	}
	var s string
	switch {
	case math.IsNaN(v):
		s = "nan"
	case math.IsInf(v, 1):
		s = "inf"
	case math.IsInf(v, -1):
		s = "-inf"
	default:
		s = strconv.FormatFloat(v, 'g', 17, 64)
	}
	e.byte(byte(len(s)))
	e.raw(s)
}

func (e *encoder) code(c *Code, flag byte) {
	if e.opts.NoCode {
		e.fail(CodeRefused, "ValueError", "marshalling code objects is disallowed")
		return
	}
	if !c.Version.Supported() {
		e.failObject()
		return
	}
	e.byte(typeCode | flag)
	for _, f := range codeLayout(c.Version) {
		if f <= lastIntField {
			e.int32(int(c.intField(f)))
		} else {
			e.object(c.objectField(f))
		}
	}
}
