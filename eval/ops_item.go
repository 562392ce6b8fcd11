package eval

import (
	"unsafe"

	"github.com/krait-vm/krait/eval/lower"
	"github.com/krait-vm/krait/runtime"
)

// Subscript: container key -- item
//
//krait:hot
func opSubscript(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	return subscriptSlow(vm, in, fp)
}

func subscriptSlow(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	x, k := *reg(fp, in.B), *reg(fp, in.C)
	if !vm.plain {
		in.Op = lower.Subscript
		switch {
		case runtime.ExactList(x) != nil && k.IsInt():
			in.Op = qSubscriptList
		case runtime.ExactTuple(x) != nil && k.IsInt():
			in.Op = qSubscriptTuple
		case runtime.ExactDict(x) != nil:
			in.Op = qSubscriptDict
		}
	}
	vm.fr.in = in
	v, exc := runtime.GetItem(vm.thread(), x, k)
	return vm.store(in, fp, v, exc)
}

//krait:hot
func opSubscriptList(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	k := reg(fp, in.C)
	if k.IsInt() {
		if l := runtime.ExactList(*reg(fp, in.B)); l != nil {
			if i := k.AsInt(); uint64(i) < uint64(len(l.Items)) {
				*reg(fp, in.A) = l.Items[i]
				return next(in), fp
			}
		}
	}
	return subscriptSlow(vm, in, fp)
}

//krait:hot
func opSubscriptTuple(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	k := reg(fp, in.C)
	if k.IsInt() {
		if l := runtime.ExactTuple(*reg(fp, in.B)); l != nil {
			if i := k.AsInt(); uint64(i) < uint64(len(l.Items)) {
				*reg(fp, in.A) = l.Items[i]
				return next(in), fp
			}
		}
	}
	return subscriptSlow(vm, in, fp)
}

func opSubscriptDict(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	if d := runtime.ExactDict(*reg(fp, in.B)); d != nil {
		if v := d.Probe(reg(fp, in.C)); v != nil {
			*reg(fp, in.A) = *v
			return next(in), fp
		}
	}
	return subscriptSlow(vm, in, fp)
}

// SubscriptK: container -- item, with a constant key.
//
//krait:hot
func opSubscriptK(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	return subscriptKSlow(vm, in, fp)
}

func subscriptKSlow(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	x := *reg(fp, in.B)
	if !vm.plain {
		in.Op = lower.SubscriptK
		switch {
		case runtime.ExactList(x) != nil && in.K.IsInt():
			in.Op = qSubscriptListK
		case runtime.ExactTuple(x) != nil && in.K.IsInt():
			in.Op = qSubscriptTupleK
		case runtime.ExactDict(x) != nil:
			in.Op = qSubscriptDictK
		}
	}
	vm.fr.in = in
	v, exc := runtime.GetItem(vm.thread(), x, in.K)
	return vm.store(in, fp, v, exc)
}

//krait:hot
func opSubscriptListK(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	if l := runtime.ExactList(*reg(fp, in.B)); l != nil {
		i := in.K.AsInt()
		if i < 0 {
			i += int64(len(l.Items))
		}
		if uint64(i) < uint64(len(l.Items)) {
			*reg(fp, in.A) = l.Items[i]
			return next(in), fp
		}
	}
	return subscriptKSlow(vm, in, fp)
}

//krait:hot
func opSubscriptTupleK(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	if l := runtime.ExactTuple(*reg(fp, in.B)); l != nil {
		i := in.K.AsInt()
		if i < 0 {
			i += int64(len(l.Items))
		}
		if uint64(i) < uint64(len(l.Items)) {
			*reg(fp, in.A) = l.Items[i]
			return next(in), fp
		}
	}
	return subscriptKSlow(vm, in, fp)
}

func opSubscriptDictK(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	if d := runtime.ExactDict(*reg(fp, in.B)); d != nil {
		if v := d.Probe(&in.K); v != nil {
			*reg(fp, in.A) = *v
			return next(in), fp
		}
	}
	return subscriptKSlow(vm, in, fp)
}

// StoreItem: STORE_SUBSCR: value container key --
//
//krait:hot
func opStoreItem(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	return storeItemSlow(vm, in, fp)
}

func storeItemSlow(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	x, k := *reg(fp, in.B), *reg(fp, in.C)
	if !vm.plain {
		in.Op = lower.StoreItem
		switch {
		case runtime.ExactList(x) != nil && k.IsInt():
			in.Op = qStoreItemList
		case runtime.ExactDict(x) != nil:
			in.Op = qStoreItemDict
		}
	}
	vm.fr.in = in
	return vm.finish(in, fp, runtime.SetItem(vm.thread(), x, k, *reg(fp, in.A)))
}

