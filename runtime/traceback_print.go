package runtime

import (
	"io"
	"sort"
	"strconv"
	"strings"
)

// Printing of uncaught exceptions, as the traceback module that CPython's default hook runs does it. Nothing here raises: what goes wrong while
// a message is made becomes part of the text.

const (
	causeMessage   = "\nThe above exception was the direct cause of the following exception:\n\n"
	contextMessage = "\nDuring handling of the above exception, another exception occurred:\n\n"

	tracebackRepeats = 3 // how often a repeated line is shown before the rest is counted
	maxGroupWidth    = 15
	maxGroupDepth    = 10
)

// PrintException writes e with its traceback, its chain and its notes.
func PrintException(t *Thread, w io.Writer, e *Exception) error {
	_, err := io.WriteString(w, FormatException(t, e))
	return err
}

// FormatException is the text that PrintException writes: UTF-8, with lone surrogates escaped.
func FormatException(t *Thread, e *Exception) string {
	p := &excPrinter{t: t, sources: map[string][]string{}}
	p.limit = p.tracebackLimit()
	root := p.capture(e)
	p.format(root)
	return p.out.String()
}

// FormatExceptionOnly is the last part of FormatException: the exception without traceback and chain.
func FormatExceptionOnly(t *Thread, e *Exception) string {
	p := &excPrinter{t: t, sources: map[string][]string{}}
	return escapeSurrogates(strings.Join(p.exceptionOnly(p.one(e)), ""))
}

// An excText is an exception made ready for printing.
type excText struct {
	exc            *Exception
	str            string
	cause, context *excText
	members        []*excText // of a group
	group          bool
}

// An excPrinter collects the text of a chain of exceptions.
type excPrinter struct {
	t         *Thread
	out       strings.Builder
	sources   map[string][]string // lines of the files shown
	limit     int                 // sys.tracebacklimit, -1 for none
	depth     int                 // nesting in groups
	needClose bool
}

// tracebackLimit reads sys.tracebacklimit.
func (p *excPrinter) tracebackLimit() int {
	v, ok := p.sysAttr("tracebacklimit")
	if !ok {
		return -1
	}
	n, isInt := AsInt64(v)
	if !isInt {
		return -1
	}
	return int(max(n, 0))
}

func (p *excPrinter) sysAttr(name string) (Value, bool) {
	m, ok := p.t.interp.Modules.GetStr(sSys)
	if !ok {
		return Null, false
	}
	v, ok, exc := FindAttr(p.t, m, p.t.Intern(name))
	return v, ok && exc == nil
}

var sSys = static("sys")

// one captures an exception without what it is chained to.
func (p *excPrinter) one(e *Exception) *excText {
	x := &excText{exc: e, str: p.safeStr(e.Value(), "exception", ToStr, "str")}
	x.str += p.suggestion(e)
	return x
}

// capture captures a chain. An exception that was seen before is left out, so that cycles end; the order is the traceback module's.
func (p *excPrinter) capture(e *Exception) *excText {
	seen := map[*Exception]bool{e: true}
	add := func(e *Exception) *excText {
		seen[e] = true
		return p.one(e)
	}
	root := add(e)
	queue := []*excText{root}
	for len(queue) > 0 {
		x := queue[len(queue)-1]
		queue = queue[:len(queue)-1]
		e := x.exc
		if e.Cause != nil && !seen[e.Cause] {
			x.cause = add(e.Cause)
		}
		if x.cause == nil && !e.SuppressContext && e.Context != nil && !seen[e.Context] {
			x.context = add(e.Context)
		}
		if e.isGroup() {
			x.group = true
			if members := e.groupMembers(); members != nil {
				for _, m := range members.Items {
					x.members = append(x.members, add((*Exception)(m.p)))
				}
			}
		}
		if x.cause != nil {
			queue = append(queue, x.cause)
		}
		if x.context != nil {
			queue = append(queue, x.context)
		}
		queue = append(queue, x.members...)
	}
	return root
}

func (p *excPrinter) safeStr(v Value, what string, f func(t *Thread, v Value) (*Str, *Exception), name string) string {
	s, exc := f(p.t, v)
	if exc != nil {
		return "<" + what + " " + name + "() failed>"
	}
	return s.GoString()
}

