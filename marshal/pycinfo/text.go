package pycinfo

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/krait-vm/krait/marshal"
)

// JSON is the description as indented JSON with a newline at its end.
func (f *File) JSON() []byte {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(f); err != nil {
		panic(err) // a File holds nothing that JSON cannot
	}
	return []byte(b.String())
}

// Text is the description for people.
func (f *File) Text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", plain(f.Name))
	release := ""
	if !f.Released {
		release = " (pre-release)"
	}
	fmt.Fprintf(&b, "  python    %s%s\n", f.Python, release)
	fmt.Fprintf(&b, "  magic     %d (%s)\n", f.MagicNumber, f.Magic)
	switch {
	case f.SourceTime != nil:
		fmt.Fprintf(&b, "  source    timestamp %s, %d bytes\n", *f.SourceTime, *f.SourceSize)
	case f.SourceHash != "":
		fmt.Fprintf(&b, "  source    %s %s\n", f.Invalidation, f.SourceHash)
	}
	fmt.Fprintf(&b, "  size      %d bytes", f.Size)
	if f.TrailingBytes > 0 {
		fmt.Fprintf(&b, ", the last %d of them unused", f.TrailingBytes)
	}
	b.WriteByte('\n')
	if f.Code != nil {
		fmt.Fprintf(&b, "  code      %d code objects, %d bytes of bytecode\n\n", f.CodeObjects, f.BytecodeSize)
		f.Code.text(&b, "")
	}
	return b.String()
}

func (c *Code) text(b *strings.Builder, indent string) {
	fmt.Fprintf(b, "%s%s%s  line %d", indent, c.Name, c.signature(), c.FirstLine)
	if c.Seen {
		b.WriteString("  (see above)\n")
		return
	}
	fmt.Fprintf(b, "  code %d  stack %d  consts %d  names %d", c.CodeSize, c.StackSize, len(c.Consts), len(c.Names))
	list := func(name string, items []string) {
		if len(items) > 0 {
			fmt.Fprintf(b, "  %s %s", name, strings.Join(items, ","))
		}
	}
	list("cells", c.CellVars)
	list("free", c.FreeVars)
	list("flags", c.FlagNames)
	b.WriteByte('\n')
	for _, child := range c.Children {
		child.text(b, indent+"  ")
	}
}

// signature shows the parameters of a function; other code has none.
func (c *Code) signature() string {
	const isFunction = 0x1 | 0x2 // OPTIMIZED and NEWLOCALS
	if c.Seen || c.Flags&isFunction != isFunction {
		return ""
	}
	name := func(i int) string {
		if i < len(c.VarNames) {
			return c.VarNames[i]
		}
		return "?"
	}
	var params []string
	for i := range min(c.ArgCount, len(c.VarNames)) {
		params = append(params, name(i))
		if i+1 == c.PosOnlyArgCount {
			params = append(params, "/")
		}
	}
	next := c.ArgCount + c.KwOnlyArgCount
	if c.Flags&marshal.FlagVarArgs != 0 {
		params = append(params, "*"+name(next))
		next++
	} else if c.KwOnlyArgCount > 0 {
		params = append(params, "*")
	}
	for i := c.ArgCount; i < min(c.ArgCount+c.KwOnlyArgCount, len(c.VarNames)); i++ {
		params = append(params, name(i))
	}
	if c.Flags&marshal.FlagVarKeywords != 0 {
		params = append(params, "**"+name(next))
	}
	return "(" + strings.Join(params, ", ") + ")"
}

// plain makes the text of a string fit for a terminal and for JSON: what cannot be
// printed, lone surrogates too, becomes a backslash escape.
func plain(s string) string {
	clean := utf8.ValidString(s)
	for _, r := range s {
		clean = clean && unicode.IsPrint(r)
	}
	if clean {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		r, n := marshal.DecodeRune(s)
		switch {
		case unicode.IsPrint(r) && r != utf8.RuneError:
			b.WriteRune(r)
		case r < 0x100:
			fmt.Fprintf(&b, `\x%02x`, r)
		case r < 0x10000:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			fmt.Fprintf(&b, `\U%08x`, r)
		}
		s = s[n:]
	}
	return b.String()
}

func plainAll(names []*marshal.Str) []string {
	out := make([]string, len(names))
	for i, s := range names {
		out[i] = plain(s.S)
	}
	return out
}