//krait:hot
func opStoreItemList(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	k := reg(fp, in.C)
	if k.IsInt() {
		if l := runtime.ExactList(*reg(fp, in.B)); l != nil {
			if i := k.AsInt(); uint64(i) < uint64(len(l.Items)) {
				l.Items[i] = *reg(fp, in.A)
				return next(in), fp
			}
		}
	}
	return storeItemSlow(vm, in, fp)
}

func opStoreItemDict(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	if d := runtime.ExactDict(*reg(fp, in.B)); d != nil {
		vm.fr.in = in
		k, v := reg(fp, in.C), *reg(fp, in.A)
		done, exc := d.Store(vm.thread(), k, v)
		if !done {
			exc = d.Set(vm.thread(), *k, v)
		}
		return vm.finish(in, fp, exc)
	}
	return storeItemSlow(vm, in, fp)
}

func opStoreItemK(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	x := *reg(fp, in.B)
	if in.K.IsInt() {
		if l := runtime.ExactList(x); l != nil {
			if i := in.K.AsInt(); uint64(i) < uint64(len(l.Items)) {
				l.Items[i] = *reg(fp, in.A)
				return next(in), fp
			}
		}
	}
	vm.fr.in = in
	return vm.finish(in, fp, runtime.SetItem(vm.thread(), x, in.K, *reg(fp, in.A)))
}

// DeleteItem: DELETE_SUBSCR: container key --
func opDeleteItem(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	exc := runtime.SetItem(vm.thread(), *reg(fp, in.B), *reg(fp, in.C), runtime.Null)
	vm.watch()
	return vm.finish(in, fp, exc)
}

// GetSlice: BINARY_SLICE: container start stop -- item
func opGetSlice(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	t := vm.thread()
	v, exc := runtime.GetSlice(t, *reg(fp, in.A), *regAt(fp, in.A, 1), *regAt(fp, in.A, 2))
	return vm.store(in, fp, v, exc)
}

// SetSlice: STORE_SLICE: value container start stop --
func opSetSlice(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	t := vm.thread()
	s := runtime.NewSlice(t, *regAt(fp, in.A, 2), *regAt(fp, in.A, 3), runtime.None).Value()
	return vm.finish(in, fp, runtime.SetItem(t, *regAt(fp, in.A, 1), s, *reg(fp, in.A)))
}

// BuildSlice: BUILD_SLICE: start stop [step] -- slice
func opBuildSlice(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	step := runtime.None
	if in.N == 3 {
		step = *regAt(fp, in.A, 2)
	}
	*reg(fp, in.A) = runtime.NewSlice(vm.thread(), *reg(fp, in.A), *regAt(fp, in.A, 1), step).Value()
	return next(in), fp
}

// BuildTuple: BUILD_TUPLE: N values -- tuple
func opBuildTuple(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	*reg(fp, in.A) = runtime.CopyTuple(vm.thread(), window(fp, in.B, int(in.Idx))).Value()
	return next(in), fp
}

// BuildList: BUILD_LIST: N values -- list
func opBuildList(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	var items []Value
	if in.Idx > 0 {
		items = append(make([]Value, 0, in.Idx), window(fp, in.B, int(in.Idx))...)
	}
	*reg(fp, in.A) = runtime.NewList(vm.thread(), items).Value()
	return next(in), fp
}

// BuildSet: BUILD_SET: N values -- set
func opBuildSet(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	v, exc := runtime.BuildSet(vm.thread(), window(fp, in.A, int(in.Idx)))
	return vm.store(in, fp, v, exc)
}

// BuildMap: BUILD_MAP: N keys and values -- dict
func opBuildMap(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	v, exc := runtime.BuildMap(vm.thread(), window(fp, in.A, 2*int(in.Idx)))
	return vm.store(in, fp, v, exc)
}

// BuildKeyMap: BUILD_CONST_KEY_MAP: N values, keys -- dict
func opBuildKeyMap(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	t := vm.thread()
	n := int(in.Idx)
	keys, ok := runtime.AsTuple(*regAt(fp, in.A, n))
	if !ok || keys.Len() != n {
		return vm.raise(in, fp, runtime.Raise(t, runtime.SystemErrorType, "bad BUILD_CONST_KEY_MAP keys argument"))
	}
	v, exc := runtime.BuildConstKeyMap(t, keys, window(fp, in.A, n))
	return vm.store(in, fp, v, exc)
}

// BuildString: BUILD_STRING: N strs -- str
func opBuildString(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	s, exc := runtime.JoinStrs(vm.thread(), window(fp, in.A, int(in.Idx)))
	if exc != nil {
		return vm.raise(in, fp, exc)
	}
	*reg(fp, in.A) = s.Value()
	return next(in), fp
}

