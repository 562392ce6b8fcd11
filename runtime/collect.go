package runtime

import (
	"time"
	"unsafe"
)

// Go's collector frees memory; the census decides what died as programs see it. It marks everything reachable from an interpreter's roots
// (modules, frames, handles, native state) with a new epoch. Objects with __del__ are registered until they are found unmarked, then finalized
// once; weak references live in a table that is no root and are cleared when their referent is found unmarked. Until then the registry and the
// table keep such objects alive for Go, so that a finalizer may bring them back.

// A weakTable holds the weak references of an interpreter by their referents.
type weakTable struct {
	refs map[*Header][]*WeakRef
}

// A WeakRef is a weakref.ref or a proxy. The referent is nil once it died.
type WeakRef struct {
	Header
	Attrs
	referent *Header
	Callback Value // Null for none
	hash     int64
	hashed   bool
}

// Referent returns the object, or None when it died.
func (w *WeakRef) Referent() Value {
	if w.referent == nil {
		return None
	}
	return ObjectOf(w.referent)
}

// Value returns the weak reference as a Value.
func (w *WeakRef) Value() Value { return obj(unsafe.Pointer(w)) }

// addWeakRef registers a weak reference to o; w is new.
func (in *Interp) addWeakRef(o Value, w *WeakRef) {
	h := o.Header()
	h.flags |= flagWeakref
	w.referent = h
	if in.weakrefs.refs == nil {
		in.weakrefs.refs = map[*Header][]*WeakRef{}
	}
	in.weakrefs.refs[h] = append(in.weakrefs.refs[h], w)
	in.watched()
}

// AddWeakRef registers a new weak reference to o, which must be of a type that has them.
func (in *Interp) AddWeakRef(o Value, w *WeakRef) { in.addWeakRef(o, w) }

// Alive reports whether the referent has not died.
func (w *WeakRef) Alive() bool { return w.referent != nil }

// CachedHash returns the hash of the referent as far as it was asked for while that lived.
func (w *WeakRef) CachedHash() (int64, bool) { return w.hash, w.hashed }

// CacheHash keeps the hash of the referent for when it is dead.
func (w *WeakRef) CacheHash(h int64) { w.hash, w.hashed = h, true }

// WeakRefs returns the live weak references to o, oldest first.
func (in *Interp) WeakRefs(o Value) []*WeakRef {
	if o.p == nil || o.Header().flags&flagWeakref == 0 {
		return nil
	}
	return in.weakrefs.refs[o.Header()]
}

// first returns the first weak reference to o, None when there is none: __weakref__.
func (w *weakTable) first(o Value) Value {
	if o.p != nil {
		if l := w.refs[o.Header()]; len(l) > 0 {
			return l[0].Value()
		}
	}
	return None
}

// registerFinalizer notes an object whose type has __del__.
func (in *Interp) registerFinalizer(h *Header) {
	h.flags |= flagRegistered
	in.finalizers = append(in.finalizers, h)
	in.watched()
}

// RegisterGenerator notes a generator with code to run when it dies suspended; EndGenerator takes that back.
func (in *Interp) RegisterGenerator(g *Generator) { in.registerFinalizer(&g.Header) }

// EndGenerator says that a generator's body ended.
func (g *Generator) EndGenerator() {
	g.Status, g.State = GenClosed, nil
	g.flags &^= flagRegistered
}

// watched says that from now on deaths are of interest.
func (in *Interp) watched() { in.Watching = true }

// A census is the state of one marking.
type census struct {
	in    *Interp
	epoch uint32
	work  []Value
	visit VisitFunc
	live  int // objects reached
}

// mark marks everything reachable from the interpreter's roots.
func (in *Interp) mark() *census {
	in.epoch++
	c := &census{in: in, epoch: in.epoch}
	c.visit = c.reach
	for _, d := range []*Dict{in.Modules, in.Builtins} {
		if d != nil {
			c.reach(d.Value())
		}
	}
	if in.Sys != nil {
		c.reach(in.Sys.Value())
	}
	for _, t := range in.threads {
		c.thread(t)
	}
	for _, r := range in.roots {
		r(c.visit)
	}
	c.drain()
	in.censusWork += c.live
	return c
}

