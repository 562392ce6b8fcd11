package runtime

import (
	"strconv"

	"github.com/krait-vm/krait/runtime/numfmt"
)

// percentArgs hands out the values of the right operand of %.
type percentArgs struct {
	t     *Thread
	right Value
	tuple *Tuple // nil for a single value
	next  int
	dict  bool // the right operand can serve %(name)s
}

func (a *percentArgs) init(t *Thread, right Value, sequence func(Value) bool) {
	a.t, a.right = t, right
	a.tuple = asTuple(right)
	tp := TypeOf(right)
	a.dict = a.tuple == nil && tp.GetItem != nil && !sequence(right)
}

func (a *percentArgs) take() (Value, *Exception) {
	if a.tuple != nil {
		if a.next < len(a.tuple.Items) {
			a.next++
			return a.tuple.Items[a.next-1], nil
		}
	} else if a.next == 0 {
		a.next = 1
		return a.right, nil
	}
	return Null, Raise(a.t, TypeErrorType, "not enough arguments for format string")
}

// left reports whether values remain.
func (a *percentArgs) left() bool {
	if a.tuple != nil {
		return a.next < len(a.tuple.Items)
	}
	return a.next == 0
}

// A percentSpec is one conversion of a format.
type percentSpec struct {
	numfmt.Percent
	verb rune
	at   int // index of the verb
}

// percentText is the format: the bytes of a bytes object or the characters of a str.
type percentText interface {
	At(i int) rune
	Len() int
}

// A percentParser reads the conversions of a format.
type percentParser struct {
	args       percentArgs
	i, n       int
	tooPrecise string // message for a precision out of bounds
}

// maxPercentDigits bounds width and precision, for which CPython has separate limits.
const maxPercentWidth = maxInt

// star takes a width or precision from the arguments.
func (p *percentParser) star() (Value, *Exception) {
	v, exc := p.args.take()
	if exc != nil {
		return Null, exc
	}
	if !TypeOf(v).Is(TypeInt) {
		return Null, Raise(p.args.t, TypeErrorType, "* wants int")
	}
	return v, nil
}

// key looks up %(name): name is what stands between the parentheses.
func (p *percentParser) key(name Value) *Exception {
	a := &p.args
	v, exc := GetItem(a.t, a.right, name)
	if exc != nil {
		return exc
	}
	a.t.Handle(v)
	a.tuple = MakeTuple(a.t, v)
	a.next = 0
	a.t.Handle(a.tuple.Value())
	return nil
}

// number reads digits at p.i.
func (p *percentParser) number(text percentText, limit int, msg string) (int, *Exception) {
	v := 0
	for ; p.i < p.n; p.i++ {
		c := text.At(p.i)
		if c < '0' || c > '9' {
			break
		}
		if v > (limit-int(c-'0'))/10 {
			return 0, Raise(p.args.t, ValueErrorType, msg)
		}
		v = v*10 + int(c-'0')
	}
	return v, nil
}

// parse reads a conversion from after the %; name makes the key of text[i:j].
func (p *percentParser) parse(text percentText, name func(i, j int) Value) (percentSpec, *Exception) {
	t := p.args.t
	s := percentSpec{Percent: numfmt.Percent{Width: -1, Precision: -1}}
	if p.i < p.n && text.At(p.i) == '(' {
		if !p.args.dict {
			return s, Raise(t, TypeErrorType, "format requires a mapping")
		}
		p.i++
		from := p.i
		depth := 1
		for ; p.i < p.n && depth > 0; p.i++ {
			switch text.At(p.i) {
			case ')':
				depth--
			case '(':
				depth++
			}
		}
		if depth > 0 {
			return s, Raise(t, ValueErrorType, "incomplete format key")
		}
		if exc := p.key(name(from, p.i-1)); exc != nil {
			return s, exc
		}
	}
flags:
	for ; p.i < p.n; p.i++ {
		switch text.At(p.i) {
		case '-':
			s.Left = true
		case '+':
			s.Plus = true
		case ' ':
			s.Space = true
		case '#':
			s.Alternate = true
		case '0':
			s.Zero = true
		default:
			break flags
		}
	}
	if exc := p.widths(&s, text); exc != nil {
		return s, exc
	}
	if p.i < p.n {
		if c := text.At(p.i); c == 'h' || c == 'l' || c == 'L' {
			p.i++
		}
	}
	if p.i >= p.n {
		return s, Raise(t, ValueErrorType, "incomplete format")
	}
	s.verb, s.at = text.At(p.i), p.i
	p.i++
	return s, nil
}

