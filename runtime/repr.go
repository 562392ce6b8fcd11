package runtime

import "unsafe"

// enterRepr notes that the repr of a container is under way; true means that it was already, so the container contains itself.
func (t *Thread) enterRepr(v Value) bool {
	for _, x := range t.reprs {
		if x.p == v.p {
			return true
		}
	}
	t.reprs = append(t.reprs, v)
	return false
}

// leaveRepr ends the enterRepr that returned false last.
func (t *Thread) leaveRepr() {
	n := len(t.reprs) - 1
	t.reprs[n] = Null
	t.reprs = t.reprs[:n]
}

// EnterRepr is enterRepr for the containers of native modules.
func (t *Thread) EnterRepr(v Value) bool { return t.enterRepr(v) }

// LeaveRepr ends an EnterRepr that returned false.
func (t *Thread) LeaveRepr() { t.leaveRepr() }

// appendRepr appends repr(v) as UTF-8.
func appendRepr(t *Thread, b []byte, v Value) ([]byte, *Exception) {
	s, exc := Repr(t, v)
	if exc != nil {
		return b, exc
	}
	return appendStr(b, s), nil
}

// appendStr appends the text as UTF-8, lone surrogates in three-byte form.
func appendStr(b []byte, s *Str) []byte {
	if s.IsASCII() {
		return append(b, s.s...)
	}
	for i, n := 0, s.Len(); i < n; i++ {
		b = appendWTF8(b, s.At(i))
	}
	return b
}

// bytesStr makes a str of UTF-8 text that nobody else holds.
func bytesStr(t *Thread, b []byte) Value {
	return NewStr(t, unsafe.String(unsafe.SliceData(b), len(b))).Value()
}
