package runtime

import (
	"strconv"
	"strings"
)

// A param is a parameter of a native function, self left out.
type param struct {
	name *Str
	kind paramKind
	def  Value // Null for none or one that has no literal
	opt  bool
}

type paramKind uint8

const (
	posOnly paramKind = iota
	posOrKw
	varPos
	kwOnly
	varKw
)

// parameters parses the signature text at the first call.
func (n *Native) parameters() []param {
	n.parse.Do(func() {
		n.params = parseSignature(n.sig, n.owner == nil)
		n.positional = true
		for i := range n.params {
			p := &n.params[i]
			n.positional = n.positional && p.kind <= posOrKw && (i == 0 || p.opt || !n.params[i-1].opt)
		}
	})
	return n.params
}

// splitParams splits "(a, b=(1, 2), /)" at its commas.
func splitParams(sig string) []string {
	if i := strings.LastIndexByte(sig, ')'); strings.HasPrefix(sig, "(") && i > 0 {
		sig = sig[1:i]
	}
	var out []string
	depth, start := 0, 0
	var quote byte
	for i := 0; i < len(sig); i++ {
		switch c := sig[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '\'' || c == '"':
			quote = c
		case c == '(' || c == '[' || c == '<':
			depth++
		case c == ')' || c == ']' || c == '>':
			depth--
		case c == ',' && depth == 0:
			out = append(out, strings.TrimSpace(sig[start:i]))
			start = i + 1
		}
	}
	if s := strings.TrimSpace(sig[start:]); s != "" {
		out = append(out, s)
	}
	return out
}

// oldOptional rewrites the older notation of optional parameters, "(sub[, start[, end]], /)", which has no defaults.
func oldOptional(sig string) string {
	parts := strings.Split(sig, "[, ")
	if len(parts) == 1 {
		return sig
	}
	for i := 1; i < len(parts); i++ {
		name := strings.IndexAny(parts[i]+",", ",])")
		rest := strings.ReplaceAll(parts[i][name:], "]", "")
		parts[i] = parts[i][:name] + "=<unrepresentable>" + rest
	}
	return strings.Join(parts, ", ")
}

func parseSignature(sig string, module bool) []param {
	fields := splitParams(oldOptional(sig))
	var ps []param
	kind := posOrKw
	first := true
	for _, f := range fields {
		if first {
			first = false
			if strings.HasPrefix(f, "$") || !module && (f == "self" || f == "type" || f == "cls") {
				continue
			}
		}
		switch {
		case f == "/":
			for i := range ps {
				ps[i].kind = posOnly
			}
			continue
		case f == "*":
			kind = kwOnly
			continue
		case strings.HasPrefix(f, "**"):
			ps = append(ps, param{name: paramName(f[2:]), kind: varKw, def: Null, opt: true})
			continue
		case strings.HasPrefix(f, "*"):
			ps = append(ps, param{name: paramName(f[1:]), kind: varPos, def: Null, opt: true})
			kind = kwOnly
			continue
		}
		name, def, opt := strings.Cut(f, "=")
		p := param{name: paramName(name), kind: kind, def: Null, opt: opt}
		if opt {
			p.def = literal(def)
		}
		ps = append(ps, p)
	}
	return ps
}

func paramName(s string) *Str {
	if x := staticStrs[s]; x != nil {
		return x
	}
	x := &Str{Header: Header{shape: strShape, flags: flagASCII}, s: s}
	x.Hash()
	return x
}

// literal evaluates the default values that signature texts use; others are Null and the function supplies them.
func literal(s string) Value {
	switch s {
	case "None":
		return None
	case "True":
		return True
	case "False":
		return False
	case "()":
		return emptyTuple.Value()
	case "...":
		return Ellipsis
	case "sys.maxsize":
		return Int(1<<63 - 1)
	}
	if i, err := strconv.ParseInt(s, 0, 64); err == nil {
		return Int(i)
	}
	if f, err := strconv.ParseFloat(s, 64); err == nil {
		return Float(f)
	}
	if len(s) >= 2 && (s[0] == '\'' || s[0] == '"') && s[len(s)-1] == s[0] {
		if u, err := strconv.Unquote("\"" + s[1:len(s)-1] + "\""); err == nil {
			return paramName(u).Value()
		}
	}
	return Null
}

// bind matches arguments to parameters in the handle window; the result has one entry for each parameter, a Tuple for *args and a Dict for
// **kwargs. The caller releases the window.
func (n *Native) bind(t *Thread, args []Value, kw *Tuple) ([]Value, *Exception) {
	ps := n.parameters()
	npos := len(args) - kw.Len()
	mark := len(t.handles)
	if n.positional && kw.Len() == 0 && npos <= len(ps) && (npos == len(ps) || ps[npos].opt) {
		t.handles = append(t.handles, args...)
		for i := npos; i < len(ps); i++ {
			t.handles = append(t.handles, ps[i].def)
		}
		return t.handles[mark:len(t.handles):len(t.handles)], nil
	}
	for range ps {
		t.handles = append(t.handles, Null)
	}
	out := t.handles[mark:len(t.handles):len(t.handles)]
	i, star, dstar := 0, -1, -1
	for j := range ps {
		switch ps[j].kind {
		case posOnly, posOrKw:
			if i < npos {
				out[j] = args[i]
				i++
			}
		case varPos:
			star = j
		case varKw:
			dstar = j
		}
	}
	if star >= 0 {
		out[star] = CopyTuple(t, args[i:npos]).Value()
	} else if i < npos {
		if _, _, keywords := counts(ps); !keywords && kw.Len() > 0 {
			return nil, TypeErrorf(t, "%s() takes no keyword arguments", n.qualifiedName())
		}
		return nil, n.raiseArity(t, npos, kw.Len())
	}
	if kw.Len() > 0 {
		_, _, keywords := counts(ps)
		if keywords && star < 0 && dstar < 0 && npos+kw.Len() > len(ps) {
			return nil, n.raiseArity(t, npos, kw.Len())
		}
		if keywords && npos < len(ps) && ps[npos].kind == posOnly && !ps[npos].opt {
			return nil, n.raiseMissing(t, ps, npos, npos, kw.Len())
		}
	}
	var unknown *Exception // what is missing is told first
	if dstar >= 0 {
		out[dstar] = NewDict(t).Value()
	}
	for k := 0; k < kw.Len(); k++ {
		exc, fatal := n.bindKeyword(t, ps, out, dstar, asStr(kw.Items[k]), args[npos+k])
		if fatal {
			return nil, exc
		}
		if unknown == nil {
			unknown = exc
		}
	}
	for j := range ps {
		if !out[j].IsNull() {
			continue
		}
		if !ps[j].opt {
			return nil, n.raiseMissing(t, ps, j, npos, kw.Len())
		}
		out[j] = ps[j].def
	}
	return out, unknown
}

