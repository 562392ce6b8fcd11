//go:build !wasip1

package runtime

import "syscall"

const errShutdown = syscall.ESHUTDOWN
