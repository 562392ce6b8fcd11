package eval

import (
	"errors"
	"sync"
	"unsafe"

	"github.com/krait-vm/krait/eval/lower"
	"github.com/krait-vm/krait/runtime"
)

// An Engine executes code objects for the object model; it holds no state of any interpreter.
type Engine struct {
	reference bool
	steps     bool
	cover     *Coverage
}

// Options choose how an engine runs.
type Options struct {
	Reference  bool      // the reference engine: plain lowering through the table of handlers
	CountSteps bool      // count executed bytecode instructions
	Cover      *Coverage // count what is executed; nil for not
}

// handlers is the table of all handlers, filled once.
var (
	handlers     [numOps]Handler
	handlersOnce sync.Once
)

// New returns an engine.
func New(o Options) *Engine {
	handlersOnce.Do(func() { fillHandlers(&handlers) })
	return &Engine{reference: o.Reference, steps: o.CountSteps, cover: o.Cover}
}

var _ runtime.Engine = (*Engine)(nil)

// NewThread implements runtime.Engine.
func (e *Engine) NewThread() *runtime.Thread {
	vm := newVM()
	vm.plain, vm.steps, vm.cover = e.reference, e.steps, e.cover
	return &vm.Thread
}

// Steps returns how many bytecode instructions a thread executed, when the engine counts them.
func Steps(t *runtime.Thread) uint64 { return vmOf(t).count }

// maxLowered bounds the lowerings kept for one code object under different globals.
const maxLowered = 8

// find returns the lowering of a code object for a pair of namespaces, nil when there is none yet.
func (vm *VM) find(code *runtime.Code, globals, builtins *runtime.Dict) *lower.Code {
	for c := (*lower.Code)(code.Exec); c != nil; c = c.Next {
		if c.Globals == globals && c.Builtins == builtins {
			return c
		}
	}
	return nil
}

// lower returns the lowering of a code object for a pair of namespaces.
func (vm *VM) lower(code *runtime.Code, globals, builtins *runtime.Dict) (*lower.Code, *Exception) {
	if c := vm.find(code, globals, builtins); c != nil {
		return c, nil
	}
	c, err := lower.Lower(code, lower.Options{Plain: vm.plain, Steps: vm.steps})
	if err != nil {
		return nil, illFormed(vm.thread(), err)
	}
	c.Globals, c.Builtins = globals, builtins
	c.Next = (*lower.Code)(code.Exec)
	code.Exec = unsafe.Pointer(c)
	n := 1
	for p := c; p.Next != nil; p = p.Next {
		if n++; n > maxLowered {
			p.Next = nil
			break
		}
	}
	return c, nil
}

func illFormed(t *runtime.Thread, err error) *Exception {
	var v *lower.VerifyError
	if errors.As(err, &v) {
		return runtime.Raise(t, runtime.SystemErrorType, v.Error())
	}
	return runtime.Raise(t, runtime.SystemErrorType, err.Error())
}

// Verify implements runtime.Engine: it checks the code object and all below it, each once.
func (e *Engine) Verify(code *runtime.Code) error {
	seen := map[*runtime.Code]bool{code: true}
	for todo := []*runtime.Code{code}; len(todo) > 0; {
		c := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if err := lower.Verify(c); err != nil {
			return err
		}
		for i := len(c.Consts) - 1; i >= 0; i-- {
			if inner := runtime.AsCode(c.Consts[i]); inner != nil && !seen[inner] {
				seen[inner] = true
				todo = append(todo, inner)
			}
		}
	}
	return nil
}

// CallFunction implements runtime.Engine.
func (e *Engine) CallFunction(t *runtime.Thread, f *runtime.Function, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	vm := vmOf(t)
	if !vm.inside {
		return vm.guarded(func() (Value, *Exception) { return e.CallFunction(t, f, args, kw) })
	}
	code, exc := vm.lowered(f)
	if exc != nil {
		return runtime.Null, exc
	}
	if exc := t.Enter(""); exc != nil {
		return runtime.Null, exc
	}
	defer t.Leave()
	fr, exc := vm.push(vm.top(), 0, code, f, frameEntry)
	if exc != nil {
		return runtime.Null, exc
	}
	if code.ExactArgs == uint32(len(args)) && kw.Len() == 0 {
		copy(unsafe.Slice((*Value)(fr.fp), len(args)), args)
		clearSlots(fr.fp, code.ArgBytes, code.LocalBytes)
	} else if exc := vm.bindArgs(f, code, fr.fp, args, kw); exc != nil {
		vm.pop()
		return runtime.Null, exc
	}
	return vm.enter(code.Entry, fr.fp)
}

