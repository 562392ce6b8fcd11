package time

import (
	"fmt"
	"time"

	"github.com/krait-vm/krait/runtime"
)

var (
	structTimeType  = &runtime.Type{}
	structTimeShape = runtime.NewShape(structTimeType)
)

var structTimeSpec = runtime.StructSpec(structTimeType, structTimeShape, "time.struct_time",
	"The time value as returned by gmtime(), localtime(), and strptime(), and\naccepted by asctime(), mktime() and strftime().", 9, false,
	runtime.StructField{Name: "tm_year", Doc: "year, for example, 1993"}, runtime.StructField{Name: "tm_mon", Doc: "month of year, range [1, 12]"},
	runtime.StructField{Name: "tm_mday", Doc: "day of month, range [1, 31]"}, runtime.StructField{Name: "tm_hour", Doc: "hours, range [0, 23]"},
	runtime.StructField{Name: "tm_min", Doc: "minutes, range [0, 59]"}, runtime.StructField{Name: "tm_sec", Doc: "seconds, range [0, 61]"},
	runtime.StructField{Name: "tm_wday", Doc: "day of week, range [0, 6], Monday is 0"}, runtime.StructField{Name: "tm_yday", Doc: "day of year, range [1, 366]"},
	runtime.StructField{Name: "tm_isdst", Doc: "1 if summer time is in effect, 0 if not, and -1 if unknown"},
	runtime.StructField{Name: "tm_zone", Doc: "abbreviation of timezone name"}, runtime.StructField{Name: "tm_gmtoff", Doc: "offset from UTC in seconds"})

// structTime makes a struct_time.
func structTime(t *Thread, w time.Time) Value {
	zone, off := w.Zone()
	dst := int64(0)
	if w.IsDST() {
		dst = 1
	}
	return runtime.NewStructSeq(t, structTimeType, runtime.Int(int64(w.Year())), runtime.Int(int64(w.Month())), runtime.Int(int64(w.Day())), runtime.Int(int64(w.Hour())),
		runtime.Int(int64(w.Minute())), runtime.Int(int64(w.Second())), runtime.Int(int64(w.Weekday()+6)%7), runtime.Int(int64(w.YearDay())), runtime.Int(dst),
		runtime.NewStr(t, zone).Value(), runtime.Int(int64(off)))
}

// moment is the optional argument of gmtime, localtime and ctime.
func moment(t *Thread, name string, args []Value, kw *Tuple) (time.Time, *Exception) {
	if exc := runtime.NoKeywords(t, "time."+name, kw); exc != nil {
		return time.Time{}, exc
	}
	if len(args) > 1 {
		return time.Time{}, runtime.TypeErrorf(t, "%s() takes at most 1 argument (%d given)", name, len(args))
	}
	if len(args) == 0 || args[0].IsNone() {
		return t.Interp().Host().Now(), nil
	}
	n, exc := wholeSeconds(t, args[0])
	if exc != nil {
		return time.Time{}, exc
	}
	const far = 67768036191676800 // the year 2**31
	if n > far || n < -far {
		return time.Time{}, runtime.RaiseErrno(t, 75)
	}
	return time.Unix(n, 0), nil
}

// gmt is what C calls UTC.
var gmt = time.FixedZone("GMT", 0)

func gmtime(t *Thread, _ Value, args []Value, kw *Tuple) (Value, *Exception) {
	w, exc := moment(t, "gmtime", args, kw)
	if exc != nil {
		return Null, exc
	}
	return structTime(t, w.In(gmt)), nil
}

func localtime(t *Thread, _ Value, args []Value, kw *Tuple) (Value, *Exception) {
	w, exc := moment(t, "localtime", args, kw)
	if exc != nil {
		return Null, exc
	}
	return structTime(t, w.In(stateOf(t).zone)), nil
}

// A fields is a time tuple as C's struct tm, but with full years, months from 1 and Monday 0.
type fields struct {
	year                                         int64
	mon, mday, hour, min, sec, wday, yday, isdst int
	zone                                         string
	off                                          int
	hasZone                                      bool
}