// emit writes text, in a group behind its margin.
func (p *excPrinter) emit(text, margin string) {
	if p.depth == 0 {
		p.out.WriteString(escapeSurrogates(text))
		return
	}
	p.out.WriteString(escapeSurrogates(indentLines(text, p.indent()+margin+" ")))
}

func (p *excPrinter) indent() string { return strings.Repeat("  ", p.depth) }

// indentLines puts a prefix before every line, as textwrap.indent with a predicate that is always true.
func indentLines(text, prefix string) string {
	var b strings.Builder
	for _, l := range splitKeepEnds(text) {
		b.WriteString(prefix)
		b.WriteString(l)
	}
	return b.String()
}

// splitKeepEnds splits at line ends as str.splitlines(True) does.
func splitKeepEnds(s string) []string {
	var out []string
	for s != "" {
		end := strings.IndexAny(s, "\n\r\v\f\x1c\x1d\x1e\u0085\u2028\u2029")
		if end < 0 {
			return append(out, s)
		}
		size := 1
		switch {
		case strings.HasPrefix(s[end:], "\r\n"):
			size = 2
		case s[end] == 0xc2:
			size = 2
		case s[end] == 0xe2:
			size = 3
		}
		out = append(out, s[:end+size])
		s = s[end+size:]
	}
	return out
}

// escapeSurrogates makes the three-byte forms of lone surrogates escapes, as the error handler of sys.stderr does.
func escapeSurrogates(s string) string {
	if !strings.Contains(s, "\xed") {
		return s
	}
	var b strings.Builder
	for s != "" {
		r, n := decodeWTF8(s)
		if r >= 0xd800 && r < 0xe000 {
			b.WriteString(escapedChar(r))
		} else {
			b.WriteString(s[:n])
		}
		s = s[n:]
	}
	return b.String()
}

// format writes a chain, the oldest exception first.
func (p *excPrinter) format(x *excText) {
	type link struct {
		msg string
		x   *excText
	}
	var chain []link
	for x != nil {
		l := link{x: x}
		next := x.cause
		if next != nil {
			l.msg = causeMessage
		} else if next = x.context; next != nil {
			l.msg = contextMessage
		}
		chain = append(chain, l)
		x = next
	}
	for i := len(chain) - 1; i >= 0; i-- {
		if chain[i].msg != "" {
			p.emit(chain[i].msg, "|")
		}
		p.formatOne(chain[i].x)
	}
}

func (p *excPrinter) formatOne(x *excText) {
	switch {
	case !x.group:
		if stack := p.stack(x.exc.TB); len(stack) > 0 {
			p.emit("Traceback (most recent call last):\n", "|")
			for _, f := range stack {
				p.emit(f, "|")
			}
		}
		for _, l := range p.exceptionOnly(x) {
			p.emit(l, "|")
		}
	case p.depth > maxGroupDepth:
		p.emit("... (max_group_depth is "+strconv.Itoa(maxGroupDepth)+")\n", "|")
	default:
		p.formatGroup(x)
	}
}

func (p *excPrinter) formatGroup(x *excText) {
	top := p.depth == 0
	margin := "|"
	if top {
		p.depth++
		margin = "+"
	}
	if stack := p.stack(x.exc.TB); len(stack) > 0 {
		p.emit("Exception Group Traceback (most recent call last):\n", margin)
		for _, f := range stack {
			p.emit(f, "|")
		}
	}
	for _, l := range p.exceptionOnly(x) {
		p.emit(l, "|")
	}
	p.needClose = false
	n := min(len(x.members), maxGroupWidth+1)
	for i := 0; i < n; i++ {
		last := i == n-1
		if last {
			p.needClose = true // a nested group may close the box instead
		}
		title, lead := strconv.Itoa(i+1), "  "
		if i >= maxGroupWidth {
			title = "..."
		}
		if i == 0 {
			lead = "+-"
		}
		p.out.WriteString(p.indent() + lead + "+---------------- " + title + " ----------------\n")
		p.depth++
		if i >= maxGroupWidth {
			rest := len(x.members) - maxGroupWidth
			p.emit("and "+strconv.Itoa(rest)+" more exception"+plural(rest)+"\n", "|")
		} else {
			p.format(x.members[i])
		}
		if last && p.needClose {
			p.out.WriteString(p.indent() + "+------------------------------------\n")
			p.needClose = false
		}
		p.depth--
	}
	if top {
		p.depth = 0
	}
}