// enter runs a frame marked frameEntry to its end.
func (vm *VM) enter(in *Instr, fp unsafe.Pointer) (Value, *Exception) {
	vm.run(in, fp)
	v, exc := vm.result, vm.exc
	vm.result, vm.exc = runtime.Null, nil
	return v, exc
}

// RunCode implements runtime.Engine.
func (e *Engine) RunCode(t *runtime.Thread, code *runtime.Code, globals *runtime.Dict, locals Value, closure *runtime.Tuple) (Value, *Exception) {
	vm := vmOf(t)
	if !vm.inside {
		return vm.guarded(func() (Value, *Exception) { return e.RunCode(t, code, globals, locals, closure) })
	}
	builtins := runtime.BuiltinsOf(t, globals)
	c, exc := vm.lower(code, globals, builtins)
	if exc != nil {
		return runtime.Null, exc
	}
	if exc := t.Enter(""); exc != nil {
		return runtime.Null, exc
	}
	defer t.Leave()
	var fn *runtime.Function
	if closure != nil {
		fn = runtime.NewFunction(t, code, globals, builtins)
		fn.Closure = closure
	}
	fr, exc := vm.push(vm.top(), 0, c, fn, frameEntry)
	if exc != nil {
		return runtime.Null, exc
	}
	clearSlots(fr.fp, 0, c.LocalBytes)
	if locals.IsNull() || locals.IsNone() {
		locals = globals.Value()
	}
	*reg(fr.fp, c.NameSlot) = locals
	return vm.enter(c.Entry, fr.fp)
}

// Resume implements runtime.Engine.
func (e *Engine) Resume(t *runtime.Thread, g *runtime.Generator, v Value, raise *Exception) (out Value, ret bool, exc *Exception) {
	vm := vmOf(t)
	if !vm.inside {
		out, exc = vm.guarded(func() (o Value, e2 *Exception) {
			o, ret, e2 = e.Resume(t, g, v, raise)
			return o, e2
		})
		return out, ret, exc
	}
	if exc := t.Enter(""); exc != nil {
		return runtime.Null, false, exc
	}
	defer t.Leave()
	gs, exc := vm.pushGenerator(g, frameEntry)
	if exc != nil {
		return runtime.Null, false, exc
	}
	in, fp := gs.in, unsafe.Pointer(&gs.window[0])
	if raise == nil {
		*reg(fp, in.A) = v
		in = next(in)
	} else {
		in, fp = vm.raise(in, fp, raise)
	}
	if in == halt() {
		exc := vm.exc
		vm.exc = nil
		return runtime.Null, false, exc
	}
	out, exc = vm.enter(in, fp)
	return out, !vm.yielded, exc
}

// YieldFrom implements runtime.Engine.
func (e *Engine) YieldFrom(g *runtime.Generator) Value {
	gs := stateOf(g)
	if gs == nil || g.Status != runtime.GenSuspended || gs.in.Op != lower.Yield || gs.in.N == 0 {
		return runtime.Null
	}
	return *reg(unsafe.Pointer(&gs.window[0]), gs.in.Idx)
}

// GeneratorFrame implements runtime.Engine.
func (e *Engine) GeneratorFrame(t *runtime.Thread, g *runtime.Generator) *runtime.Frame {
	gs := stateOf(g)
	if gs == nil {
		return nil
	}
	if gs.obj == nil {
		f := runtime.NewFrame(t, 0)
		f.Code, f.Func, f.Globals, f.Builtins = gs.code.Src, gs.fn, gs.code.Globals, gs.code.Builtins
		f.Slots, f.Live, f.Gen = unsafe.Pointer(&gs.window[0]), gs, g
		gs.obj = f
		if g.Status == runtime.GenRunning {
			vm := vmOf(t)
			for fr := vm.innermost(); fr != nil; fr = vm.below(fr) {
				if fr.gen == gs {
					f.Live, fr.obj = fr, f
					fr.flags |= frameObject
				}
			}
		}
	}
	return gs.obj
}

// DropGenerator implements runtime.Engine.
func (e *Engine) DropGenerator(g *runtime.Generator) {
	if gs := stateOf(g); gs != nil {
		if gs.obj != nil {
			gs.obj.Live, gs.obj.EndLasti = nil, int(gs.in.Off)
		}
	}
	g.EndGenerator()
}

