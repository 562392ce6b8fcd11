package runtime

import "strings"

// Where in a source segment the operator, the brackets of a subscript or those of a call stand. CPython parses the segment; here a scanner of tokens
// is enough, for a segment is the source of one instruction, and only its outermost operation counts.

// anchors bound the part of a segment that is marked with ^ while the rest gets ~.
type anchors struct{ leftLine, leftCol, rightLine, rightCol int }

type tokenKind uint8

const (
	tokName tokenKind = iota
	tokKeyword
	tokNumber
	tokString
	tokOpen
	tokClose
	tokOp
)

// A token is a token of a segment; match is the number of the bracket that belongs to it.
type token struct {
	kind                     tokenKind
	text                     string
	line, col, endLn, endCol int
	match                    int
}

// operandEnd reports whether an operand can end with the token, so that what follows is an operator, a call or a subscript.
func (k *token) operandEnd() bool {
	switch k.kind {
	case tokName, tokNumber, tokString, tokClose:
		return true
	case tokKeyword:
		return k.text == "None" || k.text == "True" || k.text == "False"
	case tokOp:
		return k.text == "..."
	}
	return false
}

var pyKeywords = map[string]bool{
	"False": true, "None": true, "True": true, "and": true, "as": true, "assert": true, "async": true, "await": true, "break": true, "class": true,
	"continue": true, "def": true, "del": true, "elif": true, "else": true, "except": true, "finally": true, "for": true, "from": true, "global": true,
	"if": true, "import": true, "in": true, "is": true, "lambda": true, "nonlocal": true, "not": true, "or": true, "pass": true, "raise": true,
	"return": true, "try": true, "while": true, "with": true, "yield": true,
}

// findAnchors returns the anchors of a segment whose outermost operation is a binary operator, a subscript or a call, else nil.
func findAnchors(lines [][]rune) *anchors {
	toks, ok := tokenize(lines)
	if !ok {
		return nil
	}
	return anchorsOf(toks, 0, len(toks))
}

// precedence orders the binary operators; higher binds tighter.
var precedence = map[string]int{
	"|": 1, "^": 2, "&": 3, "<<": 4, ">>": 4, "+": 5, "-": 5, "*": 6, "/": 6, "//": 6, "%": 6, "@": 6, "**": 8,
}

func anchorsOf(toks []token, from, to int) *anchors {
	for from < to {
		op, ok := topOperator(toks, from, to)
		if !ok {
			return nil
		}
		if op >= 0 {
			return operatorAnchors(toks, op, to)
		}
		first, last := &toks[from], &toks[to-1]
		if first.kind == tokOp && first.text != "..." || first.kind == tokKeyword && first.text == "await" {
			return nil // a unary operator
		}
		if last.kind != tokClose {
			return nil
		}
		open := last.match
		if open == from && first.text == "(" {
			from, to = from+1, to-1 // brackets around it all
			continue
		}
		if open == from || toks[open].text == "{" || !toks[open-1].operandEnd() {
			return nil
		}
		return &anchors{toks[open].line, toks[open].col, last.endLn, last.endCol}
	}
	return nil
}

// topOperator returns the binary operator that binds last, -1 when there is none; ok is false when the outermost operation is something else.
func topOperator(toks []token, from, to int) (op int, ok bool) {
	op = -1
	best := 100
	for i := from; i < to; i++ {
		k := &toks[i]
		switch k.kind {
		case tokOpen:
			i = k.match
			continue
		case tokKeyword:
			if k.operandEnd() || k.text == "await" {
				continue
			}
			return -1, false
		case tokOp:
		default:
			continue
		}
		if k.text == "." || k.text == "..." {
			continue
		}
		prec, binary := precedence[k.text]
		if i == from || !toks[i-1].operandEnd() {
			// A unary operator: it takes all of a power behind it, so ** cannot be outermost then.
			if k.text != "+" && k.text != "-" && k.text != "~" {
				return -1, false
			}
			if i == from {
				best = 7
			}
			continue
		}
		if !binary {
			return -1, false
		}
		if prec < best || prec == best && prec != 8 {
			op, best = i, prec
		}
	}
	return op, true
}