// exceptionOnly is the line of the exception itself, or the lines of a SyntaxError, and the notes.
func (p *excPrinter) exceptionOnly(x *excText) []string {
	var out []string
	e := x.exc
	name := p.typeName(e.Type())
	switch {
	case e.Is(SyntaxErrorType):
		out = p.syntaxError(e, name)
	case x.str == "":
		out = append(out, name+"\n")
	default:
		out = append(out, name+": "+x.str+"\n")
	}
	notes, ok, exc := FindAttr(p.t, e.Value(), sNotes)
	if exc != nil {
		return append(out, "Ignored error getting __notes__: "+p.safeStr(exc.Value(), "__notes__", Repr, "repr")+"\n")
	}
	if !ok || notes.IsNone() {
		return out
	}
	if isSequence(notes) && asStr(notes) == nil && !TypeOf(notes).Is(TypeBytes) {
		if items, exc := Collect(p.t, notes); exc == nil {
			for _, n := range items {
				for _, l := range strings.Split(p.safeStr(n, "note", ToStr, "str"), "\n") {
					out = append(out, l+"\n")
				}
			}
			return out
		}
	}
	return append(out, p.safeStr(notes, "__notes__", Repr, "repr")+"\n")
}

// typeName is the class as the last line shows it.
func (p *excPrinter) typeName(tp *Type) string {
	module := ""
	v, exc := GetAttr(p.t, tp.Value(), sModule)
	if s := asStr(v); exc == nil && s != nil {
		module = s.GoString()
	} else {
		module = "<unknown>"
	}
	if module == "__main__" || module == "builtins" {
		return tp.qualname.GoString()
	}
	return module + "." + tp.qualname.GoString()
}

// syntaxError is the layout of a SyntaxError: file and line, the text with carets, the message.
func (p *excPrinter) syntaxError(e *Exception, name string) []string {
	var out []string
	text := func(v Value) (string, bool) {
		if v.IsNull() || v.IsNone() {
			return "", false
		}
		return p.safeStr(v, "exception", ToStr, "str"), true
	}
	file, hasFile := text(e.Ext[syntaxFilename])
	suffix := ""
	line, hasLine := text(e.Ext[syntaxLineno])
	if hasLine {
		shown := file
		if shown == "" {
			shown = "<string>"
		}
		out = append(out, "  File \""+shown+"\", line "+line+"\n")
	} else if hasFile {
		suffix = " (" + file + ")"
	}
	if s := asStr(e.Ext[syntaxText]); s != nil {
		out = append(out, p.syntaxLines(e, s.GoString(), line)...)
	}
	msg, _ := text(e.Ext[syntaxMsg])
	if msg == "" {
		msg = "<no detail available>"
	}
	return append(out, name+": "+msg+suffix+"\n")
}

// syntaxLines shows the source line and marks the place.
func (p *excPrinter) syntaxLines(e *Exception, text, line string) []string {
	whole := []rune(text)
	right := []rune(strings.TrimRight(text, "\n"))
	left := []rune(strings.TrimLeft(string(right), " \n\f"))
	spaces := len(right) - len(left)
	out := []string{"    " + string(left) + "\n"}
	off := e.Ext[syntaxOffset]
	if !off.IsInt() {
		return out
	}
	offset := int(off.AsInt())
	end := len(right) + 1
	endLine := ""
	if v := e.Ext[syntaxEndLineno]; !v.IsNull() && !v.IsNone() {
		endLine = p.safeStr(v, "exception", ToStr, "str")
	}
	if line == endLine {
		end = offset
		if v := e.Ext[syntaxEndOffset]; v.IsInt() && v.AsInt() != 0 {
			end = int(v.AsInt())
		}
	}
	if len(whole) > 0 && offset > len(whole) {
		offset = len(right) + 1
	}
	if len(whole) > 0 && end > len(whole) {
		end = len(right) + 1
	}
	if offset >= end || end < 0 {
		end = offset + 1
	}
	col, endCol := offset-1-spaces, end-1-spaces
	if col < 0 {
		return out
	}
	var b strings.Builder
	for i := 0; i < col && i < len(left); i++ {
		if left[i] == '\t' || left[i] == '\f' || left[i] == '\v' {
			b.WriteRune(left[i]) // keep the alignment
		} else {
			b.WriteByte(' ')
		}
	}
	return append(out, "    "+b.String()+strings.Repeat("^", max(endCol-col, 0))+"\n")
}