// widths reads width and precision.
func (p *percentParser) widths(s *percentSpec, text percentText) *Exception {
	t := p.args.t
	if p.i < p.n && text.At(p.i) == '*' {
		p.i++
		v, exc := p.star()
		if exc != nil {
			return exc
		}
		if s.Width, exc = asSsizeC(t, v, "ssize_t"); exc != nil {
			return exc
		}
		if s.Width < 0 {
			s.Left = true
			s.Width = max(-s.Width, 0) // the least int has no negative
		}
	} else if p.i < p.n && uint32(text.At(p.i)-'0') < 10 {
		var exc *Exception
		if s.Width, exc = p.number(text, maxPercentWidth, "width too big"); exc != nil {
			return exc
		}
	}
	if p.i >= p.n || text.At(p.i) != '.' {
		return nil
	}
	p.i++
	s.Precision = 0
	if p.i < p.n && text.At(p.i) == '*' {
		p.i++
		v, exc := p.star()
		if exc != nil {
			return exc
		}
		n, exc := asInt32(t, v)
		if exc != nil {
			return exc
		}
		s.Precision = max(n, 0)
		return nil
	}
	var exc *Exception
	s.Precision, exc = p.number(text, 1<<31-1, p.tooPrecise)
	return exc
}

// asSsizeC converts an int to a C integer type of 64 bits, named in the OverflowError.
func asSsizeC(t *Thread, v Value, ctype string) (int, *Exception) {
	n, ok := AsInt64(v)
	if !ok {
		return 0, Raise(t, OverflowErrorType, "Python int too large to convert to C "+ctype)
	}
	return int(n), nil
}

// plain reports whether a conversion has no flags, width or precision.
func (s *percentSpec) plain() bool { return s.Percent == numfmt.Percent{Width: -1, Precision: -1} }

// formatPercent is s % right.
func formatPercent(t *Thread, s *Str, right Value) (Value, *Exception) {
	var p percentParser
	p.n, p.tooPrecise = s.Len(), "precision too big"
	p.args.init(t, right, func(v Value) bool { return asStr(v) != nil })
	mark := t.HandleMark()
	defer t.Release(mark)
	var b strBuilder
	b.start(t)
	b.expect(p.n + 16)
	for p.i < p.n {
		from := p.i
		if s.shift() == 0 {
			for p.i < p.n && s.s[p.i] != '%' {
				p.i++
			}
		} else {
			for p.i < p.n && s.At(p.i) != '%' {
				p.i++
			}
		}
		b.slice(s, from, p.i)
		if p.i == p.n {
			break
		}
		p.i++
		if exc := p.convert(&b, s); exc != nil {
			b.drop()
			return Null, exc
		}
	}
	if p.args.left() && !p.args.dict {
		b.drop()
		return Null, Raise(t, TypeErrorType, "not all arguments converted during string formatting")
	}
	return b.value()
}

// convert formats the conversion after the % at p.i-1.
func (p *percentParser) convert(b *strBuilder, s *Str) *Exception {
	t := p.args.t
	// %s and %d alone are most of all conversions.
	if p.i < p.n {
		switch s.At(p.i) {
		case '%':
			p.i++
			b.byte('%')
			return nil
		case 's':
			p.i++
			v, exc := p.args.take()
			if exc != nil {
				return exc
			}
			if v.p == nil {
				b.int(int64(v.n))
				return nil
			}
			x, exc := ToStr(t, v)
			if exc == nil {
				b.str(x)
			}
			return exc
		case 'd':
			if v, ok := p.args.peek(); ok && v.p == nil {
				p.i++
				p.args.next++
				b.int(int64(v.n))
				return nil
			}
		}
	}
	f, exc := p.parse(s, func(i, j int) Value { return s.Slice(t, i, j).Value() })
	if exc != nil {
		return exc
	}
	v, exc := p.args.take()
	if exc != nil {
		return exc
	}
	switch f.verb {
	case 's', 'r', 'a':
		var x *Str
		switch f.verb {
		case 's':
			x, exc = ToStr(t, v)
		case 'r':
			x, exc = Repr(t, v)
		default:
			x, exc = ASCII(t, v)
		}
		if exc != nil {
			return exc
		}
		b.layout(&f, x)
		return nil
	case 'c':
		r, exc := percentChar(t, v)
		if exc != nil {
			return exc
		}
		f.Precision = -1
		b.layout(&f, charStr(t, r))
		return nil
	}
	var room [64]byte
	out, ok, exc := f.appendNumber(t, room[:0], v)
	if exc != nil {
		return exc
	}
	if !ok {
		c := f.verb
		if c <= 31 || c > 126 {
			c = '?'
		}
		return Raisef(t, ValueErrorType, "unsupported format character '%c' (0x%x) at index %d", c, f.verb, f.at)
	}
	b.ascii(bytesString(out))
	return nil
}

