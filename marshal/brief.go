package marshal

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

const (
	briefItems = 8  // items shown of a container
	briefText  = 60 // bytes shown of a string, and digits of an int
	briefDepth = 3  // containers shown inside one another
)

// Brief shows an object in one short line of ASCII for listings and messages. It
// is Python's ascii() of the object as long as that is short, and says "..." where
// something is left out.
func Brief(o Object) string {
	var b strings.Builder
	brief(&b, o, nil)
	return b.String()
}

func brief(b *strings.Builder, o Object, outer []Object) {
	if isContainer(o) {
		if slices.Contains(outer, o) {
			b.WriteString(recursiveRepr(o))
			return
		}
		outer = append(outer, o)
	}
	switch o := o.(type) {
	case Singleton:
		b.WriteString(singletonNames[o])
	case *Int:
		b.WriteString(briefInt(o))
	case *Float:
		b.WriteString(floatRepr(o.V))
	case *Complex:
		b.WriteString(complexRepr(o.V))
	case *Str:
		briefStr(b, o.S)
	case *Bytes:
		b.WriteByte('b')
		briefBytes(b, o.S)
	case *Tuple:
		closing := ")"
		if len(o.Items) == 1 {
			closing = ",)"
		}
		briefList(b, "(", o.Items, closing, outer)
	case *List:
		briefList(b, "[", o.Items, "]", outer)
	case *Set:
		switch {
		case len(o.Items) == 0:
			b.WriteString(TypeName(o) + "()")
		case o.Frozen:
			briefList(b, "frozenset({", o.Items, "})", outer)
		default:
			briefList(b, "{", o.Items, "}", outer)
		}
	case *Slice:
		briefList(b, "slice(", []Object{o.Start, o.Stop, o.Step}, ")", outer)
	case *Dict:
		briefDict(b, o, outer)
	case *Code:
		b.WriteString("<code object ")
		b.WriteString(strings.Trim(Brief(o.Name), "'"))
		fmt.Fprintf(b, ", line %d>", o.FirstLineNo)
	default:
		b.WriteString("<NULL>")
	}
}

// recursiveRepr is what repr shows for a container inside itself.
func recursiveRepr(o Object) string {
	switch o := o.(type) {
	case *Tuple:
		return "(...)"
	case *List:
		return "[...]"
	case *Dict:
		return "{...}"
	default:
		return TypeName(o) + "(...)"
	}
}

var singletonNames = [...]string{
	None:          "None",
	False:         "False",
	True:          "True",
	Ellipsis:      "Ellipsis",
	StopIteration: "<class 'StopIteration'>",
}

func briefInt(o *Int) string {
	if o.Big == nil {
		return strconv.FormatInt(o.V, 10)
	}
	if o.Big.BitLen() <= briefText*3 {
		return o.Big.String()
	}
	sign := ""
	if o.Big.Sign() < 0 {
		sign = "-"
	}
	return fmt.Sprintf("%s<int of %d bits>", sign, o.Big.BitLen())
}

// floatRepr is Python's repr of a float.
func floatRepr(v float64) string {
	switch {
	case math.IsNaN(v):
		return "nan"
	case math.IsInf(v, 0):
		return strings.TrimPrefix(strings.ToLower(strconv.FormatFloat(v, 'g', -1, 64)), "+")
	}
	if abs := math.Abs(v); abs != 0 && (abs < 1e-4 || abs >= 1e16) {
		return strconv.FormatFloat(v, 'e', -1, 64)
	}
	s := strconv.FormatFloat(v, 'f', -1, 64)
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return s
}

// complexRepr is Python's repr of a complex number.
func complexRepr(v complex128) string {
	part := func(f float64) string { return strings.TrimSuffix(floatRepr(f), ".0") }
	re, im := real(v), imag(v)
	if re == 0 && !math.Signbit(re) {
		return part(im) + "j"
	}
	sign := "+"
	if s := part(im); s[0] == '-' {
		sign = ""
	}
	return "(" + part(re) + sign + part(im) + "j)"
}

func briefList(b *strings.Builder, opening string, items []Object, closing string, outer []Object) {
	b.WriteString(opening)
	for i, o := range items {
		if i > 0 {
			b.WriteString(", ")
		}
		if i == briefItems || len(outer) > briefDepth {
			b.WriteString("...")
			break
		}
		brief(b, o, outer)
	}
	b.WriteString(closing)
}

func briefDict(b *strings.Builder, o *Dict, outer []Object) {
	b.WriteByte('{')
	for i, p := range o.Pairs {
		if i > 0 {
			b.WriteString(", ")
		}
		if i == briefItems || len(outer) > briefDepth {
			b.WriteString("...")
			break
		}
		brief(b, p.Key, outer)
		b.WriteString(": ")
		brief(b, p.Value, outer)
	}
	b.WriteByte('}')
}

func briefStr(b *strings.Builder, s string) {
	quote := pickQuote(s)
	b.WriteByte(quote)
	for i := 0; i < len(s); {
		if i >= briefText {
			b.WriteString("...")
			break
		}
		r, n := DecodeRune(s[i:])
		switch {
		case r < 0x80:
			briefByte(b, byte(r), quote)
		case r < 0x100:
			fmt.Fprintf(b, `\x%02x`, r)
		case r < 0x10000:
			fmt.Fprintf(b, `\u%04x`, r)
		default:
			fmt.Fprintf(b, `\U%08x`, r)
		}
		i += n
	}
	b.WriteByte(quote)
}

// DecodeRune is utf8.DecodeRuneInString for the text of a Str: surrogates are runes
// of their own.
func DecodeRune(s string) (rune, int) {
	if isSurrogate(s) {
		return rune(s[0]&0x0f)<<12 | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f), 3
	}
	return utf8.DecodeRuneInString(s)
}

func briefBytes(b *strings.Builder, s string) {
	quote := pickQuote(s)
	b.WriteByte(quote)
	for i := 0; i < len(s); i++ {
		if i >= briefText {
			b.WriteString("...")
			break
		}
		briefByte(b, s[i], quote)
	}
	b.WriteByte(quote)
}

func pickQuote(s string) byte {
	if strings.Contains(s, "'") && !strings.Contains(s, `"`) {
		return '"'
	}
	return '\''
}

func briefByte(b *strings.Builder, c, quote byte) {
	switch {
	case c == quote || c == '\\':
		b.WriteByte('\\')
		b.WriteByte(c)
	case c == '\n':
		b.WriteString(`\n`)
	case c == '\r':
		b.WriteString(`\r`)
	case c == '\t':
		b.WriteString(`\t`)
	case c < 0x20 || c >= 0x7f:
		fmt.Fprintf(b, `\x%02x`, c)
	default:
		b.WriteByte(c)
	}
}
