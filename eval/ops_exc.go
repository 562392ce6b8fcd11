package eval

import (
	"unsafe"

	"github.com/krait-vm/krait/runtime"
)

func excValue(e *Exception) Value {
	if e == nil {
		return runtime.None
	}
	return e.Value()
}

// PushExcInfo: PUSH_EXC_INFO: exc -- previous exc
func opPushExcInfo(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	info := vm.ExcInfo()
	e := *reg(fp, in.A)
	exc := runtime.AsException(e)
	if exc == nil {
		return raiseBadContainer(vm, in, fp, "exception")
	}
	*regAt(fp, in.A, 1) = e
	*reg(fp, in.A) = excValue(info.Exc)
	info.Exc = exc
	return next(in), fp
}

// PopExcept: POP_EXCEPT: previous --
func opPopExcept(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.ExcInfo().Exc = runtime.AsException(*reg(fp, in.B))
	return next(in), fp
}

// CheckExcMatch: CHECK_EXC_MATCH: exc type -- exc bool
func opCheckExcMatch(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	e := runtime.AsException(*reg(fp, in.A))
	if e == nil {
		return raiseBadContainer(vm, in, fp, "exception")
	}
	b, exc := runtime.ExceptionMatches(vm.thread(), e, *regAt(fp, in.A, 1))
	if exc != nil {
		return vm.raise(in, fp, exc)
	}
	*regAt(fp, in.A, 1) = runtime.Bool(b)
	return next(in), fp
}

// CheckEGMatch: CHECK_EG_MATCH: exc type -- rest|None match|None
func opCheckEGMatch(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	t := vm.thread()
	match, rest, exc := runtime.ExceptionGroupMatch(t, *reg(fp, in.A), *regAt(fp, in.A, 1))
	if exc != nil {
		return vm.raise(in, fp, exc)
	}
	*reg(fp, in.A), *regAt(fp, in.A, 1) = rest, match
	if e := runtime.AsException(match); e != nil {
		vm.ExcInfo().Exc = e
	}
	return next(in), fp
}

// Raise: RAISE_VARARGS: [exc [cause]] --
func opRaise(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	t := vm.thread()
	if in.N == 0 {
		e := t.HandledException()
		if e == nil {
			return vm.raise(in, fp, runtime.Raise(t, runtime.RuntimeErrorType, "No active exception to reraise"))
		}
		return vm.unwind(in, fp, e, false)
	}
	cause := runtime.Null
	if in.N == 2 {
		cause = *regAt(fp, in.A, 1)
	}
	return vm.raise(in, fp, runtime.RaiseVarargs(t, *reg(fp, in.A), cause))
}

// Reraise: RERAISE: exc --
func opReraise(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	e := runtime.AsException(*reg(fp, in.A))
	if e == nil {
		return raiseBadContainer(vm, in, fp, "exception")
	}
	if in.N > 0 {
		if v := *reg(fp, in.B); v.IsInt() {
			return vm.unwindAt(in, fp, e, false, int32(v.AsInt()))
		}
	}
	return vm.unwind(in, fp, e, false)
}

// CleanupThrow: CLEANUP_THROW: receiver value exc -- None result, or raises exc again
func opCleanupThrow(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	e := runtime.AsException(*regAt(fp, in.A, 2))
	if e == nil {
		return raiseBadContainer(vm, in, fp, "exception")
	}
	if e.Is(runtime.StopIterationType) {
		*reg(fp, in.A) = runtime.None
		*regAt(fp, in.A, 1) = e.StopIterationValue()
		return next(in), fp
	}
	return vm.unwind(in, fp, e, false)
}

// EndAsyncFor: END_ASYNC_FOR: async iterator exc --
func opEndAsyncFor(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	e := runtime.AsException(*regAt(fp, in.A, 1))
	if e == nil {
		return raiseBadContainer(vm, in, fp, "exception")
	}
	if e.Is(runtime.StopAsyncIterationType) {
		return next(in), fp
	}
	return vm.unwind(in, fp, e, false)
}

// WithExceptStart: WITH_EXCEPT_START: exit [self] lasti previous exc -- exit [self] lasti previous exc result
func opWithExceptStart(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	t := vm.thread()
	e := runtime.AsException(*reg(fp, in.A))
	if e == nil {
		return raiseBadContainer(vm, in, fp, "exception")
	}
	exit := *regAt(fp, in.A, -int(in.N))
	tb := e.TB.Value()
	var v Value
	var exc *Exception
	if in.N == 4 {
		if self := *regAt(fp, in.A, -3); !self.IsNull() {
			v, exc = runtime.Call(t, exit, self, e.Type().Value(), e.Value(), tb)
			return vm.storeAt(in, fp, 1, v, exc)
		}
	}
	v, exc = runtime.Call(t, exit, e.Type().Value(), e.Value(), tb)
	return vm.storeAt(in, fp, 1, v, exc)
}

// storeAt finishes an instruction whose result goes i slots above A.
func (vm *VM) storeAt(in *Instr, fp unsafe.Pointer, i int, v Value, exc *Exception) (*Instr, unsafe.Pointer) {
	if exc != nil {
		return vm.raise(in, fp, exc)
	}
	*regAt(fp, in.A, i) = v
	return next(in), fp
}

// LoadSpecial: LOAD_SPECIAL: owner -- method self|NULL
func opLoadSpecial(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	fn, self, exc := runtime.LoadSpecial(vm.thread(), *reg(fp, in.A), runtime.SpecialMethod(in.N))
	if exc != nil {
		return vm.raise(in, fp, exc)
	}
	*reg(fp, in.A), *regAt(fp, in.A, 1) = fn, self
	return next(in), fp
}

// BeforeWith: BEFORE_WITH: manager -- exit entered
func opBeforeWith(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	return beforeWith(vm, in, fp, runtime.SpecialEnter)
}

// BeforeAsyncWith: BEFORE_ASYNC_WITH: manager -- exit awaitable
func opBeforeAsyncWith(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	return beforeWith(vm, in, fp, runtime.SpecialAEnter)
}

// beforeWith binds the exit method and calls the enter method, which is the one.
func beforeWith(vm *VM, in *Instr, fp unsafe.Pointer, which runtime.SpecialMethod) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	t := vm.thread()
	o := *reg(fp, in.A)
	enter, self, exc := runtime.LoadSpecial(t, o, which)
	if exc != nil {
		return vm.raise(in, fp, exc)
	}
	exit, eself, exc := runtime.LoadSpecial(t, o, which+1)
	if exc != nil {
		return vm.raise(in, fp, exc)
	}
	if !eself.IsNull() {
		exit = runtime.NewMethod(t, exit, eself)
	}
	*reg(fp, in.A) = exit
	var v Value
	if self.IsNull() {
		v, exc = runtime.Call(t, enter)
	} else {
		v, exc = runtime.Call(t, enter, self)
	}
	return vm.storeAt(in, fp, 1, v, exc)
}