// operatorAnchors marks an operator: one character, or two unless the second belongs to the right operand.
func operatorAnchors(toks []token, op, to int) *anchors {
	k := &toks[op]
	right := op + 1
	for right < to && toks[right].kind == tokOpen && toks[right].text == "(" && toks[right].match == to-1 && plainGroup(toks, right) {
		right++
		to--
	}
	end := k.col + 1
	if len(k.text) > 1 {
		end++
	} else if next := &toks[op+1]; next.line == k.line && next.col == end && (right >= len(toks) || toks[right].line > k.line || toks[right].col > end) {
		end++ // a bracket that belongs to neither the operator nor, strictly, the operand
	}
	return &anchors{k.line, k.col, k.line, end}
}

// plainGroup reports whether brackets only group: they hold neither a tuple nor a generator expression.
func plainGroup(toks []token, open int) bool {
	for i := open + 1; i < toks[open].match; i++ {
		k := &toks[i]
		if k.kind == tokOpen {
			i = k.match
			continue
		}
		if k.text == "," || k.text == "for" {
			return false
		}
	}
	return toks[open].match > open+1
}

var operators3 = []string{"**=", "//=", "<<=", ">>=", "...", "!=", "==", "<=", ">=", "->", ":=", "+=", "-=", "*=", "/=", "%=", "@=", "&=", "|=", "^=", "**", "//", "<<", ">>"}

// tokenize splits a segment into tokens; ok is false where it is no sequence of complete tokens with matching brackets.
func tokenize(lines [][]rune) ([]token, bool) {
	s := &scanner{lines: lines}
	var stack []int
	for s.skipBlank() {
		k := token{line: s.line, col: s.col, match: -1}
		if !s.token(&k) {
			return nil, false
		}
		k.endLn, k.endCol = s.line, s.col
		switch k.kind {
		case tokOpen:
			stack = append(stack, len(s.toks))
		case tokClose:
			if len(stack) == 0 {
				return nil, false
			}
			open := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if pair := s.toks[open].text + k.text; pair != "()" && pair != "[]" && pair != "{}" {
				return nil, false
			}
			k.match = open
			s.toks[open].match = len(s.toks)
		}
		s.toks = append(s.toks, k)
	}
	return s.toks, len(stack) == 0
}

// A scanner walks a segment.
type scanner struct {
	lines     [][]rune
	line, col int
	toks      []token
}

// peek returns the character at a distance, 0 behind the line's end.
func (s *scanner) peek(d int) rune {
	if s.line < len(s.lines) && s.col+d < len(s.lines[s.line]) {
		return s.lines[s.line][s.col+d]
	}
	return 0
}

// skipBlank goes to the next token and reports whether there is one.
func (s *scanner) skipBlank() bool {
	for s.line < len(s.lines) {
		if s.col >= len(s.lines[s.line]) {
			s.line++
			s.col = 0
			continue
		}
		switch r := s.peek(0); {
		case r == '#', r == '\\':
			s.line++
			s.col = 0
		case isPySpace(r):
			s.col++
		default:
			return true
		}
	}
	return false
}