// parseFields reads a time tuple.
func parseFields(t *Thread, function string, v Value) (fields, *Exception) {
	var f fields
	x, ok := runtime.AsTuple(v)
	if !ok {
		return f, runtime.Raise(t, runtime.TypeErrorType, "Tuple or struct_time argument required")
	}
	if x.Len() != 9 {
		return f, runtime.TypeErrorf(t, "%s(): illegal time tuple argument", function)
	}
	var n [9]int
	for i, item := range x.Items {
		i64, exc := runtime.Index(t, item)
		if exc != nil {
			return f, exc
		}
		k, fits := runtime.AsInt64(i64)
		if !fits || k != int64(int32(k)) {
			if k > 0 || !fits && runtime.AsBig(i64).Sign() > 0 {
				return f, runtime.Raise(t, runtime.OverflowErrorType, "signed integer is greater than maximum")
			}
			return f, runtime.Raise(t, runtime.OverflowErrorType, "signed integer is less than minimum")
		}
		n[i] = int(k)
	}
	f = fields{year: int64(n[0]), mon: n[1], mday: n[2], hour: n[3], min: n[4], sec: n[5], wday: n[6], yday: n[7], isdst: n[8]}
	if runtime.TypeOf(v) == structTimeType {
		s := (*runtime.StructSeq)(v.Ptr())
		if z, ok := runtime.AsStr(s.Extra[0]); ok {
			f.zone, f.hasZone = z.GoString(), true
		}
		if o, ok := runtime.AsInt64(s.Extra[1]); ok {
			f.off = int(o)
		}
	}
	return f, nil
}

// check refuses fields out of range, and puts 0 right to 1 as CPython does.
func (f *fields) check(t *Thread) *Exception {
	fail := func(what string) *Exception { return runtime.Raise(t, runtime.ValueErrorType, what+" out of range") }
	if f.mon == 0 {
		f.mon = 1
	}
	if f.mday == 0 {
		f.mday = 1
	}
	if f.yday == 0 {
		f.yday = 1
	}
	switch {
	case f.mon < 1 || f.mon > 12:
		return fail("month")
	case f.mday < 1 || f.mday > 31:
		return fail("day of month")
	case f.hour < 0 || f.hour > 23:
		return fail("hour")
	case f.min < 0 || f.min > 59:
		return fail("minute")
	case f.sec < 0 || f.sec > 61:
		return fail("seconds")
	case f.wday < -1:
		return fail("day of week")
	case f.yday < 1 || f.yday > 366:
		return fail("day of year")
	}
	f.wday = (f.wday + 7) % 7
	if f.isdst < -1 {
		f.isdst = -1
	} else if f.isdst > 1 {
		f.isdst = 1
	}
	return nil
}

func mktime(t *Thread, _, v Value) (Value, *Exception) {
	f, exc := parseFields(t, "mktime", v)
	if exc != nil {
		return Null, exc
	}
	zone := stateOf(t).zone
	w := time.Date(int(f.year), time.Month(f.mon), f.mday, f.hour, f.min, f.sec, 0, zone)
	if f.isdst >= 0 && w.IsDST() != (f.isdst > 0) {
		// The caller says which of two readings it means, or that the other offset holds.
		if f.isdst > 0 {
			w = w.Add(-time.Hour)
		} else {
			w = w.Add(time.Hour)
		}
	}
	return runtime.Float(float64(w.Unix())), nil
}

var (
	dayNames   = [...]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	monthNames = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
)

func (f *fields) asctime() string {
	return fmt.Sprintf("%s %s%3d %02d:%02d:%02d %d", dayNames[f.wday%7][:3], monthNames[f.mon-1][:3], f.mday, f.hour, f.min, f.sec, f.year)
}

// optionalFields is the last argument of asctime and strftime: now when it is left out.
func optionalFields(t *Thread, function string, args []Value) (fields, *Exception) {
	var v Value
	if len(args) > 0 {
		v = args[0]
	} else {
		v = structTime(t, t.Interp().Host().Now().In(stateOf(t).zone))
	}
	f, exc := parseFields(t, function, v)
	if exc != nil {
		return f, exc
	}
	return f, f.check(t)
}

func asctime(t *Thread, _ Value, args []Value, kw *Tuple) (Value, *Exception) {
	if exc := runtime.NoKeywords(t, "time.asctime", kw); exc != nil {
		return Null, exc
	}
	if exc := runtime.CheckArity(t, "asctime", len(args), 0, 1); exc != nil {
		return Null, exc
	}
	f, exc := optionalFields(t, "asctime", args)
	if exc != nil {
		return Null, exc
	}
	return runtime.NewStr(t, f.asctime()).Value(), nil
}

func ctime(t *Thread, _ Value, args []Value, kw *Tuple) (Value, *Exception) {
	w, exc := moment(t, "ctime", args, kw)
	if exc != nil {
		return Null, exc
	}
	f, exc := parseFields(t, "ctime", structTime(t, w.In(stateOf(t).zone)))
	if exc != nil {
		return Null, exc
	}
	return runtime.NewStr(t, f.asctime()).Value(), nil
}
