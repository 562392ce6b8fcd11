package runtime

import "unsafe"

// A Frame is a frame object. The engine makes one on demand (sys._getframe, a traceback, a generator's gi_frame); while the frame runs, Slots points
// into its window, and when it ends the engine copies the window out.
type Frame struct {
	Header
	Code                     *Code
	Func                     *Function // nil for module and class bodies run by exec
	Globals                  *Dict
	Builtins                 *Dict
	Locals                   Value          // the mapping that LOAD_NAME uses, Null for optimized code
	Slots                    unsafe.Pointer // *[len(Code.LocalsPlus)]Value
	Live                     FrameState     // nil once the frame has ended
	BackTo                   *Frame         // f_back of an ended frame
	EndLasti                 int            // f_lasti (bytes) of an ended frame, -1 before the first instruction
	Gen                      *Generator     // of a generator's frame
	room                     unsafe.Pointer // where Keep puts the window
	extra                    *Dict          // names that f_locals got beyond the code's own
	Trace                    Value
	TraceLines, TraceOpcodes bool
}

// A FrameState is the engine's record of a frame that has not ended.
type FrameState interface {
	// Lasti returns the offset in bytes of the instruction being executed.
	Lasti(f *Frame) int
	// Back returns the frame object of the caller, nil for the outermost.
	Back(t *Thread, f *Frame) *Frame
}

// Lasti returns f_lasti.
func (f *Frame) Lasti() int {
	if f.Live == nil {
		return f.EndLasti
	}
	lasti := f.Live.Lasti(f)
	if g := f.Gen; g != nil && (g.Status == GenSuspended || g.Status == GenCreated) && f.Code.Version.At(13) {
		lasti += 2 // from 3.13 on a suspended frame stands behind the instruction that suspended it
	}
	return lasti
}

// Back returns f_back.
func (f *Frame) Back(t *Thread) *Frame {
	if f.Live != nil {
		return f.Live.Back(t, f)
	}
	return f.BackTo
}

// Slot returns the address of the local variable i in LocalsPlus order.
func (f *Frame) Slot(i int) *Value { return (*Value)(unsafe.Add(f.Slots, uintptr(i)*ValueSize)) }

// Value returns the frame as a Value, None for nil.
func (f *Frame) Value() Value {
	if f == nil {
		return None
	}
	return obj(unsafe.Pointer(f))
}

type frame2 struct {
	Frame
	room [2]Value
}
type frame4 struct {
	Frame
	room [4]Value
}
type frame8 struct {
	Frame
	room [8]Value
}

// NewFrame makes a frame object; the engine fills it. It has room for n values, for the window that it takes along when the frame ends.
func NewFrame(t *Thread, n int) *Frame {
	var f *Frame
	switch {
	case n == 0:
		f = alloc[Frame](t)
	case n <= 2:
		x := alloc[frame2](t)
		f = &x.Frame
		f.room = unsafe.Pointer(&x.room)
	case n <= 4:
		x := alloc[frame4](t)
		f = &x.Frame
		f.room = unsafe.Pointer(&x.room)
	case n <= 8:
		x := alloc[frame8](t)
		f = &x.Frame
		f.room = unsafe.Pointer(&x.room)
	default:
		f = alloc[Frame](t)
		f.room = unsafe.Pointer(unsafe.SliceData(make([]Value, n)))
	}
	f.shape, f.Locals, f.Trace, f.TraceLines = frameShape, Null, None, true
	return f
}

// Keep copies the window's n values into the frame object, which goes on without the frame.
func (f *Frame) Keep(n int) {
	if n > 0 {
		copy(unsafe.Slice((*Value)(f.room), n), unsafe.Slice((*Value)(f.Slots), n))
	}
	f.Slots = f.room
}

// A Traceback is a traceback object: one frame that an exception passed.
type Traceback struct {
	Header
	Next  *Traceback
	Frame *Frame
	Lasti int // in bytes
	Line  int // tb_lineno, computed from Lasti when 0
}

// NewTraceback puts a frame in front of next.
func NewTraceback(t *Thread, next *Traceback, f *Frame, lasti int) *Traceback {
	tb := alloc[Traceback](t)
	tb.shape, tb.Next, tb.Frame, tb.Lasti = tracebackShape, next, f, lasti
	return tb
}

// Value returns the traceback as a Value, None for nil.
func (tb *Traceback) Value() Value {
	if tb == nil {
		return None
	}
	return obj(unsafe.Pointer(tb))
}

// A Generator is a generator, coroutine or async generator: its shape tells which. The engine owns State.
type Generator struct {
	Header
	Name, Qualname *Str
	Code           *Code
	ExcInfo        ExcInfo
	State          unsafe.Pointer // the engine's window of it, nil once it ended
	Status         GenStatus
	Origin         Value // cr_origin
	asyncRunning   bool  // ag_running
	asyncClosed    bool
	hooksInited    bool
	finalizer      Value
}

// A GenStatus tells where a generator is.
type GenStatus uint8

// The states of a generator.
const (
	GenCreated GenStatus = iota
	GenSuspended
	GenRunning
	GenClosed
)

// NewGenerator makes the generator for a call of code, by its flags.
func NewGenerator(t *Thread, code *Code, name, qualname *Str) *Generator {
	g := alloc[Generator](t)
	switch {
	case code.Flags&CodeCoroutine != 0:
		g.shape = coroutineShape
	case code.Flags&CodeAsyncGenerator != 0:
		g.shape = asyncGenShape
	default:
		g.shape = generatorShape
	}
	g.Code, g.Name, g.Qualname = code, name, qualname
	g.Origin, g.finalizer = None, Null
	return g
}

// Value returns the generator as a Value.
func (g *Generator) Value() Value { return obj(unsafe.Pointer(g)) }

// AsGenerator returns the generator that v is (exactly a generator, not a coroutine), or nil.
func AsGenerator(v Value) *Generator {
	if v.p != nil && (*Header)(v.p).shape == generatorShape {
		return (*Generator)(v.p)
	}
	return nil
}

// AsCoroutine returns the coroutine that v is, or nil.
func AsCoroutine(v Value) *Generator {
	if v.p != nil && (*Header)(v.p).shape == coroutineShape {
		return (*Generator)(v.p)
	}
	return nil
}

// A Module is a module object.
type Module struct {
	Header
	Attrs // Attrs.dict is Dict
	Dict  *Dict
	Spec  *ModuleSpec // of native modules
}

// Value returns the module as a Value.
func (m *Module) Value() Value { return obj(unsafe.Pointer(m)) }

// AsModule returns the module that v is, or nil.
func AsModule(v Value) *Module {
	if v.p != nil && (*Header)(v.p).shape.typ.layout == ModuleType {
		return (*Module)(v.p)
	}
	return nil
}

// NewModule makes an empty module with the usual names.
func NewModule(t *Thread, name string) *Module {
	m := alloc[Module](t)
	m.shape, m.Dict = moduleShape, NewDict(t)
	m.dict = m.Dict
	_ = m.setNames(t, t.Intern(name).Value(), None) // str keys cannot raise
	return m
}
