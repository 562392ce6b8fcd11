package dis

import (
	"fmt"
	"strconv"

	"github.com/krait-vm/krait/marshal"
	"github.com/krait-vm/krait/opcodes"
	"github.com/krait-vm/krait/runtime/numfmt"
	"github.com/krait-vm/krait/runtime/unicodedb"
)

// Limits of one repr. A small file can hold a tree whose repr fills any memory, by references.
const (
	maxRepr        = 64 << 20 // bytes
	maxReprNesting = 2500     // containers inside each other
	maxStrDigits   = 4300     // sys.get_int_max_str_digits()
)

// reprs makes the reprs of constants. It remembers those of the containers, which instructions often share.
type reprs struct {
	unicode *unicodedb.Tables
	code    func(*marshal.Code) string
	hashes  *hasher
	done    map[marshal.Object]string
	within  map[marshal.Object]bool // the containers that are being shown
}

func newReprs(version opcodes.Version) *reprs {
	return &reprs{
		unicode: unicodedb.For(int(version & 0xff)),
		hashes:  newHasher(version),
		done:    map[marshal.Object]string{},
		within:  map[marshal.Object]bool{},
	}
}

// of returns repr(o).
func (r *reprs) of(o marshal.Object) (string, error) {
	if s, ok := r.done[o]; ok {
		return s, nil
	}
	b, err := r.append(nil, o)
	clear(r.within)
	if err != nil {
		return "", err
	}
	s := string(b)
	if len(s) < maxRepr/1024 {
		r.done[o] = s
	}
	return s, nil
}

func (r *reprs) append(b []byte, o marshal.Object) ([]byte, error) {
	if len(b) > maxRepr {
		return b, fmt.Errorf("dis: the repr of a constant is longer than %d bytes", maxRepr)
	}
	switch o := o.(type) {
	case marshal.Singleton:
		return append(b, singletons[o]...), nil
	case *marshal.Int:
		return appendInt(b, o)
	case *marshal.Float:
		return numfmt.AppendFloatRepr(b, o.V), nil
	case *marshal.Complex:
		return append(b, numfmt.ComplexRepr(real(o.V), imag(o.V))...), nil
	case *marshal.Str:
		return appendStr(b, o.S, r.unicode), nil
	case *marshal.Bytes:
		return appendBytes(b, o.S), nil
	case *marshal.Code:
		return append(b, r.code(o)...), nil
	case nil:
		return append(b, "<NULL>"...), nil
	}
	return r.appendContainer(b, o)
}

var singletons = [...]string{
	marshal.None:          "None",
	marshal.False:         "False",
	marshal.True:          "True",
	marshal.Ellipsis:      "Ellipsis",
	marshal.StopIteration: "<class 'StopIteration'>",
}

func (r *reprs) appendContainer(b []byte, o marshal.Object) ([]byte, error) {
	if r.within[o] {
		return append(b, recursive(o)...), nil
	}
	if len(r.within) >= maxReprNesting {
		return b, &Error{"RecursionError", "maximum recursion depth exceeded while getting the repr of an object"}
	}
	r.within[o] = true
	defer delete(r.within, o)
	switch o := o.(type) {
	case *marshal.Tuple:
		closing := ")"
		if len(o.Items) == 1 {
			closing = ",)"
		}
		return r.appendItems(b, "(", o.Items, closing)
	case *marshal.List:
		return r.appendItems(b, "[", o.Items, "]")
	case *marshal.Slice:
		return r.appendItems(b, "slice(", []marshal.Object{o.Start, o.Stop, o.Step}, ")")
	case *marshal.Set:
		items, err := r.hashes.order(o.Items)
		switch {
		case err != nil:
			return b, err
		case o.Frozen && len(items) == 0:
			return append(b, "frozenset()"...), nil
		case o.Frozen:
			return r.appendItems(b, "frozenset({", items, "})")
		case len(items) == 0:
			return append(b, "set()"...), nil
		}
		return r.appendItems(b, "{", items, "}")
	case *marshal.Dict:
		return r.appendDict(b, o)
	}
	return b, fmt.Errorf("dis: a constant of unknown type %T", o)
}