// peek returns the next value without taking it.
func (a *percentArgs) peek() (Value, bool) {
	if a.tuple != nil {
		if a.next < len(a.tuple.Items) {
			return a.tuple.Items[a.next], true
		}
		return Null, false
	}
	return a.right, a.next == 0
}

// layout appends a text with padding.
func (b *strBuilder) layout(f *percentSpec, x *Str) {
	if f.plain() {
		b.str(x)
		return
	}
	keep, left, right := f.LayoutString(x.Len())
	b.fill(' ', left)
	b.slice(x, 0, keep)
	b.fill(' ', right)
}

// appendNumber formats a numeric conversion; ok is false when the verb is none.
func (s *percentSpec) appendNumber(t *Thread, dst []byte, v Value) (out []byte, ok bool, exc *Exception) {
	switch s.verb {
	case 'd', 'i', 'u', 'o', 'x', 'X':
		verb := byte(s.verb)
		n, exc := percentInt(t, v, verb)
		if exc != nil {
			return nil, true, exc
		}
		if exc := s.reserve(t); exc != nil {
			return nil, true, exc
		}
		if n.IsInt() {
			if s.plain() && verb <= 'i' && verb >= 'd' {
				return strconv.AppendInt(dst, n.AsInt(), 10), true, nil
			}
			return s.AppendInt(dst, verb, n.AsInt()), true, nil
		}
		w := newBigWork(t)
		out, err := s.AppendBig(dst, verb, AsBig(n), &w.Budget)
		if err != nil {
			return nil, true, w.raise(err)
		}
		return out, true, nil
	case 'e', 'E', 'f', 'F', 'g', 'G':
		x, exc := AsFloat64(t, v)
		if exc != nil {
			return nil, true, exc
		}
		if exc := s.reserve(t); exc != nil {
			return nil, true, exc
		}
		return s.AppendFloat(dst, byte(s.verb), x), true, nil
	}
	return nil, false, nil
}

// reserve asks for the memory that width and precision call for.
func (s *percentSpec) reserve(t *Thread) *Exception {
	if s.Width > maxInt>>4 {
		return RaiseNew(t, MemoryErrorType)
	}
	return reserveText(t, max(s.Width, 0)+max(s.Precision, 0))
}

// percentInt converts the operand of an integer conversion.
func percentInt(t *Thread, v Value, verb byte) (Value, *Exception) {
	if v.p == nil {
		return v, nil
	}
	tp := TypeOf(v)
	if tp.flags&TypeInt != 0 {
		return exactInt(v), nil
	}
	hex := verb == 'o' || verb == 'x' || verb == 'X'
	var r Value
	var exc *Exception
	switch {
	case !hex && tp.ToInt != nil:
		if r, exc = tp.ToInt(t, v); exc == nil && !TypeOf(r).Is(TypeInt) {
			exc = TypeErrorf(t, "__int__ returned non-int (type %s)", TypeOf(r).fullName())
		}
	case tp.Index != nil:
		r, exc = Index(t, v)
	default:
		return Null, percentTypeError(t, v, verb)
	}
	if exc != nil {
		if exc.Is(TypeErrorType) {
			return Null, percentTypeError(t, v, verb)
		}
		return Null, exc
	}
	return exactInt(r), nil
}

func percentTypeError(t *Thread, v Value, verb byte) *Exception {
	need := "a real number"
	if verb == 'o' || verb == 'x' || verb == 'X' {
		need = "an integer"
	}
	return TypeErrorf(t, "%%%c format: %s is required, not %s", verb, need, TypeOf(v).fullName())
}

// percentChar converts the operand of %c.
func percentChar(t *Thread, v Value) (rune, *Exception) {
	if s := asStr(v); s != nil {
		if s.Len() == 1 {
			return s.At(0), nil
		}
		if t.interp.Version.At(14) {
			return 0, TypeErrorf(t, "%%c requires an int or a unicode character, not a string of length %d", s.Len())
		}
		return 0, Raise(t, TypeErrorType, "%c requires int or char")
	}
	tp := TypeOf(v)
	if tp.Index == nil && tp.flags&TypeInt == 0 {
		if t.interp.Version.At(14) {
			return 0, TypeErrorf(t, "%%c requires an int or a unicode character, not %s", tp.name)
		}
		return 0, Raise(t, TypeErrorType, "%c requires int or char")
	}
	i, exc := Index(t, v)
	if exc != nil {
		return 0, exc
	}
	if !i.IsInt() || i.AsInt() < 0 || i.AsInt() > 0x10ffff {
		return 0, Raise(t, OverflowErrorType, "%c arg not in range(0x110000)")
	}
	return rune(i.AsInt()), nil
}
