package host

// MemoryLimit returns how many bytes this process may reasonably use, 0 when nothing is known: the least of what the limits of its address space, of
// its control group and of the machine leave. It is what TuneGC wants.
func MemoryLimit() int64 {
	limit := int64(0)
	least := func(n int64) {
		if n > 0 && (limit == 0 || n < limit) {
			limit = n
		}
	}
	if n := addressSpace(); n > 0 {
		least(max(n-addressReserve, n/4))
	}
	least(resident(groupMemory()))
	least(resident(machineMemory()))
	return limit
}

// addressReserve is the address space that Go's own tables, stacks and the unused ends of its arenas take.
const addressReserve = 1200 << 20

// resident leaves a part of n for what Go's collector does not count.
func resident(n int64) int64 { return n - n/10 }
