package runtime

import (
	"strconv"
	"unsafe"

	"github.com/krait-vm/krait/opcodes"
)

// CodeType is code.
var CodeType = &Type{name: "code"}

var codeShape = &Shape{typ: CodeType}

var codeSpec = TypeSpec{
	Type: CodeType, Name: "code", Flags: TypeHasWeakref | typeOwnLayout, Shape: codeShape,
	Doc: "Create a code object.  Not for mere mortals.",
	TextSig: "(argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize,\n     flags, codestring, constants, names, varnames, filename, name,\n" +
		"     qualname, firstlineno, linetable, exceptiontable, freevars=(),\n     cellvars=(), /)",
	Slots: Slots{New: codeNew, Repr: codeRepr, Hash: codeHash, RichCompare: codeCompare, Traverse: codeTraverse},
	Methods: []MethodSpec{
		{Sig: "__sizeof__($self, /)", Fn: func(_ *Thread, self Value) (Value, *Exception) {
			c := (*Code)(self.p)
			return Int(int64(208 + len(c.Bytecode))), nil
		}},
		{Sig: "co_lines($self, /)", Fn: codeLines},
		{Sig: "co_branches($self, /)", Fn: codeBranches, Since: 14},
		{Sig: "co_positions($self, /)", Fn: codePositions},
		{Sig: "replace($self, /, **changes)", Doc: "Return a copy of the code object with new values for the specified fields.", Fn: codeReplace},
		{Sig: "_varname_from_oparg($self, /, oparg)", Doc: "(internal-only) Return the local variable name for the given oparg.\n\n" +
			"WARNING: this method is for internal use only and may change or go away.", Fn: codeVarname},
		{Sig: "__replace__($self, /, **changes)", Doc: "The same as replace().", Fn: codeReplace, Since: 13},
	},
	GetSets: []GetSetSpec{
		codeInt("co_argcount", func(c *Code) int { return c.ArgCount }),
		codeInt("co_posonlyargcount", func(c *Code) int { return c.PosOnlyArgCount }),
		codeInt("co_kwonlyargcount", func(c *Code) int { return c.KwOnlyArgCount }),
		codeInt("co_stacksize", func(c *Code) int { return c.StackSize }),
		codeInt("co_flags", func(c *Code) int { return int(c.Flags) }),
		codeInt("co_nlocals", func(c *Code) int { return c.countKind(KindLocal) }),
		codeField("co_consts", func(t *Thread, c *Code) Value { return c.constTuple(t).Value() }),
		codeField("co_names", func(t *Thread, c *Code) Value { return strTuple(t, c.Names) }),
		codeField("co_filename", func(_ *Thread, c *Code) Value { return c.Filename.Value() }),
		codeField("co_name", func(_ *Thread, c *Code) Value { return c.Name.Value() }),
		codeField("co_qualname", func(_ *Thread, c *Code) Value { return c.Qualname.Value() }),
		codeInt("co_firstlineno", func(c *Code) int { return c.FirstLine }),
		codeField("co_linetable", func(t *Thread, c *Code) Value { return bytesOf(t, c.LineTable) }),
		codeField("co_exceptiontable", func(t *Thread, c *Code) Value { return bytesOf(t, c.ExceptionTable) }),
		{Name: "co_lnotab", Get: codeLnotab},
		codeComputed("_co_code_adaptive", func(t *Thread, c *Code) Value { return bytesOf(t, c.Bytecode) }),
		codeComputed("co_varnames", func(t *Thread, c *Code) Value { return c.namesOfKind(t, KindLocal) }),
		codeComputed("co_cellvars", func(t *Thread, c *Code) Value { return c.namesOfKind(t, KindCell) }),
		codeComputed("co_freevars", func(t *Thread, c *Code) Value { return c.namesOfKind(t, KindFree) }),
		codeComputed("co_code", func(t *Thread, c *Code) Value { return bytesOf(t, c.Bytecode) }),
	},
}

func codeInt(name string, get func(c *Code) int) GetSetSpec {
	return GetSetSpec{Name: name, Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return Int(int64(get((*Code)(self.p)))), nil }}
}

func codeField(name string, get func(t *Thread, c *Code) Value) GetSetSpec {
	return GetSetSpec{Name: name, Member: true, Get: func(t *Thread, self Value) (Value, *Exception) { return get(t, (*Code)(self.p)), nil }}
}

func codeComputed(name string, get func(t *Thread, c *Code) Value) GetSetSpec {
	g := codeField(name, get)
	g.Member = false
	return g
}

// bytesOf makes a bytes object with the bytes of s.
func bytesOf(t *Thread, s string) Value {
	b := alloc[Bytes](t)
	t.charge(uintptr(len(s)))
	b.shape, b.B = bytesShape, []byte(s)
	return obj(unsafe.Pointer(b))
}

func strTuple(t *Thread, names []*Str) Value {
	items := make([]Value, len(names))
	for i, n := range names {
		items[i] = n.Value()
	}
	return NewTuple(t, items).Value()
}

// constTuple returns co_consts.
func (c *Code) constTuple(t *Thread) *Tuple {
	if c.consts == nil {
		c.consts = NewTuple(t, c.Consts)
	}
	return c.consts
}

