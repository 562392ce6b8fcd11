package eval

import (
	"unsafe"

	"github.com/krait-vm/krait/eval/lower"
	"github.com/krait-vm/krait/runtime"
)

// A call finds the callable in slot B, self or Null in the next, then the arguments; with CallNoSelf the self slot was not filled. The callee's
// window begins where its first argument stands.

// Call: CALL: callable self|NULL N args -- result
//
//krait:hot
func opCall(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	return callSlow(vm, in, fp)
}

// CallPy calls a Python function that needs no binding of arguments.
//
//krait:hot
func opCallPy(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	if f := runtime.AsFunction(*reg(fp, in.B)); f != nil && f.Exec != nil {
		code := (*lower.Code)(f.Exec)
		nfp := unsafe.Add(fp, uintptr(in.C))
		fr := vm.fr
		if code.ExactArgs == in.Idx && fr != vm.frEnd && uintptr(nfp)-vm.lo+code.FrameBytes <= vm.size && vm.Breaker.Load() == 0 {
			fr.in = in
			fr = nextFrame(fr)
			fr.fp, fr.code, fr.fn = nfp, code, f
			vm.fr = fr
			for o := code.ArgBytes; o < code.LocalBytes; o += runtime.ValueSize {
				*(*Value)(unsafe.Add(nfp, o)) = runtime.Null
			}
			return code.Entry, nfp
		}
	}
	return callSlow(vm, in, fp)
}

// CallPySelf is CallPy for a method: self is the first argument.
//
//krait:hot
func opCallPySelf(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	if f := runtime.AsFunction(*reg(fp, in.B)); f != nil && f.Exec != nil && !reg(fp, in.B+valueSize).IsNull() {
		code := (*lower.Code)(f.Exec)
		nfp := unsafe.Add(fp, uintptr(in.C))
		fr := vm.fr
		if code.ExactArgs == in.Idx+1 && fr != vm.frEnd && uintptr(nfp)-vm.lo+code.FrameBytes <= vm.size && vm.Breaker.Load() == 0 {
			fr.in = in
			fr = nextFrame(fr)
			fr.fp, fr.code, fr.fn = nfp, code, f
			vm.fr = fr
			for o := code.ArgBytes; o < code.LocalBytes; o += runtime.ValueSize {
				*(*Value)(unsafe.Add(nfp, o)) = runtime.Null
			}
			return code.Entry, nfp
		}
	}
	return callSlow(vm, in, fp)
}

// CallNative calls a builtin function.
func opCallNative(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	if f := runtime.AsBuiltin(*reg(fp, in.B)); f != nil {
		vm.fr.in = in
		v, exc := f.Fn.Invoke(&vm.Thread, f.Self, window(fp, in.C, int(in.Idx)), nil)
		if exc == nil {
			*reg(fp, in.A) = v
			return next(in), fp
		}
		return vm.raise(in, fp, exc)
	}
	return callSlow(vm, in, fp)
}

// CallNative1 calls a builtin function of one argument.
func opCallNative1(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	if f := runtime.AsBuiltin(*reg(fp, in.B)); f != nil {
		if call := f.Fn.Call1(); call != nil {
			vm.fr.in = in
			v, exc := call(&vm.Thread, f.Self, *reg(fp, in.C))
			if exc == nil {
				*reg(fp, in.A) = v
				return next(in), fp
			}
			return vm.raise(in, fp, exc)
		}
	}
	return callSlow(vm, in, fp)
}

// CallMethod1 calls a native method of one argument.
func opCallMethod1(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	if d := runtime.AsDescriptor(*reg(fp, in.B)); unsafe.Pointer(d) == in.Cache {
		self := reg(fp, in.B+valueSize)
		if s := self.HeapShape(); s != nil && unsafe.Pointer(s.Type()) == in.K.Ptr() {
			vm.fr.in = in
			v, exc := d.Fn.Call1()(&vm.Thread, *self, *reg(fp, in.C))
			if exc == nil {
				*reg(fp, in.A) = v
				return next(in), fp
			}
			return vm.raise(in, fp, exc)
		}
	}
	return callSlow(vm, in, fp)
}

