//go:build !linux

package runtime

import "os"

// IsTerminal reports whether a file is a terminal, as far as its mode tells.
func IsTerminal(f *os.File) bool {
	st, err := f.Stat()
	return err == nil && st.Mode()&os.ModeCharDevice != 0 && f.Name() != os.DevNull
}

// TerminalSize returns the size of a terminal in characters; here nobody knows it.
func TerminalSize(*os.File) (columns, lines int, ok bool) { return 0, 0, false }
