package eval

import (
	"unsafe"

	"github.com/krait-vm/krait/eval/lower"
	"github.com/krait-vm/krait/runtime"
)

// GetIter: GET_ITER: iterable -- iterator
func opGetIter(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	v, exc := runtime.Iter(vm.thread(), *reg(fp, in.B))
	return vm.store(in, fp, v, exc)
}

// ForIter: FOR_ITER: iterator -- iterator item; to Target when there is none.
//
//krait:hot
func opForIter(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	return forIterSlow(vm, in, fp)
}

func forIterSlow(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	it := *reg(fp, in.B)
	if !vm.plain {
		switch {
		case runtime.AsRangeIter(it) != nil:
			in.Op = qForRange
		case runtime.AsListIter(it) != nil:
			in.Op = qForList
		case runtime.AsTupleIter(it) != nil:
			in.Op = qForTuple
		case runtime.AsGenerator(it) != nil:
			in.Op = qForGenerator
		default:
			in.Op = qForAny
		}
	}
	return opForAny(vm, in, fp)
}

// ForAny is ForIter over an iterator that no other form serves; a generator's frame is pushed.
func opForAny(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	it := *reg(fp, in.B)
	vm.fr.in = in
	if g := runtime.AsGenerator(it); g != nil && g.State != nil && g.Status != runtime.GenRunning {
		if vm.Breaker.Load() != 0 {
			if exc := vm.Interp().Engine().Break(vm.thread()); exc != nil {
				return vm.raise(in, fp, exc)
			}
		}
		return vm.resume(in, fp, g, runtime.None, frameForIter)
	}
	v, ok, exc := runtime.Next(vm.thread(), it)
	if exc != nil {
		return vm.raise(in, fp, exc)
	}
	if !ok {
		return in.Target, fp
	}
	*reg(fp, in.A) = v
	return next(in), fp
}

// ForGenerator is ForIter over a generator: its frame is pushed without a call.
func opForGenerator(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	g := runtime.AsGenerator(*reg(fp, in.B))
	fr := vm.fr
	if g == nil || g.State == nil || g.Status == runtime.GenRunning || fr == vm.frEnd || vm.Breaker.Load() != 0 {
		return opForAny(vm, in, fp)
	}
	gs := stateOf(g)
	if gs.obj != nil {
		return opForAny(vm, in, fp)
	}
	top := fr.top
	if fr.flags&frameGen == 0 {
		top = unsafe.Add(fr.fp, fr.code.FrameBytes)
	}
	fr.in = in
	fr = nextFrame(fr)
	gfp := unsafe.Pointer(unsafe.SliceData(gs.window))
	fr.fp, fr.code, fr.fn, fr.gen, fr.top, fr.flags = gfp, gs.code, gs.fn, gs, top, frameGen|frameForIter
	vm.fr = fr
	g.Status = runtime.GenRunning
	vm.PushExcInfo(&g.ExcInfo)
	at := gs.in
	*reg(gfp, at.A) = runtime.None
	return next(at), gfp
}

//krait:hot
func opForRange(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	if it := runtime.AsRangeIter(*reg(fp, in.B)); it != nil {
		if it.Remaining > 0 {
			it.Remaining--
			i := it.I
			it.I = i + it.Step
			runtime.SetInt(reg(fp, in.A), i)
			return next(in), fp
		}
		return in.Target, fp
	}
	return forIterSlow(vm, in, fp)
}

//krait:hot
func opForList(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	if it := runtime.AsListIter(*reg(fp, in.B)); it != nil && it.List != nil {
		if i := it.I; uint(i) < uint(len(it.List.Items)) {
			*reg(fp, in.A) = it.List.Items[i]
			it.I = i + 1
			return next(in), fp
		}
		it.List = nil
		return in.Target, fp
	}
	return forIterSlow(vm, in, fp)
}

//krait:hot
func opForTuple(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	if it := runtime.AsTupleIter(*reg(fp, in.B)); it != nil && it.Tuple != nil {
		if i := it.I; uint(i) < uint(len(it.Tuple.Items)) {
			*reg(fp, in.A) = it.Tuple.Items[i]
			it.I = i + 1
			return next(in), fp
		}
		it.Tuple = nil
		return in.Target, fp
	}
	return forIterSlow(vm, in, fp)
}

// GetYieldFromIter: GET_YIELD_FROM_ITER: iterable -- iterator
func opGetYieldFromIter(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	t := vm.thread()
	x := *reg(fp, in.A)
	if runtime.AsCoroutine(x) != nil {
		if vm.fr.code.Src.Flags&(runtime.CodeCoroutine|runtime.CodeIterableCoro) == 0 {
			return vm.raise(in, fp, runtime.Raise(t, runtime.TypeErrorType, "cannot 'yield from' a coroutine object in a non-coroutine generator"))
		}
		return next(in), fp
	}
	if runtime.AsGenerator(x) != nil {
		return next(in), fp
	}
	v, exc := runtime.Iter(t, x)
	return vm.store(in, fp, v, exc)
}

