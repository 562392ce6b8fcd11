package numfmt

// number is the text of a number taken apart for layout. Digits are ASCII; rest holds everything after the integer part and
// the decimal point: fraction, exponent, percent sign, or all of "inf".
type number struct {
	neg    bool
	prefix string // 0x and the like
	digits []byte // integer part
	point  bool
	rest   []byte
}

// splitNumber takes apart text made by AppendDouble.
func splitNumber(text []byte) number {
	var n number
	if len(text) > 0 && text[0] == '-' {
		n.neg = true
		text = text[1:]
	}
	i := 0
	for i < len(text) && isDigit(text[i]) {
		i++
	}
	n.digits, n.rest = text[:i], text[i:]
	if len(n.rest) > 0 && n.rest[0] == '.' {
		n.point = true
		n.rest = n.rest[1:]
	}
	return n
}

func isDigit(c byte) bool { return c-'0' <= 9 }

// A separators is how the digits of a number are grouped and its point is written.
type separators struct {
	point    string
	sep      string
	grouping string // group sizes from the right, the last repeating; 127 ends grouping
	frac     string // separator of the fraction, in threes
}

// separators returns the grouping that s asks for.
func (s *Spec) separators() separators {
	g := separators{point: "."}
	if s.Type == 'n' {
		if s.Locale != nil {
			g.point, g.sep, g.grouping = s.Locale.DecimalPoint, s.Locale.ThousandsSep, string(s.Locale.Grouping)
		}
		return g
	}
	switch s.Grouping {
	case ',':
		g.sep, g.grouping = ",", "\x03"
	case '_':
		g.sep, g.grouping = "_", "\x03"
		switch s.Type {
		case 'b', 'o', 'x', 'X':
			g.grouping = "\x04"
		}
	}
	if s.FracGrouping != 0 {
		g.frac = string(rune(s.FracGrouping))
	}
	return g
}

// signChar is the sign that s shows for a number, or 0.
func (s *Spec) signChar(neg bool) byte {
	if neg {
		return '-'
	}
	if s.Sign == '+' || s.Sign == ' ' {
		return s.Sign
	}
	return 0
}

// appendNumber lays n out as s says, padding included. It mirrors calc_number_widths and fill_number of
// CPython's formatter_unicode.c.
func (s *Spec) appendNumber(dst []byte, n *number) []byte {
	g := s.separators()
	sign := s.signChar(n.neg)
	var fracBuf [64]byte
	rest := groupFraction(fracBuf[:0], n.rest, g.frac)

	fixed := len(n.prefix) + runeCount(rest)
	if sign != 0 {
		fixed++
	}
	if n.point {
		fixed += runeCountString(g.point)
	}
	var groups grouper
	minWidth := 0
	if s.Fill == '0' && s.Align == '=' {
		minWidth = s.Width - fixed
	}
	groups.init(len(n.digits), minWidth, &g)
	pad := max(s.Width-fixed-groups.width, 0)

	left, inner, right := 0, 0, 0
	switch s.Align {
	case '<':
		right = pad
	case '^':
		left = pad / 2
		right = pad - left
	case '=':
		inner = pad
	default:
		left = pad
	}
	dst = appendFill(dst, s.Fill, left)
	if sign != 0 {
		dst = append(dst, sign)
	}
	dst = append(dst, n.prefix...)
	dst = appendFill(dst, s.Fill, inner)
	dst = groups.append(dst, n.digits)
	if n.point {
		dst = append(dst, g.point...)
	}
	dst = append(dst, rest...)
	return appendFill(dst, s.Fill, right)
}

// runeCount counts the characters of generalised UTF-8.
func runeCount(b []byte) int {
	n := 0
	for _, c := range b {
		if c&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

func runeCountString(s string) int {
	n := 0
	for i := range len(s) {
		if s[i]&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

// groupFraction puts sep after every third digit at the front of rest.
func groupFraction(buf, rest []byte, sep string) []byte {
	n := 0
	for n < len(rest) && isDigit(rest[n]) {
		n++
	}
	if sep == "" || n <= 3 {
		return rest
	}
	for i, c := range rest[:n] {
		if i > 0 && i%3 == 0 {
			buf = append(buf, sep...)
		}
		buf = append(buf, c)
	}
	return append(buf, rest[n:]...)
}

// A grouper puts separators between groups of digits and zeros before them, so that the whole is at least some width wide. Groups are
// formed from the right, and the result never starts with a separator.
type grouper struct {
	width  int // characters of the result
	zeros  int
	digits int
	g      separators
}

// init plans n digits in at least minWidth characters. With no digits ("inf") there is nothing to group.
func (gr *grouper) init(n, minWidth int, g *separators) {
	*gr = grouper{digits: n, g: *g}
	if n == 0 {
		return
	}
	if !gr.grouped() {
		gr.zeros = max(minWidth-n, 0)
		gr.width = n + gr.zeros
		return
	}
	sepWidth := runeCountString(g.sep)
	for i := 0; ; i++ {
		take := max(n, minWidth, 1)
		if size, last := gr.group(i); !last {
			take = min(take, size)
		}
		gr.zeros += max(take-n, 0)
		gr.width += take
		n = max(n-take, 0)
		minWidth -= take
		if n == 0 && minWidth <= 0 {
			return
		}
		gr.width += sepWidth
		minWidth -= sepWidth
	}
}

func (gr *grouper) grouped() bool { return gr.g.grouping != "" && gr.g.sep != "" }

// group returns the size of the i-th group from the right; last means that all remaining digits form one group.
func (gr *grouper) group(i int) (size int, last bool) {
	c := gr.g.grouping[min(i, len(gr.g.grouping)-1)]
	return int(c), c == 127 || c == 0
}

// boundary tells whether a separator stands before the last k digits.
func (gr *grouper) boundary(k int) bool {
	if len(gr.g.grouping) == 1 && gr.g.grouping[0] != 127 {
		return k%int(gr.g.grouping[0]) == 0
	}
	for i := 0; k > 0; i++ {
		size, last := gr.group(i)
		if last {
			return false
		}
		k -= size
	}
	return k == 0
}

// append writes the planned digits.
func (gr *grouper) append(dst, digits []byte) []byte {
	if !gr.grouped() {
		dst = appendFill(dst, '0', gr.zeros)
		return append(dst, digits...)
	}
	total := gr.zeros + gr.digits
	for p := range total {
		if p > 0 && gr.boundary(total-p) {
			dst = append(dst, gr.g.sep...)
		}
		if p < gr.zeros {
			dst = append(dst, '0')
		} else {
			dst = append(dst, digits[p-gr.zeros])
		}
	}
	return dst
}
