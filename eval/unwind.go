package eval

import (
	"unsafe"

	"github.com/krait-vm/krait/runtime"
)

// raise raises exc at in, in the innermost frame: it returns where execution goes on.
func (vm *VM) raise(in *Instr, fp unsafe.Pointer, exc *Exception) (*Instr, unsafe.Pointer) {
	return vm.unwindAt(in, fp, exc, true, in.Off)
}

// unwind is raise, with the innermost frame left out of the traceback where it is there already.
func (vm *VM) unwind(in *Instr, fp unsafe.Pointer, exc *Exception, trace bool) (*Instr, unsafe.Pointer) {
	return vm.unwindAt(in, fp, exc, trace, in.Off)
}

// unwindAt pops frames until one has a handler. off is the innermost frame's offset as the handler sees it.
func (vm *VM) unwindAt(in *Instr, fp unsafe.Pointer, exc *Exception, trace bool, off int32) (*Instr, unsafe.Pointer) {
	for {
		fr := vm.fr
		fr.in = in
		if trace {
			exc.TB = runtime.NewTraceback(vm.thread(), exc.TB, vm.frameObject(fr), int(in.Off))
		}
		if h := fr.code.HandlerFor(in); h != nil && h.Target != nil && !exc.Uncatchable() {
			if uintptr(unsafe.Pointer(h.Target)) <= uintptr(unsafe.Pointer(in)) && vm.Breaker.Load() != 0 {
				// Ill-formed code loops through its handlers.
				if e := vm.Interp().Engine().Break(vm.thread()); e != nil {
					exc, trace = e, true
					continue
				}
			}
			at := h.At
			if h.Lasti {
				*reg(fp, at) = runtime.Int(int64(off))
				at += valueSize
			}
			*reg(fp, at) = exc.Value()
			return h.Target, fp
		}
		flags := fr.flags
		if flags&frameGen != 0 {
			vm.endGenerator(fr)
		}
		fr = vm.pop()
		if flags&frameEntry != 0 {
			vm.exc = exc
			return halt(), nil
		}
		in, fp = fr.in, fr.fp
		trace, off = true, in.Off
	}
}

// frameObject returns the frame object of a running frame, made at the first call.
func (vm *VM) frameObject(fr *Frame) *runtime.Frame {
	if fr.obj != nil {
		return fr.obj
	}
	c := fr.code
	n := len(c.Src.LocalsPlus)
	if fr.gen != nil {
		n = 0 // its window is its own
	}
	f := runtime.NewFrame(vm.thread(), n)
	f.Code, f.Func, f.Globals, f.Builtins = c.Src, fr.fn, c.Globals, c.Builtins
	f.Slots, f.Live = fr.fp, fr
	if c.Src.Flags&runtime.CodeOptimized == 0 {
		f.Locals = *reg(fr.fp, c.NameSlot)
	}
	if fr.gen != nil {
		f.Gen = fr.gen.gen
		fr.gen.obj = f
	}
	fr.obj = f
	fr.flags |= frameObject
	return f
}

// detach lets a frame object go on without the frame: the window is copied out, but for that of a generator, which is its own.
func (vm *VM) detach(fr *Frame) {
	f := fr.obj
	fr.obj = nil
	f.Live, f.EndLasti = nil, int(fr.in.Off)
	if b := vm.below(fr); b != nil {
		f.BackTo = vm.frameObject(b)
	}
	if fr.flags&frameGen == 0 {
		f.Keep(len(fr.code.Src.LocalsPlus))
	}
}

// Lasti implements runtime.FrameState.
func (fr *Frame) Lasti(*runtime.Frame) int { return int(fr.in.Off) }

// Back implements runtime.FrameState.
func (fr *Frame) Back(t *runtime.Thread, _ *runtime.Frame) *runtime.Frame {
	vm := vmOf(t)
	if b := vm.below(fr); b != nil {
		return vm.frameObject(b)
	}
	return nil
}