// CallListAppend calls list.append.
//
//krait:hot
func opCallListAppend(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	if d := runtime.AsDescriptor(*reg(fp, in.B)); d != nil && unsafe.Pointer(d) == in.Cache {
		if l := runtime.ExactList(*reg(fp, in.B+valueSize)); l != nil && len(l.Items) < cap(l.Items) {
			n := len(l.Items)
			l.Items = l.Items[:n+1]
			l.Items[n] = *reg(fp, in.C)
			*reg(fp, in.A) = runtime.None
			return next(in), fp
		}
		return opCallMethod(vm, in, fp)
	}
	return callSlow(vm, in, fp)
}

// CallMethod calls a native method.
func opCallMethod(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	if d := runtime.AsDescriptor(*reg(fp, in.B)); d != nil && unsafe.Pointer(d) == in.Cache {
		self := reg(fp, in.B+valueSize)
		if s := self.HeapShape(); s != nil && s.Type() == d.Fn.Owner() {
			vm.fr.in = in
			v, exc := d.Fn.Invoke(vm.thread(), *self, window(fp, in.B+2*valueSize, int(in.Idx)), nil)
			return vm.store(in, fp, v, exc)
		}
	}
	return callSlow(vm, in, fp)
}

// CallType1 calls a builtin class such as str or int with one argument.
func opCallType1(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	if reg(fp, in.B).Ptr() == in.K.Ptr() {
		vm.fr.in = in
		if x := reg(fp, in.C); x.IsInt() && in.K.Ptr() == runtime.StrType.Value().Ptr() {
			*reg(fp, in.A) = runtime.NewStrInt(vm.thread(), x.AsInt()).Value()
			return next(in), fp
		}
		v, exc := runtime.CallKw(vm.thread(), in.K, window(fp, in.C, 1), nil)
		return vm.store(in, fp, v, exc)
	}
	return callSlow(vm, in, fp)
}

// quickenCall picks the handler for the callable a site just saw.
func quickenCall(vm *VM, in *Instr, fn Value, self bool) {
	in.Op = lower.Call
	args := in.B + 2*valueSize
	switch {
	case runtime.AsFunction(fn) != nil:
		f := runtime.AsFunction(fn)
		if f.Exec == nil {
			return
		}
		code := (*lower.Code)(f.Exec)
		if self && code.ExactArgs == in.Idx+1 {
			in.Op, in.C = qCallPySelf, in.B+valueSize
		} else if !self && code.ExactArgs == in.Idx {
			in.Op, in.C = qCallPy, args
		}
	case runtime.AsBuiltin(fn) != nil && !self:
		in.Op, in.C = qCallNative, args
		if in.Idx == 1 && runtime.AsBuiltin(fn).Fn.Call1() != nil {
			in.Op = qCallNative1
		}
	case runtime.AsDescriptor(fn) != nil && self:
		d := runtime.AsDescriptor(fn)
		in.Op, in.C, in.Cache = qCallMethod, args, unsafe.Pointer(d)
		if in.Idx == 1 && d.Fn.Call1() != nil {
			in.Op, in.K = qCallMethod1, d.Fn.Owner().Value()
			if d.Fn.Owner() == runtime.ListType && d.Fn.Name() == "append" {
				in.Op = qCallListAppend
			}
		}
	case runtime.IsBuiltinClass(fn) && !self && in.Idx == 1:
		in.Op, in.C, in.K = qCallType1, args, fn
	case runtime.IsPlainClass(fn) && !self:
		in.Op, in.C = qCallClass, args
	}
}

