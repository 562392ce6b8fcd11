// Package dis prints code objects as the dis module of the code's own Python version does: dis.dis(code) of 3.11 to 3.14,
// character by character. Only the addresses in "<code object f at 0x..., ...>" are its own: they number the code
// objects in the order in which they are printed, so that equal files print equally.
//
// Sets print in the order that CPython has under PYTHONHASHSEED=0.
//
// Any code object that package marshal returns prints or gives an error, whatever it holds. Where CPython's dis ends with
// an exception, so does Print: with an *Error, after the same lines.
//
// Start reading at Print; layout311.go and layout313.go are the two designs of a line, argrepr.go explains operands and
// repr.go shows constants.
package dis

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/krait-vm/krait/marshal"
	"github.com/krait-vm/krait/opcodes"
)

// Options are those of "python -m dis". A version that lacks an option ignores it.
type Options struct {
	ShowCaches    bool // -C: a line for every inline cache entry
	ShowOffsets   bool // -O: byte offsets (3.13 and later; 3.11 and 3.12 always show them)
	ShowPositions bool // -P: source positions in place of line numbers (3.14)
	Specialized   bool // -S: the code as the interpreter has it before it first runs (3.14)
}

// An Error is a Python exception that ends the disassembly.
type Error struct {
	Class string
	Msg   string
}

// Error returns the last line of the traceback.
func (e *Error) Error() string { return e.Class + ": " + e.Msg }

// Limits of what hostile code can make us do. CPython would go on until memory or patience ends.
const (
	maxOutput  = 1 << 30 // bytes printed
	maxInput   = 1 << 31 // bytes decoded, those of a shared object each time
	maxNesting = 1000    // code objects inside each other
)

// Print writes the disassembly of code and of the code objects in its constants to w.
func Print(w io.Writer, code *marshal.Code, version opcodes.Version, opts Options) error {
	table := opcodes.For(version)
	if table == nil {
		return fmt.Errorf("dis: no opcode table for Python %v", version)
	}
	if version < opcodes.V313 {
		opts.ShowOffsets = true
	}
	if version < opcodes.V314 {
		opts.ShowPositions, opts.Specialized = false, false
	}
	p := &printer{
		w:         bufio.NewWriter(w),
		table:     table,
		version:   version,
		opts:      opts,
		repr:      newReprs(version),
		addresses: map[*marshal.Code]int{},
	}
	p.repr.code = p.codeRepr
	err := p.code(code, 0)
	if flushed := p.w.Flush(); err == nil {
		err = flushed
	}
	return err
}

// A printer is one run of Print.
type printer struct {
	w         *bufio.Writer
	read      int
	written   int
	table     *opcodes.Table
	version   opcodes.Version
	opts      Options
	repr      *reprs
	addresses map[*marshal.Code]int
	buf       []byte // the line being made
}

// code prints one code object and those in its constants.
func (p *printer) code(code *marshal.Code, nesting int) error {
	if nesting > maxNesting {
		return &Error{"RecursionError", "maximum recursion depth exceeded"}
	}
	if code.Old != nil {
		return fmt.Errorf("dis: a code object of Python %v inside one of %v", code.Version, p.version)
	}
	p.read += len(code.Code.S) + len(code.LineTable.S) + len(code.ExceptionTable.S)
	if p.read > maxInput {
		return fmt.Errorf("dis: the code objects have more than %d bytes", maxInput)
	}
	layout := p.layout313
	if p.version < opcodes.V313 {
		layout = p.layout311
	}
	if err := layout(code); err != nil {
		return err
	}
	for _, o := range code.Consts.Items {
		inner, ok := o.(*marshal.Code)
		if !ok {
			continue
		}
		if err := p.line(nil); err != nil {
			return err
		}
		if err := p.line([]byte("Disassembly of " + p.codeRepr(inner) + ":")); err != nil {
			return err
		}
		if err := p.code(inner, nesting+1); err != nil {
			return err
		}
	}
	return nil
}

// codeRepr is repr of a code object.
func (p *printer) codeRepr(code *marshal.Code) string {
	n, ok := p.addresses[code]
	if !ok {
		n = len(p.addresses)
		p.addresses[code] = n
	}
	line := code.FirstLineNo
	if line == 0 {
		line = -1
	}
	const first, size = 0x7f0000000000, 0x100
	return fmt.Sprintf("<code object %s at 0x%x, file \"%s\", line %d>", code.Name.S, first+size*n, code.Filename.S, line)
}

// line writes a line as Python's print does to a UTF-8 stream.
func (p *printer) line(text []byte) error {
	if err := checkEncodable(text); err != nil {
		return err
	}
	p.written += len(text) + 1
	if p.written > maxOutput {
		return fmt.Errorf("dis: the disassembly is longer than %d bytes", maxOutput)
	}
	p.w.Write(text)
	return p.w.WriteByte('\n')
}

// checkEncodable reports surrogates, which UTF-8 cannot encode.
func checkEncodable(text []byte) error {
	if strings.IndexByte(string(text), surrogateLead) < 0 {
		return nil
	}
	first, last, i := -1, 0, 0
	var bad rune
	for s := string(text); s != ""; i++ {
		r, n := decodeRune(s)
		s = s[n:]
		if !isSurrogate(r) {
			if first >= 0 {
				break
			}
			continue
		}
		if first < 0 {
			first, bad = i, r
		}
		last = i
	}
	switch {
	case first < 0:
		return nil
	case first == last:
		return &Error{"UnicodeEncodeError", fmt.Sprintf(
			"'utf-8' codec can't encode character '\\u%x' in position %d: surrogates not allowed", bad, first)}
	}
	return &Error{"UnicodeEncodeError", fmt.Sprintf(
		"'utf-8' codec can't encode characters in position %d-%d: surrogates not allowed", first, last)}
}

// surrogateLead is the first byte of a surrogate in the strings of package marshal.
const surrogateLead = 0xed

func isSurrogate(r rune) bool { return 0xd800 <= r && r <= 0xdfff }

// decodeRune decodes the first code point of a marshal string, surrogates included.
func decodeRune(s string) (rune, int) {
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && n == 1 && len(s) >= 3 && s[0] == surrogateLead {
		return 0xd000 | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f), 3
	}
	return r, n
}
