package runtime

// noEngine serves tests that run no code objects.
type noEngine struct{ Engine }

func (noEngine) NewThread() *Thread                      { return new(Thread) }
func (noEngine) Frame(*Thread, int) *Frame               { return nil }
func (noEngine) FrameGlobals(*Thread) *Dict              { return nil }
func (noEngine) FrameBuiltins(*Thread) *Dict             { return nil }
func (noEngine) PruneStacks(*Thread)                     {}
func (noEngine) TraverseThread(*Thread, VisitFunc)       {}
func (noEngine) TraverseGenerator(*Generator, VisitFunc) {}
func (noEngine) Break(*Thread) *Exception                { return nil }

// newTestThread returns the main thread of a fresh interpreter of Python 3.13.
func newTestThread() *Thread {
	return NewInterp(noEngine{}, nil, Version{Minor: 13}, Config{}).Main
}

// message is an exception as "Type: text".
func message(t *Thread, e *Exception) string {
	s, exc := ToStr(t, e.Value())
	if exc != nil {
		return e.Type().Name()
	}
	return e.Type().Name() + ": " + s.GoString()
}
