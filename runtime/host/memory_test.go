package host

import (
	goruntime "runtime"
	"testing"
)

func TestMemoryLimit(t *testing.T) {
	n := MemoryLimit()
	if n < 0 || goruntime.GOOS == "linux" && n < 16<<20 {
		t.Errorf("MemoryLimit() = %d, want at least 16 MiB", n)
	}
	if m := machineMemory(); m > 0 && n > m {
		t.Errorf("MemoryLimit() = %d, more than the machine's %d", n, m)
	}
}
