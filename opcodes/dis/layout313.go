package dis

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/krait-vm/krait/marshal"
	"github.com/krait-vm/krait/opcodes"
)

// noLine stands in the line column of code without a line.
const noLine = "  --"

// layout313 prints one code object as 3.13 and 3.14 do: with labels instead of offsets.
func (p *printer) layout313(code *marshal.Code) error {
	units, err := p.unpack(code.Code.S)
	if err != nil {
		return err
	}
	entries, err := handlers(code)
	if err != nil {
		return err
	}
	l := &lines313{p: p, code: code, labels: newLabels(units, entries), starts: p.lineStarts(code)}
	l.labelWidth = 4 + len(strconv.Itoa(len(l.labels)))
	if p.opts.ShowOffsets {
		l.offsetWidth = len(strconv.Itoa(max(len(code.Code.S)-2, 9999)))
	}
	if p.opts.ShowPositions {
		l.readPositions()
	} else {
		l.lineWidth = lineWidth(l.starts)
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
		text := fmt.Sprintf("  L%d to L%d -> L%d [%d]%s",
			l.labels.at(int64(e.Start)), l.labels.at(int64(e.End)), l.labels.at(int64(e.Target)), e.Depth, lasti(e))
		if err := p.line([]byte(text)); err != nil {
			return err
		}
	}
	return nil
}

// labels are the places that have a number, in ascending order; the first is L1.
type labels []int64

func newLabels(units []unit, entries []opcodes.Handler) labels {
	l := jumpTargets(units)
	for _, e := range entries {
		l = append(l, int64(e.Start), int64(e.End), int64(e.Target))
	}
	slices.Sort(l)
	return slices.Compact(l)
}

// at returns the number of a place, or 0.
func (l labels) at(offset int64) int {
	i, ok := slices.BinarySearch(l, offset)
	if !ok {
		return 0
	}
	return i + 1
}

// lineWidth is the width of the line column, 0 to leave it out.
func lineWidth(starts map[int]int32) int {
	largest, any, missing := int32(0), false, false
	for _, line := range starts {
		switch {
		case line == -1:
			missing = true
		case line != 0 && (!any || line > largest):
			largest, any = line, true
		}
	}
	if !any || largest == -1 {
		return 0
	}
	width := max(3, len(strconv.Itoa(int(largest))))
	if missing {
		width = max(width, len(noLine))
	}
	return width
}

// lines313 makes the lines of one code object.
type lines313 struct {
	p           *printer
	code        *marshal.Code
	labels      labels
	starts      map[int]int32
	positions   []opcodes.PositionRange // with ShowPositions
	lineWidth   int
	offsetWidth int
	labelWidth  int
}

// readPositions decodes the positions and finds out how wide they are.
func (l *lines313) readPositions() {
	l.positions = opcodes.PositionRanges(l.code.LineTable.S, l.code.FirstLineNo, nil)
	width, any := 0, false
	for i := range l.positions {
		q := &l.positions[i].Position
		w := 0
		for _, n := range [...]int32{q.Line, q.EndLine, q.Col, q.EndCol} {
			if n != -1 {
				any = true
			}
			w += len(orMark(n))
		}
		width = max(width, w)
	}
	if any {
		const separators = len(":-:")
		l.lineWidth = 1 + max(len(noLine), separators+width)
	}
}

func orMark(n int32) string {
	if n == -1 {
		return "?"
	}
	return strconv.Itoa(int(n))
}

// position returns the text of the position of the instruction at an offset.
func (l *lines313) position(offset int) string {
	i, _ := slices.BinarySearchFunc(l.positions, int32(offset), func(r opcodes.PositionRange, offset int32) int {
		switch {
		case r.End <= offset:
			return -1
		case r.Start > offset:
			return 1
		}
		return 0
	})
	if i >= len(l.positions) || l.positions[i].Position == (opcodes.Position{Line: -1, EndLine: -1, Col: -1, EndCol: -1}) {
		return noLine
	}
	q := l.positions[i].Position
	return orMark(q.Line) + ":" + orMark(q.Col) + "-" + orMark(q.EndLine) + ":" + orMark(q.EndCol)
}

func (l *lines313) instruction(u *unit) error {
	text, err := l.p.argRepr(l.code, u, l.labels)
	if err != nil {
		return err
	}
	line, starts := l.starts[u.offset]
	if starts && l.lineWidth > 0 && u.offset > 0 {
		if err := l.p.line(nil); err != nil {
			return err
		}
	}
	place := ""
	switch {
	case l.p.opts.ShowPositions:
		place = l.position(u.offset)
	case starts && line == -1:
		place = noLine
	case starts:
		place = strconv.Itoa(int(line))
	}
	number := u.number
	if l.p.opts.Specialized {
		number = l.code.Code.S[u.offset]
	}
	hasArg := u.flags&opcodes.HasArg != 0
	err = l.print(place, l.labels.at(int64(u.offset)), u.offset, l.p.table.Name(int(number)), hasArg, u.arg, text)
	if err != nil || !l.p.opts.ShowCaches {
		return err
	}
	return l.caches(u, place)
}

// The counters that the interpreter of 3.14 gives the caches of new code.
const (
	warmupCounter = 17
	jumpCounter   = 65532
	branchHistory = 0x5555
)

func (l *lines313) caches(u *unit, place string) error {
	if !l.p.opts.ShowPositions {
		place = ""
	}
	offset := u.offset
	for f, field := range l.p.table.CacheLayout(u.op) {
		value := uint64(0)
		if l.p.opts.Specialized {
			value = l.cacheValue(u, f, offset+2, field.Size)
		}
		for i := range field.Size {
			offset += 2
			text := ""
			if i == 0 {
				text = field.Name + ": " + strconv.FormatUint(value, 10)
			}
			if err := l.print(place, 0, offset, "CACHE", true, 0, text); err != nil {
				return err
			}
		}
	}
	return nil
}

// cacheValue is what a field of the cache of new code holds: the first is a counter, the others are as stored.
func (l *lines313) cacheValue(u *unit, field, offset, size int) uint64 {
	switch {
	case field > 0:
		code, value := l.code.Code.S, uint64(0)
		for i := min(offset+2*size, len(code)) - 1; i >= offset; i-- {
			value = value<<8 | uint64(code[i])
		}
		return value
	case u.op == opcodes.JumpBackward:
		return jumpCounter
	case u.flags&opcodes.JumpsForward != 0 && u.op != opcodes.ForIter && u.op != opcodes.Send:
		return branchHistory
	}
	return warmupCounter
}

func (l *lines313) print(place string, label, offset int, name string, hasArg bool, arg int64, text string) error {
	b := l.p.buf[:0]
	if l.lineWidth > 0 {
		if l.p.opts.ShowPositions {
			b = append(b, place...)
			for n := len(place); n < l.lineWidth; n++ {
				b = append(b, ' ')
			}
			b = append(b, ' ')
		} else {
			b = append(appendRight(b, place, l.lineWidth), ' ')
		}
	}
	mark := ""
	if label > 0 {
		mark = "L" + strconv.Itoa(label) + ":"
	}
	b = append(appendRight(b, mark, l.labelWidth), ' ')
	if l.offsetWidth > 0 {
		b = append(appendRight(b, strconv.Itoa(offset), l.offsetWidth), "   "...)
	}
	b = append(b, "    "...) // where a traceback's instruction would have its arrow
	// A name that is too long takes the room of the operand.
	b = appendOperation(b, name, argWidth-max(0, len(name)-nameWidth), hasArg, arg, text)
	l.p.buf = b
	return l.p.line(b)
}
