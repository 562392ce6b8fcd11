package eval

import (
	"unsafe"

	"github.com/krait-vm/krait/eval/lower"
	"github.com/krait-vm/krait/runtime"
)

// The handlers of arithmetic on known types are generated: see tools/opsgen and zz_ops_arith.go.

func opUnaryNeg(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	x := reg(fp, in.B)
	if x.IsInt() && x.AsInt() != -1<<63 {
		runtime.SetInt(reg(fp, in.A), -x.AsInt())
		return next(in), fp
	}
	if x.IsFloat() {
		runtime.SetFloat(reg(fp, in.A), -x.AsFloat())
		return next(in), fp
	}
	vm.fr.in = in
	v, exc := runtime.Neg(vm.thread(), *x)
	return vm.store(in, fp, v, exc)
}

// store finishes an instruction with one result.
func (vm *VM) store(in *Instr, fp unsafe.Pointer, v Value, exc *Exception) (*Instr, unsafe.Pointer) {
	if exc != nil {
		return vm.raise(in, fp, exc)
	}
	*reg(fp, in.A) = v
	return next(in), fp
}

// finish finishes an instruction without a result.
func (vm *VM) finish(in *Instr, fp unsafe.Pointer, exc *Exception) (*Instr, unsafe.Pointer) {
	if exc != nil {
		return vm.raise(in, fp, exc)
	}
	return next(in), fp
}

func opUnaryPos(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	v, exc := runtime.Pos(vm.thread(), *reg(fp, in.B))
	return vm.store(in, fp, v, exc)
}

func opUnaryInvert(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	v, exc := runtime.Invert(vm.thread(), *reg(fp, in.B))
	return vm.store(in, fp, v, exc)
}

func opUnaryNot(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	b, ok := truth(reg(fp, in.B))
	if !ok {
		vm.fr.in = in
		var exc *Exception
		if b, exc = runtime.Truth(vm.thread(), *reg(fp, in.B)); exc != nil {
			return vm.raise(in, fp, exc)
		}
	}
	runtime.SetBool(reg(fp, in.A), !b)
	return next(in), fp
}

func opToBool(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	b, ok := truth(reg(fp, in.B))
	if !ok {
		vm.fr.in = in
		var exc *Exception
		if b, exc = runtime.Truth(vm.thread(), *reg(fp, in.B)); exc != nil {
			return vm.raise(in, fp, exc)
		}
	}
	runtime.SetBool(reg(fp, in.A), b)
	return next(in), fp
}

// Binary: BINARY_OP: left right -- result
//
//krait:hot
func opBinary(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	return binarySlow(vm, in, fp)
}

//krait:hot
func opBinaryK(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	return binaryKSlow(vm, in, fp)
}

func binarySlow(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	x, y := *reg(fp, in.B), *reg(fp, in.C)
	if !vm.plain {
		in.Op = quickBinary(in.N, x, y, lower.Binary)
	}
	return binaryOn(vm, in, fp, x, y)
}

func binaryKSlow(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	x := *reg(fp, in.B)
	if !vm.plain {
		in.Op = quickBinaryK(in.N, x, in.K, lower.BinaryK)
	}
	return binaryOn(vm, in, fp, x, in.K)
}

func binaryOn(vm *VM, in *Instr, fp unsafe.Pointer, x, y Value) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	var v Value
	var exc *Exception
	t := vm.thread()
	if in.N < uint16(runtime.InPlace) {
		v, exc = runtime.Binary(t, runtime.BinaryOp(in.N), x, y)
	} else {
		v, exc = runtime.InPlaceOp(t, runtime.BinaryOp(in.N)-runtime.InPlace, x, y)
	}
	return vm.store(in, fp, v, exc)
}

// plainOp strips the in-place form: for numbers both are the same.
func plainOp(n uint16) runtime.BinaryOp {
	if n >= uint16(runtime.InPlace) {
		n -= uint16(runtime.InPlace)
	}
	return runtime.BinaryOp(n)
}

// quickBinary picks the handler for operands of these types.
func quickBinary(n uint16, x, y Value, generic lower.Op) lower.Op {
	op := plainOp(n)
	switch {
	case x.IsInt() && y.IsInt():
		switch op {
		case runtime.OpAdd:
			return qAddInt
		case runtime.OpSubtract:
			return qSubInt
		case runtime.OpMultiply:
			return qMulInt
		case runtime.OpAnd:
			return qAndInt
		case runtime.OpOr:
			return qOrInt
		case runtime.OpXor:
			return qXorInt
		case runtime.OpFloorDivide:
			return qFloorDivInt
		case runtime.OpRemainder:
			return qModInt
		case runtime.OpLshift:
			return qLshiftInt
		case runtime.OpRshift:
			return qRshiftInt
		case runtime.OpTrueDivide:
			return qDivInt
		}
	case isNumber(x) && isNumber(y):
		switch op {
		case runtime.OpAdd:
			return qAddFloat
		case runtime.OpSubtract:
			return qSubFloat
		case runtime.OpMultiply:
			return qMulFloat
		case runtime.OpTrueDivide:
			return qDivFloat
		}
	case runtime.IsExactStr(x) && runtime.IsExactStr(y) && op == runtime.OpAdd:
		return qAddStr
	}
	return generic
}

