// Package eval executes lowered code: frames and call windows, the dispatch loop, unwinding, calls and generators.
//
// What always holds: a Python call pushes a Frame and never recurses in Go; Go recursion happens only where native code calls back into Python, and
// such a call ends at a frame marked frameEntry. A frame below the top has its pc in Frame.in; the top frame's is saved there before anything
// that may look at frames or raise. A popped frame record has no flags and no frame object.
//
// One definition of each instruction, a handler func in ops_*.go, serves both engines: the reference engine calls the table of handlers over the
// plain lowering, the loop in zz_loop.go is generated from the same bodies and runs the register lowering with quickening.
//
// Start reading at VM and Frame, then call.go and unwind.go.
package eval

import (
	"unsafe"

	"github.com/krait-vm/krait/eval/lower"
	"github.com/krait-vm/krait/runtime"
)

//go:generate go run ../tools/opsgen

type (
	// Instr is a register instruction.
	Instr = lower.Instr
	// Value is a Python value.
	Value = runtime.Value
	// Exception is a Python exception.
	Exception = runtime.Exception
)

// A Handler executes one instruction and returns the next one with its frame's window.
type Handler func(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer)

// A VM is the engine's state of a thread. The Thread comes first, so that a *Thread of this engine is a *VM.
type VM struct {
	runtime.Thread
	fr    *Frame  // the innermost frame
	frEnd *Frame  // the last frame before a push has to take the slow path
	lo    uintptr // start of the segment's values; compared only, never dereferenced
	size  uintptr // their size in bytes
	seg   *segment

	result  Value      // what a finished run returned
	exc     *Exception // or raised
	yielded bool       // the run ended with a yield rather than a return
	inside  bool       // the engine has been entered: Go panics are recovered there

	plain bool      // the reference engine: plain lowering, no quickening
	steps bool      // count steps
	cover *Coverage // counts what is executed, nil for not
	count uint64
	base  Frame // below the outermost frame

	scratch []Value // arguments while they are bound
}

// A Frame is the record of a running frame.
type Frame struct {
	in    *Instr         // the instruction being executed, while a callee runs or native code may look
	fp    unsafe.Pointer // the window
	code  *lower.Code
	fn    *runtime.Function // nil for module and class bodies
	gen   *genState         // of a generator's frame
	top   unsafe.Pointer    // of a generator's frame: where the next window of the stack goes
	obj   *runtime.Frame    // the frame object, when one was asked for
	flags uint32
}

const frameSize = unsafe.Sizeof(Frame{})

// The flags of a frame. A frame with any of them takes the slow path when it returns.
const (
	frameEntry   uint32 = 1 << iota // native code called it: the run ends with it
	frameGen                        // its window belongs to gen
	frameInit                       // __init__ of a class call: the result is the instance in the callable's slot
	frameSegment                    // the first of its segment
	frameObject                     // has a frame object
	frameForIter                    // with frameGen: resumed by ForIter
	frameSend                       // with frameGen: resumed by Send
	frameWatch                      // an object whose death is of interest was made here
)

// The sizes of a segment of the stack: small enough for the collector to scan without delay.
const (
	segmentFrames = 256
	segmentValues = 2048
)

// A segment is a piece of the stack: frame records and the values of their windows.
// The last value is never part of a window, so that the end of a window is an address within the segment.
type segment struct {
	frames []Frame
	values []Value
	prev   *segment
	next   *segment // kept for the next time
	depth  int      // frames in the segments below
	caller *Frame   // the frame that was innermost when the segment was entered
}

func vmOf(t *runtime.Thread) *VM { return (*VM)(unsafe.Pointer(t)) }

func (vm *VM) thread() *runtime.Thread { return &vm.Thread }

func reg(fp unsafe.Pointer, off uint32) *Value { return (*Value)(unsafe.Add(fp, uintptr(off))) }

func regAt(fp unsafe.Pointer, off uint32, i int) *Value {
	return (*Value)(unsafe.Add(fp, uintptr(off)+uintptr(i)*runtime.ValueSize))
}

