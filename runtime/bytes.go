package runtime

import (
	"bytes"
	"unsafe"
)

// BytesType is bytes.
var BytesType = &Type{name: "bytes"}

var bytesShape = &Shape{typ: BytesType}

// A Bytes is an immutable byte string; B must never change.
type Bytes struct {
	Header
	B    []byte
	hash int64 // 0 until computed
}

// A bytesSub is an instance of a subclass of bytes.
type bytesSub struct {
	Bytes
	Attrs
}

// bytesRoom is the most bytes that an object has room for beside its header, so that short bytes are one allocation.
const bytesRoom = 32

type bytesShort struct {
	Bytes
	room [bytesRoom]byte
}

// emptyBytes and byteChars are the bytes of no and of one byte, of which a process has one each.
var (
	emptyBytes = &Bytes{Header: Header{shape: bytesShape}, B: []byte{}}
	byteChars  = makeByteChars()
)

func makeByteChars() *[256]*Bytes {
	var chars [256]*Bytes
	for i := range chars {
		chars[i] = &Bytes{Header: Header{shape: bytesShape}, B: []byte{byte(i)}}
	}
	return &chars
}

// NewBytes makes a bytes object that owns b.
func NewBytes(t *Thread, b []byte) *Bytes {
	if len(b) <= 1 {
		if len(b) == 0 {
			return emptyBytes
		}
		return byteChars[b[0]]
	}
	x := alloc[Bytes](t)
	t.chargeText(len(b))
	x.shape, x.B = bytesShape, b[:len(b):len(b)]
	return x
}

// allocBytes makes a bytes object of n bytes, which the caller fills before anybody else sees it. Large sizes were reserved by the caller; n is
// more than 1 unless the object stays private.
func allocBytes(t *Thread, n int) *Bytes {
	if n <= bytesRoom {
		x := alloc[bytesShort](t)
		x.shape, x.B = bytesShape, x.room[:n:n]
		return &x.Bytes
	}
	x := alloc[Bytes](t)
	t.chargeText(n)
	x.shape, x.B = bytesShape, make([]byte, n)
	return x
}

// CopyBytes makes a bytes object with a copy of b.
func CopyBytes(t *Thread, b []byte) *Bytes {
	if len(b) <= 1 {
		return NewBytes(t, b)
	}
	x := allocBytes(t, len(b))
	copy(x.B, b)
	return x
}

// newBytesSharing makes a bytes object of text that never changes.
func newBytesSharing(t *Thread, s string) *Bytes {
	if len(s) <= bytesRoom {
		return CopyBytes(t, stringBytes(s))
	}
	x := alloc[Bytes](t)
	x.shape, x.B = bytesShape, stringBytes(s)
	return x
}

// Value returns the bytes as a Value.
func (b *Bytes) Value() Value { return obj(unsafe.Pointer(b)) }

// Hash returns hash(b), which equals that of the str with the same bytes.
func (b *Bytes) Hash() int64 {
	if b.hash == 0 {
		b.hash = hashBytes(bytesString(b.B))
	}
	return b.hash
}

// asBytes returns the bytes that v is (of bytes or a subclass), or nil.
func asBytes(v Value) *Bytes {
	if v.p != nil {
		if s := (*Header)(v.p).shape; s == bytesShape || s.typ.flags&TypeBytes != 0 {
			return (*Bytes)(v.p)
		}
	}
	return nil
}

// AsBytes returns the bytes that v is, of bytes or a subclass.
func AsBytes(v Value) (*Bytes, bool) {
	b := asBytes(v)
	return b, b != nil
}

// exact returns b when its type is bytes itself, else a plain copy.
func (b *Bytes) exact(t *Thread) *Bytes {
	if b.shape == bytesShape {
		return b
	}
	if len(b.B) <= 1 {
		return NewBytes(t, b.B)
	}
	x := alloc[Bytes](t)
	x.shape, x.B, x.hash = bytesShape, b.B, b.hash
	return x
}

