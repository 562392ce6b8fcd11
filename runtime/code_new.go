package runtime

import (
	"math"
	"strconv"
	"strings"
)

// codeFields are what code(...) and replace() take, in the constructor's order.
type codeFields struct {
	ints   [6]int // argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize, flags
	code   string
	consts *Tuple
	names  []*Str
	vars   []*Str
	file   *Str
	name   *Str
	qual   *Str
	first  int
	lines  string
	table  string
	free   []*Str
	cells  []*Str
}

const (
	fieldArgCount = iota
	fieldPosOnly
	fieldKwOnly
	fieldLocals
	fieldStack
	fieldFlags
)

// asCInt converts an argument as the "i" format does.
func asCInt(t *Thread, v Value) (int, *Exception) {
	i, exc := Index(t, v)
	if exc != nil {
		return 0, exc
	}
	if !i.IsInt() || i.AsInt() > math.MaxInt32 || i.AsInt() < math.MinInt32 {
		return 0, Raise(t, OverflowErrorType, "Python int too large to convert to C int")
	}
	return int(i.AsInt()), nil
}

// A codeReader takes the fields from arguments; the first error stays.
type codeReader struct {
	t    *Thread
	what func(i int) (function, argument string)
	exc  *Exception
}

func (r *codeReader) bad(i int, expected string, v Value) {
	if r.exc == nil {
		f, a := r.what(i)
		r.exc = badArgument(r.t, f, a, expected, v)
	}
}

func (r *codeReader) int(v Value) int {
	if r.exc != nil {
		return 0
	}
	var n int
	n, r.exc = asCInt(r.t, v)
	return n
}

func (r *codeReader) bytes(i int, v Value) string {
	if TypeOf(v).Is(TypeBytes) {
		return string((*Bytes)(v.p).B)
	}
	r.bad(i, "bytes", v)
	return ""
}

func (r *codeReader) str(i int, v Value) *Str {
	s := asStr(v)
	if s == nil {
		r.bad(i, "str", v)
	}
	return s
}

func (r *codeReader) tuple(i int, v Value) *Tuple {
	x := asTuple(v)
	if x == nil {
		r.bad(i, "tuple", v)
	}
	return x
}

// names takes a tuple of strs, interned.
func (r *codeReader) names(x *Tuple) []*Str {
	if r.exc != nil {
		return nil
	}
	out := make([]*Str, 0, x.Len())
	for _, v := range x.Items {
		s := asStr(v)
		if s == nil {
			r.exc = TypeErrorf(r.t, "name tuples must contain only strings, not '%s'", TypeOf(v).fullName())
			return nil
		}
		out = append(out, r.t.InternStr(s))
	}
	return out
}

func codeNew(t *Thread, _ *Type, args []Value, kw *Tuple) (Value, *Exception) {
	if exc := noKeywords(t, "code", kw); exc != nil {
		return Null, exc
	}
	if exc := checkArity(t, "code", len(args), 16, 18); exc != nil {
		return Null, exc
	}
	r := &codeReader{t: t, what: func(i int) (string, string) { return "code", "argument " + strconv.Itoa(i) }}
	f := &codeFields{}
	for i := range f.ints {
		f.ints[i] = r.int(args[i])
	}
	f.code = r.bytes(7, args[6])
	f.consts = r.tuple(8, args[7])
	names, vars := r.tuple(9, args[8]), r.tuple(10, args[9])
	f.file, f.name, f.qual = r.str(11, args[10]), r.str(12, args[11]), r.str(13, args[12])
	f.first = r.int(args[13])
	f.lines, f.table = r.bytes(15, args[14]), r.bytes(16, args[15])
	free, cells := emptyTuple, emptyTuple
	if len(args) > 16 {
		free = r.tuple(17, args[16])
	}
	if len(args) > 17 {
		cells = r.tuple(18, args[17])
	}
	if r.exc != nil {
		return Null, r.exc
	}
	for i, n := range [...]string{"argcount", "posonlyargcount", "kwonlyargcount", "nlocals"} {
		if f.ints[i] < 0 {
			return Null, ValueErrorf(t, "code: %s must not be negative", n)
		}
	}
	f.names, f.vars, f.free, f.cells = r.names(names), r.names(vars), r.names(free), r.names(cells)
	if r.exc != nil {
		return Null, r.exc
	}
	return f.build(t)
}

// build checks the fields as CPython does and makes the code object. Whether its bytecode can run shows when it runs.
func (f *codeFields) build(t *Thread) (Value, *Exception) {
	if f.ints[fieldArgCount] < f.ints[fieldPosOnly] || f.ints[fieldStack] < 0 || f.ints[fieldFlags] < 0 {
		line := 412
		if t.interp.Version.At(14) {
			line = 465
		}
		return Null, Raisef(t, SystemErrorType, "Objects/codeobject.c:%d: bad argument to internal function", line)
	}
	if len(f.code)%2 != 0 {
		return Null, Raise(t, ValueErrorType, "code: co_code is malformed")
	}
	c := alloc[Code](t)
	c.shape, c.Version = codeShape, t.interp.Version
	c.ArgCount, c.PosOnlyArgCount, c.KwOnlyArgCount = f.ints[fieldArgCount], f.ints[fieldPosOnly], f.ints[fieldKwOnly]
	c.StackSize, c.Flags, c.FirstLine = f.ints[fieldStack], CodeFlags(f.ints[fieldFlags]), f.first
	c.Bytecode, c.LineTable, c.ExceptionTable = f.code, f.lines, f.table
	c.Consts, c.consts, c.Names = f.consts.Items, f.consts, f.names
	c.Filename, c.Name, c.Qualname = f.file, f.name, f.qual
	if c.NumArgs() > len(f.vars) {
		return Null, Raise(t, ValueErrorType, "code: co_varnames is too small")
	}
	if f.ints[fieldLocals] != len(f.vars) {
		return Null, Raise(t, ValueErrorType, "code: co_nlocals != len(co_varnames)")
	}
	c.setLocals(f)
	return c.Value(), nil
}