// quickBinaryK is quickBinary for a constant right operand.
func quickBinaryK(n uint16, x, y Value, generic lower.Op) lower.Op {
	op := plainOp(n)
	switch {
	case x.IsInt() && y.IsInt():
		switch op {
		case runtime.OpAdd:
			return qAddIntK
		case runtime.OpSubtract:
			return qSubIntK
		case runtime.OpMultiply:
			return qMulIntK
		case runtime.OpAnd:
			return qAndIntK
		case runtime.OpOr:
			return qOrIntK
		case runtime.OpXor:
			return qXorIntK
		case runtime.OpFloorDivide:
			return qFloorDivIntK
		case runtime.OpRemainder:
			return qModIntK
		case runtime.OpLshift:
			return qLshiftIntK
		case runtime.OpRshift:
			return qRshiftIntK
		case runtime.OpTrueDivide:
			return qDivIntK
		}
	case isNumber(x) && isNumber(y):
		switch op {
		case runtime.OpAdd:
			return qAddFloatK
		case runtime.OpSubtract:
			return qSubFloatK
		case runtime.OpMultiply:
			return qMulFloatK
		case runtime.OpTrueDivide:
			return qDivFloatK
		}
	case runtime.IsExactStr(x) && runtime.IsExactStr(y) && op == runtime.OpAdd:
		return qAddStrK
	}
	return generic
}

func isNumber(v Value) bool { return v.IsInt() || v.IsFloat() }

// asNumber returns an int or float as a float, exactly.
func asNumber(x *Value) (float64, bool) {
	if x.IsFloat() {
		return x.AsFloat(), true
	}
	if x.IsInt() {
		i := x.AsInt()
		return float64(i), i >= -1<<53 && i <= 1<<53
	}
	return 0, false
}

func opAddStr(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	x, y := reg(fp, in.B), reg(fp, in.C)
	if runtime.IsExactStr(*x) && runtime.IsExactStr(*y) {
		return addStrs(vm, in, fp)
	}
	return binarySlow(vm, in, fp)
}

// AddStrK is AddStr with a constant right operand.
func opAddStrK(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	x := reg(fp, in.B)
	if !runtime.IsExactStr(*x) || !runtime.IsExactStr(in.K) {
		return binaryKSlow(vm, in, fp)
	}
	s, exc := runtime.Concat(vm.thread(), (*runtime.Str)(x.Ptr()), (*runtime.Str)(in.K.Ptr()))
	if exc != nil {
		return vm.raise(in, fp, exc)
	}
	*reg(fp, in.A) = s.Value()
	return next(in), fp
}

func addStrs(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	x, y := reg(fp, in.B), reg(fp, in.C)
	s, exc := runtime.Concat(vm.thread(), (*runtime.Str)(x.Ptr()), (*runtime.Str)(y.Ptr()))
	if exc != nil {
		return vm.raise(in, fp, exc)
	}
	*reg(fp, in.A) = s.Value()
	return next(in), fp
}

// Compare: COMPARE_OP: left right -- result
func opCompare(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	return compareSlow(vm, in, fp, *reg(fp, in.C))
}

func opCompareK(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	return compareSlow(vm, in, fp, in.K)
}

func compareSlow(vm *VM, in *Instr, fp unsafe.Pointer, y Value) (*Instr, unsafe.Pointer) {
	x := *reg(fp, in.B)
	op := runtime.CompareOp(in.N & 7)
	if b, ok := compareQuick(op, &x, &y); ok {
		runtime.SetBool(reg(fp, in.A), b)
		return next(in), fp
	}
	vm.fr.in = in
	v, exc := runtime.RichCompare(vm.thread(), x, y, op)
	if exc == nil && in.N&lower.CompareBool != 0 && !v.IsBool() {
		var b bool
		b, exc = runtime.Truth(vm.thread(), v)
		v = runtime.Bool(b)
	}
	return vm.store(in, fp, v, exc)
}

// compareQuick compares ints, floats and strs without a call.
func compareQuick(op runtime.CompareOp, x, y *Value) (b, ok bool) {
	if x.IsInt() && y.IsInt() {
		return holdsInt(op, x.AsInt(), y.AsInt()), true
	}
	if f, ok := asNumber(x); ok {
		if g, ok := asNumber(y); ok {
			return holdsFloat(op, f, g), true
		}
		return false, false
	}
	if op == runtime.EQ || op == runtime.NE {
		if runtime.IsExactStr(*x) && runtime.IsExactStr(*y) {
			return (*runtime.Str)(x.Ptr()).Equal((*runtime.Str)(y.Ptr())) == (op == runtime.EQ), true
		}
	}
	return false, false
}

func holdsInt(op runtime.CompareOp, a, b int64) bool {
	switch op {
	case runtime.LT:
		return a < b
	case runtime.LE:
		return a <= b
	case runtime.EQ:
		return a == b
	case runtime.NE:
		return a != b
	case runtime.GT:
		return a > b
	}
	return a >= b
}

