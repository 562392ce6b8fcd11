package dis

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/krait-vm/krait/marshal"
	"github.com/krait-vm/krait/opcodes"
)

// Widths that all versions share.
const (
	nameWidth = 20
	argWidth  = 5
)

// layout311 prints one code object as 3.11 and 3.12 do: with byte offsets, and ">>" before jump targets.
func (p *printer) layout311(code *marshal.Code) error {
	units, err := p.unpack(code.Code.S)
	if err != nil {
		return err
	}
	entries, err := handlers(code)
	if err != nil {
		return err
	}
	targets := jumpTargets(units)
	for _, e := range entries {
		if e.Start < e.End {
			targets = append(targets, int64(e.Target))
		}
	}
	slices.Sort(targets)
	l := &lines311{p: p, code: code, targets: targets, starts: p.lineStarts(code), offsetWidth: 4}
	if len(l.starts) > 0 {
		l.lineWidth = 3
		for _, line := range l.starts {
			if line >= 1000 {
				l.lineWidth = max(l.lineWidth, len(strconv.Itoa(int(line))))
			}
		}
	}
	if last := len(code.Code.S) - 2; last >= 10000 {
		l.offsetWidth = len(strconv.Itoa(last))
	}
	for i := range units {
		if err := l.instruction(&units[i]); err != nil {
			return err
		}
	}
	if len(entries) == 0 {
		return nil
	}
	if err := p.line([]byte("ExceptionTable:")); err != nil {
		return err
	}
	for _, e := range entries {
		text := fmt.Sprintf("  %d to %d -> %d [%d]%s", e.Start, e.End-2, e.Target, e.Depth, lasti(e))
		if err := p.line([]byte(text)); err != nil {
			return err
		}
	}
	return nil
}

func lasti(e opcodes.Handler) string {
	if e.Lasti {
		return " lasti"
	}
	return ""
}

// lines311 makes the lines of one code object.
type lines311 struct {
	p           *printer
	code        *marshal.Code
	targets     []int64 // ascending
	starts      map[int]int32
	lineWidth   int
	offsetWidth int
}

func (l *lines311) instruction(u *unit) error {
	text, err := l.p.argRepr(l.code, u, nil)
	if err != nil {
		return err
	}
	line, starts := l.starts[u.offset]
	if starts && l.lineWidth > 0 && u.offset > 0 {
		if err := l.p.line(nil); err != nil {
			return err
		}
	}
	lineText := ""
	if starts {
		lineText = strconv.Itoa(int(line))
	}
	_, isTarget := slices.BinarySearch(l.targets, int64(u.offset))
	hasArg := u.flags&opcodes.HasArg != 0
	if err := l.print(lineText, isTarget, u.offset, l.p.table.Name(int(u.number)), hasArg, u.arg, text); err != nil {
		return err
	}
	if l.p.opts.ShowCaches {
		return l.caches(u)
	}
	return nil
}

// caches prints the inline cache, which is all zeros in code that never ran. 3.11 explains it only for specialized
// instructions, of which such code has none.
func (l *lines311) caches(u *unit) error {
	offset := u.offset
	for _, field := range l.p.table.CacheLayout(u.op) {
		for i := range field.Size {
			offset += 2
			text := ""
			if i == 0 && l.p.version >= opcodes.V312 {
				text = field.Name + ": 0"
			}
			if err := l.print("", false, offset, "CACHE", true, 0, text); err != nil {
				return err
			}
		}
	}
	return nil
}

func (l *lines311) print(line string, isTarget bool, offset int, name string, hasArg bool, arg int64, text string) error {
	b := l.p.buf[:0]
	if l.lineWidth > 0 {
		b = append(appendRight(b, line, l.lineWidth), ' ')
	}
	if isTarget {
		b = append(b, "    >> "...)
	} else {
		b = append(b, "       "...)
	}
	b = append(appendRight(b, strconv.Itoa(offset), l.offsetWidth), ' ')
	b = appendOperation(b, name, argWidth, hasArg, arg, text)
	l.p.buf = b
	return l.p.line(b)
}

// appendOperation appends name, operand and explanation.
func appendOperation(b []byte, name string, argWidth int, hasArg bool, arg int64, text string) []byte {
	b = append(b, name...)
	if !hasArg {
		return b
	}
	for n := len(name); n < nameWidth; n++ {
		b = append(b, ' ')
	}
	b = appendRight(append(b, ' '), strconv.FormatInt(arg, 10), argWidth)
	if text != "" {
		b = append(append(append(b, " ("...), text...), ')')
	}
	return b
}

// appendRight appends s, with spaces before it up to a width.
func appendRight(b []byte, s string, width int) []byte {
	for n := len(s); n < width; n++ {
		b = append(b, ' ')
	}
	return append(b, s...)
}
