package runtime

import "testing"

func TestClassCreation(t *testing.T) {
	th := newTestThread()
	ns := NewDict(th)
	_ = ns.SetStr(th, th.Intern("x"), Int(7))
	cls, exc := Call(th, TypeType.Value(), th.Intern("C").Value(), emptyTuple.Value(), ns.Value())
	if exc != nil {
		t.Fatalf("type('C', (), ...) raised %v: %v", "", message(th, exc))
	}
	o, exc := Call(th, cls)
	if exc != nil {
		t.Fatalf("C() raised %v", exc.Type().Name())
	}
	for i, name := range []string{"a", "b", "c", "d", "e"} {
		if exc := SetAttr(th, o, th.Intern(name), Int(int64(i))); exc != nil {
			t.Fatalf("setattr %s raised", name)
		}
	}
	for i, name := range []string{"a", "b", "c", "d", "e"} {
		v, exc := GetAttr(th, o, th.Intern(name))
		if exc != nil || v != Int(int64(i)) {
			t.Errorf("getattr(o, %q) = %v, want %d", name, v, i)
		}
	}
	if v, _ := GetAttr(th, o, th.Intern("x")); v != Int(7) {
		t.Errorf("o.x = %v, want 7", v)
	}
	if v, _ := GetAttr(th, o, sClass); v != cls {
		t.Errorf("o.__class__ is not C")
	}
	if s, exc := Repr(th, cls); exc != nil || s.GoString() != "<class 'C'>" {
		t.Errorf("repr(C) = %v", s)
	}
	if d := InstanceDict(th, o); d.Len() != 5 {
		t.Errorf("len(o.__dict__) = %d, want 5", d.Len())
	}
	if v, _ := GetAttr(th, o, th.Intern("e")); v != Int(4) {
		t.Errorf("o.e after __dict__ = %v, want 4", v)
	}
}