func holdsFloat(op runtime.CompareOp, a, b float64) bool {
	switch op {
	case runtime.LT:
		return a < b
	case runtime.LE:
		return a <= b
	case runtime.EQ:
		return a == b
	case runtime.NE:
		return a != b
	case runtime.GT:
		return a > b
	}
	return a >= b
}

// CompareJump: COMPARE_OP POP_JUMP_IF_x fused.
//
//krait:hot
func opCompareJump(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	return compareJumpSlow(vm, in, fp)
}

//krait:hot
func opCompareJumpK(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	return compareJumpKSlow(vm, in, fp)
}

func compareJumpSlow(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	x, y := reg(fp, in.B), reg(fp, in.C)
	in.Op = quickCompareJump(in.N, x, y, lower.CompareJump, qCompareJumpInt[:])
	return compareJumpOn(vm, in, fp, x, y)
}

func compareJumpKSlow(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	x, y := reg(fp, in.B), &in.K
	in.Op = quickCompareJump(in.N, x, y, lower.CompareJumpK, qCompareJumpIntK[:])
	return compareJumpOn(vm, in, fp, x, y)
}

// quickCompareJump picks the handler for operands of these types. For ints a jump if the comparison fails is a jump if the opposite holds.
func quickCompareJump(n uint16, x, y *Value, generic lower.Op, ints []lower.Op) lower.Op {
	if x.IsInt() && y.IsInt() {
		op := n & 7
		if n&lower.CompareIfTrue == 0 {
			op = [...]uint16{5, 4, 3, 2, 1, 0}[op]
		}
		if n&lower.CompareBack != 0 {
			op += 6
		}
		return ints[op]
	}
	if x.IsFloat() && y.IsFloat() {
		if generic == lower.CompareJump {
			return qCompareJumpFloat
		}
		return qCompareJumpFloatK
	}
	return generic
}

func compareJumpOn(vm *VM, in *Instr, fp unsafe.Pointer, x, y *Value) (*Instr, unsafe.Pointer) {
	op := runtime.CompareOp(in.N & 7)
	b, ok := compareQuick(op, x, y)
	if !ok {
		vm.fr.in = in
		v, exc := runtime.RichCompare(vm.thread(), *x, *y, op)
		if exc == nil {
			b, exc = runtime.Truth(vm.thread(), v)
		}
		if exc != nil {
			return vm.raise(in, fp, exc)
		}
	}
	return compareJumped(vm, in, fp, b)
}

// compareJumped takes a fused jump or not.
func compareJumped(vm *VM, in *Instr, fp unsafe.Pointer, b bool) (*Instr, unsafe.Pointer) {
	if b != (in.N&lower.CompareIfTrue != 0) {
		return next(in), fp
	}
	if in.N&lower.CompareBack != 0 && vm.Breaker.Load() != 0 {
		return breakAt(vm, in, fp, in.Target)
	}
	return in.Target, fp
}

//krait:hot
func opCompareJumpFloat(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	x, y := reg(fp, in.B), reg(fp, in.C)
	if x.IsFloat() && y.IsFloat() {
		a, b := x.AsFloat(), y.AsFloat()
		holds := false
		switch in.N & 7 {
		case 0:
			holds = a < b
		case 1:
			holds = a <= b
		case 2:
			holds = a == b
		case 3:
			holds = a != b
		case 4:
			holds = a > b
		default:
			holds = a >= b
		}
		if holds != (in.N&lower.CompareIfTrue != 0) {
			return next(in), fp
		}
		if in.N&lower.CompareBack != 0 && vm.Breaker.Load() != 0 {
			return breakAt(vm, in, fp, in.Target)
		}
		return in.Target, fp
	}
	return compareJumpSlow(vm, in, fp)
}

//krait:hot
func opCompareJumpFloatK(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	x := reg(fp, in.B)
	if x.IsFloat() {
		a, b := x.AsFloat(), in.K.AsFloat()
		holds := false
		switch in.N & 7 {
		case 0:
			holds = a < b
		case 1:
			holds = a <= b
		case 2:
			holds = a == b
		case 3:
			holds = a != b
		case 4:
			holds = a > b
		default:
			holds = a >= b
		}
		if holds != (in.N&lower.CompareIfTrue != 0) {
			return next(in), fp
		}
		if in.N&lower.CompareBack != 0 && vm.Breaker.Load() != 0 {
			return breakAt(vm, in, fp, in.Target)
		}
		return in.Target, fp
	}
	return compareJumpKSlow(vm, in, fp)
}

// Contains: CONTAINS_OP: item container -- result
func opContains(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	x, y := reg(fp, in.B), *reg(fp, in.C)
	if d := runtime.ExactDict(y); d != nil && d.Probe(x) != nil {
		runtime.SetBool(reg(fp, in.A), in.N == 0)
		return next(in), fp
	}
	vm.fr.in = in
	b, exc := runtime.Contains(vm.thread(), y, *x)
	if exc != nil {
		return vm.raise(in, fp, exc)
	}
	runtime.SetBool(reg(fp, in.A), b != (in.N != 0))
	return next(in), fp
}