// GetLen: GET_LEN: subject -- subject len
func opGetLen(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	n, exc := runtime.Len(vm.thread(), *reg(fp, in.A))
	if exc != nil {
		return vm.raise(in, fp, exc)
	}
	*regAt(fp, in.A, 1) = runtime.Int(int64(n))
	return next(in), fp
}

// MatchMapping: MATCH_MAPPING: subject -- subject bool
func opMatchMapping(_ *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	*regAt(fp, in.A, 1) = runtime.Bool(runtime.TypeOf(*reg(fp, in.A)).Is(runtime.TypeMapping))
	return next(in), fp
}

// MatchSequence: MATCH_SEQUENCE: subject -- subject bool
func opMatchSequence(_ *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	*regAt(fp, in.A, 1) = runtime.Bool(runtime.TypeOf(*reg(fp, in.A)).Is(runtime.TypeSequence))
	return next(in), fp
}

// MatchKeys: MATCH_KEYS: subject keys -- subject keys values|None
func opMatchKeys(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	v, exc := runtime.MatchKeys(vm.thread(), *reg(fp, in.A), *regAt(fp, in.A, 1))
	if exc != nil {
		return vm.raise(in, fp, exc)
	}
	*regAt(fp, in.A, 2) = v
	return next(in), fp
}

// MatchClass: MATCH_CLASS: subject class names -- attributes|None
func opMatchClass(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	v, exc := runtime.MatchClass(vm.thread(), *reg(fp, in.A), *regAt(fp, in.A, 1), int(in.N), *regAt(fp, in.A, 2))
	return vm.store(in, fp, v, exc)
}

// ReturnGenerator: RETURN_GENERATOR: the call ends with the generator; its first resumption goes on here.
func opReturnGenerator(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	fr := vm.fr
	if fr.flags&frameGen != 0 {
		return vm.raise(in, fp, runtime.Raise(vm.thread(), runtime.SystemErrorType, "RETURN_GENERATOR in a running generator"))
	}
	g := vm.makeGenerator(in, fr)
	flags := fr.flags
	fr = vm.pop()
	v := g.Value()
	if flags&frameEntry != 0 {
		vm.result, vm.yielded = v, false
		return halt(), nil
	}
	call := fr.in
	if flags&frameInit != 0 {
		return vm.raise(call, fr.fp, runtime.TypeErrorf(vm.thread(), "__init__() should return None, not '%s'", runtime.TypeOf(v).Name()))
	}
	*reg(fr.fp, call.A) = v
	return next(call), fr.fp
}

// Yield: YIELD_VALUE: value -- sent value
func opYield(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	fr := vm.fr
	if fr.flags == frameGen|frameForIter || fr.flags == frameGen|frameSend {
		gs := fr.gen
		gs.in = in
		gs.gen.Status = runtime.GenSuspended
		vm.PopExcInfo()
		fr.flags, fr.gen, fr.top = 0, nil, nil
		fr = prevFrame(fr)
		vm.fr = fr
		call := fr.in
		*reg(fr.fp, call.A) = *reg(fp, in.B)
		return next(call), fr.fp
	}
	return vm.yield(in, *reg(fp, in.B))
}

// Send: SEND: receiver value -- receiver result; to Target when the receiver returned.
func opSend(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	it, v := *reg(fp, in.B), *reg(fp, in.C)
	g := runtime.AsGenerator(it)
	if g == nil {
		g = runtime.AsCoroutine(it)
	}
	if g != nil && g.State != nil && g.Status != runtime.GenRunning && (g.Status == runtime.GenSuspended || v.IsNone()) {
		return vm.resume(in, fp, g, v, frameSend)
	}
	r, how, exc := runtime.SendTo(vm.thread(), it, v)
	if exc != nil {
		return vm.raise(in, fp, exc)
	}
	*reg(fp, in.A) = r
	if how == runtime.SendReturn {
		return in.Target, fp
	}
	return next(in), fp
}

// GetAwaitable: GET_AWAITABLE: object -- awaitable
func opGetAwaitable(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	v, exc := runtime.GetAwaitable(vm.thread(), *reg(fp, in.A), int(in.N))
	return vm.store(in, fp, v, exc)
}

// GetAIter: GET_AITER: object -- async iterator
func opGetAIter(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	v, exc := runtime.GetAIter(vm.thread(), *reg(fp, in.A))
	return vm.store(in, fp, v, exc)
}

// GetANext: GET_ANEXT: async iterator -- async iterator awaitable
func opGetANext(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	v, exc := runtime.GetANext(vm.thread(), *reg(fp, in.A))
	if exc != nil {
		return vm.raise(in, fp, exc)
	}
	*regAt(fp, in.A, 1) = v
	return next(in), fp
}

var _ lower.Op
