package runtime

import "unsafe"

// What native modules, which live in packages of their own, need of the object model beyond its ordinary exported functions.

// TypeOwnLayout marks a spec whose instances have a Go struct of their own although nothing subclasses them.
const TypeOwnLayout = typeOwnLayout

// NewShape makes the root shape of a native module's type, for TypeSpec.Shape and exact type tests with HasShape.
func NewShape(tp *Type) *Shape { return &Shape{typ: tp} }

// HasShape reports whether v is a heap object of shape s.
func HasShape(v Value, s *Shape) bool { return v.p != nil && (*Header)(v.p).shape == s }

// Alloc makes a zeroed T, which begins with a Header, with the given shape. Its Values must be filled: the zero Value is the int 0.
func Alloc[T any](t *Thread, s *Shape) *T {
	x := alloc[T](t)
	(*Header)(unsafe.Pointer(x)).shape = s
	return x
}

// AllocSub is Alloc for TypeSpec.NewSub, whose caller sets the shape.
func AllocSub[T any](t *Thread) *T { return alloc[T](t) }

// NewInstanceOf allocates an instance of a heap subclass of a builtin type through that type's NewSub.
func NewInstanceOf(t *Thread, tp *Type) *Header { return newInstanceOf(t, tp) }

// Charge accounts for n bytes of small, bounded allocation.
func (t *Thread) Charge(n int) { t.charged += uintptr(n) }

// Window returns the handles above a mark as a slice: arguments put there need no allocation for a call.
func (t *Thread) Window(mark int) []Value { return t.handles[mark:len(t.handles):len(t.handles)] }

// CallPrepended calls fn(first, *args).
func CallPrepended(t *Thread, fn, first Value, args []Value, kw *Tuple) (Value, *Exception) {
	return callPrepended(t, fn, first, args, kw)
}

// ExactStr returns the str that v is when its type is str itself, or nil.
func ExactStr(v Value) *Str { return exactStr(v) }

// IsInterned reports whether s is the canonical object for its text.
func (s *Str) IsInterned() bool { return s.flags&flagInterned != 0 }

// NewSignature describes the parameters of a constructor, whose slot receives its arguments raw: "deque(iterable=(), maxlen=None)".
func NewSignature(sig string) *Native { return signature(sig) }

// Bind matches arguments to the parameters; the result lies in the handle window until the caller releases it.
func (n *Native) Bind(t *Thread, args []Value, kw *Tuple) ([]Value, *Exception) {
	return n.bind(t, args, kw)
}

// BadArgument is the TypeError of an argument of the wrong type; argument is "argument 'x'" or "argument 1".
func BadArgument(t *Thread, function, argument, expected string, v Value) *Exception {
	return badArgument(t, function, argument, expected, v)
}

// NoKeywords raises for a function that takes no keywords.
func NoKeywords(t *Thread, name string, kw *Tuple) *Exception { return noKeywords(t, name, kw) }

// CheckArity raises unless there are between least and most positional arguments.
func CheckArity(t *Thread, name string, n, least, most int) *Exception {
	return checkArity(t, name, n, least, most)
}

// FullName is the type's name as error messages about builtin types give it: with its module, but for builtins.
func (tp *Type) FullName() string { return tp.fullName() }

// Layout returns the builtin type that decides the Go struct of instances.
func (tp *Type) Layout() *Type { return tp.layout }

// SelfIter is the Iter slot of iterators.
func SelfIter(t *Thread, v Value) (Value, *Exception) { return v, nil }

// NewPair makes a tuple of two.
func NewPair(t *Thread, a, b Value) Value { return newPair(t, a, b) }

// NewSeqIter makes the iterator of an object that has only __getitem__.
func NewSeqIter(t *Thread, o Value) Value { return newSeqIter(t, o) }

// NewGenericAlias makes origin[args]: the function of __class_getitem__ rows.
func NewGenericAlias(t *Thread, origin, args Value) (Value, *Exception) {
	return newGenericAlias(t, origin, args)
}

// StrValue turns the result of a function that makes a str into a Value.
func StrValue(s *Str, exc *Exception) (Value, *Exception) { return strValue(s, exc) }

// Plural returns "s" unless n is 1.
func Plural(n int) string { return plural(n) }

// CheckNoKeywords refuses keywords to a constructor unless the subclass brings the other one, New or Init, named by partner.
func CheckNoKeywords(t *Thread, cls, base *Type, partner *Str, name string, kw *Tuple) *Exception {
	return checkNoKeywords(t, cls, base, partner, name, kw)
}

// A Cursor steps through any iterable, exact lists and tuples without an iterator object. What it holds stands in the handle window until the
// caller releases it.
type Cursor struct {
	list  *List
	tuple *Tuple
	i     int
	it    Value
	next  NextFunc
}

// NewCursor starts stepping through o.
func NewCursor(t *Thread, o Value) (Cursor, *Exception) {
	if l := ExactList(o); l != nil {
		t.Handle(o)
		return Cursor{list: l}, nil
	}
	if x := ExactTuple(o); x != nil {
		t.Handle(o)
		return Cursor{tuple: x}, nil
	}
	it, exc := Iter(t, o)
	if exc != nil {
		return Cursor{}, exc
	}
	t.Handle(it)
	return Cursor{it: it, next: TypeOf(it).Next}, nil
}

// Next returns the next item; it polls the breaker from time to time.
func (c *Cursor) Next(t *Thread) (Value, bool, *Exception) {
	c.i++
	if c.i&4095 == 0 {
		if exc := t.Poll(); exc != nil {
			return Null, false, exc
		}
	}
	switch {
	case c.list != nil:
		if c.i <= len(c.list.Items) {
			return c.list.Items[c.i-1], true, nil
		}
		return Null, false, nil
	case c.tuple != nil:
		if c.i <= len(c.tuple.Items) {
			return c.tuple.Items[c.i-1], true, nil
		}
		return Null, false, nil
	}
	return c.next(t, c.it)
}

// BuiltinExceptions returns the exception classes of the builtins module in a version.
func BuiltinExceptions(v Version) []*Type {
	var out []*Type
	for _, r := range exceptionTable {
		switch r.typ {
		case PythonFinalizationErrorType, _IncompleteInputErrorType:
			if !v.At(13) {
				continue
			}
		}
		out = append(out, r.typ)
	}
	return append(out, ExceptionGroupType)
}

// EncodeBuiltin reports whether an encoding is one of those that the core knows itself, and which.
func EncodeBuiltin(encoding string) (Codec, bool) {
	c := builtinCodec(encoding)
	return c, c != CodecNone
}

// NewNative makes a function that is in no module's table, of one row.
func NewNative(m *MethodSpec) *Native { return newNative(m) }
