package runtime

import (
	"path/filepath"
	"strconv"
	"strings"

	"github.com/krait-vm/krait/opcodes"
	"github.com/krait-vm/krait/runtime/unicodedb"
)

// A stackEntry is a frame of a traceback with the place it stands at; -1 for what is not known.
type stackEntry struct {
	file, name                 string
	line, endLine, col, endCol int
}

// stack formats a traceback, one text for each frame; the same line repeated is counted instead.
func (p *excPrinter) stack(tb *Traceback) []string {
	entries := p.entries(tb)
	var out []string
	var last stackEntry
	count := 0
	flush := func() {
		if more := count - tracebackRepeats; more > 0 {
			out = append(out, "  [Previous line repeated "+strconv.Itoa(more)+" more time"+plural(more)+"]\n")
		}
	}
	for i, e := range entries {
		if i == 0 || e.file != last.file || e.line != last.line || e.name != last.name || e.line < 0 {
			flush()
			last, count = e, 0
		}
		if count++; count <= tracebackRepeats {
			out = append(out, p.entry(e))
		}
	}
	flush()
	return out
}

func (p *excPrinter) entries(tb *Traceback) []stackEntry {
	var out []stackEntry
	for ; tb != nil; tb = tb.Next {
		c := tb.Frame.Code
		e := stackEntry{file: c.Filename.GoString(), name: c.Name.GoString(), line: -1, endLine: -1, col: -1, endCol: -1}
		if tb.Lasti >= 0 {
			if pos, ok := opcodes.PositionAt(c.LineTable, int32(c.FirstLine), int32(tb.Lasti)); ok {
				e.line, e.endLine, e.col, e.endCol = int(pos.Line), int(pos.EndLine), int(pos.Col), int(pos.EndCol)
			}
		}
		if e.line < 0 {
			e.line = tb.LineNumber()
		}
		if e.endLine < 0 {
			e.endLine = e.line
		}
		out = append(out, e)
	}
	if p.limit >= 0 && len(out) > p.limit {
		out = out[len(out)-p.limit:]
	}
	return out
}

// entry formats one frame: where it is, and the source lines with carets where the file is at hand.
func (p *excPrinter) entry(e stackEntry) string {
	line := "None"
	if e.line >= 0 {
		line = strconv.Itoa(e.line)
	}
	head := "  File \"" + e.file + "\", line " + line + ", in " + e.name + "\n"
	if e.line < 0 || e.endLine < e.line {
		return head
	}
	lines := make([]string, 0, e.endLine-e.line+1)
	source := p.source(e.file)
	if e.line > len(source) || e.line == 0 {
		return head
	}
	for n := e.line; n <= e.endLine && len(lines) < len(source)+1; n++ {
		l := ""
		if n >= 1 && n <= len(source) {
			l = strings.TrimRightFunc(source[n-1], isPySpace)
		}
		lines = append(lines, l)
	}
	dedented := dedent(lines)
	if strings.TrimFunc(strings.Join(dedented, "\n"), isPySpace) == "" {
		return head
	}
	if e.col < 0 || e.endCol < 0 {
		return head + "    " + strings.TrimFunc(lines[0], isPySpace) + "\n"
	}
	return head + p.marked(e, lines, dedented)
}

// isPySpace reports whether str.isspace holds.
func isPySpace(r rune) bool {
	switch {
	case r >= 9 && r <= 13, r >= 0x1c && r <= 0x20, r == 0x85, r == 0xa0, r == 0x1680, r >= 0x2000 && r <= 0x200a, r == 0x2028, r == 0x2029, r == 0x202f,
		r == 0x205f, r == 0x3000:
		return true
	}
	return false
}

// dedent removes the margin that all lines with text share, as textwrap.dedent does; blank lines become empty.
func dedent(lines []string) []string {
	margin, found := "", false
	for _, l := range lines {
		text := strings.TrimLeft(l, " \t")
		if text == "" {
			continue
		}
		lead := l[:len(l)-len(text)]
		if !found {
			margin, found = lead, true
			continue
		}
		n := 0
		for n < len(margin) && n < len(lead) && margin[n] == lead[n] {
			n++
		}
		margin = margin[:n]
	}
	out := make([]string, len(lines))
	for i, l := range lines {
		if strings.Trim(l, " \t") != "" {
			out[i] = strings.TrimPrefix(l, margin)
		}
	}
	return out
}