// callSlow is a call of anything.
func callSlow(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	fn := *reg(fp, in.B)
	selfp := reg(fp, in.B+valueSize)
	if in.N&lower.CallNoSelf != 0 {
		*selfp = runtime.Null
	}
	self := !selfp.IsNull()
	n := int(in.Idx)
	args := in.B + 2*valueSize
	if self {
		args -= valueSize
		n++
	}
	if !vm.plain {
		quickenCall(vm, in, fn, self)
	}
	if vm.Breaker.Load() != 0 {
		vm.fr.in = in
		if exc := vm.Interp().Engine().Break(vm.thread()); exc != nil {
			return vm.raise(in, fp, exc)
		}
	}
	return vm.call(in, fp, fn, args, n, nil)
}

// call calls fn with the n arguments in the window from a slot on, the last kw.Len() of them keyword values. A Python function gets a frame;
// everything else runs here.
func (vm *VM) call(in *Instr, fp unsafe.Pointer, fn Value, args uint32, n int, kw *runtime.Tuple) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	if m := runtime.AsMethod(fn); m != nil && args >= valueSize && args == in.B+2*valueSize {
		// A bound method: self goes to the slot before the arguments.
		*reg(fp, args-valueSize) = m.Self
		fn = m.Func
		args -= valueSize
		n++
	}
	if f := runtime.AsFunction(fn); f != nil {
		return vm.callFunction(in, fp, f, unsafe.Add(fp, uintptr(args)), n, kw, 0)
	}
	if kw == nil && runtime.IsPlainClass(fn) && in.N&0x4000 == 0 {
		if i, f, ok := vm.callClass(in, fp, fn, args, n); ok {
			return i, f
		}
	}
	v, exc := runtime.CallKw(vm.thread(), fn, window(fp, args, n), kw)
	if vm.Interp().Watching {
		vm.fr.flags |= frameWatch
	}
	return vm.store(in, fp, v, exc)
}

// CallClass calls a class whose instances are plain and whose __init__ is a Python function.
func opCallClass(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	fn := *reg(fp, in.B)
	if runtime.IsPlainClass(fn) && in.N&lower.CallNoSelf != 0 && vm.Breaker.Load() == 0 {
		vm.fr.in = in
		if i, f, ok := vm.callClass(in, fp, fn, in.C, int(in.Idx)); ok {
			return i, f
		}
	}
	return callSlow(vm, in, fp)
}

// callClass makes a plain instance and pushes a frame for its __init__; the instance waits in the callable's slot. ok is false where the class
// has to be called the general way.
//
// DIVERGES: a call is one frame; CPython counts a second one from when it has specialised the call (testscripts/programs/engine/recursion_init).
func (vm *VM) callClass(in *Instr, fp unsafe.Pointer, fn Value, args uint32, n int) (*Instr, unsafe.Pointer, bool) {
	if args != in.B+2*valueSize {
		return nil, nil, false
	}
	tp, _ := runtime.AsType(fn)
	init := runtime.PlainInit(vm.thread(), tp)
	if init == nil {
		return nil, nil, false
	}
	o := runtime.NewInstance(vm.thread(), tp)
	if vm.Interp().Watching {
		vm.fr.flags |= frameWatch
	}
	self := runtime.ObjectOf(&o.Header)
	*reg(fp, in.B) = self
	*reg(fp, in.B+valueSize) = self
	if code := (*lower.Code)(init.Exec); code != nil && code.ExactArgs == uint32(n+1) {
		nfp := unsafe.Add(fp, uintptr(in.B+valueSize))
		if fr := vm.fr; fr != vm.frEnd && vm.fits(nfp, code) {
			fr = nextFrame(fr)
			fr.fp, fr.code, fr.fn, fr.flags = nfp, code, init, frameInit
			vm.fr = fr
			clearSlots(nfp, code.ArgBytes, code.LocalBytes)
			return code.Entry, nfp, true
		}
	}
	i, f := vm.callFunction(in, fp, init, unsafe.Add(fp, uintptr(in.B+valueSize)), n+1, nil, frameInit)
	return i, f, true
}

// lowered returns the function's code lowered for its globals, which the function remembers.
func (vm *VM) lowered(f *runtime.Function) (*lower.Code, *Exception) {
	if f.Exec != nil {
		return (*lower.Code)(f.Exec), nil
	}
	c, exc := vm.lower(f.Code, f.Globals, f.Builtins)
	if exc == nil {
		f.Exec = unsafe.Pointer(c)
	}
	return c, exc
}

