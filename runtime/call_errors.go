package runtime

import (
	"strconv"
	"strings"
)

// The TypeErrors of calls of Python functions whose arguments do not fit. locals are the callee's, in LocalsPlus order, as far as binding got.

// RaiseTooManyPositional is the error of a call with more positional arguments than parameters.
func RaiseTooManyPositional(t *Thread, fn *Function, given int, locals []Value) *Exception {
	c := fn.Code
	kwOnly := 0
	for i := c.ArgCount; i < c.ArgCount+c.KwOnlyArgCount && i < len(locals); i++ {
		if !locals[i].IsNull() {
			kwOnly++
		}
	}
	takes, many := strconv.Itoa(c.ArgCount), c.ArgCount != 1
	if n := fn.Defaults.Len(); n > 0 {
		takes, many = "from "+strconv.Itoa(c.ArgCount-n)+" to "+takes, true
	}
	s := "s"
	if !many {
		s = ""
	}
	was := "were"
	if given == 1 && kwOnly == 0 {
		was = "was"
	}
	extra := ""
	if kwOnly > 0 {
		extra = " positional argument" + plural(given) + " (and " + strconv.Itoa(kwOnly) + " keyword-only argument" + plural(kwOnly) + ")"
	}
	return Raise(t, TypeErrorType, fn.Qualname.GoString()+"() takes "+takes+" positional argument"+s+" but "+strconv.Itoa(given)+extra+" "+was+" given")
}

// RaiseMissingPositional is the error of a call that leaves parameters without default unbound.
func RaiseMissingPositional(t *Thread, fn *Function, locals []Value) *Exception {
	return raiseMissingArgs(t, fn, locals, 0, fn.Code.ArgCount-fn.Defaults.Len(), "positional")
}

// RaiseMissingKeywordOnly is the error of a call that leaves keyword-only parameters unbound, after their defaults were filled in.
func RaiseMissingKeywordOnly(t *Thread, fn *Function, locals []Value) *Exception {
	return raiseMissingArgs(t, fn, locals, fn.Code.ArgCount, fn.Code.ArgCount+fn.Code.KwOnlyArgCount, "keyword-only")
}

func raiseMissingArgs(t *Thread, fn *Function, locals []Value, from, to int, kind string) *Exception {
	var names []string
	for i := from; i < to; i++ {
		if locals[i].IsNull() {
			names = append(names, fn.Code.LocalsPlus[i].GoString())
		}
	}
	n := len(names)
	return Raise(t, TypeErrorType, fn.Qualname.GoString()+"() missing "+strconv.Itoa(n)+" required "+kind+" argument"+plural(n)+": "+joinQuoted(names))
}

// RaiseMultipleValues is the error of a parameter given by position and by name.
func RaiseMultipleValues(t *Thread, fn *Function, name *Str) *Exception {
	return Raise(t, TypeErrorType, fn.Qualname.GoString()+"() got multiple values for argument '"+name.GoString()+"'")
}

// RaiseUnexpectedKeyword is the error of a keyword that names no parameter. keywords are all of the call: when some name positional-only parameters,
// that is the error.
func RaiseUnexpectedKeyword(t *Thread, fn *Function, key *Str, keywords *Tuple) *Exception {
	c := fn.Code
	var wrong []string
	for i := 0; i < c.PosOnlyArgCount; i++ {
		for _, k := range keywords.Items {
			if s := asStr(k); s != nil && s.equal(c.LocalsPlus[i]) {
				wrong = append(wrong, s.GoString())
			}
		}
	}
	if len(wrong) > 0 {
		return Raise(t, TypeErrorType, fn.Qualname.GoString()+"() got some positional-only arguments passed as keyword arguments: '"+strings.Join(wrong, ", ")+"'")
	}
	var known []string
	for _, n := range c.LocalsPlus[c.PosOnlyArgCount : c.ArgCount+c.KwOnlyArgCount] {
		known = append(known, n.GoString())
	}
	return Raise(t, TypeErrorType, unexpectedKeyword(t, fn.Qualname.GoString(), key.GoString(), known))
}

// RaiseKeywordsNotStr is the error of f(**{1: 2}) for a Python function.
func RaiseKeywordsNotStr(t *Thread, fn *Function) *Exception {
	return Raise(t, TypeErrorType, fn.Qualname.GoString()+"() keywords must be strings")
}

// CallableName is a callable as the errors of f(*x) and f(**x) name it: module and qualified name with parentheses, or its str.
func CallableName(t *Thread, fn Value) (string, *Exception) {
	q, ok, exc := FindAttr(t, fn, sQualname)
	if exc != nil {
		return "", exc
	}
	if !ok {
		s, exc := ToStr(t, fn)
		if exc != nil {
			return "", exc
		}
		return s.GoString(), nil
	}
	name, exc := ToStr(t, q)
	if exc != nil {
		return "", exc
	}
	m, ok, exc := FindAttr(t, fn, sModule)
	if exc != nil {
		return "", exc
	}
	if ok && !m.IsNone() {
		if s := asStr(m); s == nil || s.GoString() != "builtins" {
			mod, exc := ToStr(t, m)
			if exc != nil {
				return "", exc
			}
			return mod.GoString() + "." + name.GoString() + "()", nil
		}
	}
	return name.GoString() + "()", nil
}

// RaiseStarNotIterable is the error of f(*v) for a v that is no iterable; other failures of iterating it stay as they are.
func RaiseStarNotIterable(t *Thread, fn, v Value) *Exception {
	name, exc := CallableName(t, fn)
	if exc != nil {
		return exc
	}
	return TypeErrorf(t, "%s argument after * must be an iterable, not %s", name, TypeOf(v).fullName())
}

// RaiseStarStarNotMapping is the error of f(**v) for a v that is no mapping.
func RaiseStarStarNotMapping(t *Thread, fn, v Value) *Exception {
	name, exc := CallableName(t, fn)
	if exc != nil {
		return exc
	}
	return TypeErrorf(t, "%s argument after ** must be a mapping, not %s", name, TypeOf(v).fullName())
}

// RaiseDuplicateKeyword is the error of f(**a, **b) with a key in both.
func RaiseDuplicateKeyword(t *Thread, fn, key Value) *Exception {
	name, exc := CallableName(t, fn)
	if exc != nil {
		return exc
	}
	if asStr(key) == nil {
		return Raise(t, TypeErrorType, "keywords must be strings")
	}
	return TypeErrorf(t, "%s got multiple values for keyword argument '%s'", name, asStr(key))
}
