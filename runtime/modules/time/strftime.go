package time

import (
	"fmt"
	"time"

	"github.com/krait-vm/krait/runtime"
)

// strftime formats as the C library does in the C locale.
func strftime(t *Thread, _ Value, args []Value, kw *Tuple) (Value, *Exception) {
	if exc := runtime.NoKeywords(t, "time.strftime", kw); exc != nil {
		return Null, exc
	}
	if len(args) < 1 || len(args) > 2 {
		least := "at least 1 argument"
		if len(args) > 2 {
			least = "at most 2 arguments"
		}
		return Null, runtime.TypeErrorf(t, "strftime() takes %s (%d given)", least, len(args))
	}
	format, ok := runtime.AsStr(args[0])
	if !ok {
		return Null, runtime.BadArgument(t, "strftime", "argument 1", "str", args[0])
	}
	f, exc := optionalFields(t, "strftime", args[1:])
	if exc != nil {
		return Null, exc
	}
	if !f.hasZone {
		zone := stateOf(t).zone
		f.zone, f.off = time.Date(int(f.year), time.Month(f.mon), f.mday, f.hour, f.min, f.sec, 0, zone).Zone()
	}
	out := f.format(nil, []rune(format.GoString()))
	return runtime.NewStr(t, string(out)).Value(), nil
}

// format appends the fields in a format. A flag (-, _, 0, ^, #) and a width may stand behind the percent sign, as in glibc.
func (f *fields) format(out []byte, p []rune) []byte {
	for i := 0; i < len(p); i++ {
		if p[i] != '%' || i+1 == len(p) {
			out = append(out, string(p[i])...)
			continue
		}
		start := i
		i++
		flag := rune(0)
		for i < len(p) && (p[i] == '-' || p[i] == '_' || p[i] == '0' || p[i] == '^' || p[i] == '#') {
			flag = p[i]
			i++
		}
		width := 0
		for i < len(p) && p[i] >= '0' && p[i] <= '9' && width < 1024 {
			width = width*10 + int(p[i]-'0')
			i++
		}
		if i < len(p) && (p[i] == 'E' || p[i] == 'O') && i+1 < len(p) {
			i++
		}
		if i == len(p) {
			return append(out, string(p[start:])...)
		}
		var ok bool
		if out, ok = f.directive(out, p[i], flag, width); !ok {
			out = append(out, string(p[start:i+1])...)
		}
	}
	return out
}

// number appends n padded to a width: with zeros or blanks, by the directive's habit or the flag.
func number(out []byte, n int64, width int, pad rune, flag rune, want int) []byte {
	switch flag {
	case '-':
		return fmt.Append(out, n)
	case '_':
		pad = ' '
	case '0':
		pad = '0'
	}
	width = max(width, want)
	if pad == ' ' {
		return fmt.Appendf(out, "%*d", width, n)
	}
	return fmt.Appendf(out, "%0*d", width, n)
}

func text(out []byte, s string, flag rune, want int) []byte {
	b := []byte(s)
	if flag == '^' || flag == '#' {
		for i, c := range b {
			if c >= 'a' && c <= 'z' {
				b[i] = c - 32
			}
		}
	}
	for n := len(b); n < want; n++ {
		out = append(out, ' ')
	}
	return append(out, b...)
}

