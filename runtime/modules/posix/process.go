package posix

import (
	"os"
	goruntime "runtime"
	"strings"
	"syscall"
	"time"

	"github.com/krait-vm/krait/runtime"
)

// environ is the environment as bytes, as os.environ starts from it.
func environ(t *Thread) (*runtime.Dict, *Exception) {
	d := runtime.NewDict(t)
	for _, e := range t.Interp().Host().Environ() {
		k, v, ok := strings.Cut(e, "=")
		if !ok {
			continue
		}
		key := runtime.NewBytes(t, []byte(k)).Value()
		if _, have, exc := d.Get(t, key); exc != nil || have {
			if exc != nil {
				return nil, exc
			}
			continue // the first counts
		}
		if exc := d.Set(t, key, runtime.NewBytes(t, []byte(v)).Value()); exc != nil {
			return nil, exc
		}
	}
	return d, nil
}

func putenv(t *Thread, _, name, value Value) (Value, *Exception) {
	k, exc := runtime.FSEncode(t, name)
	if exc != nil {
		return Null, exc
	}
	v, exc := runtime.FSEncode(t, value)
	if exc != nil {
		return Null, exc
	}
	if strings.Contains(k, "=") {
		return Null, runtime.Raise(t, runtime.ValueErrorType, "illegal environment variable name")
	}
	return done(t, t.Interp().Host().Setenv(k, v))
}

func unsetenv(t *Thread, _, name Value) (Value, *Exception) {
	k, exc := runtime.FSEncode(t, name)
	if exc != nil {
		return Null, exc
	}
	return done(t, t.Interp().Host().Unsetenv(k))
}

func urandom(t *Thread, _, size Value) (Value, *Exception) {
	n, exc := runtime.AsSsize(t, size)
	if exc != nil {
		return Null, exc
	}
	if n < 0 {
		return Null, runtime.Raise(t, runtime.ValueErrorType, "negative argument not allowed")
	}
	if exc := t.Reserve(n); exc != nil {
		return Null, exc
	}
	b := make([]byte, n)
	if err := t.Interp().Host().Random(b); err != nil {
		return Null, runtime.RaiseOS(t, err)
	}
	return runtime.NewBytes(t, b).Value(), nil
}

// exitNow ends the process without flushing or cleaning up anything.
func exitNow(t *Thread, _ Value, args []Value) (Value, *Exception) {
	n, exc := runtime.AsSsize(t, args[0])
	if exc != nil {
		return Null, exc
	}
	os.Exit(n & 0xff)
	return runtime.None, nil
}

func cpuCount(*Thread, Value) (Value, *Exception) {
	return runtime.Int(int64(goruntime.NumCPU())), nil
}

func umask(t *Thread, _, mask Value) (Value, *Exception) {
	n, exc := runtime.AsSsize(t, mask)
	if exc != nil {
		return Null, exc
	}
	old, ok := setUmask(n)
	if !ok {
		return Null, runtime.Unsupported(t, "os.umask on this system")
	}
	return runtime.Int(int64(old)), nil
}

func uname(t *Thread, _ Value) (Value, *Exception) {
	var v []Value
	for _, s := range systemName() {
		v = append(v, runtime.NewStr(t, s).Value())
	}
	return runtime.NewStructSeq(t, unameType, v...), nil
}

// times tells the processor time as user time; the host does not part it.
func times(t *Thread, _ Value) (Value, *Exception) {
	h := t.Interp().Host()
	sec := func(d time.Duration) Value { return runtime.Float(d.Seconds()) }
	return runtime.NewStructSeq(t, timesType, sec(h.ProcessTime()), runtime.Float(0), runtime.Float(0), runtime.Float(0), sec(h.Monotonic())), nil
}

func terminalSize(t *Thread, _ Value, args []Value) (Value, *Exception) {
	fd := runtime.Int(1)
	if !args[0].IsNull() {
		fd = args[0]
	}
	f, exc := fileOf(t, fd)
	if exc != nil {
		return Null, exc
	}
	columns, lines, ok := runtime.TerminalSize(f)
	if !ok {
		return Null, runtime.RaiseErrno(t, syscall.ENOTTY)
	}
	return runtime.NewStructSeq(t, terminalType, runtime.Int(int64(columns)), runtime.Int(int64(lines))), nil
}

func exitCode(t *Thread, _ Value, args []Value) (Value, *Exception) {
	n, exc := runtime.AsSsize(t, args[0])
	if exc != nil {
		return Null, exc
	}
	switch {
	case n&0x7f == 0:
		return runtime.Int(int64(n >> 8 & 0xff)), nil
	case n&0x7f == 0x7f:
		return Null, runtime.ValueErrorf(t, "process stopped by delivery of signal %d", n>>8&0xff)
	case n&0x7f < 0x7f:
		return runtime.Int(int64(-(n & 0x7f))), nil
	}
	return Null, runtime.ValueErrorf(t, "invalid wait status: %d", n)
}