// NumFree returns the number of free variables.
func (c *Code) NumFree() int { return c.countKind(KindFree) }

func (c *Code) countKind(kind byte) int {
	n := 0
	for i := 0; i < len(c.Kinds); i++ {
		if c.Kinds[i]&kind != 0 {
			n++
		}
	}
	return n
}

func (c *Code) namesOfKind(t *Thread, kind byte) Value {
	var items []Value
	for i, n := range c.LocalsPlus {
		if c.Kinds[i]&kind != 0 {
			items = append(items, n.Value())
		}
	}
	return NewTuple(t, items).Value()
}

func codeTraverse(v Value, visit VisitFunc) {
	c := (*Code)(v.p)
	for _, x := range c.Consts {
		visit(x)
	}
	for _, n := range c.Names {
		visit(n.Value())
	}
	for _, n := range c.LocalsPlus {
		visit(n.Value())
	}
	visit(c.Filename.Value())
	visit(c.Name.Value())
	visit(c.Qualname.Value())
	if c.consts != nil {
		visit(c.consts.Value())
	}
}

func codeRepr(t *Thread, v Value) (Value, *Exception) {
	c := (*Code)(v.p)
	line := c.FirstLine
	if line == 0 {
		line = -1
	}
	return NewStr(t, "<code object "+c.Name.GoString()+" at "+Address(v)+", file \""+c.Filename.GoString()+"\", line "+strconv.Itoa(line)+">").Value(), nil
}

// LineAt returns the line of the instruction at a byte offset, -1 for none; before the first instruction it is the first line.
func (c *Code) LineAt(offset int) int {
	if offset < 0 {
		return c.FirstLine
	}
	return int(opcodes.LineAt(c.LineTable, int32(c.FirstLine), int32(offset)))
}

// table returns the opcode table of the code's version.
func (c *Code) table() *opcodes.Table { return opcodes.For(opcodes.Version(3<<8 | c.Version.Minor)) }

// codeHash mixes what codeCompare compares.
func codeHash(t *Thread, v Value) (int64, *Exception) {
	c := (*Code)(v.p)
	h := uint64(20221211)
	mix := func(x int64) {
		h ^= uint64(x)
		h *= 1000003
	}
	mix(c.Name.Hash())
	for _, x := range c.Consts {
		k, exc := Hash(t, x)
		if exc != nil {
			if !exc.Is(TypeErrorType) {
				return 0, exc
			}
			k = addressHash(x) // a constant that a program put there
		}
		mix(k)
	}
	for _, n := range c.Names {
		mix(n.Hash())
	}
	for _, n := range c.LocalsPlus {
		mix(n.Hash())
	}
	mix(hashBytes(c.LineTable))
	mix(hashBytes(c.ExceptionTable))
	mix(hashBytes(c.Bytecode))
	for _, n := range [...]int{c.ArgCount, c.PosOnlyArgCount, c.KwOnlyArgCount, int(c.Flags), c.FirstLine} {
		mix(int64(n))
	}
	if int64(h) == -1 {
		return -2, nil
	}
	return int64(h), nil
}

func codeCompare(t *Thread, a, b Value, op CompareOp) (Value, *Exception) {
	x, y := AsCode(a), AsCode(b)
	if op != EQ && op != NE || x == nil || y == nil {
		return NotImplemented, nil
	}
	eq := x == y
	if !eq && x.sameShape(y) {
		eq = true
		for i := range x.Consts {
			same, exc := sameConst(t, x.Consts[i], y.Consts[i])
			if exc != nil {
				return Null, exc
			}
			if !same {
				eq = false
				break
			}
		}
	}
	return Bool(eq == (op == EQ)), nil
}

// sameShape compares all but the constants' values.
func (c *Code) sameShape(o *Code) bool {
	return c.Name.equal(o.Name) && c.ArgCount == o.ArgCount && c.PosOnlyArgCount == o.PosOnlyArgCount && c.KwOnlyArgCount == o.KwOnlyArgCount &&
		c.Flags == o.Flags && c.FirstLine == o.FirstLine && c.Bytecode == o.Bytecode && c.LineTable == o.LineTable && c.ExceptionTable == o.ExceptionTable &&
		c.Kinds == o.Kinds && sameNames(c.Names, o.Names) && sameNames(c.LocalsPlus, o.LocalsPlus) && len(c.Consts) == len(o.Consts)
}

func sameNames(a, b []*Str) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !a[i].equal(b[i]) {
			return false
		}
	}
	return true
}

// sameConst is equality that tells types apart, in tuples too: 1, 1.0 and True are different constants, and so are 0.0 and -0.0.
func sameConst(t *Thread, a, b Value) (bool, *Exception) {
	if Is(a, b) {
		return true, nil
	}
	if TypeOf(a) != TypeOf(b) || a.IsFloat() {
		return false, nil
	}
	if x := ExactTuple(a); x != nil {
		y := ExactTuple(b)
		if x.Len() != y.Len() {
			return false, nil
		}
		for i := range x.Items {
			if same, exc := sameConst(t, x.Items[i], y.Items[i]); exc != nil || !same {
				return false, exc
			}
		}
		return true, nil
	}
	return Equal(t, a, b)
}
