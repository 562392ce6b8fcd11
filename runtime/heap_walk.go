package runtime

// EachObject calls f for every object reachable from the interpreter's roots: gc.get_objects. f must not run Python code.
func (in *Interp) EachObject(f func(v Value)) {
	if in.collecting {
		return
	}
	in.collecting = true
	defer func() { in.collecting = false }()
	in.eachObject = f
	in.mark()
	in.eachObject = nil
}

// EachReferent calls f for every Value that an object refers to directly.
func (in *Interp) EachReferent(v Value, f VisitFunc) {
	if !v.IsImmediate() {
		c := &census{in: in, visit: f}
		c.traverse(v)
	}
}

// IsFinalized reports whether __del__ has run on an object.
func IsFinalized(v Value) bool {
	return !v.IsImmediate() && v.Header().flags&flagFinalized != 0
}
