package io

import (
	"os"
	"syscall"
	"unsafe"
)

// isTerminal reports whether a file is a terminal.
func isTerminal(f *os.File) bool {
	st, err := f.Stat()
	if err != nil || st.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	var buf [64]byte // at least the size of a struct termios
	_, _, errno := syscall.Syscall(syscall.SYS_IOCTL, f.Fd(), syscall.TCGETS, uintptr(unsafe.Pointer(&buf)))
	return errno == 0
}
