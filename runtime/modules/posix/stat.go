package posix

import (
	"io/fs"
	"time"

	"github.com/krait-vm/krait/runtime"
)

var (
	statType, statShape         = newType()
	terminalType, terminalShape = newType()
	unameType, unameShape       = newType()
	timesType, timesShape       = newType()
)

func fieldsOf(names ...string) []runtime.StructField {
	var out []runtime.StructField
	for _, n := range names {
		out = append(out, runtime.StructField{Name: n})
	}
	return out
}

var (
	statSpec = runtime.StructSpec(statType, statShape, "os.stat_result",
		"stat_result: Result from stat, fstat, or lstat.", 10, false,
		fieldsOf("st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "", "", "", "st_atime", "st_mtime", "st_ctime",
			"st_atime_ns", "st_mtime_ns", "st_ctime_ns", "st_blksize", "st_blocks", "st_rdev")...)
	terminalSpec = runtime.StructSpec(terminalType, terminalShape, "os.terminal_size", "A tuple of (columns, lines) for holding terminal window size", 2, false,
		fieldsOf("columns", "lines")...)
	unameSpec = runtime.StructSpec(unameType, unameShape, "posix.uname_result", "uname_result: Result from os.uname().", 5, false,
		fieldsOf("sysname", "nodename", "release", "version", "machine")...)
	timesSpec = runtime.StructSpec(timesType, timesShape, "posix.times_result", "times_result: Result from os.times().", 5, false,
		fieldsOf("user", "system", "children_user", "children_system", "elapsed")...)
)

// A fileStat is what the system tells of a file beyond fs.FileInfo.
type fileStat struct {
	mode, ino, dev, nlink, uid, gid, blksize, blocks, rdev int64
	atime, ctime                                           time.Time
}

// statResult makes an os.stat_result.
func statResult(t *Thread, st fs.FileInfo) Value {
	x := systemStat(st)
	mtime := st.ModTime()
	i := runtime.Int
	ns := func(w time.Time) Value { return i(w.UnixNano()) }
	sec := func(w time.Time) Value { return runtime.Float(float64(w.Unix()) + 1e-9*float64(w.Nanosecond())) }
	return runtime.NewStructSeq(t, statType, i(x.mode), i(x.ino), i(x.dev), i(x.nlink), i(x.uid), i(x.gid), i(st.Size()),
		i(x.atime.Unix()), i(mtime.Unix()), i(x.ctime.Unix()), sec(x.atime), sec(mtime), sec(x.ctime), ns(x.atime), ns(mtime), ns(x.ctime),
		i(x.blksize), i(x.blocks), i(x.rdev))
}

// modeBits makes the st_mode of Go's mode.
func modeBits(m fs.FileMode) int64 {
	bits := int64(m.Perm())
	switch {
	case m.IsDir():
		bits |= 0o040000
	case m&fs.ModeSymlink != 0:
		bits |= 0o120000
	case m&fs.ModeNamedPipe != 0:
		bits |= 0o010000
	case m&fs.ModeSocket != 0:
		bits |= 0o140000
	case m&fs.ModeCharDevice != 0:
		bits |= 0o020000
	case m&fs.ModeDevice != 0:
		bits |= 0o060000
	default:
		bits |= 0o100000
	}
	if m&fs.ModeSetuid != 0 {
		bits |= 0o4000
	}
	if m&fs.ModeSetgid != 0 {
		bits |= 0o2000
	}
	if m&fs.ModeSticky != 0 {
		bits |= 0o1000
	}
	return bits
}
