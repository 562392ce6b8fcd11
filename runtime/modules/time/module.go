// Package time is the time module.
//
// The clocks are the host's; calendar arithmetic is in calendar.go, strftime in strftime.go.
package time

import (
	"math"
	"time"

	"github.com/krait-vm/krait/runtime"
)

type (
	// Value is a Python value.
	Value = runtime.Value
	// Thread is the running thread.
	Thread = runtime.Thread
	// Exception is a Python exception on its way.
	Exception = runtime.Exception
	// Tuple is a tuple.
	Tuple = runtime.Tuple
	row   = runtime.MethodSpec
)

// Null is the missing value.
var Null = runtime.Null

// The clocks of clock_gettime, as Linux numbers them.
const (
	clockRealtime     = 0
	clockMonotonic    = 1
	clockProcess      = 2
	clockThread       = 3
	clockMonotonicRaw = 4
	clockBoottime     = 7
)

// clock makes a function that tells a clock in seconds, clockNS in nanoseconds.
func clock(id int) func(t *Thread, _ Value) (Value, *Exception) {
	return func(t *Thread, _ Value) (Value, *Exception) { return seconds(read(t, id)), nil }
}

func clockNS(id int) func(t *Thread, _ Value) (Value, *Exception) {
	return func(t *Thread, _ Value) (Value, *Exception) { return runtime.Int(read(t, id)), nil }
}

// read reads a clock in nanoseconds.
func read(t *Thread, id int) int64 {
	h := t.Interp().Host()
	switch id {
	case clockRealtime:
		return h.Now().UnixNano()
	case clockProcess, clockThread:
		return int64(h.ProcessTime())
	}
	return int64(h.Monotonic())
}

func seconds(ns int64) Value { return runtime.Float(float64(ns) / 1e9) }

// Spec is the time module.
var Spec = &runtime.ModuleSpec{
	Name: "time",
	Doc:  "This module provides various functions to manipulate time values.\n",
	Functions: []row{
		{Sig: "time($self, /)", Doc: "time() -> floating-point number\n\nReturn the current time in seconds since the Epoch.", Fn: clock(clockRealtime)},
		{Sig: "time_ns($self, /)", Doc: "time_ns() -> int\n\nReturn the current time in nanoseconds since the Epoch.", Fn: clockNS(clockRealtime)},
		{Sig: "monotonic($self, /)", Doc: "monotonic() -> float\n\nMonotonic clock, cannot go backward.", Fn: clock(clockMonotonic)},
		{Sig: "monotonic_ns($self, /)", Doc: "monotonic_ns() -> int\n\nMonotonic clock, cannot go backward, as nanoseconds.", Fn: clockNS(clockMonotonic)},
		{Sig: "perf_counter($self, /)", Doc: "perf_counter() -> float\n\nPerformance counter for benchmarking.", Fn: clock(clockMonotonic)},
		{Sig: "perf_counter_ns($self, /)", Doc: "perf_counter_ns() -> int\n\nPerformance counter for benchmarking as nanoseconds.", Fn: clockNS(clockMonotonic)},
		{Sig: "process_time($self, /)", Doc: "process_time() -> float\n\nProcess time for profiling: sum of the kernel and user-space CPU time.", Fn: clock(clockProcess)},
		{Sig: "process_time_ns($self, /)", Doc: "process_time() -> int\n\nProcess time for profiling as nanoseconds:\nsum of the kernel and user-space CPU time.", Fn: clockNS(clockProcess)},
		{Sig: "thread_time($self, /)", Doc: "thread_time() -> float\n\nThread time for profiling: sum of the kernel and user-space CPU time.", Fn: clock(clockThread)},
		{Sig: "thread_time_ns($self, /)", Doc: "thread_time() -> int\n\nThread time for profiling as nanoseconds:\nsum of the kernel and user-space CPU time.", Fn: clockNS(clockThread)},
		{Sig: "clock_gettime($module, clk_id, /)", Doc: "Return the time of the specified clock clk_id as a float.", Fn: func(t *Thread, _, id Value) (Value, *Exception) {
			n, exc := clockID(t, id)
			if exc != nil {
				return Null, exc
			}
			return seconds(read(t, n)), nil
		}},
		{Sig: "clock_gettime_ns($module, clk_id, /)", Doc: "Return the time of the specified clock clk_id as nanoseconds (int).", Fn: func(t *Thread, _, id Value) (Value, *Exception) {
			n, exc := clockID(t, id)
			if exc != nil {
				return Null, exc
			}
			return runtime.Int(read(t, n)), nil
		}},
		{Sig: "clock_getres", Doc: "clock_getres(clk_id) -> floating-point number\n\nReturn the resolution (precision) of the specified clock clk_id.", Fn: func(t *Thread, _ Value, args []Value, kw *Tuple) (Value, *Exception) {
			if exc := exactly(t, "clock_getres", args, kw, 1); exc != nil {
				return Null, exc
			}
			_, exc := clockID(t, args[0])
			return runtime.Float(1e-9), exc
		}},
		{Sig: "get_clock_info", Doc: "get_clock_info(name: str) -> dict\n\nGet information of the specified clock.", Fn: clockInfo},
		{Sig: "sleep($self, object, /)", Doc: "sleep(seconds)\n\nDelay execution for a given number of seconds.", Fn: sleep},
		{Sig: "gmtime", Doc: "gmtime([seconds]) -> (tm_year, tm_mon, tm_mday, tm_hour, tm_min,\n                       tm_sec, tm_wday, tm_yday, tm_isdst)", Fn: gmtime},
		{Sig: "localtime", Doc: "localtime([seconds]) -> (tm_year,tm_mon,tm_mday,tm_hour,tm_min,\n                          tm_sec,tm_wday,tm_yday,tm_isdst)", Fn: localtime},
		{Sig: "mktime($self, object, /)", Doc: "mktime(tuple) -> floating-point number\n\nConvert a time tuple in local time to seconds since the Epoch.", Fn: mktime},
		{Sig: "asctime", Doc: "asctime([tuple]) -> string\n\nConvert a time tuple to a string, e.g. 'Sat Jun 06 16:26:11 1998'.", Fn: asctime},
		{Sig: "ctime", Doc: "ctime(seconds) -> string\n\nConvert a time in seconds since the Epoch to a string in local time.", Fn: ctime},
		{Sig: "strftime", Doc: "strftime(format[, tuple]) -> string\n\nConvert a time tuple to a string according to a format specification.", Fn: strftime},
		{Sig: "strptime", Doc: "strptime(string, format) -> struct_time\n\nParse a string to a time tuple according to a format specification.", Fn: strptime},
		{Sig: "tzset($self, /)", Doc: "tzset()\n\nInitialize, or reinitialize, the local timezone to the value stored in\nos.environ['TZ'].", Fn: tzset},
	},
	TypeSpecs: []*runtime.TypeSpec{structTimeSpec},
	Init: func(t *Thread, m *runtime.Module) *Exception {
		for k, n := range map[string]int64{
			"CLOCK_REALTIME": clockRealtime, "CLOCK_MONOTONIC": clockMonotonic, "CLOCK_MONOTONIC_RAW": clockMonotonicRaw,
			"CLOCK_PROCESS_CPUTIME_ID": clockProcess, "CLOCK_THREAD_CPUTIME_ID": clockThread, "CLOCK_BOOTTIME": clockBoottime, "_STRUCT_TM_ITEMS": 11,
		} {
			m.Set(t, k, runtime.Int(n))
		}
		stateOf(t).zone = loadZone(t)
		setZone(t, m)
		return nil
	},
}

