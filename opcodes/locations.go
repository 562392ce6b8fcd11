package opcodes

// A Position is where in the source an instruction comes from. A field is -1 where CPython has None.
type Position struct {
	Line, EndLine, Col, EndCol int32
}

// A PositionRange gives the code from Start up to End, byte offsets, one position.
type PositionRange struct {
	Start, End int32
	Position
}

// A LineRange gives the code from Start up to End, byte offsets, one line: -1 for none.
type LineRange struct {
	Start, End, Line int32
}

// A LineStart is a byte offset where another line begins. The line is -1 for none.
type LineStart struct {
	Offset, Line int32
}

// The kinds of entry in a location table (PEP 626, PEP 657). Smaller codes are the short form: one line, columns below 80.
const (
	locOneLine0  = 10
	locOneLine2  = 12
	locNoColumns = 13
	locLong      = 14
	locNone      = 15
)

// locations walks a co_linetable. An entry's first byte has bit 7 set, then four bits of kind and three of length. CPython
// reads such a table in two ways, which differ only on malformed ones: next follows what the fields say, nextLine
// looks for the next byte with bit 7.
type locations struct {
	rest string
	end  int32 // byte offset behind the entries read
	line int32 // running line number
}

func newLocations(table string, firstLine int32) *locations {
	return &locations{rest: table, line: firstLine}
}

// byte reads one byte; a truncated table continues with zeros.
func (l *locations) byte() byte {
	if len(l.rest) == 0 {
		return 0
	}
	b := l.rest[0]
	l.rest = l.rest[1:]
	return b
}

// varint reads a number, least significant six bits first, bit 6 saying that more follow. It wraps as a C int does.
func (l *locations) varint() int32 {
	var v uint32
	for shift := 0; ; shift += 6 {
		b := l.byte()
		v |= uint32(b&0x3f) << min(shift, 32)
		if b&0x40 == 0 {
			return int32(v)
		}
	}
}

// signedVarint reads a number whose lowest bit is its sign.
func (l *locations) signedVarint() int32 {
	v := uint32(l.varint())
	if v&1 != 0 {
		return -int32(v >> 1)
	}
	return int32(v >> 1)
}

// next reads an entry whole.
func (l *locations) next() (PositionRange, bool) {
	if len(l.rest) == 0 || l.end > maxCode {
		return PositionRange{}, false
	}
	first := l.byte()
	r := PositionRange{Start: l.end}
	l.end += 2 * (int32(first&7) + 1)
	r.End = l.end
	switch kind := first >> 3 & 15; {
	case kind == locNone:
		r.Position = Position{-1, -1, -1, -1}
		return r, true
	case kind == locLong:
		l.line += l.signedVarint()
		r.EndLine = l.line + l.varint()
		r.Col = l.varint() - 1
		r.EndCol = l.varint() - 1
	case kind == locNoColumns:
		l.line += l.signedVarint()
		r.EndLine, r.Col, r.EndCol = l.line, -1, -1
	case kind >= locOneLine0 && kind <= locOneLine2:
		l.line += int32(kind - locOneLine0)
		r.EndLine = l.line
		r.Col = int32(l.byte())
		r.EndCol = int32(l.byte())
	default:
		b := l.byte()
		r.EndLine = l.line
		r.Col = int32(kind)<<3 | int32(b>>4)
		r.EndCol = r.Col + int32(b&15)
	}
	r.Line = l.line
	return r, true
}

// nextLine reads the length and the line of an entry.
func (l *locations) nextLine() (LineRange, bool) {
	if len(l.rest) == 0 || l.end > maxCode {
		return LineRange{}, false
	}
	entry := l.rest
	first := l.byte()
	kind := first >> 3 & 15
	switch {
	case kind == locLong || kind == locNoColumns:
		l.line += l.signedVarint()
	case kind >= locOneLine0 && kind <= locOneLine2:
		l.line += int32(kind - locOneLine0)
	}
	r := LineRange{Start: l.end, Line: l.line}
	if first>>3 == 0x80>>3|locNone {
		r.Line = -1
	}
	l.end += 2 * (int32(first&7) + 1)
	r.End = l.end
	n := 1
	for n < len(entry) && entry[n]&0x80 == 0 {
		n++
	}
	l.rest = entry[n:]
	return r, true
}

// PositionRanges appends the entries of co_linetable to dst. Each covers one to eight code units; code.co_positions yields
// its position once for every unit.
func PositionRanges(table string, firstLine int32, dst []PositionRange) []PositionRange {
	l := newLocations(table, firstLine)
	for {
		r, ok := l.next()
		if !ok {
			return dst
		}
		dst = append(dst, r)
	}
}

// PositionAt returns the position of the instruction at a byte offset, and whether the table covers it. It reads the table
// from the start: for many offsets take PositionRanges.
func PositionAt(table string, firstLine, offset int32) (Position, bool) {
	l := newLocations(table, firstLine)
	for {
		r, ok := l.next()
		if !ok {
			return Position{-1, -1, -1, -1}, false
		}
		if offset < r.End {
			return r.Position, true
		}
	}
}

// LineAt returns the line of the instruction at a byte offset, as tb_lineno and f_lineno: -1 for none.
func LineAt(table string, firstLine, offset int32) int32 {
	l := newLocations(table, firstLine)
	for {
		r, ok := l.nextLine()
		if !ok {
			return -1
		}
		if offset < r.End {
			return r.Line
		}
	}
}

// Lines appends what code.co_lines yields: the entries of co_linetable, and from 3.12 on neighbours of the same line merged.
func (t *Table) Lines(table string, firstLine int32, dst []LineRange) []LineRange {
	l := newLocations(table, firstLine)
	from := len(dst)
	for {
		r, ok := l.nextLine()
		if !ok {
			return dst
		}
		r.Line = t.yieldedLine(r.Line)
		if last := len(dst) - 1; last >= from && t.version >= V312 && dst[last].Line == r.Line {
			dst[last].End = r.End
			continue
		}
		dst = append(dst, r)
	}
}

// yieldedLine is the line that code.co_lines makes of a computed one: in 3.11 any negative line is None.
func (t *Table) yieldedLine(line int32) int32 {
	if t.version < V312 {
		return max(line, -1)
	}
	return line
}

// LineStarts appends what dis.findlinestarts yields of code.co_lines: until 3.12 the places where a line begins that is not
// the last one seen, from 3.13 on also those where code without a line begins, as line -1.
func (t *Table) LineStarts(table string, firstLine int32, dst []LineStart) []LineStart {
	l := newLocations(table, firstLine)
	seen := false
	var last int32
	for {
		r, ok := l.nextLine()
		if !ok {
			return dst
		}
		r.Line = t.yieldedLine(r.Line)
		if r.Line == -1 && t.version < V313 || seen && r.Line == last {
			continue
		}
		seen, last = true, r.Line
		dst = append(dst, LineStart{r.Start, r.Line})
	}
}
