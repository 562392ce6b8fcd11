package eval

import (
	"unsafe"

	"github.com/krait-vm/krait/eval/lower"
	"github.com/krait-vm/krait/runtime"
)

func nameOf(in *Instr) *runtime.Str { return (*runtime.Str)(in.K.Ptr()) }

// LoadGlobal: LOAD_GLOBAL.
//
//krait:hot
func opLoadGlobal(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	return loadGlobalSlow(vm, in, fp)
}

// loadGlobalSlow looks a global up and remembers where it is: the position of its entry, which holds while the dict's keys stay.
func loadGlobalSlow(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	code := vm.fr.code
	name := nameOf(in)
	in.Op = lower.LoadGlobal
	if i := code.Globals.EntryIndex(name); i >= 0 {
		if !vm.plain {
			in.Op, in.Cache, in.Ver = qLoadGlobalDict, unsafe.Pointer(code.Globals), code.Globals.KeysVersion
			in.Idx = uint32(uintptr(i)*runtime.EntrySize + runtime.EntryValueOffset)
		}
		*reg(fp, in.A) = *code.Globals.EntryValue(i)
		return next(in), fp
	}
	if i := code.Builtins.EntryIndex(name); i >= 0 {
		if !vm.plain {
			in.Op, in.Cache, in.Ver, in.Aux = qLoadGlobalBuiltin, unsafe.Pointer(code), code.Globals.KeysVersion, code.Builtins.KeysVersion
			in.Idx = uint32(uintptr(i)*runtime.EntrySize + runtime.EntryValueOffset)
		}
		*reg(fp, in.A) = *code.Builtins.EntryValue(i)
		return next(in), fp
	}
	return vm.raise(in, fp, runtime.RaiseName(vm.thread(), name))
}

//krait:hot
func opLoadGlobalDict(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	d := (*runtime.Dict)(in.Cache)
	if d.KeysVersion == in.Ver {
		*reg(fp, in.A) = *(*Value)(unsafe.Add(d.EntriesPtr(), uintptr(in.Idx)))
		return next(in), fp
	}
	return loadGlobalSlow(vm, in, fp)
}

//krait:hot
func opLoadGlobalBuiltin(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	c := (*lower.Code)(in.Cache)
	if c.Globals.KeysVersion == in.Ver && c.Builtins.KeysVersion == in.Aux {
		*reg(fp, in.A) = *(*Value)(unsafe.Add(c.Builtins.EntriesPtr(), uintptr(in.Idx)))
		return next(in), fp
	}
	return loadGlobalSlow(vm, in, fp)
}

// namespace returns the mapping of names in a module or class body.
func (vm *VM) namespace(fp unsafe.Pointer) Value { return *reg(fp, vm.fr.code.NameSlot) }

// LoadName: LOAD_NAME.
func opLoadName(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	name := nameOf(in)
	ns := vm.namespace(fp)
	if d := runtime.ExactDict(ns); d != nil {
		if v, ok := d.GetHint(name, &in.Idx); ok {
			*reg(fp, in.A) = v
			return next(in), fp
		}
		if d == vm.fr.code.Globals {
			return loadBuiltin(vm, in, fp, name)
		}
	} else if v, ok, exc := mappingGet(vm.thread(), ns, name); exc != nil {
		return vm.raise(in, fp, exc)
	} else if ok {
		*reg(fp, in.A) = v
		return next(in), fp
	}
	return loadGlobalName(vm, in, fp, name)
}

// loadGlobalName loads a name from globals, then builtins.
func loadGlobalName(vm *VM, in *Instr, fp unsafe.Pointer, name *runtime.Str) (*Instr, unsafe.Pointer) {
	if v, ok := vm.fr.code.Globals.GetStr(name); ok {
		*reg(fp, in.A) = v
		return next(in), fp
	}
	return loadBuiltin(vm, in, fp, name)
}

func loadBuiltin(vm *VM, in *Instr, fp unsafe.Pointer, name *runtime.Str) (*Instr, unsafe.Pointer) {
	if v, ok := vm.fr.code.Builtins.GetStr(name); ok {
		*reg(fp, in.A) = v
		return next(in), fp
	}
	return vm.raise(in, fp, runtime.RaiseName(vm.thread(), name))
}

// mappingGet is mapping[name] with a KeyError as ok == false.
func mappingGet(t *runtime.Thread, m Value, name *runtime.Str) (Value, bool, *Exception) {
	v, exc := runtime.GetItem(t, m, name.Value())
	if exc != nil {
		if exc.Is(runtime.KeyErrorType) {
			return runtime.Null, false, nil
		}
		return runtime.Null, false, exc
	}
	return v, true, nil
}

// LoadNameFrom: LOAD_FROM_DICT_OR_GLOBALS: mapping -- value
func opLoadNameFrom(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	v, ok, exc := mappingGet(vm.thread(), *reg(fp, in.B), nameOf(in))
	if exc != nil {
		return vm.raise(in, fp, exc)
	}
	if ok {
		*reg(fp, in.A) = v
		return next(in), fp
	}
	return loadGlobalName(vm, in, fp, nameOf(in))
}

