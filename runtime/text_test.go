package runtime

import (
	"bufio"
	"os"
	"strconv"
	"strings"
	"testing"
)

// A literalParser reads the Python literals of testdata/text.
type literalParser struct {
	t *Thread
	s string
}

func (p *literalParser) skip(c byte) bool {
	p.s = strings.TrimLeft(p.s, " ")
	if p.s != "" && p.s[0] == c {
		p.s = p.s[1:]
		return true
	}
	return false
}

// items reads values up to a closing bracket.
func (p *literalParser) items(end byte) []Value {
	var out []Value
	for !p.skip(end) {
		out = append(out, p.value())
		p.skip(',')
	}
	return out
}

func (p *literalParser) value() Value {
	t := p.t
	switch {
	case p.skip('('):
		return CopyTuple(t, p.items(')')).Value()
	case p.skip('['):
		return NewList(t, p.items(']')).Value()
	case p.skip('{'):
		d := NewDict(t)
		for !p.skip('}') {
			k := p.value()
			p.skip(':')
			d.Set(t, k, p.value())
			p.skip(',')
		}
		return d.Value()
	case strings.HasPrefix(p.s, "slice("):
		p.s = p.s[len("slice("):]
		x := p.items(')')
		sl := &Slice{Header: Header{shape: sliceShape}, Start: x[0], Stop: x[1], Step: x[2]}
		return ObjectOf(&sl.Header)
	case strings.HasPrefix(p.s, "bytearray("):
		p.s = p.s[len("bytearray("):]
		b := asBytes(p.value())
		p.skip(')')
		return NewByteArray(t, append([]byte(nil), b.B...)).Value()
	case p.s[0] == '\'' || p.s[0] == '"':
		return NewStrRunes(t, p.quoted()).Value()
	case p.s[0] == 'b' && len(p.s) > 1 && (p.s[1] == '\'' || p.s[1] == '"'):
		p.s = p.s[1:]
		var b []byte
		for _, r := range p.quoted() {
			b = append(b, byte(r))
		}
		return NewBytes(t, b).Value()
	}
	word := p.s
	if i := strings.IndexAny(p.s, " ,)]}:"); i >= 0 {
		word = p.s[:i]
	}
	p.s = p.s[len(word):]
	switch word {
	case "None":
		return None
	case "True":
		return True
	case "False":
		return False
	case "NotImplemented":
		return NotImplemented
	}
	if i, err := strconv.ParseInt(word, 0, 64); err == nil {
		return Int(i)
	}
	if f, err := strconv.ParseFloat(word, 64); err == nil && strings.ContainsAny(word, ".en") {
		return Float(f)
	}
	panic("no literal: " + word + p.s)
}

// quoted reads a quoted string.
func (p *literalParser) quoted() []rune {
	q := p.s[0]
	i := 1
	var out []rune
	for p.s[i] != q {
		r, n := decodeWTF8(p.s[i:])
		if r != '\\' {
			out = append(out, r)
			i += n
			continue
		}
		i++
		digits := 0
		switch c := p.s[i]; c {
		case 'n':
			out = append(out, '\n')
		case 't':
			out = append(out, '\t')
		case 'r':
			out = append(out, '\r')
		case 'x':
			digits = 2
		case 'u':
			digits = 4
		case 'U':
			digits = 8
		default:
			out = append(out, rune(c))
		}
		i++
		if digits > 0 {
			v, _ := strconv.ParseUint(p.s[i:i+digits], 16, 32)
			out = append(out, rune(v))
			i += digits
		}
	}
	p.s = p.s[i+1:]
	return out
}

// testRepr is repr for the values that cases give, without the container types.
func testRepr(t *Thread, v Value) string {
	list := func(open string, items []Value, end string) string {
		var out []string
		for _, x := range items {
			out = append(out, testRepr(t, x))
		}
		return open + strings.Join(out, ", ") + end
	}
	switch {
	case v.IsNone():
		return "None"
	case v.IsBool():
		if v.IsTrue() {
			return "True"
		}
		return "False"
	case v.IsNotImplemented():
		return "NotImplemented"
	case v.IsInt():
		return strconv.FormatInt(v.AsInt(), 10)
	}
	if x := asTuple(v); x != nil {
		if len(x.Items) == 1 {
			return list("(", x.Items, ",)")
		}
		return list("(", x.Items, ")")
	}
	if x := asList(v); x != nil {
		return list("[", x.Items, "]")
	}
	if d := asDict(v); d != nil {
		var out []string
		for pos := 0; ; {
			k, x, ok := d.Next(&pos)
			if !ok {
				return "{" + strings.Join(out, ", ") + "}"
			}
			out = append(out, testRepr(t, k)+": "+testRepr(t, x))
		}
	}
	s, exc := Repr(t, v)
	if exc != nil {
		return message(t, exc)
	}
	return s.GoString()
}

// runCase calls self.method(*args, **kwargs); the pseudo-methods are builtins and constructors.
func runCase(t *Thread, self Value, method string, args []Value, kw *Dict) string {
	names := &Tuple{}
	if kw != nil {
		for pos := 0; ; {
			k, v, ok := kw.Next(&pos)
			if !ok {
				break
			}
			names.Items = append(names.Items, k)
			args = append(args, v)
		}
	}
	if len(names.Items) == 0 {
		names = nil
	}
	var v Value
	var exc *Exception
	switch method {
	case "format()":
		var s *Str
		if s, exc = Format(t, self, asStr(args[0])); exc == nil {
			v = s.Value()
		}
	case "ascii()":
		var s *Str
		if s, exc = ASCII(t, self); exc == nil {
			v = s.Value()
		}
	case "str()", "bytes()", "bytearray()":
		cls := map[string]*Type{"str()": StrType, "bytes()": BytesType, "bytearray()": ByteArrayType}[method]
		v, exc = CallKw(t, cls.Value(), args, names)
	default:
		var fn Value
		if fn, exc = GetAttr(t, self, NewStr(t, method)); exc == nil {
			v, exc = CallKw(t, fn, args, names)
		}
	}
	if exc != nil {
		return "! " + message(t, exc)
	}
	return testRepr(t, v)
}

// TestTextMethods compares the methods of str, bytes and bytearray with what CPython gave (testdata/text/gen.py).
func TestTextMethods(t *testing.T) {
	for _, minor := range []int{13, 14} {
		th := NewInterp(noEngine{}, nil, Version{Minor: minor}, Config{MaxIntDigits: 4300}).Main
		f, err := os.Open("testdata/text/cases.txt")
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		bad := 0
		sc := bufio.NewScanner(f)
		sc.Buffer(nil, 1<<20)
		for sc.Scan() {
			// self method args kwargs => result13 [=> result14]
			call, results, _ := strings.Cut(sc.Text(), " => ")
			results, later, differs := strings.Cut(results, " =>14 ")
			want := results
			if differs && minor == 14 {
				want = later
			}
			p := literalParser{t: th, s: call}
			self := p.value()
			method, rest, _ := strings.Cut(strings.TrimLeft(p.s, " "), " ")
			p.s = rest
			args := asTuple(p.value()).Items
			var kw *Dict
			if p.skip(' '); p.s != "" {
				kw = asDict(p.value())
			}
			if got := runCase(th, self, method, args, kw); got != want {
				if bad++; bad <= 60 {
					t.Errorf("3.%d: %s\n got %s\nwant %s", minor, call, got, want)
				}
			}
		}
		if bad > 60 {
			t.Errorf("3.%d: %d cases differ", minor, bad)
		}
	}
}