var bytesSpec = TypeSpec{
	Type: BytesType, Name: "bytes", Flags: TypeBase | TypeBytes | TypeMatchSelf | typeOwnLayout, Shape: bytesShape,
	Doc: "bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\nbytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer\n" +
		"bytes(int) -> bytes object of size given by the parameter initialized with null bytes\nbytes() -> empty bytes object\n\n" +
		"Construct an immutable array of bytes from:\n  - an iterable yielding integers in range(256)\n" +
		"  - a text string encoded using the specified encoding\n  - any object implementing the buffer API.\n  - an integer",
	NewSub: func(t *Thread, tp *Type) *Header {
		x := alloc[bytesSub](t)
		x.shape, x.B = tp.rootShape, emptyBytes.B
		return &x.Header
	},
	SubAttrsOffset: unsafe.Offsetof(bytesSub{}.Attrs),
	Slots: Slots{
		New: bytesNew, Repr: bytesRepr, Str: bytesToStr, Hash: bytesHash, RichCompare: bytesCompare,
		Iter: bytesIter, Len: bytesLen, GetItem: bytesGetItem, Contains: bytesContains, Concat: bytesConcat, Repeat: bytesRepeat,
		Binary: [numBinary + 1]BinaryFunc{OpRemainder: bytesMod}, Buffer: bytesBuffer,
	},
	Methods: append(bytesMethods("bytes"),
		MethodSpec{Sig: "__getnewargs__($self, /)", Fn: bytesGetNewArgs},
		MethodSpec{Sig: "__bytes__($self, /)", Doc: "Convert this value to exact type bytes.", Fn: func(t *Thread, self Value) (Value, *Exception) {
			return (*Bytes)(self.p).exact(t).Value(), nil
		}},
		MethodSpec{Sig: "__sizeof__($self, /)", Doc: "Size of object in memory, in bytes.", Fn: func(_ *Thread, self Value) (Value, *Exception) {
			return Int(int64(33 + len((*Bytes)(self.p).B))), nil
		}},
	),
}

// newBytesOf makes an instance of bytes or of a subclass that owns b.
func newBytesOf(t *Thread, cls *Type, b []byte) Value {
	if cls == BytesType {
		return NewBytes(t, b).Value()
	}
	x := (*Bytes)(unsafe.Pointer(newInstanceOf(t, cls)))
	x.B = b
	return x.Value()
}

// bytesNew is bytes.__new__.
func bytesNew(t *Thread, cls *Type, args []Value, kw *Tuple) (Value, *Exception) {
	x, encoding, errors, exc := bytesArgs(t, "bytes", args, kw)
	if exc != nil {
		return Null, exc
	}
	if x.IsNull() && encoding == nil && errors == nil {
		return newBytesOf(t, cls, emptyBytes.B), nil
	}
	if encoding == nil && errors == nil {
		if b := asBytes(x); b != nil && b.shape == bytesShape && cls == BytesType {
			return x, nil
		}
		if asStr(x) == nil {
			r, ok, exc := CallSpecial(t, x, sBytes)
			if exc != nil {
				return Null, exc
			}
			if ok {
				b := asBytes(r)
				if b == nil {
					return Null, TypeErrorf(t, "__bytes__ returned non-bytes (type %s)", TypeOf(r).fullName())
				}
				if cls == BytesType {
					return r, nil
				}
				return newBytesOf(t, cls, b.B), nil
			}
		}
	}
	b, exc := bytesFromSource(t, "bytes", x, encoding, errors)
	if exc != nil {
		return Null, exc
	}
	return newBytesOf(t, cls, b), nil
}

var bytesNewArgs = map[string]*Native{
	"bytes":     signature("bytes(source=<unrepresentable>, encoding=<unrepresentable>, errors=<unrepresentable>)"),
	"bytearray": signature("bytearray(source=<unrepresentable>, encoding=<unrepresentable>, errors=<unrepresentable>)"),
}