func opLoadLocals(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	if vm.fr.code.Src.Flags&runtime.CodeOptimized != 0 {
		return vm.raise(in, fp, runtime.Raise(vm.thread(), runtime.SystemErrorType, "no locals"))
	}
	*reg(fp, in.A) = vm.namespace(fp)
	return next(in), fp
}

// StoreName: STORE_NAME.
func opStoreName(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	t := vm.thread()
	ns := vm.namespace(fp)
	if d := runtime.ExactDict(ns); d != nil {
		n := d.Len()
		exc := d.SetHint(t, nameOf(in), *reg(fp, in.B), &in.Idx)
		if d.Len() == n {
			vm.watch()
		}
		return vm.finish(in, fp, exc)
	}
	return vm.finish(in, fp, runtime.SetItem(t, ns, in.K, *reg(fp, in.B)))
}

// DeleteName: DELETE_NAME.
func opDeleteName(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	t := vm.thread()
	ns := vm.namespace(fp)
	if d := runtime.ExactDict(ns); d != nil {
		if d.DeleteStr(t, nameOf(in)) {
			vm.watch()
			return next(in), fp
		}
		return vm.raise(in, fp, runtime.RaiseName(t, nameOf(in)))
	}
	exc := runtime.SetItem(t, ns, in.K, runtime.Null)
	if exc != nil && exc.Is(runtime.KeyErrorType) {
		exc = runtime.RaiseName(t, nameOf(in))
	}
	return vm.finish(in, fp, exc)
}

// StoreGlobal: STORE_GLOBAL.
func opStoreGlobal(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	exc := vm.fr.code.Globals.SetHint(vm.thread(), nameOf(in), *reg(fp, in.B), &in.Idx)
	vm.watch()
	return vm.finish(in, fp, exc)
}

// DeleteGlobal: DELETE_GLOBAL.
func opDeleteGlobal(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	if vm.fr.code.Globals.DeleteStr(vm.thread(), nameOf(in)) {
		vm.watch()
		return next(in), fp
	}
	return vm.raise(in, fp, runtime.RaiseName(vm.thread(), nameOf(in)))
}

// LoadDeref: LOAD_DEREF.
//
//krait:hot
func opLoadDeref(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	if c := runtime.AsCell(*reg(fp, in.B)); c != nil && !c.V.IsNull() {
		*reg(fp, in.A) = c.V
		return next(in), fp
	}
	return raiseUnboundDeref(vm, in, fp)
}

// raiseUnboundDeref is an empty cell, or in ill-formed code no cell at all.
func raiseUnboundDeref(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	code := vm.fr.code.Src
	name, kind := code.LocalsPlus[in.N], code.Kinds[in.N]
	if kind&runtime.KindFree != 0 {
		return vm.raise(in, fp, runtime.RaiseUnboundFree(vm.thread(), name))
	}
	return vm.raise(in, fp, runtime.RaiseUnboundLocal(vm.thread(), name))
}

// LoadDerefFrom: LOAD_FROM_DICT_OR_DEREF: mapping -- value
func opLoadDerefFrom(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	v, ok, exc := mappingGet(vm.thread(), *reg(fp, in.C), nameOf(in))
	if exc != nil {
		return vm.raise(in, fp, exc)
	}
	if ok {
		*reg(fp, in.A) = v
		return next(in), fp
	}
	if c := runtime.AsCell(*reg(fp, in.B)); c != nil && !c.V.IsNull() {
		*reg(fp, in.A) = c.V
		return next(in), fp
	}
	return raiseUnboundDeref(vm, in, fp)
}

// StoreDeref: STORE_DEREF.
//
//krait:hot
func opStoreDeref(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	if c := runtime.AsCell(*reg(fp, in.A)); c != nil {
		c.V = *reg(fp, in.B)
		return next(in), fp
	}
	return notACell(vm, in, fp)
}

func notACell(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	return vm.raise(in, fp, runtime.Raise(vm.thread(), runtime.SystemErrorType, "a cell variable's slot holds no cell"))
}

// DeleteDeref: DELETE_DEREF.
func opDeleteDeref(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	c := runtime.AsCell(*reg(fp, in.A))
	if c == nil || c.V.IsNull() {
		return raiseUnboundDeref(vm, in, fp)
	}
	c.V = runtime.Null
	return next(in), fp
}

// MakeCell: MAKE_CELL.
func opMakeCell(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	x := reg(fp, in.A)
	*x = runtime.NewCell(vm.thread(), *x).Value()
	return next(in), fp
}

// CopyFreeVars: COPY_FREE_VARS.
func opCopyFreeVars(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	fn := vm.fr.fn
	if fn == nil || fn.Closure.Len() != int(in.N) {
		return vm.raise(in, fp, runtime.Raise(vm.thread(), runtime.SystemErrorType, "the function's closure does not fit its code"))
	}
	for i, c := range fn.Closure.Items {
		*regAt(fp, in.A, i) = c
	}
	return next(in), fp
}
