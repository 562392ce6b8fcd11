package host

import (
	"math"
	"strconv"
	"strings"
	"syscall"
)

func addressSpace() int64 {
	var r syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_AS, &r); err != nil || r.Cur > math.MaxInt64 {
		return 0
	}
	return int64(r.Cur)
}

func machineMemory() int64 {
	var s syscall.Sysinfo_t
	if err := syscall.Sysinfo(&s); err != nil {
		return 0
	}
	return int64(s.Totalram) * int64(s.Unit)
}

// groupMemory is the least memory limit of the control groups this process is in, of either version of their file system.
func groupMemory() int64 {
	limit := int64(0)
	for line := range strings.Lines(readSmall("/proc/self/cgroup")) {
		fields := strings.SplitN(strings.TrimSpace(line), ":", 3)
		if len(fields) < 3 {
			continue
		}
		dir, file := "/sys/fs/cgroup", "/memory.max"
		if fields[1] != "" {
			if !strings.Contains(","+fields[1]+",", ",memory,") {
				continue
			}
			dir, file = "/sys/fs/cgroup/memory", "/memory.limit_in_bytes"
		}
		for path := strings.TrimSuffix(fields[2], "/"); ; path = path[:strings.LastIndexByte(path, '/')] {
			n, err := strconv.ParseInt(strings.TrimSpace(readSmall(dir+path+file)), 10, 64)
			if err == nil && n < math.MaxInt64/2 && (limit == 0 || n < limit) {
				limit = n
			}
			if !strings.Contains(path, "/") {
				break
			}
		}
	}
	return limit
}

// readSmall reads a small file of the kernel's, "" if it cannot. Package os would set up its poller for it.
func readSmall(name string) string {
	fd, err := syscall.Open(name, syscall.O_RDONLY|syscall.O_CLOEXEC, 0)
	if err != nil {
		return ""
	}
	defer syscall.Close(fd)
	var b [4096]byte
	n, err := syscall.Read(fd, b[:])
	if err != nil {
		return ""
	}
	return string(b[:n])
}
