package runtime

import (
	"os"
	"syscall"
	"unsafe"
)

// IsTerminal reports whether a file is a terminal.
func IsTerminal(f *os.File) bool {
	st, err := f.Stat()
	if err != nil || st.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	var buf [64]byte // at least the size of a struct termios
	_, _, errno := syscall.Syscall(syscall.SYS_IOCTL, f.Fd(), syscall.TCGETS, uintptr(unsafe.Pointer(&buf)))
	return errno == 0
}

// TerminalSize returns the size of a terminal in characters; false when the file is none.
func TerminalSize(f *os.File) (columns, lines int, ok bool) {
	var size [4]uint16 // rows, columns, and both in pixels
	_, _, errno := syscall.Syscall(syscall.SYS_IOCTL, f.Fd(), syscall.TIOCGWINSZ, uintptr(unsafe.Pointer(&size)))
	return int(size[1]), int(size[0]), errno == 0
}