// setLocals lays out variables, cells and free variables; a cell that is a variable too (an argument that closures use) has one place.
func (c *Code) setLocals(f *codeFields) {
	c.LocalsPlus = append(c.LocalsPlus, f.vars...)
	kinds := []byte(strings.Repeat(string([]byte{KindLocal}), len(f.vars)))
	if c.Version.At(14) {
		c.markArguments(kinds)
	}
cells:
	for _, n := range f.cells {
		for i, v := range f.vars {
			if v.equal(n) {
				kinds[i] |= KindCell
				continue cells
			}
		}
		c.LocalsPlus = append(c.LocalsPlus, n)
		kinds = append(kinds, KindCell)
	}
	for _, n := range f.free {
		c.LocalsPlus = append(c.LocalsPlus, n)
		kinds = append(kinds, KindFree)
	}
	c.Kinds = string(kinds)
}

// The bits of Kinds that tell from 3.14 on how a local is passed.
const (
	kindArgPos byte = 0x02
	kindArgKw  byte = 0x04
	kindArgVar byte = 0x08
)

func (c *Code) markArguments(kinds []byte) {
	for i := range kinds[:c.ArgCount+c.KwOnlyArgCount] {
		if i < c.ArgCount {
			kinds[i] |= kindArgPos
		}
		if i >= c.PosOnlyArgCount {
			kinds[i] |= kindArgKw
		}
	}
	i := c.ArgCount + c.KwOnlyArgCount
	if c.Is(CodeVarArgs) {
		kinds[i] |= kindArgVar | kindArgPos
		i++
	}
	if c.Is(CodeVarKeywords) {
		kinds[i] |= kindArgVar | kindArgKw
	}
}

// fields takes a code object apart.
func (c *Code) fields(t *Thread) *codeFields {
	of := func(kind byte) []*Str {
		var out []*Str
		for i, n := range c.LocalsPlus {
			if c.Kinds[i]&kind != 0 {
				out = append(out, n)
			}
		}
		return out
	}
	return &codeFields{
		ints: [6]int{c.ArgCount, c.PosOnlyArgCount, c.KwOnlyArgCount, c.countKind(KindLocal), c.StackSize, int(c.Flags)},
		code: c.Bytecode, consts: c.constTuple(t), names: c.Names, vars: of(KindLocal), file: c.Filename, name: c.Name, qual: c.Qualname, first: c.FirstLine,
		lines: c.LineTable, table: c.ExceptionTable, free: of(KindFree), cells: of(KindCell),
	}
}

var codeReplaceNames = [...]string{
	"co_argcount", "co_posonlyargcount", "co_kwonlyargcount", "co_nlocals", "co_stacksize", "co_flags", "co_firstlineno", "co_code", "co_consts", "co_names",
	"co_varnames", "co_freevars", "co_cellvars", "co_filename", "co_name", "co_qualname", "co_linetable", "co_exceptiontable",
}

func codeReplace(t *Thread, self Value, args []Value, kw *Tuple) (Value, *Exception) {
	if len(args) > kw.Len() {
		return Null, Raise(t, TypeErrorType, "replace() takes no positional arguments")
	}
	c := (*Code)(self.p)
	f := c.fields(t)
	r := &codeReader{t: t, what: func(i int) (string, string) { return "replace", "argument '" + codeReplaceNames[i] + "'" }}
	for i := range args {
		key := asStr(kw.Items[i]).GoString()
		at := -1
		for j, n := range codeReplaceNames {
			if n == key {
				at = j
			}
		}
		if at < 0 {
			return Null, Raise(t, TypeErrorType, unexpectedKeyword(t, "replace", key, codeReplaceNames[:]))
		}
		f.replace(r, at, args[i])
		if r.exc != nil {
			return Null, r.exc
		}
	}
	return f.build(t)
}

// replace sets the field codeReplaceNames[i].
func (f *codeFields) replace(r *codeReader, i int, v Value) {
	if i <= 6 {
		n := r.int(v)
		if r.exc == nil && n < 0 {
			r.exc = ValueErrorf(r.t, "%s must be a positive integer", codeReplaceNames[i])
		}
		if i == 6 {
			f.first = n
		} else {
			f.ints[i] = n
		}
		return
	}
	switch i {
	case 7:
		f.code = r.bytes(i, v)
	case 8:
		f.consts = r.tuple(i, v)
	case 9, 10, 11, 12:
		names := r.names(r.tuple(i, v))
		*[...]*[]*Str{&f.names, &f.vars, &f.free, &f.cells}[i-9] = names
	case 13, 14, 15:
		*[...]**Str{&f.file, &f.name, &f.qual}[i-13] = r.str(i, v)
	case 16:
		f.lines = r.bytes(i, v)
	case 17:
		f.table = r.bytes(i, v)
	}
}