// suggestion is what the last line adds to a misspelt name.
func (p *excPrinter) suggestion(e *Exception) string {
	if !p.t.interp.Version.At(12) && !e.Is(NameErrorType) && !e.Is(AttributeErrorType) {
		return ""
	}
	switch {
	case e.Is(ImportErrorType):
		if name := asStr(e.Ext[3]); name != nil {
			return didYouMean(p.importSuggestion(e, name.GoString()))
		}
	case e.Is(AttributeErrorType):
		if name := asStr(e.Ext[0]); name != nil {
			return didYouMean(p.attributeSuggestion(e, name.GoString()))
		}
	case e.Is(NameErrorType):
		name := asStr(e.Ext[0])
		if name == nil {
			return ""
		}
		s := p.nameSuggestion(e, name)
		text := didYouMean(s)
		if p.t.interp.Version.At(12) && p.isStdlibModule(name) {
			if text == "" {
				return ". Did you forget to import '" + name.GoString() + "'?"
			}
			return text + " Or did you forget to import '" + name.GoString() + "'?"
		}
		return text
	}
	return ""
}

func didYouMean(s string) string {
	if s == "" {
		return ""
	}
	return ". Did you mean: '" + s + "'?"
}

func (p *excPrinter) isStdlibModule(name *Str) bool {
	names, ok := p.sysAttr("stdlib_module_names")
	if !ok {
		return false
	}
	in, exc := Contains(p.t, names, name.Value())
	return exc == nil && in
}

// dir is dir(o) for suggestions: sorted, names that begin with an underscore left out unless they are wanted.
func (p *excPrinter) dir(o Value, hidden bool) []string {
	v, ok, exc := CallSpecial(p.t, o, sDir)
	if exc != nil || !ok {
		return nil
	}
	items, exc := Collect(p.t, v)
	if exc != nil {
		return nil
	}
	var names []string
	for _, it := range items {
		if s := asStr(it); s != nil && (hidden || !strings.HasPrefix(s.GoString(), "_")) {
			names = append(names, s.GoString())
		}
	}
	sort.Strings(names)
	return names
}

// lastFrame is the frame where the exception was raised, nil for none.
func lastFrame(e *Exception) *Frame {
	if e.TB == nil {
		return nil
	}
	tb := e.TB
	for tb.Next != nil {
		tb = tb.Next
	}
	return tb.Frame
}

func (p *excPrinter) attributeSuggestion(e *Exception, name string) string {
	o := orNone(e.Ext[1])
	hidden := strings.HasPrefix(name, "_")
	if !hidden {
		// Inside a method of the very object, private names are fair.
		if f := lastFrame(e); f != nil {
			if self, ok := p.frameName(f, "self"); ok && Is(self, o) {
				hidden = true
			}
		}
	}
	return suggest(name, p.dir(o, hidden))
}

// frameName looks a name up in a frame's locals.
func (p *excPrinter) frameName(f *Frame, name string) (Value, bool) {
	m := f.LocalsMapping(p.t)
	key := p.t.Intern(name)
	if in, exc := Contains(p.t, m, key.Value()); exc != nil || !in {
		return Null, false
	}
	v, exc := GetItem(p.t, m, key.Value())
	return v, exc == nil
}

func (p *excPrinter) nameSuggestion(e *Exception, name *Str) string {
	f := lastFrame(e)
	if f == nil {
		return ""
	}
	if self, ok := p.frameName(f, "self"); ok {
		if _, found, exc := FindAttr(p.t, self, p.t.InternStr(name)); exc == nil && found {
			return "self." + name.GoString()
		}
	}
	var names []string
	for _, m := range [...]Value{f.LocalsMapping(p.t), f.Globals.Value(), f.Builtins.Value()} {
		keys, exc := Collect(p.t, m)
		if exc != nil {
			return ""
		}
		for _, k := range keys {
			if s := asStr(k); s != nil {
				names = append(names, s.GoString())
			}
		}
	}
	return suggest(name.GoString(), names)
}

func (p *excPrinter) importSuggestion(e *Exception, name string) string {
	module := asStr(e.Ext[1])
	if module == nil {
		return ""
	}
	// What __import__(name) returns: the top package.
	top, _, _ := strings.Cut(module.GoString(), ".")
	m, ok := p.t.interp.Modules.GetStr(p.t.Intern(top))
	if !ok {
		return ""
	}
	return suggest(name, p.dir(m, strings.HasPrefix(name, "_")))
}
