package eval

import (
	"unsafe"

	"github.com/krait-vm/krait/eval/lower"
	"github.com/krait-vm/krait/runtime"
)

// A genState is the window of a generator, coroutine or async generator, on the heap, with what its frame needs. It belongs to the generator.
type genState struct {
	window []Value
	in     *Instr // where it is suspended: ReturnGenerator or Yield
	code   *lower.Code
	fn     *runtime.Function
	gen    *runtime.Generator
	obj    *runtime.Frame
}

func stateOf(g *runtime.Generator) *genState { return (*genState)(g.State) }

// Lasti implements runtime.FrameState for a suspended generator.
func (gs *genState) Lasti(*runtime.Frame) int { return int(gs.in.Off) }

// Back implements runtime.FrameState for a suspended generator.
func (gs *genState) Back(*runtime.Thread, *runtime.Frame) *runtime.Frame { return nil }

// makeGenerator moves the innermost frame, which is at in, to the heap.
func (vm *VM) makeGenerator(in *Instr, fr *Frame) *runtime.Generator {
	code := fr.code
	t := vm.thread()
	name, qualname := code.Src.Name, code.Src.Qualname
	if fr.fn != nil {
		name, qualname = fr.fn.Name, fr.fn.Qualname
	}
	g := runtime.NewGenerator(t, code.Src, name, qualname)
	gs := &genState{window: make([]Value, code.FrameBytes/runtime.ValueSize), in: in, code: code, fn: fr.fn, gen: g}
	n := int(code.StackBase / valueSize)
	copy(gs.window, unsafe.Slice((*Value)(fr.fp), n))
	g.State = unsafe.Pointer(gs)
	if code.Cleanup {
		vm.Interp().RegisterGenerator(g)
	}
	if f := fr.obj; f != nil {
		// The frame object stays with the body, not with the call that ends.
		fr.obj = nil
		gs.obj = f
		f.Slots, f.Live, f.Gen = unsafe.Pointer(&gs.window[0]), gs, g
	}
	return g
}

// resume pushes the frame of a suspended generator and sends it v. The caller's instruction says with flags what becomes of the result.
func (vm *VM) resume(in *Instr, fp unsafe.Pointer, g *runtime.Generator, v Value, flags uint32) (*Instr, unsafe.Pointer) {
	gs, exc := vm.pushGenerator(g, flags)
	if exc != nil {
		return vm.raise(in, fp, exc)
	}
	gfp := unsafe.Pointer(&gs.window[0])
	*reg(gfp, gs.in.A) = v
	return next(gs.in), gfp
}

// pushGenerator pushes the frame of a suspended generator.
func (vm *VM) pushGenerator(g *runtime.Generator, flags uint32) (*genState, *Exception) {
	gs := stateOf(g)
	fr := vm.fr
	top := vm.top()
	if fr != vm.frEnd && fr != vm.seg.caller {
		fr = nextFrame(fr)
	} else {
		var exc *Exception
		if fr, top, exc = vm.pushSlow(top, 0, gs.code); exc != nil {
			return nil, exc
		}
		flags |= fr.flags
	}
	if gs.obj != nil {
		flags |= frameObject
		gs.obj.Live = fr
	}
	fr.fp, fr.code, fr.fn, fr.gen, fr.top, fr.obj, fr.flags = unsafe.Pointer(&gs.window[0]), gs.code, gs.fn, gs, top, gs.obj, flags|frameGen
	fr.in = gs.in
	vm.fr = fr
	g.Status = runtime.GenRunning
	vm.PushExcInfo(&g.ExcInfo)
	return gs, nil
}

// yield suspends the innermost frame, a generator's, at in and gives v to whoever resumed it.
func (vm *VM) yield(in *Instr, v Value) (*Instr, unsafe.Pointer) {
	fr := vm.fr
	gs := fr.gen
	if gs == nil {
		return vm.raise(in, fr.fp, runtime.Raise(vm.thread(), runtime.SystemErrorType, "YIELD_VALUE before RETURN_GENERATOR"))
	}
	gs.in = in
	gs.gen.Status = runtime.GenSuspended
	vm.PopExcInfo()
	if fr.obj != nil {
		fr.obj.Live = gs
		fr.obj = nil
	}
	flags := fr.flags
	fr = vm.pop()
	if flags&frameEntry != 0 {
		vm.result, vm.yielded = v, true
		return halt(), nil
	}
	call, fp := fr.in, fr.fp
	*reg(fp, call.A) = v
	return next(call), fp
}

// endGenerator closes the generator whose frame is about to be popped.
func (vm *VM) endGenerator(fr *Frame) {
	g := fr.gen.gen
	g.EndGenerator()
	vm.PopExcInfo()
}
