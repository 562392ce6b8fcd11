//go:build darwin || freebsd

package host

import (
	"math"
	"syscall"
)

func addressSpace() int64 {
	var r syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_AS, &r); err != nil || uint64(r.Cur) > math.MaxInt64 {
		return 0
	}
	return int64(r.Cur)
}

func machineMemory() int64 { return 0 }

func groupMemory() int64 { return 0 }
