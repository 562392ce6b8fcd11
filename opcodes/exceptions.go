package opcodes

import "errors"

// A Handler is an entry of co_exceptiontable: an exception raised by an instruction at Start <= offset < End goes to
// Target, with the stack cut to Depth and, if Lasti is set, the offset pushed below the exception.
type Handler struct {
	Start, End, Target int32 // byte offsets
	Depth              int32
	Lasti              bool
}

// ErrBadExceptionTable is returned for a table with numbers that no code object can need.
var ErrBadExceptionTable = errors.New("code: co_exceptiontable is malformed")

// ExceptionTable appends the entries of co_exceptiontable to dst, in their order. A truncated last entry is dropped, as dis
// does. The offsets are not checked against any code.
func ExceptionTable(table string, dst []Handler) ([]Handler, error) {
	for len(table) > 0 {
		var field [4]int32
		for i := range field {
			v, n := exceptionVarint(table)
			if n == 0 {
				return dst, nil
			}
			if v > maxCode/2 {
				return dst, ErrBadExceptionTable
			}
			field[i], table = int32(v), table[n:]
		}
		h := Handler{
			Start:  2 * field[0],
			Target: 2 * field[2],
			Depth:  field[3] >> 1,
			Lasti:  field[3]&1 != 0,
		}
		if field[0]+field[1] > maxCode/2 {
			return dst, ErrBadExceptionTable
		}
		h.End = 2 * (field[0] + field[1])
		dst = append(dst, h)
	}
	return dst, nil
}

// exceptionVarint reads a number, most significant six bits first, bit 6 saying that more follow. (Bit 7 marks the first
// byte of an entry, for CPython's binary search.) It returns the number of bytes, or 0 if they run out. A number
// beyond 2**56 stays there.
func exceptionVarint(b string) (v int64, n int) {
	for n < len(b) {
		v = min(v<<6|int64(b[n]&0x3f), 1<<56)
		n++
		if b[n-1]&0x40 == 0 {
			return v, n
		}
	}
	return 0, 0
}

// FindHandler returns the entry that covers a byte offset, as CPython's interpreter looks it up: the first that does,
// where compilers leave no two.
func FindHandler(handlers []Handler, offset int32) (Handler, bool) {
	for _, h := range handlers {
		if h.Start <= offset && offset < h.End {
			return h, true
		}
	}
	return Handler{}, false
}
