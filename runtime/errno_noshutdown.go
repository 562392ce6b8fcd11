//go:build wasip1

package runtime

import "syscall"

// errShutdown stands for the ESHUTDOWN that WASI lacks: a number that no error has.
const errShutdown = syscall.Errno(1 << 15)