// maxSourceBytes bounds the source files that tracebacks read.
const maxSourceBytes = 32 << 20

// source returns the lines of a source file, nil when it is not at hand. A relative name is looked for in sys.path too, as linecache does.
func (p *excPrinter) source(name string) []string {
	if lines, ok := p.sources[name]; ok {
		return lines
	}
	var lines []string
	if host := p.t.interp.host; host != nil && name != "" && !(strings.HasPrefix(name, "<") && strings.HasSuffix(name, ">")) {
		candidates := []string{name}
		if !filepath.IsAbs(name) {
			for _, dir := range p.searchPath() {
				candidates = append(candidates, filepath.Join(dir, name))
			}
		}
		for _, c := range candidates {
			info, err := host.Stat(c)
			if err != nil {
				continue
			}
			if info.Mode().IsRegular() && info.Size() <= maxSourceBytes {
				if b, err := host.ReadFile(c); err == nil {
					lines = sourceLines(b)
				}
			}
			break
		}
	}
	p.sources[name] = lines
	return lines
}

// searchPath is sys.path, as far as it is texts.
func (p *excPrinter) searchPath() []string {
	v, ok := p.sysAttr("path")
	if !ok {
		return p.t.interp.Config.Path
	}
	items, exc := Collect(p.t, v)
	if exc != nil {
		return nil
	}
	var out []string
	for _, it := range items {
		if s := asStr(it); s != nil {
			out = append(out, s.GoString())
		}
	}
	return out
}

// sourceLines decodes a source file: UTF-8, or Latin-1 where the coding line says so. A file that is neither gives nothing.
func sourceLines(b []byte) []string {
	text := strings.TrimPrefix(string(b), "\ufeff")
	if latin1Source(text) {
		rs := make([]rune, len(b))
		for i, c := range b {
			rs[i] = rune(c)
		}
		text = string(rs)
	}
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	return strings.Split(text, "\n")
}

// latin1Source reports whether one of the first two lines declares Latin-1 (PEP 263).
func latin1Source(text string) bool {
	for i := 0; i < 2; i++ {
		line, rest, _ := strings.Cut(text, "\n")
		if strings.HasPrefix(strings.TrimSpace(line), "#") {
			if _, name, ok := strings.Cut(line, "coding"); ok {
				name = strings.ToLower(strings.TrimLeft(name, ":= \t"))
				for _, p := range [...]string{"latin-1", "latin1", "iso-8859-1", "iso8859-1", "iso-latin-1"} {
					if strings.HasPrefix(name, p) {
						return true
					}
				}
			}
		}
		text = rest
	}
	return false
}

// charOffset turns a byte offset into a line into an offset in characters.
func charOffset(line string, offset int) int {
	if offset > len(line) {
		offset = len(line)
	}
	return len([]rune(strings.ToValidUTF8(line[:offset], "\ufffd")))
}

// marked shows the source lines of an instruction with carets below, long stretches abbreviated.
func (p *excPrinter) marked(e stackEntry, original, lines []string) string {
	last := len(lines) - 1
	start, end := charOffset(original[0], e.col), charOffset(original[last], e.endCol)
	cut := len([]rune(original[0])) - len([]rune(lines[0]))
	start, end = max(0, start-cut), max(0, end-cut)
	m := &marker{p: p, lines: make([][]rune, len(lines)), start: start, end: end}
	for i, l := range lines {
		m.lines[i] = []rune(l)
	}
	m.anchors = findAnchors(m.segment())
	m.carets = m.wantCarets()
	m.place()
	for i, n := range m.significant() {
		if i > 0 {
			switch gap := n - m.shown; {
			case gap == 2:
				m.line(n - 1)
			case gap > 2:
				m.out = append(m.out, "...<"+strconv.Itoa(gap-1)+" lines>...")
			}
		}
		m.line(n)
		m.shown = n
	}
	return indentLines(strings.Join(dedent(m.out), "\n")+"\n", "    ")
}

