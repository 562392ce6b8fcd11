package runtime

import (
	"unsafe"

	"github.com/krait-vm/krait/opcodes"
)

// A codeIter yields what a code object's tables hold.
type codeIter struct {
	Header
	items []Value
	i     int
}

var (
	lineIterType       = &Type{name: "line_iterator"}
	positionsIterType  = &Type{name: "positions_iterator"}
	branchesIterType   = &Type{name: "branches_iterator"}
	lineIterShape      = &Shape{typ: lineIterType}
	positionsIterShape = &Shape{typ: positionsIterType}
	branchesIterShape  = &Shape{typ: branchesIterType}
)

var codeIterSpecs = []*TypeSpec{
	codeIterSpec(lineIterType, "line_iterator", lineIterShape),
	codeIterSpec(positionsIterType, "positions_iterator", positionsIterShape),
	codeIterSpec(branchesIterType, "branches_iterator", branchesIterShape),
}

func codeIterSpec(tp *Type, name string, shape *Shape) *TypeSpec {
	return &TypeSpec{Type: tp, Name: name, Flags: TypeNoInstantiation | typeOwnLayout, Shape: shape, NoNew: true, Slots: Slots{
		Iter: selfIter,
		Next: func(_ *Thread, v Value) (Value, bool, *Exception) {
			it := (*codeIter)(v.p)
			if it.i >= len(it.items) {
				return Null, false, nil
			}
			it.i++
			return it.items[it.i-1], true, nil
		},
		Traverse: func(v Value, visit VisitFunc) {
			for _, x := range (*codeIter)(v.p).items {
				visit(x)
			}
		},
	}}
}

func newCodeIter(t *Thread, shape *Shape, items []Value) Value {
	it := alloc[codeIter](t)
	it.shape, it.items = shape, items
	return obj(unsafe.Pointer(it))
}

// intOrNone shows the -1 of the tables as None.
func intOrNone(n int32) Value {
	if n < 0 {
		return None
	}
	return Int(int64(n))
}

func codeLines(t *Thread, self Value) (Value, *Exception) {
	c := (*Code)(self.p)
	var items []Value
	for _, r := range c.table().Lines(c.LineTable, int32(c.FirstLine), nil) {
		items = append(items, MakeTuple(t, Int(int64(r.Start)), Int(int64(r.End)), lineOrNone(r.Line)).Value())
	}
	return newCodeIter(t, lineIterShape, items), nil
}

// lineOrNone keeps the negative lines that a made-up table can have, but for -1.
func lineOrNone(n int32) Value {
	if n == -1 {
		return None
	}
	return Int(int64(n))
}

func codePositions(t *Thread, self Value) (Value, *Exception) {
	c := (*Code)(self.p)
	var items []Value
	for _, r := range opcodes.PositionRanges(c.LineTable, int32(c.FirstLine), nil) {
		p := MakeTuple(t, lineOrNone(r.Line), lineOrNone(r.EndLine), intOrNone(r.Col), intOrNone(r.EndCol)).Value()
		for at := r.Start; at < r.End; at += 2 {
			items = append(items, p)
		}
	}
	return newCodeIter(t, positionsIterShape, items), nil
}

func codeBranches(t *Thread, self Value) (Value, *Exception) {
	c := (*Code)(self.p)
	var items []Value
	for _, b := range c.table().Branches(c.Bytecode, nil) {
		items = append(items, MakeTuple(t, Int(int64(b.Source)), Int(int64(b.Left)), Int(int64(b.Right))).Value())
	}
	return newCodeIter(t, branchesIterShape, items), nil
}

// codeLnotab is the line table in the format of Python 3.9 and before.
func codeLnotab(t *Thread, self Value) (Value, *Exception) {
	if t.interp.Version.At(12) {
		if exc := Warn(t, DeprecationWarningType, "co_lnotab is deprecated, use co_lines instead.", 1); exc != nil {
			return Null, exc
		}
	}
	c := (*Code)(self.p)
	var out []byte
	at, line := int32(0), int32(c.FirstLine)
	for _, r := range opcodes.PositionRanges(c.LineTable, int32(c.FirstLine), nil) {
		if r.Line < 0 || r.Line == line {
			continue
		}
		out = appendLnotab(out, r.Start-at, r.Line-line)
		at, line = r.Start, r.Line
	}
	return bytesOf(t, string(out)), nil
}

// appendLnotab writes a step of code and line, split into steps that fit a byte each.
func appendLnotab(out []byte, code, line int32) []byte {
	for ; code > 255; code -= 255 {
		out = append(out, 255, 0)
	}
	for ; line > 127; line -= 127 {
		out = append(out, byte(code), 127)
		code = 0
	}
	for ; line < -128; line += 128 {
		out = append(out, byte(code), 0x80)
		code = 0
	}
	return append(out, byte(code), byte(line))
}

func codeVarname(t *Thread, self, arg Value) (Value, *Exception) {
	i, exc := AsSsize(t, arg)
	if exc != nil {
		return Null, exc
	}
	c := (*Code)(self.p)
	if i < 0 || i >= len(c.LocalsPlus) {
		return Null, Raise(t, IndexErrorType, "tuple index out of range")
	}
	return c.LocalsPlus[i].Value(), nil
}