// bindKeyword stores a keyword argument. An exception that is not fatal tells of an unknown keyword.
func (n *Native) bindKeyword(t *Thread, ps []param, out []Value, dstar int, key *Str, v Value) (exc *Exception, fatal bool) {
	keywords := dstar >= 0
	for j := range ps {
		p := &ps[j]
		if p.kind == posOrKw || p.kind == kwOnly {
			keywords = true
			if p.name.equal(key) {
				if !out[j].IsNull() {
					return TypeErrorf(t, "argument for %s() given by name ('%s') and position (%d)", n.name, key, j+1), true
				}
				out[j] = v
				return nil, false
			}
		}
	}
	if dstar >= 0 {
		exc = (*Dict)(out[dstar].p).SetStr(t, key, v)
		return exc, exc != nil
	}
	if !keywords {
		return TypeErrorf(t, "%s() takes no keyword arguments", n.qualifiedName()), true
	}
	if t.interp.Version.At(13) {
		var known []string
		for j := range ps {
			if ps[j].kind == posOrKw || ps[j].kind == kwOnly {
				known = append(known, ps[j].name.GoString())
			}
		}
		return Raise(t, TypeErrorType, unexpectedKeyword(t, n.name, key.GoString(), known)), false
	}
	return TypeErrorf(t, "'%s' is an invalid keyword argument for %s()", key, n.name), false
}

// qualifiedName is the name as errors of METH_NOARGS and METH_O functions give it: "list.append".
func (n *Native) qualifiedName() string {
	if n.owner != nil {
		return n.owner.name + "." + n.name
	}
	if n.module != "" && n.module != "builtins" {
		return n.module + "." + n.name
	}
	return n.name
}

// counts returns how many positional parameters there are, how many are needed, and whether any parameter takes a keyword.
func counts(ps []param) (pos, need int, keywords bool) {
	for i := range ps {
		switch ps[i].kind {
		case posOrKw:
			keywords = true
			fallthrough
		case posOnly:
			pos++
			if !ps[i].opt {
				need++
			}
		case kwOnly, varKw:
			keywords = true
		}
	}
	return pos, need, keywords
}

func (n *Native) raiseArity(t *Thread, given, nkw int) *Exception {
	ps := n.parameters()
	pos, need, keywords := counts(ps)
	switch {
	case keywords:
		total := pos
		for i := range ps {
			if ps[i].kind == kwOnly {
				total++
			}
		}
		switch {
		case given+nkw > total:
			kind := ""
			if given == 0 {
				kind = "keyword "
			}
			return TypeErrorf(t, "%s() takes at most %d %sargument%s (%d given)", n.name, total, kind, plural(total), given+nkw)
		case pos == 0:
			return TypeErrorf(t, "%s() takes no positional arguments", n.name)
		}
		most := "at most"
		if need == pos {
			most = "exactly"
		}
		return TypeErrorf(t, "%s() takes %s %d positional argument%s (%d given)", n.name, most, pos, plural(pos), given)
	case pos == 0:
		return TypeErrorf(t, "%s() takes no arguments (%d given)", n.qualifiedName(), given)
	case pos == 1 && need == 1:
		return TypeErrorf(t, "%s() takes exactly one argument (%d given)", n.qualifiedName(), given)
	case pos == need:
		return TypeErrorf(t, "%s expected %d argument%s, got %d", n.name, pos, plural(pos), given)
	case given < need:
		return TypeErrorf(t, "%s expected at least %d argument%s, got %d", n.name, need, plural(need), given)
	default:
		return TypeErrorf(t, "%s expected at most %d argument%s, got %d", n.name, pos, plural(pos), given)
	}
}

func (n *Native) raiseMissing(t *Thread, ps []param, j, npos, nkw int) *Exception {
	if ps[j].kind == posOnly {
		pos, _, keywords := counts(ps)
		if !keywords {
			return n.raiseArity(t, npos, nkw)
		}
		need := 0 // of those that cannot be given by keyword
		for i := range ps {
			if ps[i].kind == posOnly && !ps[i].opt {
				need++
			}
		}
		least := "exactly"
		if need < pos {
			least = "at least"
		}
		return TypeErrorf(t, "%s() takes %s %d positional argument%s (%d given)", n.name, least, need, plural(need), npos)
	}
	if ps[j].kind == kwOnly {
		return TypeErrorf(t, "%s() missing required keyword-only argument: '%s'", n.name, ps[j].name)
	}
	return TypeErrorf(t, "%s() missing required argument '%s' (pos %d)", n.name, ps[j].name, j+1)
}
