//go:build !linux

package io

import "os"

// isTerminal reports whether a file is a terminal, as far as its mode tells.
func isTerminal(f *os.File) bool {
	st, err := f.Stat()
	return err == nil && st.Mode()&os.ModeCharDevice != 0 && f.Name() != os.DevNull
}
