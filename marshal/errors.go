package marshal

import "fmt"

// ErrorKind says what went wrong in terms a caller can branch on. The message
// texts are CPython's and may be shared by several causes.
type ErrorKind uint8

const (
	// BadData is malformed marshal data or a malformed header field.
	BadData ErrorKind = iota
	// Truncated is data that ends too early.
	Truncated
	// TooDeep is nesting beyond MaxDepth.
	TooDeep
	// TooLarge is a memory or output limit reached.
	TooLarge
	// BadMagic is a file that starts with no magic number, or with one that is not
	// the wanted version's.
	BadMagic
	// CodeRefused is a code object where none is allowed.
	CodeRefused
	// Unmarshallable is an object that the format cannot hold.
	Unmarshallable
)

// An Error is what CPython would raise for the same data.
type Error struct {
	Kind  ErrorKind
	Class string // Python exception class: ValueError, EOFError, TypeError, ...
	Msg   string // str() of that exception

	// Offset is the position in the input at which reading stopped.
	Offset int

	// Unicode holds the arguments of a UnicodeDecodeError and is nil otherwise.
	Unicode *UnicodeError
}

// A UnicodeError holds the arguments with which CPython makes a
// UnicodeDecodeError for the utf-8 codec.
type UnicodeError struct {
	Object     string // the undecodable bytes, whole
	Start, End int
	Reason     string
}

// Error gives the class and the message, as the last line of a traceback does.
func (e *Error) Error() string {
	if e.Msg == "" {
		return e.Class
	}
	return e.Class + ": " + e.Msg
}

func newUnicodeError(s string, start, end int, reason string) *Error {
	where := fmt.Sprintf("bytes in position %d-%d", start, end-1)
	if end-start == 1 {
		where = fmt.Sprintf("byte 0x%02x in position %d", s[start], start)
	}
	return &Error{
		Class:   "UnicodeDecodeError",
		Msg:     "'utf-8' codec can't decode " + where + ": " + reason,
		Unicode: &UnicodeError{Object: s, Start: start, End: end, Reason: reason},
	}
}
