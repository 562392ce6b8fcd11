package host

import (
	"syscall"
	"unsafe"
)

func addressSpace() int64 { return 0 }

func groupMemory() int64 { return 0 }

// memoryStatus is MEMORYSTATUSEX.
type memoryStatus struct {
	length, load                                         uint32
	totalPhys, availPhys, totalPageFile, availPageFile   uint64
	totalVirtual, availVirtual, availExtendedVirtualSize uint64
}

func machineMemory() int64 {
	var s memoryStatus
	s.length = uint32(unsafe.Sizeof(s))
	proc := syscall.NewLazyDLL("kernel32.dll").NewProc("GlobalMemoryStatusEx")
	if ok, _, _ := proc.Call(uintptr(unsafe.Pointer(&s))); ok == 0 {
		return 0
	}
	return int64(s.totalPhys)
}
