package runtime

import "testing"

func TestSmallOps(t *testing.T) {
	th := newTestThread()
	a := Int(1 << 62)
	v, exc := IntMul(th, a, Int(4))
	if exc != nil {
		t.Fatal("raised")
	}
	s, exc := Repr(th, v)
	if exc != nil {
		t.Fatal("raised", message(th, exc))
	}
	if s.GoString() != "18446744073709551616" {
		t.Errorf("got %s", s)
	}
}