type state struct{ zone *time.Location }

type stateKey struct{}

func stateOf(t *Thread) *state {
	return runtime.State(t.Interp(), stateKey{}, func() *state { return &state{} })
}

// loadZone returns the local time zone: TZ, else the system's.
func loadZone(t *Thread) *time.Location {
	tz, ok := t.Interp().Host().LookupEnv("TZ")
	if !ok {
		return time.Local
	}
	if tz == "" {
		return time.UTC
	}
	if z, err := time.LoadLocation(tz); err == nil {
		return z
	}
	return time.UTC
}

// setZone sets timezone, altzone, daylight and tzname from the zone's offsets in winter and summer of this year.
func setZone(t *Thread, m *runtime.Module) {
	zone := stateOf(t).zone
	year := t.Interp().Host().Now().Year()
	jan, janOff := time.Date(year, 1, 1, 0, 0, 0, 0, zone).Zone()
	jul, julOff := time.Date(year, 7, 1, 0, 0, 0, 0, zone).Zone()
	if janOff > julOff { // south of the equator
		jan, janOff, jul, julOff = jul, julOff, jan, janOff
	}
	m.Set(t, "timezone", runtime.Int(int64(-janOff)))
	m.Set(t, "altzone", runtime.Int(int64(-julOff)))
	daylight := int64(0)
	if janOff != julOff {
		daylight = 1
	}
	m.Set(t, "daylight", runtime.Int(daylight))
	m.Set(t, "tzname", runtime.NewPair(t, runtime.NewStr(t, jan).Value(), runtime.NewStr(t, jul).Value()))
}

func tzset(t *Thread, self Value) (Value, *Exception) {
	stateOf(t).zone = loadZone(t)
	if m := runtime.AsModule(self); m != nil {
		setZone(t, m)
	}
	return runtime.None, nil
}

func exactly(t *Thread, name string, args []Value, kw *Tuple, n int) *Exception {
	if exc := runtime.NoKeywords(t, "time."+name, kw); exc != nil {
		return exc
	}
	if len(args) != n {
		return runtime.TypeErrorf(t, "%s() takes exactly %d argument%s (%d given)", name, n, runtime.Plural(n), len(args))
	}
	return nil
}

