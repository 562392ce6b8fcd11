//go:build !linux && !darwin && !freebsd && !windows

package host

func addressSpace() int64 { return 0 }

func groupMemory() int64 { return 0 }

func machineMemory() int64 { return 0 }
