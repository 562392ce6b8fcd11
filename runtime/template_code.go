package runtime

import (
	"strings"

	"github.com/krait-vm/krait/opcodes"
)

// CompileTemplate compiles the few source texts that CPython's own library gives to eval, each known by its fixed form; there is no other compiler.
// It returns nil for any other text. The one form is collections.namedtuple's __new__:
//
//	lambda _cls, a, b: _tuple_new(_cls, (a, b))
func CompileTemplate(t *Thread, source string) *Code {
	rest, ok := strings.CutPrefix(source, "lambda _cls, ")
	if !ok {
		return nil
	}
	args, body, ok := strings.Cut(rest, ": ")
	if !ok || body != "_tuple_new(_cls, ("+args+"))" {
		return nil
	}
	names := []string{"_cls"}
	for _, n := range strings.Split(strings.TrimSuffix(args, ","), ", ") {
		if n == "" && args == "" {
			continue
		}
		if !isIdentifier(t, NewStr(t, n)) {
			return nil
		}
		names = append(names, n)
	}
	outer := compileTupleNew(t, names)
	// eval runs an expression: what it gives is the function.
	a := newTemplateAssembler(t)
	a.emit(opcodes.Resume, 0)
	a.emit(opcodes.LoadConst, 0)
	a.emit(opcodes.MakeFunction, 0)
	a.emit(opcodes.ReturnValue, 0)
	c := a.code("<module>", nil)
	c.StackSize = 1
	c.Consts = []Value{outer.Value()}
	return c
}

// compileTupleNew makes the code of namedtuple's __new__ for its parameters.
func compileTupleNew(t *Thread, params []string) *Code {
	a := newTemplateAssembler(t)
	a.emit(opcodes.Resume, 0)
	a.emit(opcodes.LoadGlobal, 1)
	for i := range params {
		a.emit(opcodes.LoadFast, i)
	}
	a.emit(opcodes.BuildTuple, len(params)-1)
	if t.interp.Version.Minor < 12 {
		a.emit(opcodes.Precall, 2)
	}
	a.emit(opcodes.Call, 2)
	a.emit(opcodes.ReturnValue, 0)
	c := a.code("<lambda>", params)
	c.StackSize = len(params) + 3
	c.Flags = CodeOptimized | CodeNewLocals
	c.Names = []*Str{t.Intern("_tuple_new")}
	c.Consts = []Value{None}
	return c
}

// A templateAssembler writes the bytecode of one code object for the interpreter's version.
type templateAssembler struct {
	t     *Thread
	table *opcodes.Table
	b     []byte
}

func newTemplateAssembler(t *Thread) *templateAssembler {
	return &templateAssembler{t: t, table: opcodes.For(opcodes.Version(3<<8 | t.interp.Version.Minor))}
}

func (a *templateAssembler) emit(op opcodes.Op, arg int) {
	if arg > 255 {
		n, _ := a.table.Number(opcodes.ExtendedArg)
		a.b = append(a.b, byte(n), byte(arg>>8))
	}
	n, _ := a.table.Number(op)
	a.b = append(a.b, byte(n), byte(arg))
	a.b = append(a.b, make([]byte, 2*a.table.Caches(op))...)
}

// code makes the code object; all of it is on line 1 of "<string>".
func (a *templateAssembler) code(name string, params []string) *Code {
	t := a.t
	c := alloc[Code](t)
	c.shape = codeShape
	c.Version = t.interp.Version
	c.ArgCount = len(params)
	c.Bytecode = string(a.b)
	c.Filename, c.Name, c.Qualname, c.FirstLine = t.Intern("<string>"), t.Intern(name), t.Intern(name), 1
	kind := KindLocal
	if t.interp.Version.At(14) {
		kind |= 0x02 | 0x04 // takes positional and keyword arguments
	}
	kinds := make([]byte, 0, len(params))
	for _, p := range params {
		c.LocalsPlus = append(c.LocalsPlus, t.Intern(p))
		kinds = append(kinds, kind)
	}
	c.Kinds = string(kinds)
	var lines []byte
	for units := len(a.b) / 2; units > 0; units -= 8 {
		lines = append(lines, 0x80|13<<3|byte(min(units, 8)-1), 0)
	}
	c.LineTable = string(lines)
	return c
}