func (f *fields) directive(out []byte, d, flag rune, want int) ([]byte, bool) {
	hour12 := (f.hour+11)%12 + 1
	switch d {
	case '%':
		out = append(out, '%')
	case 'n':
		out = append(out, '\n')
	case 't':
		out = append(out, '\t')
	case 'a':
		out = text(out, dayNames[f.wday][:3], flag, want)
	case 'A':
		out = text(out, dayNames[f.wday], flag, want)
	case 'b', 'h':
		out = text(out, monthNames[f.mon-1][:3], flag, want)
	case 'B':
		out = text(out, monthNames[f.mon-1], flag, want)
	case 'p':
		s := "AM"
		if f.hour >= 12 {
			s = "PM"
		}
		if flag == '#' {
			s = map[string]string{"AM": "am", "PM": "pm"}[s]
			flag = 0
		}
		out = text(out, s, flag, want)
	case 'P':
		s := "am"
		if f.hour >= 12 {
			s = "pm"
		}
		out = text(out, s, flag, want)
	case 'd':
		out = number(out, int64(f.mday), 2, '0', flag, want)
	case 'e':
		out = number(out, int64(f.mday), 2, ' ', flag, want)
	case 'H':
		out = number(out, int64(f.hour), 2, '0', flag, want)
	case 'I':
		out = number(out, int64(hour12), 2, '0', flag, want)
	case 'k':
		out = number(out, int64(f.hour), 2, ' ', flag, want)
	case 'l':
		out = number(out, int64(hour12), 2, ' ', flag, want)
	case 'j':
		out = number(out, int64(f.yday), 3, '0', flag, want)
	case 'm':
		out = number(out, int64(f.mon), 2, '0', flag, want)
	case 'M':
		out = number(out, int64(f.min), 2, '0', flag, want)
	case 'S':
		out = number(out, int64(f.sec), 2, '0', flag, want)
	case 'y':
		out = number(out, (f.year%100+100)%100, 2, '0', flag, want)
	case 'Y':
		out = number(out, f.year, 1, '0', flag, want)
	case 'C':
		c := f.year / 100
		if f.year%100 < 0 {
			c--
		}
		out = number(out, c, 2, '0', flag, want)
	case 'u':
		out = number(out, int64(f.wday+1), 1, '0', flag, want)
	case 'w':
		out = number(out, int64((f.wday+1)%7), 1, '0', flag, want)
	case 'U':
		out = number(out, int64((f.yday-1+7-(f.wday+1)%7)/7), 2, '0', flag, want)
	case 'W':
		out = number(out, int64((f.yday-1+7-f.wday)/7), 2, '0', flag, want)
	case 'V', 'G', 'g':
		year, week := f.isoWeek()
		switch d {
		case 'V':
			out = number(out, int64(week), 2, '0', flag, want)
		case 'G':
			out = number(out, year, 1, '0', flag, want)
		default:
			out = number(out, (year%100+100)%100, 2, '0', flag, want)
		}
	case 's':
		w := time.Date(int(f.year), time.Month(f.mon), f.mday, f.hour, f.min, f.sec, 0, time.UTC)
		out = fmt.Append(out, w.Unix()-int64(f.off))
	case 'Z':
		out = text(out, f.zone, flag, want)
	case 'z':
		sign, off := '+', f.off
		if off < 0 {
			sign, off = '-', -off
		}
		out = fmt.Appendf(out, "%c%02d%02d", sign, off/3600, off/60%60)
	default:
		return f.composite(out, d, flag)
	}
	return out, true
}

// composite is the directives that stand for others.
func (f *fields) composite(out []byte, d, flag rune) ([]byte, bool) {
	var p string
	switch d {
	case 'c':
		p = "%a %b %e %H:%M:%S %Y"
	case 'x', 'D':
		p = "%m/%d/%y"
	case 'X', 'T':
		p = "%H:%M:%S"
	case 'F':
		p = "%Y-%m-%d"
	case 'R':
		p = "%H:%M"
	case 'r':
		p = "%I:%M:%S %p"
	case '+':
		p = "%a %b %e %H:%M:%S %Z %Y"
	default:
		return out, false
	}
	b := f.format(nil, []rune(p))
	return text(out, string(b), flag, 0), true
}

// isoWeek is the ISO 8601 year and week of the fields, from the day of the year and the weekday.
func (f *fields) isoWeek() (int64, int) {
	leap := func(y int64) bool { return y%4 == 0 && (y%100 != 0 || y%400 == 0) }
	week := (f.yday - 1 - f.wday + 10) / 7
	jan1 := func(y int64) int { // weekday of 1 January, Monday 0
		y--
		return int(((y+y/4-y/100+y/400)%7 + 7) % 7)
	}
	weeks := func(y int64) int {
		if d := jan1(y); d == 3 || d == 2 && leap(y) {
			return 53
		}
		return 52
	}
	switch {
	case week < 1:
		return f.year - 1, weeks(f.year - 1)
	case week > weeks(f.year):
		return f.year + 1, 1
	}
	return f.year, week
}

// strptime is the library's own, in Python.
func strptime(t *Thread, _ Value, args []Value, kw *Tuple) (Value, *Exception) {
	m, exc := runtime.ImportModule(t, "_strptime")
	if exc != nil {
		return Null, exc
	}
	fn, exc := runtime.GetAttr(t, m, t.Intern("_strptime_time"))
	if exc != nil {
		return Null, exc
	}
	return runtime.CallKw(t, fn, args, kw)
}