// recursive is what stands for a container inside itself.
func recursive(o marshal.Object) string {
	switch o := o.(type) {
	case *marshal.Tuple:
		return "(...)"
	case *marshal.List:
		return "[...]"
	case *marshal.Set:
		if o.Frozen {
			return "frozenset(...)"
		}
		return "set(...)"
	}
	return "{...}"
}

func (r *reprs) appendItems(b []byte, opening string, items []marshal.Object, closing string) ([]byte, error) {
	b = append(b, opening...)
	for i, item := range items {
		if i > 0 {
			b = append(b, ", "...)
		}
		var err error
		if b, err = r.append(b, item); err != nil {
			return b, err
		}
	}
	return append(b, closing...), nil
}

func (r *reprs) appendDict(b []byte, d *marshal.Dict) ([]byte, error) {
	keys := make([]marshal.Object, len(d.Pairs))
	for i, pair := range d.Pairs {
		keys[i] = pair.Key
	}
	firsts, err := r.hashes.firsts(keys)
	if err != nil {
		return b, err
	}
	// The later of two equal keys gives the value, the earlier the key and the place.
	values := make(map[int]marshal.Object, len(keys))
	for i, first := range firsts {
		values[first] = d.Pairs[i].Value
	}
	b = append(b, '{')
	for i, key := range keys {
		if firsts[i] != i {
			continue
		}
		if i > 0 {
			b = append(b, ", "...)
		}
		if b, err = r.append(b, key); err != nil {
			return b, err
		}
		b = append(b, ": "...)
		if b, err = r.append(b, values[i]); err != nil {
			return b, err
		}
	}
	return append(b, '}'), nil
}

func appendInt(b []byte, i *marshal.Int) ([]byte, error) {
	if i.Big == nil {
		return strconv.AppendInt(b, i.V, 10), nil
	}
	b, err := numfmt.AppendBigText(b, i.Big, 10, &numfmt.Budget{MaxStrDigits: maxStrDigits})
	if err != nil {
		return b, &Error{err.Class, err.Msg}
	}
	return b, nil
}

const hexDigits = "0123456789abcdef"

// appendStr is repr of a str.
func appendStr(b []byte, s string, tables *unicodedb.Tables) []byte {
	quote := pickQuote(s)
	b = append(b, quote)
	for s != "" {
		r, n := decodeRune(s)
		switch {
		case r < 0x7f:
			b = appendASCII(b, byte(r), quote)
		case tables.IsPrintable(r):
			b = append(b, s[:n]...)
		case r < 0x100:
			b = append(b, '\\', 'x', hexDigits[r>>4], hexDigits[r&15])
		case r < 0x10000:
			b = fmt.Appendf(b, "\\u%04x", r)
		default:
			b = fmt.Appendf(b, "\\U%08x", r)
		}
		s = s[n:]
	}
	return append(b, quote)
}

// appendBytes is repr of a bytes object.
func appendBytes(b []byte, s string) []byte {
	quote := pickQuote(s)
	b = append(b, 'b', quote)
	for i := range len(s) {
		if s[i] < 0x7f {
			b = appendASCII(b, s[i], quote)
		} else {
			b = append(b, '\\', 'x', hexDigits[s[i]>>4], hexDigits[s[i]&15])
		}
	}
	return append(b, quote)
}

// pickQuote takes double quotes for a text that has single quotes and no double ones.
func pickQuote(s string) byte {
	single := false
	for i := range len(s) {
		switch s[i] {
		case '"':
			return '\''
		case '\'':
			single = true
		}
	}
	if single {
		return '"'
	}
	return '\''
}

func appendASCII(b []byte, c, quote byte) []byte {
	switch {
	case c == quote || c == '\\':
		return append(b, '\\', c)
	case c == '\t':
		return append(b, '\\', 't')
	case c == '\n':
		return append(b, '\\', 'n')
	case c == '\r':
		return append(b, '\\', 'r')
	case c < ' ':
		return append(b, '\\', 'x', hexDigits[c>>4], hexDigits[c&15])
	}
	return append(b, c)
}
