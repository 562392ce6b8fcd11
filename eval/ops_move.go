package eval

import (
	"unsafe"

	"github.com/krait-vm/krait/runtime"
)

// A handler marked //krait:hot is copied into the generated loop; the others are called from it. A hot handler must not use in or fp behind a call
// that is not inlined, but for one it returns: otherwise the loop would spill both at every dispatch.

func opHalt(_ *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) { return in, fp }

//krait:hot
func opNop(_ *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	return next(in), fp
}

// Move: LOAD_FAST, COPY, STORE_FAST where they could not be folded.
//
//krait:hot
func opMove(_ *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	*reg(fp, in.A) = *reg(fp, in.B)
	return next(in), fp
}

//krait:hot
func opLoadK(_ *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	*reg(fp, in.A) = in.K
	return next(in), fp
}

//krait:hot
func opSwap(_ *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	x, y := reg(fp, in.A), reg(fp, in.B)
	*x, *y = *y, *x
	return next(in), fp
}

//krait:hot
func opJump(_ *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	return in.Target, fp
}

//krait:hot
func opJumpBack(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	if vm.Breaker.Load() != 0 {
		return breakAt(vm, in, fp, in.Target)
	}
	return in.Target, fp
}

//krait:hot
func opStep(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.count += uint64(in.Idx)
	return next(in), fp
}

func opResume(_ *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) { return next(in), fp }

// Drop: POP_TOP of a result, or the end of a store that may have replaced something.
func opDrop(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	if vm.Interp().Watching {
		vm.fr.in = in
		vm.watch()
	}
	return next(in), fp
}

func opFellOff(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	return vm.raise(in, fp, runtime.Raise(vm.thread(), runtime.SystemErrorType, "control fell off the end of the code"))
}

//krait:hot
func opLoadFastCheck(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	x := reg(fp, in.B)
	if !x.IsNull() {
		*reg(fp, in.A) = *x
		return next(in), fp
	}
	return raiseUnbound(vm, in, fp)
}

func raiseUnbound(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	name := vm.fr.code.Src.LocalsPlus[in.N]
	return vm.raise(in, fp, runtime.RaiseUnboundLocal(vm.thread(), name))
}

func opDeleteFast(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	x := reg(fp, in.A)
	if x.IsNull() {
		return raiseUnbound(vm, in, fp)
	}
	*x = runtime.Null
	vm.fr.in = in
	vm.watch()
	return next(in), fp
}

// ClearFast: LOAD_FAST_AND_CLEAR.
//
//krait:hot
func opClearFast(_ *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	*reg(fp, in.A) = *reg(fp, in.B)
	*reg(fp, in.B) = runtime.Null
	return next(in), fp
}

// breakAt serves the eval breaker and goes on at to.
func breakAt(vm *VM, in *Instr, fp unsafe.Pointer, to *Instr) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	if exc := vm.Interp().Engine().Break(vm.thread()); exc != nil {
		return vm.raise(in, fp, exc)
	}
	return to, fp
}

// Is: IS_OP.
//
//krait:hot
func opIs(_ *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	runtime.SetBool(reg(fp, in.A), runtime.Is(*reg(fp, in.B), *reg(fp, in.C)) != (in.N != 0))
	return next(in), fp
}

// truth is the truth of a slot where it needs no call.
func truth(x *Value) (b, ok bool) {
	if x.IsBool() {
		return x.Bits() != 0, true
	}
	if x.IsInt() {
		return x.Bits() != 0, true
	}
	return false, x.IsNone()
}

//krait:hot
func opJumpIfFalse(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	x := reg(fp, in.B)
	if x.IsTrue() {
		return next(in), fp
	}
	if x.IsFalse() {
		return in.Target, fp
	}
	return jumpSlow(vm, in, fp, false, false)
}

//krait:hot
func opJumpIfTrue(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	x := reg(fp, in.B)
	if x.IsFalse() {
		return next(in), fp
	}
	if x.IsTrue() {
		return in.Target, fp
	}
	return jumpSlow(vm, in, fp, true, false)
}

//krait:hot
func opJumpIfFalseBack(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	x := reg(fp, in.B)
	if x.IsTrue() {
		return next(in), fp
	}
	return jumpSlow(vm, in, fp, false, true)
}

//krait:hot
func opJumpIfTrueBack(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	x := reg(fp, in.B)
	if x.IsFalse() {
		return next(in), fp
	}
	return jumpSlow(vm, in, fp, true, true)
}

// jumpSlow is a conditional jump on any value.
func jumpSlow(vm *VM, in *Instr, fp unsafe.Pointer, want, back bool) (*Instr, unsafe.Pointer) {
	x := reg(fp, in.B)
	b, ok := truth(x)
	if !ok {
		vm.fr.in = in
		var exc *Exception
		if b, exc = runtime.Truth(vm.thread(), *x); exc != nil {
			return vm.raise(in, fp, exc)
		}
	}
	if b != want {
		return next(in), fp
	}
	if back && vm.Breaker.Load() != 0 {
		return breakAt(vm, in, fp, in.Target)
	}
	return in.Target, fp
}

//krait:hot
func opJumpIfNone(_ *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	if reg(fp, in.B).IsNone() {
		return in.Target, fp
	}
	return next(in), fp
}

//krait:hot
func opJumpIfNotNone(_ *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	if reg(fp, in.B).IsNone() {
		return next(in), fp
	}
	return in.Target, fp
}

func opJumpIfNoneBack(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	if !reg(fp, in.B).IsNone() {
		return next(in), fp
	}
	return opJumpBack(vm, in, fp)
}

func opJumpIfNotNoneBack(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	if reg(fp, in.B).IsNone() {
		return next(in), fp
	}
	return opJumpBack(vm, in, fp)
}
