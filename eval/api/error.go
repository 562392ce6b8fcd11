package api

import (
	"strings"

	"github.com/krait-vm/krait/runtime"
)

// An Error is a Python exception that nothing in the program caught.
type Error struct {
	Type      string // the class, with its module unless that is builtins
	Message   string // str of the exception, made ready for printing
	Traceback string // what CPython prints for it
	Exception *runtime.Exception
}

// Error returns the last line of the traceback.
func (e *Error) Error() string {
	if e.Message == "" {
		return e.Type
	}
	return e.Type + ": " + e.Message
}

// newError describes an exception. The caller holds the GIL.
func newError(t *runtime.Thread, exc *runtime.Exception) *Error {
	e := &Error{Exception: exc, Traceback: runtime.FormatException(t, exc)}
	e.Type, e.Message, _ = strings.Cut(strings.TrimSuffix(runtime.FormatExceptionOnly(t, exc), "\n"), ": ")
	return e
}