// callFunction pushes a frame for a Python function whose arguments stand at argp.
func (vm *VM) callFunction(in *Instr, fp unsafe.Pointer, f *runtime.Function, argp unsafe.Pointer, n int, kw *runtime.Tuple, flags uint32) (*Instr, unsafe.Pointer) {
	code, exc := vm.lowered(f)
	if exc != nil {
		return vm.raise(in, fp, exc)
	}
	caller := vm.fr
	nfp := argp
	if caller.flags&frameGen != 0 {
		nfp = caller.top
		if caller.fp == nil || !vm.fits(nfp, code) {
			// The push below moves on to the next segment and takes the arguments along.
			nfp = argp
		}
	}
	exact := code.ExactArgs == uint32(n) && kw.Len() == 0
	if !exact {
		if code.FrameBytes < uintptr(n)*runtime.ValueSize {
			return vm.callMany(in, fp, f, code, argp, n, kw, flags)
		}
	}
	fr, exc := vm.pushWith(nfp, argp, n, code, f, flags)
	if exc != nil {
		return vm.raise(in, fp, exc)
	}
	nfp = fr.fp
	if exact {
		clearSlots(nfp, code.ArgBytes, code.LocalBytes)
		return code.Entry, nfp
	}
	if exc := vm.bind(f, code, nfp, n, kw); exc != nil {
		vm.pop()
		return vm.raise(in, fp, exc)
	}
	return code.Entry, nfp
}

// pushWith pushes a frame and brings the n arguments from argp to its window.
func (vm *VM) pushWith(nfp, argp unsafe.Pointer, n int, code *lower.Code, f *runtime.Function, flags uint32) (*Frame, *Exception) {
	if nfp != argp {
		copy(unsafe.Slice((*Value)(nfp), n), unsafe.Slice((*Value)(argp), n))
	}
	return vm.push(nfp, n, code, f, flags)
}

// callMany is a call with more arguments than the callee's window has slots: they are bound outside of it.
func (vm *VM) callMany(in *Instr, fp unsafe.Pointer, f *runtime.Function, code *lower.Code, argp unsafe.Pointer, n int, kw *runtime.Tuple, flags uint32) (*Instr, unsafe.Pointer) {
	args := append([]Value(nil), unsafe.Slice((*Value)(argp), n)...)
	fr, exc := vm.push(vm.top(), 0, code, f, flags)
	if exc != nil {
		return vm.raise(in, fp, exc)
	}
	if exc := vm.bindArgs(f, code, fr.fp, args, kw); exc != nil {
		vm.pop()
		return vm.raise(in, fp, exc)
	}
	return code.Entry, fr.fp
}

// CallKw: CALL_KW: callable self|NULL N args names -- result
func opCallKw(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	kw, ok := runtime.AsTuple(*reg(fp, in.C))
	n := int(in.Idx)
	if !ok || kw.Len() > n || !runtime.AllStrs(kw) {
		return raiseBadContainer(vm, in, fp, "tuple of keyword names")
	}
	args := in.B + 2*valueSize
	if !reg(fp, in.B+valueSize).IsNull() {
		args -= valueSize
		n++
	}
	return vm.call(in, fp, *reg(fp, in.B), args, n, kw)
}

