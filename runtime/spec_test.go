package runtime

import (
	"sync"
	"testing"
)

// TestFixDerived compares what specs say of builtin types with what their namespaces say.
func TestFixDerived(t *testing.T) {
	newTestThread()
	type derived struct{ getAttr, setAttr, noInit, plainNew bool }
	of := func(tp *Type) derived {
		return derived{tp.usesGenericGetAttr, tp.usesGenericSetAttr, tp.noInit, tp.plainNew}
	}
	for _, tp := range readiedTypes() {
		want := of(tp)
		tp.fixDerived()
		if got := of(tp); got != want {
			t.Errorf("%s: the specs say %+v, the namespaces %+v", tp.name, want, got)
		}
	}
}

// TestFillNamespace asks for one namespace from many goroutines.
func TestFillNamespace(t *testing.T) {
	newTestThread()
	const n = 8
	var got [n]*Dict
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() { got[i] = MemoryViewType.attrs() })
	}
	wg.Wait()
	for _, d := range got {
		if d == nil || d != got[0] {
			t.Fatalf("several namespaces of one type: %v", got)
		}
	}
	if _, ok := got[0].GetStr(static("tobytes")); !ok {
		t.Error("memoryview has no tobytes")
	}
}