// window views n values of the frame from a slot on.
func window(fp unsafe.Pointer, off uint32, n int) []Value {
	return unsafe.Slice((*Value)(unsafe.Add(fp, uintptr(off))), n)
}

func next(in *Instr) *Instr { return (*Instr)(unsafe.Add(unsafe.Pointer(in), lower.InstrSize)) }

func nextFrame(fr *Frame) *Frame { return (*Frame)(unsafe.Add(unsafe.Pointer(fr), frameSize)) }

func prevFrame(fr *Frame) *Frame { return (*Frame)(unsafe.Add(unsafe.Pointer(fr), -int(frameSize))) }

const valueSize = uint32(runtime.ValueSize)

// newVM makes a thread's state with its first segment.
func newVM() *VM {
	vm := &VM{}
	s := &segment{frames: make([]Frame, segmentFrames), values: make([]Value, segmentValues)}
	vm.enterSegment(s, &vm.base)
	return vm
}

// enterSegment makes s the current segment with no frame of its own yet: the caller stays innermost, and the next push goes slow.
func (vm *VM) enterSegment(s *segment, caller *Frame) {
	s.caller = caller
	vm.seg = s
	vm.fr, vm.frEnd = caller, caller
	vm.lo, vm.size = uintptr(unsafe.Pointer(&s.values[0])), uintptr(len(s.values)-1)*runtime.ValueSize
}

// depth returns the number of frames on the stack.
func (vm *VM) depth() int {
	if vm.fr == vm.seg.caller {
		return vm.seg.depth
	}
	return vm.seg.depth + int((uintptr(unsafe.Pointer(vm.fr))-uintptr(unsafe.Pointer(&vm.seg.frames[0])))/frameSize) + 1
}

// setEnd puts frEnd where the segment or the recursion limit ends.
func (vm *VM) setEnd() {
	n := vm.Interp().RecursionLimit() - vm.seg.depth
	if n > len(vm.seg.frames) {
		n = len(vm.seg.frames)
	}
	if n < 1 {
		vm.frEnd = vm.fr
		return
	}
	end := &vm.seg.frames[n-1]
	if uintptr(unsafe.Pointer(end)) < uintptr(unsafe.Pointer(vm.fr)) && vm.fr != vm.seg.caller {
		end = vm.fr
	}
	vm.frEnd = end
}

// top returns where the next window on the stack may begin.
func (vm *VM) top() unsafe.Pointer {
	fr := vm.fr
	if fr.fp == nil {
		return unsafe.Pointer(&vm.seg.values[0])
	}
	if fr.flags&frameGen != 0 {
		return fr.top
	}
	return unsafe.Add(fr.fp, fr.code.FrameBytes)
}

// push makes the record of a new frame whose window starts at fp when it fits there; otherwise in the next segment, and keep values from fp on are
// copied there. It returns nil and RecursionError at the recursion limit.
func (vm *VM) push(fp unsafe.Pointer, keep int, code *lower.Code, fn *runtime.Function, flags uint32) (*Frame, *Exception) {
	fr := vm.fr
	if fr != vm.frEnd && fr != vm.seg.caller && vm.fits(fp, code) {
		fr = nextFrame(fr)
	} else {
		var exc *Exception
		if fr, fp, exc = vm.pushSlow(fp, keep, code); exc != nil {
			return nil, exc
		}
		flags |= fr.flags
	}
	fr.in = code.Entry
	fr.fp, fr.code, fr.fn, fr.flags = fp, code, fn, flags
	vm.fr = fr
	return fr, nil
}

// fits reports whether a window at fp lies within the segment; the window of a generator never does.
func (vm *VM) fits(fp unsafe.Pointer, code *lower.Code) bool {
	return uintptr(fp)-vm.lo+code.FrameBytes <= vm.size && uintptr(fp) >= vm.lo
}