// A marker draws carets below source lines.
type marker struct {
	p          *excPrinter
	lines      [][]rune
	start, end int // of the instruction, in characters of the first and the last line
	anchors    *anchors
	carets     bool
	shown      int // last line drawn
	out        []string

	startCol, endCol, leftCol, rightCol int // the same as columns on a terminal
}

// segment is the source of the instruction.
func (m *marker) segment() [][]rune {
	last := len(m.lines) - 1
	out := make([][]rune, len(m.lines))
	copy(out, m.lines)
	end := min(m.end, len(out[last]))
	out[last] = out[last][:end]
	start := min(m.start, len(out[0]))
	out[0] = out[0][start:]
	return out
}

// wantCarets reports whether carets tell more than the lines do.
func (m *marker) wantCarets() bool {
	if m.wholeStatement() {
		return false
	}
	if m.anchors != nil {
		return true
	}
	first, last := m.lines[0], m.lines[len(m.lines)-1]
	before := string(first[:min(m.start, len(first))])
	after := string(last[min(m.end, len(last)):])
	return strings.TrimLeftFunc(before, isPySpace) != "" || strings.TrimRightFunc(after, isPySpace) != ""
}

// place computes the columns.
func (m *marker) place() {
	m.startCol = m.p.width(m.lines[0], m.start)
	m.endCol = m.p.width(m.lines[len(m.lines)-1], m.end)
	if a := m.anchors; a != nil {
		left, right := a.leftCol, a.rightCol
		if a.leftLine == 0 {
			left += m.start
		}
		if a.rightLine == 0 {
			right += m.start
		}
		m.leftCol, m.rightCol = m.p.width(m.lines[a.leftLine], left), m.p.width(m.lines[a.rightLine], right)
	}
}

// significant lists the lines that are shown whatever happens: the first, the last and those around the anchors.
func (m *marker) significant() []int {
	want := map[int]bool{0: true, len(m.lines) - 1: true}
	if a := m.anchors; a != nil {
		for d := -1; d <= 1; d++ {
			want[a.leftLine+d], want[a.rightLine+d] = true, true
		}
	}
	var out []int
	for i := range m.lines {
		if want[i] {
			out = append(out, i)
		}
	}
	return out
}

// line draws a line, and its carets.
func (m *marker) line(n int) {
	l := m.lines[n]
	m.out = append(m.out, string(l))
	if !m.carets {
		return
	}
	spaces := 0
	for spaces < len(l) && isPySpace(l[spaces]) {
		spaces++
	}
	count := m.endCol
	if n != len(m.lines)-1 {
		count = m.p.width(l, len(l))
	}
	row := make([]byte, 0, count)
	for col := 0; col < count; col++ {
		switch {
		case col < spaces || n == 0 && col < m.startCol:
			row = append(row, ' ')
		case m.anchors == nil || m.within(n, col):
			row = append(row, '^')
		default:
			row = append(row, '~')
		}
	}
	m.out = append(m.out, string(row))
}

// within reports whether a column lies between the anchors.
func (m *marker) within(n, col int) bool {
	a := m.anchors
	return (n > a.leftLine || n == a.leftLine && col >= m.leftCol) && (n < a.rightLine || n == a.rightLine && col < m.rightCol)
}

// width is how many columns the first n characters of a line take on a terminal.
func (p *excPrinter) width(line []rune, n int) int {
	ascii := true
	for _, r := range line {
		ascii = ascii && r < 128
	}
	if ascii {
		return n
	}
	w := 0
	for _, r := range line[:min(n, len(line))] {
		w++
		if isWide(p.t, r) {
			w++
		}
	}
	return w
}

// isWide reports whether a character takes two columns.
func isWide(t *Thread, r rune) bool {
	w := unicodedb.For(t.interp.Version.Minor).EastAsianWidth(r)
	return w == "W" || w == "F"
}