// AddRoots registers a function that visits the Values a native module's state holds.
func (in *Interp) AddRoots(visit func(visit VisitFunc)) { in.roots = append(in.roots, visit) }

func (c *census) thread(t *Thread) {
	t.interp.engine.PruneStacks(t)
	t.interp.engine.TraverseThread(t, c.visit)
	for _, v := range t.handles {
		c.reach(v)
	}
	for e := t.excInfo; e != nil; e = e.Prev {
		if e.Exc != nil {
			c.reach(e.Exc.Value())
		}
	}
	c.reach(t.asyncHooks.firstIter)
	c.reach(t.asyncHooks.finalizer)
}

// reach marks v and puts it on the work list the first time.
func (c *census) reach(v Value) {
	if v.IsImmediate() {
		return
	}
	h := v.Header()
	s := h.shape
	if h.mark == c.epoch || s == nil {
		return
	}
	if s == strShape || s.typ.flags&TypeHeap == 0 && sharedOrLeaf(v, s) {
		return
	}
	h.mark = c.epoch
	c.live++
	c.work = append(c.work, v)
}

// sharedOrLeaf reports whether an object of a builtin type needs no mark: it refers to nothing, or all interpreters share it.
func sharedOrLeaf(v Value, s *Shape) bool {
	if s.typ.Traverse == nil && s.typ.attrsOffset == 0 {
		return true
	}
	switch s {
	case methodDescriptorShape, classMethodDescriptorShape, slotWrapperShape, getsetShape, memberShape:
		return true
	case builtinShape:
		self := (*Builtin)(v.p).Self
		tp := asType(self)
		return self.IsNull() || tp != nil && tp.flags&TypeHeap == 0
	case staticMethodShape:
		b := AsBuiltin((*StaticMethodObject)(v.p).Func)
		return b != nil && sharedOrLeaf(ObjectOf(&b.Header), builtinShape)
	}
	if s.typ.flags&TypeTypeFlag != 0 {
		return (*Type)(v.p).flags&TypeHeap == 0
	}
	return v.p == unsafe.Pointer(emptyTuple)
}

func (c *census) drain() {
	for len(c.work) > 0 {
		v := c.work[len(c.work)-1]
		c.work = c.work[:len(c.work)-1]
		if f := c.in.eachObject; f != nil {
			f(v)
		}
		c.traverse(v)
	}
}

// traverse visits what an object refers to.
func (c *census) traverse(v Value) {
	tp := v.Header().shape.typ
	if tp.flags&TypeHeap != 0 {
		c.visit(tp.Value())
	}
	if f := tp.Traverse; f != nil {
		f(v, c.visit)
	}
	if tp == GeneratorType || tp == CoroutineType || tp == AsyncGenType {
		c.in.engine.TraverseGenerator((*Generator)(v.p), c.visit)
	}
	if a := attrsOf(v); a != nil {
		if a.dict != nil {
			c.visit(a.dict.Value())
		}
		if a.cap > 0 {
			n := tp.nslots + len(v.Header().shape.keys)
			for i := 0; i < n && i < int(a.cap); i++ {
				c.visit(*a.slot(i))
			}
		}
	}
}

// Collect finds what died, finalizes it and clears its weak references. Prompt is the order of reference counting, finalizers first; otherwise
// weak references go first, as in CPython's cyclic collector. It returns the number of objects that died under watch.
func (in *Interp) Collect(t *Thread, prompt bool) int {
	if in.collecting {
		return 0
	}
	in.collecting = true
	defer func() { in.collecting = false }()
	start := time.Now()
	died := 0
	in.mark()
	in.mark()
	if !prompt {
		died += in.clearWeakRefs(t)
	}
	var dead []*Header
	kept := in.finalizers[:0]
	for _, h := range in.finalizers {
		switch {
		case h.flags&flagRegistered == 0: // a generator that ended
		case h.mark == in.epoch:
			kept = append(kept, h)
		default:
			dead = append(dead, h)
		}
	}
	clear(in.finalizers[len(kept):])
	in.finalizers = kept
	mark := t.HandleMark()
	for _, h := range dead {
		t.Handle(ObjectOf(h))
	}
	for _, h := range dead {
		in.finalize(t, h)
	}
	t.Release(mark)
	died += len(dead)
	if len(dead) > 0 && len(in.weakrefs.refs) > 0 {
		in.mark() // finalizers may have brought objects back
	}
	if prompt || len(dead) > 0 {
		died += in.clearWeakRefs(t)
	}
	in.Watching = len(in.finalizers) > 0 || len(in.weakrefs.refs) > 0
	in.censusTime += time.Since(start)
	return died
}