// CallEx: CALL_FUNCTION_EX: callable NULL args kwargs|NULL -- result
func opCallEx(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	t := vm.thread()
	fn := *reg(fp, in.B)
	args, kwargs := *regAt(fp, in.B, 2), *regAt(fp, in.B, 3)
	tuple, exc := runtime.CallArgs(t, fn, args)
	if exc != nil {
		return vm.raise(in, fp, exc)
	}
	items := tuple.Items
	var kw *runtime.Tuple
	if !kwargs.IsNull() {
		if items, kw, exc = runtime.FlattenKwargs(t, fn, items, kwargs); exc != nil {
			return vm.raise(in, fp, exc)
		}
	}
	if m := runtime.AsMethod(fn); m != nil && runtime.AsFunction(m.Func) != nil {
		items = append([]Value{m.Self}, items...)
		fn = m.Func
	}
	if f := runtime.AsFunction(fn); f != nil {
		code, exc := vm.lowered(f)
		if exc != nil {
			return vm.raise(in, fp, exc)
		}
		fr, exc := vm.push(vm.top(), 0, code, f, 0)
		if exc != nil {
			return vm.raise(in, fp, exc)
		}
		if exc := vm.bindArgs(f, code, fr.fp, items, kw); exc != nil {
			vm.pop()
			return vm.raise(in, fp, exc)
		}
		return code.Entry, fr.fp
	}
	v, exc := runtime.CallKw(t, fn, items, kw)
	return vm.store(in, fp, v, exc)
}

// Return: RETURN_VALUE: value --
//
//krait:hot
func opReturn(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	fr := vm.fr
	if fr.flags == 0 {
		v := reg(fp, in.B)
		fr = prevFrame(fr)
		vm.fr = fr
		call := fr.in
		nfp := fr.fp
		*reg(nfp, call.A) = *v
		return next(call), nfp
	}
	return returnSlow(vm, in, fp)
}

// ReturnK: RETURN_CONST, or RETURN_VALUE of a constant.
//
//krait:hot
func opReturnK(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	fr := vm.fr
	if fr.flags == 0 {
		fr = prevFrame(fr)
		vm.fr = fr
		call := fr.in
		nfp := fr.fp
		*reg(nfp, call.A) = in.K
		return next(call), nfp
	}
	return returnKSlow(vm, in, fp)
}

func returnSlow(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	return vm.returned(in, *reg(fp, in.B))
}

func returnKSlow(vm *VM, in *Instr, _ unsafe.Pointer) (*Instr, unsafe.Pointer) {
	if fr := vm.fr; fr.flags == frameInit && in.K.IsNone() {
		// The end of __init__: the instance waits in the callable's slot.
		fr.flags = 0
		fr = prevFrame(fr)
		vm.fr = fr
		call := fr.in
		*reg(fr.fp, call.A) = *reg(fr.fp, call.B)
		return next(call), fr.fp
	}
	return vm.returned(in, in.K)
}

// collectPromptly looks for deaths where reference counting would find them; keep is alive although no frame holds it.
func (vm *VM) collectPromptly(keep Value) {
	t := vm.thread()
	mark := t.HandleMark()
	t.Handle(keep)
	vm.Interp().CollectPromptly(t)
	t.Release(mark)
	if vm.Interp().Watching && vm.fr != &vm.base {
		vm.fr.flags |= frameWatch
	}
}

// watch is collectPromptly where objects whose death is of interest exist at all.
func (vm *VM) watch() {
	if vm.Interp().Watching {
		vm.collectPromptly(runtime.None)
	}
}

// returned ends the innermost frame, which has flags, with a result.
func (vm *VM) returned(in *Instr, v Value) (*Instr, unsafe.Pointer) {
	fr := vm.fr
	fr.in = in
	flags := fr.flags
	if flags&frameGen != 0 {
		vm.endGenerator(fr)
	}
	fr = vm.pop()
	if flags&frameWatch != 0 {
		vm.collectPromptly(v)
	}
	if flags&frameEntry != 0 {
		vm.result, vm.yielded = v, false
		return halt(), nil
	}
	call, fp := fr.in, fr.fp
	switch {
	case flags&frameForIter != 0:
		return call.Target, fp
	case flags&frameSend != 0:
		*reg(fp, call.A) = v
		return call.Target, fp
	case flags&frameInit != 0:
		if !v.IsNone() {
			return vm.raise(call, fp, runtime.TypeErrorf(vm.thread(), "__init__() should return None, not '%s'", runtime.TypeOf(v).Name()))
		}
		v = *reg(fp, call.B)
	}
	*reg(fp, call.A) = v
	return next(call), fp
}