// bytesArgs binds the arguments of bytes and bytearray; what is missing is Null or nil.
func bytesArgs(t *Thread, fn string, args []Value, kw *Tuple) (x Value, encoding, errors *Str, exc *Exception) {
	if len(args) == 0 {
		return Null, nil, nil, nil
	}
	if len(args) == 1 && kw.Len() == 0 {
		return args[0], nil, nil, nil
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	bound, exc := bytesNewArgs[fn].bind(t, args, kw)
	if exc != nil {
		return Null, nil, nil, exc
	}
	if !bound[1].IsNull() {
		if encoding, exc = argStr(t, fn, "'encoding'", bound[1]); exc != nil {
			return Null, nil, nil, exc
		}
	}
	if !bound[2].IsNull() {
		if errors, exc = argStr(t, fn, "'errors'", bound[2]); exc != nil {
			return Null, nil, nil, exc
		}
	}
	return bound[0], encoding, errors, nil
}

// bytesFromSource makes the new bytes that bytes(x, encoding, errors) and bytearray() hold.
func bytesFromSource(t *Thread, fn string, x Value, encoding, errors *Str) ([]byte, *Exception) {
	if x.IsNull() {
		if encoding != nil {
			return nil, Raise(t, TypeErrorType, "encoding without a string argument")
		}
		return nil, Raise(t, TypeErrorType, "errors without a string argument")
	}
	if asStr(x) != nil {
		if encoding == nil {
			if errors != nil {
				return nil, Raise(t, TypeErrorType, "string argument without an encoding")
			}
			return nil, Raise(t, TypeErrorType, "string argument without an encoding")
		}
		errs := "strict"
		if errors != nil {
			errs = errors.GoString()
		}
		v, exc := EncodeValue(t, x, encoding.GoString(), errs)
		if exc != nil {
			return nil, exc
		}
		return asBytes(v).B, nil
	}
	if encoding != nil {
		return nil, Raise(t, TypeErrorType, "encoding without a string argument")
	}
	if errors != nil {
		return nil, Raise(t, TypeErrorType, "errors without a string argument")
	}
	if TypeOf(x).Index != nil || TypeOf(x).flags&TypeInt != 0 {
		n, exc := AsSsize(t, x)
		if exc == nil {
			if n < 0 {
				return nil, Raise(t, ValueErrorType, "negative count")
			}
			if exc := t.Reserve(n); exc != nil {
				return nil, exc
			}
			return make([]byte, n), nil
		}
		if !exc.Is(TypeErrorType) {
			return nil, exc
		}
	}
	if TypeOf(x).Buffer != nil {
		buf, exc := getFullBuffer(t, x, false)
		if exc != nil {
			return nil, exc
		}
		defer buf.Free()
		if exc := reserveText(t, buf.size()); exc != nil {
			return nil, exc
		}
		return buf.appendTo(nil), nil
	}
	return bytesFromIterable(t, fn, x)
}

// bytesFromIterable collects ints in range(256).
func bytesFromIterable(t *Thread, fn string, x Value) ([]byte, *Exception) {
	it, exc := Iter(t, x)
	if exc != nil {
		if exc.Is(TypeErrorType) {
			exc = TypeErrorf(t, "cannot convert '%s' object to %s", TypeOf(x).name, fn)
		}
		return nil, exc
	}
	mark := t.HandleMark()
	t.Handle(it)
	defer t.Release(mark)
	var out []byte
	if fn == "bytes" {
		if n, exc := LengthHint(t, x, 0); exc != nil {
			return nil, exc
		} else if n > 0 && n < 1<<16 {
			out = make([]byte, 0, n)
		}
	}
	exc = iterateOn(t, it, func(v Value) (bool, *Exception) {
		c, exc := asByte(t, v, fn)
		if exc != nil {
			return false, exc
		}
		if len(out) == cap(out) && len(out) >= 1<<15 {
			if exc := t.Reserve(len(out)); exc != nil {
				return false, exc
			}
		}
		out = append(out, c)
		return true, nil
	})
	return out, exc
}

// asByte converts an item of a byte string; fn names what the ValueError speaks of.
func asByte(t *Thread, v Value, fn string) (byte, *Exception) {
	if v.p == nil && v.n < 256 {
		return byte(v.n), nil
	}
	i, exc := Index(t, v)
	if exc != nil {
		return 0, exc
	}
	if !i.IsInt() || i.n >= 256 {
		if fn == "bytes" {
			return 0, Raise(t, ValueErrorType, "bytes must be in range(0, 256)")
		}
		return 0, Raise(t, ValueErrorType, "byte must be in range(0, 256)")
	}
	return byte(i.n), nil
}

func bytesRepr(t *Thread, v Value) (Value, *Exception) {
	return reprBytes(t, "", (*Bytes)(v.p).B, "")
}

func bytesToStr(t *Thread, v Value) (Value, *Exception) { return TypeOf(v).Repr(t, v) }

// reprBytes is b'...' between before and after. A bytearray's repr, which has something before, escapes single quotes even within double ones.
func reprBytes(t *Thread, before string, b []byte, after string) (Value, *Exception) {
	quote := reprQuote(bytesString(b))
	var out strBuilder
	out.start(t)
	out.expect(len(before) + len(b) + 3 + len(after))
	out.ascii(before)
	out.byte('b')
	out.byte(quote)
	for _, c := range b {
		switch {
		case c == quote || c == '\\' || c == '\'' && before != "":
			out.byte('\\')
			out.byte(c)
		case c >= ' ' && c < 0x7f:
			out.byte(c)
		default:
			out.escape(rune(c))
		}
	}
	out.byte(quote)
	out.ascii(after)
	return out.value()
}

func bytesHash(_ *Thread, v Value) (int64, *Exception) { return (*Bytes)(v.p).Hash(), nil }

func bytesLen(_ *Thread, v Value) (int, *Exception) { return len((*Bytes)(v.p).B), nil }

func bytesCompare(t *Thread, a, b Value, op CompareOp) (Value, *Exception) {
	x, y := asBytes(a), asBytes(b)
	if x == nil || y == nil {
		return NotImplemented, nil
	}
	if op == EQ || op == NE {
		return Bool(bytes.Equal(x.B, y.B) == (op == EQ)), nil
	}
	return Bool(compareHolds(bytes.Compare(x.B, y.B), op)), nil
}

func bytesGetItem(t *Thread, v, key Value) (Value, *Exception) {
	b := (*Bytes)(v.p)
	if sl := asSlice(key); sl != nil {
		r, exc := unpackSlice(t, sl)
		if exc != nil {
			return Null, exc
		}
		r.adjust(len(b.B))
		switch {
		case r.step == 1 && r.count == len(b.B):
			return b.exact(t).Value(), nil
		case r.step == 1:
			return b.slice(t, r.start, r.start+r.count).Value(), nil
		}
		out, exc := stepBytes(t, b.B, r)
		return NewBytes(t, out).Value(), exc
	}
	if TypeOf(key).Index == nil && !TypeOf(key).Is(TypeInt) {
		return Null, TypeErrorf(t, "byte indices must be integers or slices, not %s", TypeOf(key).fullName())
	}
	i, exc := indexOf(t, key)
	if exc != nil {
		return Null, exc
	}
	if i < 0 {
		i += len(b.B)
	}
	if i < 0 || i >= len(b.B) {
		return Null, Raise(t, IndexErrorType, "index out of range")
	}
	return Int(int64(b.B[i])), nil
}

// slice is b[i:j]; like a str, it shares what is not too small a part.
func (b *Bytes) slice(t *Thread, i, j int) *Bytes {
	if n := j - i; n <= bytesRoom || n*8 < len(b.B) {
		return CopyBytes(t, b.B[i:j])
	}
	x := alloc[Bytes](t)
	x.shape, x.B = bytesShape, b.B[i:j:j]
	return x
}

// stepBytes copies the bytes of a slice.
func stepBytes(t *Thread, b []byte, r sliceBounds) ([]byte, *Exception) {
	if exc := reserveText(t, r.count); exc != nil {
		return nil, exc
	}
	out := make([]byte, r.count)
	if r.step == 1 {
		copy(out, b[r.start:])
		return out, nil
	}
	for i, at := 0, r.start; i < r.count; i, at = i+1, at+r.step {
		out[i] = b[at]
	}
	return out, nil
}

func bytesRepeat(t *Thread, v Value, n int) (Value, *Exception) {
	b := (*Bytes)(v.p)
	if n == 1 {
		return b.exact(t).Value(), nil
	}
	out, exc := repeatedBytes(t, b.B, n)
	return NewBytes(t, out).Value(), exc
}

func repeatedBytes(t *Thread, b []byte, n int) ([]byte, *Exception) {
	if n <= 0 || len(b) == 0 {
		return nil, nil
	}
	if mulOverflows(len(b), n) {
		return nil, Raise(t, OverflowErrorType, "repeated bytes are too long")
	}
	if exc := reserveText(t, len(b)*n); exc != nil {
		return nil, exc
	}
	out := make([]byte, len(b)*n)
	repeatBytes(out, copy(out, b))
	return out, nil
}

func bytesConcat(t *Thread, a, b Value) (Value, *Exception) {
	x, y := asBytes(a), asBytes(b)
	if y != nil {
		if len(y.B) == 0 {
			return x.exact(t).Value(), nil
		}
		if len(x.B) == 0 {
			return y.exact(t).Value(), nil
		}
		if exc := reserveText(t, len(x.B)+len(y.B)); exc != nil {
			return Null, exc
		}
		z := allocBytes(t, len(x.B)+len(y.B))
		copy(z.B[copy(z.B, x.B):], y.B)
		return z.Value(), nil
	}
	out, exc := concatBuffers(t, a, b)
	return NewBytes(t, out).Value(), exc
}

// concatBuffers joins the bytes of two objects.
func concatBuffers(t *Thread, a, b Value) ([]byte, *Exception) {
	if TypeOf(b).Buffer == nil {
		return nil, TypeErrorf(t, "can't concat %s to %s", TypeOf(b).fullName(), TypeOf(a).fullName())
	}
	x, exc := GetBuffer(t, a, false)
	if exc != nil {
		return nil, exc
	}
	defer x.Free()
	y, exc := GetBuffer(t, b, false)
	if exc != nil {
		return nil, exc
	}
	defer y.Free()
	if exc := reserveText(t, x.size()+y.size()); exc != nil {
		return nil, exc
	}
	return y.appendTo(x.appendTo(make([]byte, 0, x.size()+y.size()))), nil
}

func bytesBuffer(t *Thread, v Value, writable bool) (*Buffer, *Exception) {
	if writable {
		return nil, Raise(t, BufferErrorType, "Object is not writable.")
	}
	return &Buffer{Bytes: (*Bytes)(v.p).B, Owner: v, ReadOnly: true, ItemSize: 1}, nil
}

func bytesGetNewArgs(t *Thread, self Value) (Value, *Exception) {
	return MakeTuple(t, CopyBytes(t, (*Bytes)(self.p).B).Value()).Value(), nil
}