func clockID(t *Thread, v Value) (int, *Exception) {
	n, exc := runtime.AsSsize(t, v)
	if exc != nil {
		return 0, exc
	}
	switch n {
	case clockRealtime, clockMonotonic, clockProcess, clockThread, clockMonotonicRaw, clockBoottime:
		return n, nil
	}
	return 0, runtime.RaiseNew(t, runtime.OSErrorType, runtime.Int(22), runtime.NewStr(t, "Invalid argument").Value())
}

func clockInfo(t *Thread, _ Value, args []Value, kw *Tuple) (Value, *Exception) {
	if exc := exactly(t, "get_clock_info", args, kw, 1); exc != nil {
		return Null, exc
	}
	s, ok := runtime.AsStr(args[0])
	if !ok {
		return Null, runtime.BadArgument(t, "get_clock_info", "argument 1", "str", args[0])
	}
	impl, monotonic := "clock_gettime(CLOCK_MONOTONIC)", true
	switch s.GoString() {
	case "time":
		impl, monotonic = "clock_gettime(CLOCK_REALTIME)", false
	case "monotonic", "perf_counter":
	case "process_time":
		impl = "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)"
	case "thread_time":
		impl = "clock_gettime(CLOCK_THREAD_CPUTIME_ID)"
	default:
		return Null, runtime.Raise(t, runtime.ValueErrorType, "unknown clock")
	}
	ns := runtime.NewSimpleNamespace(t)
	for _, e := range [...]struct {
		k string
		v Value
	}{{"implementation", runtime.NewStr(t, impl).Value()}, {"monotonic", runtime.Bool(monotonic)}, {"adjustable", runtime.Bool(!monotonic)}, {"resolution", runtime.Float(1e-9)}} {
		if exc := runtime.SetAttr(t, ns, t.Intern(e.k), e.v); exc != nil {
			return Null, exc
		}
	}
	return ns, nil
}

// sleep waits; a signal's handler may run in between.
func sleep(t *Thread, _, x Value) (Value, *Exception) {
	d, exc := nanoseconds(t, x)
	if exc != nil {
		return Null, exc
	}
	if d < 0 {
		return Null, runtime.Raise(t, runtime.ValueErrorType, "sleep length must be non-negative")
	}
	h := t.Interp().Host()
	for end := h.Monotonic() + d; ; {
		rest := end - h.Monotonic()
		if d == 0 {
			rest = 0
		}
		t.Blocking(func() { h.Sleep(rest) })
		if exc := t.Poll(); exc != nil {
			return Null, exc
		}
		if d == 0 || h.Monotonic() >= end {
			return runtime.None, nil
		}
	}
}

// nanoseconds converts a number of seconds, rounding up.
func nanoseconds(t *Thread, x Value) (time.Duration, *Exception) {
	if runtime.TypeOf(x).Is(runtime.TypeFloat) {
		f, exc := runtime.AsFloat64(t, x)
		if exc != nil {
			return 0, exc
		}
		if math.IsNaN(f) {
			return 0, runtime.Raise(t, runtime.ValueErrorType, "Invalid value NaN (not a number)")
		}
		if f *= 1e9; f >= math.MaxInt64 || f <= math.MinInt64 {
			return 0, runtime.Raise(t, runtime.OverflowErrorType, "timestamp out of range for platform time_t")
		}
		return time.Duration(math.Ceil(f)), nil
	}
	if runtime.TypeOf(x).Index == nil && !runtime.TypeOf(x).Is(runtime.TypeInt) && t.Interp().Version.At(14) {
		return 0, runtime.TypeErrorf(t, "'%s' object cannot be interpreted as an integer or float", runtime.TypeOf(x).FullName())
	}
	i, exc := runtime.Index(t, x)
	if exc != nil {
		return 0, exc
	}
	n, ok := runtime.AsInt64(i)
	if !ok || n > math.MaxInt64/int64(time.Second) || n < math.MinInt64/int64(time.Second) {
		return 0, runtime.Raise(t, runtime.OverflowErrorType, "timestamp too large to convert to C PyTime_t")
	}
	return time.Duration(n) * time.Second, nil
}

// wholeSeconds converts a number of seconds since the epoch, rounding down.
func wholeSeconds(t *Thread, x Value) (int64, *Exception) {
	if runtime.TypeOf(x).Is(runtime.TypeFloat) {
		f, exc := runtime.AsFloat64(t, x)
		if exc != nil {
			return 0, exc
		}
		if math.IsNaN(f) {
			return 0, runtime.Raise(t, runtime.ValueErrorType, "Invalid value NaN (not a number)")
		}
		if f = math.Floor(f); f >= math.MaxInt64 || f <= math.MinInt64 {
			return 0, runtime.Raise(t, runtime.OverflowErrorType, "timestamp out of range for platform time_t")
		}
		return int64(f), nil
	}
	i, exc := runtime.Index(t, x)
	if exc != nil {
		return 0, exc
	}
	n, ok := runtime.AsInt64(i)
	if !ok {
		return 0, runtime.Raise(t, runtime.OverflowErrorType, "timestamp out of range for platform time_t")
	}
	return n, nil
}
