package runtime

// Engine is what the object model needs of the machine that executes code objects. eval implements it; the command joins them.
type Engine interface {
	// NewThread allocates a thread together with the engine's own state of it.
	NewThread() *Thread
	// CallFunction calls a Python function; args and kw as in CallFunc.
	CallFunction(t *Thread, fn *Function, args []Value, kw *Tuple) (Value, *Exception)
	// RunCode executes a code object with the given namespaces, as exec does; locals may be any mapping.
	RunCode(t *Thread, code *Code, globals *Dict, locals Value, closure *Tuple) (Value, *Exception)
	// Resume continues a suspended generator: with exc nil it sends v, else it raises exc at the suspension point. ret is true when the body
	// returned v rather than yielded it.
	Resume(t *Thread, g *Generator, v Value, exc *Exception) (out Value, ret bool, e *Exception)
	// YieldFrom returns what a suspended generator delegates to (yield from, await), Null when nothing.
	YieldFrom(g *Generator) Value
	// GeneratorFrame returns gi_frame of a generator that has not ended, nil afterwards.
	GeneratorFrame(t *Thread, g *Generator) *Frame
	// DropGenerator forgets the window of a generator that will not be resumed.
	DropGenerator(g *Generator)
	// Frame returns the frame object of the Python frame `depth` levels up from the innermost, nil when the stack is not that deep.
	Frame(t *Thread, depth int) *Frame
	// FrameGlobals returns the globals of the innermost Python frame without making a frame object, nil when there is none.
	FrameGlobals(t *Thread) *Dict
	// FrameBuiltins returns the builtins of the innermost Python frame, nil when there is none.
	FrameBuiltins(t *Thread) *Dict
	// FrameLocals returns what locals() gives in the innermost Python frame.
	FrameLocals(t *Thread) (Value, *Exception)
	// Break serves the breaker bits at a safepoint.
	Break(t *Thread) *Exception
	// RecursionLimitChanged says that Interp.RecursionLimit is another one.
	RecursionLimitChanged(t *Thread)
	// TraverseThread visits every Value that the thread's frames hold alive.
	TraverseThread(t *Thread, visit VisitFunc)
	// TraverseGenerator visits every Value that a suspended generator's window holds.
	TraverseGenerator(g *Generator, visit VisitFunc)
	// PruneStacks clears dead slots above the live depth of every frame, so that a census sees no garbage through them.
	PruneStacks(t *Thread)
	// Verify checks a code object and all below it and returns the first reason it cannot run.
	Verify(code *Code) error
}
