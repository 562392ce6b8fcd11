package host

import (
	goruntime "runtime"
	"runtime/debug"
	"runtime/metrics"
)

// Go's collector is paced by GOGC, a ratio to the live heap: a program with little live data would collect every few MB. TuneGC lets the heap grow by
// nursery bytes between collections while little is live, and by gcPercent of what is live when it is much.
const (
	nursery   = 32 << 20
	gcPercent = 300
)

// A sentinel is an object that dies in every collection; its finalizer sets the pace of the next one.
type sentinel struct{ _ [16]byte }

// TuneGC sets the pace of Go's collector for the whole process, which stays within limit bytes if limit is above 0.
func TuneGC(limit int64) {
	if limit > 0 {
		debug.SetMemoryLimit(limit)
	}
	pace(0)
	watch()
}

func watch() {
	goruntime.SetFinalizer(new(sentinel), func(*sentinel) {
		pace(live())
		watch()
	})
}

// pace asks for the next collection when the heap has grown by the nursery or the ratio, whichever is more.
func pace(live uint64) {
	percent := uint64(gcPercent)
	if live < 4<<20 {
		live = 4 << 20 // what Go takes as the least heap
	}
	if p := nursery * 100 / live; p > percent {
		percent = p
	}
	debug.SetGCPercent(int(percent))
}

// live returns the bytes that the last collection found alive.
func live() uint64 {
	s := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(s)
	return s[0].Value.Uint64()
}
