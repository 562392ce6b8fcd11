package runtime

// A weakTable knows the weak references to objects.
type weakTable struct{}

func (w *weakTable) first(Value) Value { return None }

func (in *Interp) registerFinalizer(h *Header) {
	h.flags |= flagRegistered
	in.finalizers = append(in.finalizers, h)
}