func raiseBadContainer(vm *VM, in *Instr, fp unsafe.Pointer, what string) (*Instr, unsafe.Pointer) {
	return vm.raise(in, fp, runtime.Raise(vm.thread(), runtime.SystemErrorType, "the instruction's operand is no "+what))
}

// ListAppend: LIST_APPEND: list ... value -- list ...
//
//krait:hot
func opListAppend(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	l := runtime.ExactList(*reg(fp, in.A))
	if l != nil && len(l.Items) < cap(l.Items) {
		n := len(l.Items)
		l.Items = l.Items[:n+1]
		l.Items[n] = *reg(fp, in.B)
		return next(in), fp
	}
	return listAppendSlow(vm, in, fp)
}

func listAppendSlow(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	l, ok := runtime.AsList(*reg(fp, in.A))
	if !ok {
		return raiseBadContainer(vm, in, fp, "list")
	}
	return vm.finish(in, fp, l.Append(vm.thread(), *reg(fp, in.B)))
}

// SetAdd: SET_ADD: set ... value -- set ...
func opSetAdd(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	s, ok := runtime.AsSet(*reg(fp, in.A))
	if !ok {
		return raiseBadContainer(vm, in, fp, "set")
	}
	return vm.finish(in, fp, s.Add(vm.thread(), *reg(fp, in.B)))
}

// MapAdd: MAP_ADD: dict ... key value -- dict ...
func opMapAdd(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	d, ok := runtime.AsDict(*reg(fp, in.A))
	if !ok {
		return raiseBadContainer(vm, in, fp, "dict")
	}
	return vm.finish(in, fp, d.Set(vm.thread(), *reg(fp, in.B), *reg(fp, in.C)))
}

// ListExtend: LIST_EXTEND: list ... iterable -- list ...
func opListExtend(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	l, ok := runtime.AsList(*reg(fp, in.A))
	if !ok {
		return raiseBadContainer(vm, in, fp, "list")
	}
	return vm.finish(in, fp, runtime.ListExtend(vm.thread(), l, *reg(fp, in.B)))
}

// SetUpdate: SET_UPDATE: set ... iterable -- set ...
func opSetUpdate(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	s, ok := runtime.AsSet(*reg(fp, in.A))
	if !ok {
		return raiseBadContainer(vm, in, fp, "set")
	}
	return vm.finish(in, fp, runtime.SetUpdate(vm.thread(), s, *reg(fp, in.B)))
}

// DictUpdate: DICT_UPDATE: dict ... mapping -- dict ...
func opDictUpdate(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	d, ok := runtime.AsDict(*reg(fp, in.A))
	if !ok {
		return raiseBadContainer(vm, in, fp, "dict")
	}
	return vm.finish(in, fp, runtime.DictUpdate(vm.thread(), d, *reg(fp, in.B)))
}

// DictMerge: DICT_MERGE: dict ... mapping -- dict ..., for keyword arguments of the callable in C.
func opDictMerge(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	d, ok := runtime.AsDict(*reg(fp, in.A))
	if !ok {
		return raiseBadContainer(vm, in, fp, "dict")
	}
	return vm.finish(in, fp, runtime.DictMerge(vm.thread(), d, *reg(fp, in.B), *reg(fp, in.C)))
}

// Unpack: UNPACK_SEQUENCE: sequence -- item N-1 ... item 0
func opUnpack(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	n := int(in.Idx)
	x := *reg(fp, in.B)
	var items []Value
	if s := runtime.ExactTuple(x); s != nil {
		items = s.Items
	} else if l := runtime.ExactList(x); l != nil {
		items = l.Items
	}
	if len(items) != n || n == 0 {
		vm.fr.in = in
		out := window(fp, in.A, n)
		if exc := runtime.UnpackIterable(vm.thread(), x, n, out); exc != nil {
			return vm.raise(in, fp, exc)
		}
		reverse(out)
		return next(in), fp
	}
	for i, v := range items {
		*regAt(fp, in.A, n-1-i) = v
	}
	return next(in), fp
}

func reverse(vs []Value) {
	for i, j := 0, len(vs)-1; i < j; i, j = i+1, j-1 {
		vs[i], vs[j] = vs[j], vs[i]
	}
}

// UnpackEx: UNPACK_EX: iterable -- last ... list ... first
func opUnpackEx(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	before, after := int(in.N), int(in.Idx)
	x := *reg(fp, in.A)
	out := window(fp, in.A, before+1+after)
	if exc := runtime.UnpackEx(vm.thread(), x, before, after, out); exc != nil {
		return vm.raise(in, fp, exc)
	}
	reverse(out)
	return next(in), fp
}