// What prompt censuses may cost: a first allowance of work, the same on every machine, then a share of the program's time.
const (
	censusAllowance = 2_000_000 // objects marked
	censusShare     = 10
)

// CollectPromptly is Collect at a point where reference counting would find the deaths, unless the censuses so far took more than their share of
// the time.
func (in *Interp) CollectPromptly(t *Thread) {
	if in.Watching && !in.collecting && (in.censusWork < censusAllowance || in.censusTime < time.Since(in.started)/censusShare) {
		in.Collect(t, true)
	}
}

// finalize calls __del__ once.
func (in *Interp) finalize(t *Thread, h *Header) {
	if h.flags&flagFinalized != 0 {
		return
	}
	h.flags |= flagFinalized
	v := ObjectOf(h)
	if del := TypeOf(v).Del; del != nil {
		if exc := del(t, v); exc != nil {
			fn, _ := t.lookup(TypeOf(v), sDel)
			t.Unraisable(exc, "Exception ignored while calling deallocator", fn)
		}
	}
}

// clearWeakRefs clears the weak references to unmarked objects and calls their callbacks.
func (in *Interp) clearWeakRefs(t *Thread) int {
	died := 0
	var callbacks []*WeakRef
	for h, refs := range in.weakrefs.refs {
		if h.mark == in.epoch {
			continue
		}
		died++
		delete(in.weakrefs.refs, h)
		h.flags &^= flagWeakref
		for _, w := range refs {
			w.referent = nil
			if !w.Callback.IsNull() && !w.Callback.IsNone() && w.mark == in.epoch {
				callbacks = append(callbacks, w)
			}
		}
	}
	for i := len(callbacks) - 1; i >= 0; i-- {
		w := callbacks[i]
		cb := w.Callback
		w.Callback = Null
		if _, exc := Call(t, cb, w.Value()); exc != nil {
			t.Unraisable(exc, "Exception ignored while calling weakref callback", cb)
		}
	}
	return died
}

// FinalizeModules ends the program's modules as an interpreter's shutdown does: what __main__ held dies first, then what the other modules held.
func (in *Interp) FinalizeModules(t *Thread) {
	if !in.Watching {
		return
	}
	if v, ok := in.Modules.GetStr(sMain); ok {
		if m := AsModule(v); m != nil {
			m.clear(t)
		}
	}
	for pos := 0; ; {
		_, v, ok := in.Modules.Next(&pos)
		if !ok {
			break
		}
		if m := AsModule(v); m != nil && m.Spec == nil {
			m.clear(t)
		}
	}
	in.Collect(t, true)
}

// maxFinalCensuses bounds how often the end of one module looks for deaths.
const maxFinalCensuses = 1000

// clear sets a module's names to None one after the other, first those with one leading underscore, then all others but __builtins__, as CPython does;
// what dies with a name is finalized while the later names are still there.
func (m *Module) clear(t *Thread) {
	censuses := 0
	for _, private := range []bool{true, false} {
		for i := 0; i < len(m.Dict.entries); i++ {
			e := &m.Dict.entries[i]
			s := asStr(e.key)
			if s == nil || e.val.IsNone() || s.equal(sBuiltins) {
				continue
			}
			n := s.GoString()
			if under := len(n) > 1 && n[0] == '_' && n[1] != '_'; under != private {
				continue
			}
			old := e.val
			e.val = None
			if t.interp.Watching && censuses < maxFinalCensuses && !isPlainData(old) && AsFunction(old) == nil && AsModule(old) == nil && asType(old) == nil {
				censuses++
				t.interp.Collect(t, true)
			}
		}
	}
}