func isNameRune(r rune) bool {
	return r == '_' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r >= 128
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// token reads one token.
func (s *scanner) token(k *token) bool {
	r := s.peek(0)
	switch {
	case isDigit(r) || r == '.' && isDigit(s.peek(1)):
		k.kind = tokNumber
		s.number()
		return true
	case isNameRune(r):
		start := s.col
		for isNameRune(s.peek(0)) {
			s.col++
		}
		k.text = string(s.lines[s.line][start:s.col])
		if q := s.peek(0); (q == '"' || q == '\'') && isStringPrefix(k.text) {
			k.kind = tokString
			return s.str(strings.ToLower(k.text))
		}
		if pyKeywords[k.text] {
			k.kind = tokKeyword
		}
		return true
	case r == '"' || r == '\'':
		k.kind = tokString
		return s.str("")
	case strings.ContainsRune("([{", r):
		k.kind, k.text = tokOpen, string(r)
		s.col++
		return true
	case strings.ContainsRune(")]}", r):
		k.kind, k.text = tokClose, string(r)
		s.col++
		return true
	}
	k.kind = tokOp
	for _, op := range operators3 {
		if s.hasPrefix(op) {
			k.text = op
			s.col += len(op)
			return true
		}
	}
	if !strings.ContainsRune("+-*/%@&|^~<>=.,:;!", r) {
		return false
	}
	k.text = string(r)
	s.col++
	return true
}

func (s *scanner) hasPrefix(text string) bool {
	for i := 0; i < len(text); i++ {
		if s.peek(i) != rune(text[i]) {
			return false
		}
	}
	return true
}

// number reads a number: digits, letters and points, and a sign behind the e of an exponent.
func (s *scanner) number() {
	hex := s.peek(0) == '0' && (s.peek(1) == 'x' || s.peek(1) == 'X')
	for {
		r := s.peek(0)
		if (r == '+' || r == '-') && !hex {
			if prev := s.peek(-1); prev != 'e' && prev != 'E' {
				return
			}
		} else if !isNameRune(r) && r != '.' {
			return
		}
		s.col++
	}
}

func isStringPrefix(p string) bool {
	switch strings.ToLower(p) {
	case "r", "u", "b", "f", "t", "br", "rb", "fr", "rf", "tr", "rt":
		return true
	}
	return false
}

// str reads a string behind its prefix. In f- and t-strings the fields may hold strings with the same quotes.
func (s *scanner) str(prefix string) bool {
	quote := s.peek(0)
	n := 1
	if s.peek(1) == quote && s.peek(2) == quote {
		n = 3
	} else if s.peek(1) == quote {
		s.col += 2
		return true
	}
	s.col += n
	fields := strings.ContainsAny(prefix, "ft")
	depth := 0
	for s.line < len(s.lines) {
		r := s.peek(0)
		switch {
		case s.col >= len(s.lines[s.line]):
			if n == 1 && depth == 0 {
				return false
			}
			s.line++
			s.col = 0
			continue
		case depth > 0 && (r == '"' || r == '\''):
			if !s.str("") {
				return false
			}
			continue
		case depth == 0 && r == '\\':
			s.col++
			if s.col >= len(s.lines[s.line]) {
				s.line++
				s.col = 0
				continue
			}
		case depth == 0 && r == quote && (n == 1 || s.peek(1) == quote && s.peek(2) == quote):
			s.col += n
			return true
		case fields && r == '{' && depth == 0 && s.peek(1) == '{':
			s.col++
		case fields && (r == '{' || depth > 0 && (r == '(' || r == '[')):
			depth++
		case depth > 0 && (r == '}' || r == ')' || r == ']'):
			depth--
		}
		s.col++
	}
	return false
}

// wholeStatement reports whether the instruction is the whole call of `return name(...)` or `name = call(...)`: carets would say nothing then.
func (m *marker) wholeStatement() bool {
	toks, ok := tokenize(m.lines)
	if !ok || len(toks) < 4 || toks[0].line != 0 {
		return false
	}
	from := 0
	onlyName := false
	switch {
	case toks[0].text == "return" && toks[0].kind == tokKeyword:
		from, onlyName = 1, true
	case toks[0].kind == tokName && toks[1].text == "=" && toks[1].kind == tokOp:
		from = 2
	default:
		return false
	}
	to := from
	for to < len(toks) && toks[to].text != ";" {
		if toks[to].kind == tokOpen {
			to = toks[to].match
		}
		to++
	}
	if to <= from {
		return false
	}
	last := &toks[to-1]
	if op, ok := topOperator(toks, from, to); !ok || op >= 0 || last.kind != tokClose || last.text != ")" || last.match <= from || !toks[last.match-1].operandEnd() {
		return false
	}
	if toks[from].kind == tokOp || toks[from].text == "await" || onlyName && (last.match != from+1 || toks[from].kind != tokName) {
		return false
	}
	return toks[from].line == 0 && toks[from].col == m.start && last.endLn == len(m.lines)-1 && last.endCol == m.end
}