// Frame implements runtime.Engine.
func (e *Engine) Frame(t *runtime.Thread, depth int) *runtime.Frame {
	vm := vmOf(t)
	fr := vm.innermost()
	for ; fr != nil && depth > 0; depth-- {
		fr = vm.below(fr)
	}
	if fr == nil {
		return nil
	}
	return vm.frameObject(fr)
}

// FrameGlobals implements runtime.Engine.
func (e *Engine) FrameGlobals(t *runtime.Thread) *runtime.Dict {
	if fr := vmOf(t).innermost(); fr != nil {
		return fr.code.Globals
	}
	return nil
}

// FrameBuiltins implements runtime.Engine.
func (e *Engine) FrameBuiltins(t *runtime.Thread) *runtime.Dict {
	if fr := vmOf(t).innermost(); fr != nil {
		return fr.code.Builtins
	}
	return nil
}

// FrameLocals implements runtime.Engine.
func (e *Engine) FrameLocals(t *runtime.Thread) (Value, *Exception) {
	vm := vmOf(t)
	fr := vm.innermost()
	if fr == nil {
		return runtime.Null, runtime.Raise(t, runtime.SystemErrorType, "frame does not exist")
	}
	if fr.code.Src.Flags&runtime.CodeOptimized == 0 {
		return *reg(fr.fp, fr.code.NameSlot), nil
	}
	return runtime.LocalsSnapshot(t, vm.frameObject(fr))
}

// Break implements runtime.Engine.
func (e *Engine) Break(t *runtime.Thread) *Exception { return runtime.ServeBreaker(t) }

// RecursionLimitChanged implements runtime.Engine.
func (e *Engine) RecursionLimitChanged(t *runtime.Thread) {
	if vm := vmOf(t); vm.fr != vm.seg.caller {
		vm.setEnd()
	}
}

// TraverseThread implements runtime.Engine.
func (e *Engine) TraverseThread(t *runtime.Thread, visit runtime.VisitFunc) {
	vm := vmOf(t)
	visit(vm.result)
	if vm.exc != nil {
		visit(vm.exc.Value())
	}
	for fr := vm.innermost(); fr != nil; fr = vm.below(fr) {
		if fr.fn != nil {
			visit(fr.fn.Value())
		}
		visit(fr.code.Src.Value())
		visit(fr.code.Globals.Value())
		visit(fr.code.Builtins.Value())
		if fr.obj != nil {
			visit(fr.obj.Value())
		}
		if fr.gen != nil {
			visit(fr.gen.gen.Value())
			continue
		}
		for _, v := range unsafe.Slice((*Value)(fr.fp), int(fr.code.FrameBytes/runtime.ValueSize)) {
			visit(v)
		}
	}
}

// TraverseGenerator implements runtime.Engine.
func (e *Engine) TraverseGenerator(g *runtime.Generator, visit runtime.VisitFunc) {
	gs := stateOf(g)
	if gs == nil {
		return
	}
	for _, v := range gs.window {
		visit(v)
	}
	if gs.fn != nil {
		visit(gs.fn.Value())
	}
	visit(gs.code.Globals.Value())
	visit(gs.code.Builtins.Value())
	if gs.obj != nil {
		visit(gs.obj.Value())
	}
}

// PruneStacks implements runtime.Engine: it clears what lies above the live windows, and in each window what lies above its live depth.
func (e *Engine) PruneStacks(t *runtime.Thread) {
	vm := vmOf(t)
	top := uintptr(vm.top()) - vm.lo
	for i := int(top / runtime.ValueSize); i < len(vm.seg.values); i++ {
		vm.seg.values[i] = runtime.Null
	}
	vm.seg.next = nil
	var callee *Frame
	for fr := vm.innermost(); fr != nil; fr = vm.below(fr) {
		c := fr.code
		end := c.FrameBytes
		if callee != nil && callee.gen == nil && fr.gen == nil {
			if d := uintptr(callee.fp) - uintptr(fr.fp); d < end {
				end = d
			}
		}
		if i := c.Index(fr.in); i < len(c.DepthOf) {
			clearSlots(fr.fp, uintptr(c.StackBase)+uintptr(c.DepthOf[i])*runtime.ValueSize, end)
		}
		callee = fr
	}
}