// pushSlow finds the record and window of a new frame at the end of a segment.
func (vm *VM) pushSlow(fp unsafe.Pointer, keep int, code *lower.Code) (*Frame, unsafe.Pointer, *Exception) {
	if vm.depth() >= vm.Interp().RecursionLimit() {
		return nil, nil, runtime.Raise(vm.thread(), runtime.RecursionErrorType, "maximum recursion depth exceeded")
	}
	s := vm.seg
	if vm.fr == s.caller && s.prev == nil && vm.fr == &vm.base && s.caller == &vm.base {
		// The very first frame: it starts the segment that is there already.
		if uintptr(len(s.values)-1)*runtime.ValueSize >= code.FrameBytes+64*runtime.ValueSize {
			return vm.startSegment(s, fp, keep)
		}
	}
	if vm.fr != s.caller && vm.fr != &s.frames[len(s.frames)-1] && vm.fits(fp, code) {
		fr := nextFrame(vm.fr) // frEnd stood lower because the limit was lower
		vm.setEnd()
		fr.flags = 0
		return fr, fp, nil
	}
	need := int(code.FrameBytes/runtime.ValueSize) + 64
	n := s.next
	if n == nil || len(n.values) < need {
		n = &segment{frames: make([]Frame, segmentFrames), values: make([]Value, max(segmentValues, need))}
		s.next = n
		n.prev = s
	}
	n.depth = vm.depth()
	vm.enterSegment(n, vm.fr)
	return vm.startSegment(n, fp, keep)
}

// startSegment gives a segment its first frame and moves the values that the window already has.
func (vm *VM) startSegment(s *segment, fp unsafe.Pointer, keep int) (*Frame, unsafe.Pointer, *Exception) {
	nfp := unsafe.Pointer(&s.values[0])
	if keep > 0 && fp != nfp {
		copy(unsafe.Slice((*Value)(nfp), keep), unsafe.Slice((*Value)(fp), keep))
	}
	fr := &s.frames[0]
	fr.flags = frameSegment
	vm.fr = fr
	vm.setEnd()
	return fr, nfp, nil
}

// pop removes the innermost frame, detaching its frame object, and returns the frame below.
func (vm *VM) pop() *Frame {
	fr := vm.fr
	if fr.obj != nil {
		vm.detach(fr)
	}
	fl := fr.flags
	fr.flags, fr.gen, fr.top = 0, nil, nil
	if fl&frameSegment == 0 {
		fr = prevFrame(fr)
		vm.fr = fr
		return fr
	}
	s := vm.seg
	caller := s.caller
	if s.prev != nil {
		s = s.prev
		vm.seg = s
		vm.fr = caller
		vm.lo, vm.size = uintptr(unsafe.Pointer(&s.values[0])), uintptr(len(s.values)-1)*runtime.ValueSize
		vm.setEnd()
		return caller
	}
	vm.fr, vm.frEnd = caller, caller
	return caller
}

// below returns the record of the frame that called fr, nil for the outermost.
func (vm *VM) below(fr *Frame) *Frame {
	if fr.flags&frameSegment == 0 {
		return prevFrame(fr)
	}
	for s := vm.seg; s != nil; s = s.prev {
		if fr == &s.frames[0] {
			if s.caller == &vm.base {
				return nil
			}
			return s.caller
		}
	}
	return nil
}

// innermost returns the innermost frame, nil when nothing runs.
func (vm *VM) innermost() *Frame {
	if vm.fr == &vm.base {
		return nil
	}
	return vm.fr
}

// clearSlots fills the slots [from, to) of a window with Null.
func clearSlots(fp unsafe.Pointer, from, to uintptr) {
	for ; from < to; from += runtime.ValueSize {
		*(*Value)(unsafe.Add(fp, from)) = runtime.Null
	}
}

var haltCode [1]Instr

// halt is where a run ends.
func halt() *Instr { return &haltCode[0] }

// run executes from in on until the frame that entered it ends.
func (vm *VM) run(in *Instr, fp unsafe.Pointer) {
	if vm.cover != nil {
		vm.cover.run(vm, in, fp)
		return
	}
	if vm.plain {
		for in.Op != lower.Halt {
			in, fp = handlers[in.Op](vm, in, fp)
		}
		return
	}
	runLoop(vm, in, fp)
}
