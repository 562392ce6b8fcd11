package runtime

import (
	"math/bits"
	"strings"
	"unsafe"
)

// The kernels that know how a str's units lie in memory. Text is passed as the string of its units' bytes with the shift of its kind: 0, 1 or 2
// for units of 1, 2 and 4 bytes.

// kindOf returns the kind flags of a text whose code points' bits are within or.
func kindOf(or rune) uint32 {
	switch {
	case or < 0x80:
		return flagASCII
	case or < 0x100:
		return 0
	case or < 0x10000:
		return flagKind2
	}
	return flagKind4
}

// kindShift returns the shift of kind flags.
func kindShift(kind uint32) uint { return uint(kind>>kindShiftPos) & 3 }

// kindFlags are the flags that tell a Str's kind.
const kindFlags = flagASCII | flagKind2 | flagKind4

func units16(s string) []uint16 {
	return unsafe.Slice((*uint16)(unsafe.Pointer(unsafe.StringData(s))), len(s)>>1)
}

func units32(s string) []uint32 {
	return unsafe.Slice((*uint32)(unsafe.Pointer(unsafe.StringData(s))), len(s)>>2)
}

func bytes16(b []byte) []uint16 {
	return unsafe.Slice((*uint16)(unsafe.Pointer(unsafe.SliceData(b))), len(b)>>1)
}

func bytes32(b []byte) []uint32 {
	return unsafe.Slice((*uint32)(unsafe.Pointer(unsafe.SliceData(b))), len(b)>>2)
}

// bytesString views bytes that will not change any more as a string.
func bytesString(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// stringBytes views a string as bytes, which must not be changed.
func stringBytes(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }

// strRoom is the most bytes of units that an object has room for beside its header, so that a short str is one allocation.
const strRoom = 48

type (
	str16 struct {
		Str
		room [16]byte
	}
	str32 struct {
		Str
		room [32]byte
	}
	str48 struct {
		Str
		room [strRoom]byte
	}
)

// allocStr makes a str of n units of a kind, which the caller fills before anybody else sees it. Large sizes were reserved by the caller.
func allocStr(t *Thread, n int, kind uint32) (*Str, []byte) {
	var x *Str
	var units []byte
	switch n <<= kindShift(kind); {
	case n <= 16:
		y := alloc[str16](t)
		x, units = &y.Str, y.room[:n]
	case n <= 32:
		y := alloc[str32](t)
		x, units = &y.Str, y.room[:n]
	case n <= strRoom:
		y := alloc[str48](t)
		x, units = &y.Str, y.room[:n]
	default:
		x, units = alloc[Str](t), make([]byte, n)
		t.chargeText(n)
	}
	x.shape, x.flags, x.s = strShape, kind, bytesString(units)
	return x, units
}

// reserveText asks for n bytes of text when they are many, and charges the steps of making them.
func reserveText(t *Thread, n int) *Exception {
	if n < 0 || n > 1<<16 {
		t.steps += uint64(n) / 64
		return t.Reserve(n)
	}
	return nil
}

// chargeText accounts for n bytes of text, which reserveText did already when they are many.
func (t *Thread) chargeText(n int) {
	if n <= 1<<16 {
		t.charged += uintptr(n)
	}
}

// unitAt returns the code point at index i of raw units.
func unitAt(s string, shift uint, i int) rune {
	switch shift {
	case 0:
		return rune(s[i])
	case 1:
		return rune(units16(s)[i])
	}
	return rune(units32(s)[i])
}

// orUnits returns the bits that occur in the units.
func orUnits(s string, shift uint) rune {
	var or uint64
	for len(s) >= 8 {
		or |= *(*uint64)(unsafe.Pointer(unsafe.StringData(s)))
		s = s[8:]
	}
	switch shift {
	case 0:
		for i := 0; i < len(s); i++ {
			or |= uint64(s[i])
		}
		or |= or >> 32
		or |= or >> 16
		return rune(or|or>>8) & 0xff
	case 1:
		for _, u := range units16(s) {
			or |= uint64(u)
		}
		or |= or >> 32
		return rune(or|or>>16) & 0xffff
	}
	for _, u := range units32(s) {
		or |= uint64(u)
	}
	return rune(or | or>>32&0xffffffff)
}

// widenUnits copies units to a buffer of the same or wider ones.
func widenUnits(dst []byte, dshift uint, s string, shift uint) {
	switch {
	case dshift == shift:
		copy(dst, s)
	case dshift == 1:
		d := bytes16(dst)[:len(s)]
		for i := 0; i < len(s); i++ {
			d[i] = uint16(s[i])
		}
	case shift == 0:
		d := bytes32(dst)[:len(s)]
		for i := 0; i < len(s); i++ {
			d[i] = uint32(s[i])
		}
	default:
		src := units16(s)
		d := bytes32(dst)[:len(src)]
		for i, u := range src {
			d[i] = uint32(u)
		}
	}
}

// narrowUnits copies units that fit to a buffer of narrower ones.
func narrowUnits(dst []byte, dshift uint, s string, shift uint) {
	switch {
	case dshift == shift:
		copy(dst, s)
	case shift == 1:
		for i, u := range units16(s) {
			dst[i] = byte(u)
		}
	case dshift == 0:
		for i, u := range units32(s) {
			dst[i] = byte(u)
		}
	default:
		d := bytes16(dst)
		for i, u := range units32(s) {
			d[i] = uint16(u)
		}
	}
}

// widened returns sub's units in the kind of a text to be searched; false when that text cannot hold them.
func (s *Str) widened(sub *Str) (string, bool) {
	ks, kn := s.shift(), sub.shift()
	switch {
	case ks == kn:
		return sub.s, s.flags&flagASCII == 0 || sub.flags&flagASCII != 0
	case kn > ks:
		return "", false
	}
	b := make([]byte, sub.Len()<<ks)
	widenUnits(b, ks, sub.s, kn)
	return bytesString(b), true
}

// indexUnits returns the byte offset of the first sub in s, or -1.
func indexUnits(s, sub string, shift uint) int {
	if shift == 0 {
		return strings.Index(s, sub)
	}
	mask := 1<<shift - 1
	for from, tries := 0, 0; ; tries++ {
		if tries == 16 {
			i := indexSlow(s[from:], sub, shift)
			if i < 0 {
				return -1
			}
			return from + i
		}
		i := strings.Index(s[from:], sub)
		if i < 0 {
			return -1
		}
		from += i
		if from&mask == 0 {
			return from
		}
		from = (from | mask) + 1
	}
}

// indexSlow is indexUnits where bytes match in the middle of units too often: a rolling hash over whole units.
func indexSlow(s, sub string, shift uint) int {
	n, m := len(s)>>shift, len(sub)>>shift
	if m > n {
		return -1
	}
	const prime = 0x01000193
	var hs, hn, pow uint32 = 0, 0, 1
	for i := 0; i < m; i++ {
		hs = hs*prime + uint32(unitAt(s, shift, i))
		hn = hn*prime + uint32(unitAt(sub, shift, i))
		pow *= prime
	}
	for i := 0; ; i++ {
		if hs == hn && s[i<<shift:i<<shift+len(sub)] == sub {
			return i << shift
		}
		if i+m >= n {
			return -1
		}
		hs = hs*prime + uint32(unitAt(s, shift, i+m)) - pow*uint32(unitAt(s, shift, i))
	}
}

// lastIndexUnits returns the byte offset of the last sub in s, or -1.
func lastIndexUnits(s, sub string, shift uint) int {
	if shift == 0 {
		return strings.LastIndex(s, sub)
	}
	n, m := len(s)>>shift, len(sub)>>shift
	if m > n {
		return -1
	}
	if m == 0 {
		return len(s)
	}
	const prime = 0x01000193
	var hs, hn, pow uint32 = 0, 0, 1
	for i := m - 1; i >= 0; i-- {
		hs = hs*prime + uint32(unitAt(s, shift, n-m+i))
		hn = hn*prime + uint32(unitAt(sub, shift, i))
		pow *= prime
	}
	for i := n - m; ; i-- {
		if hs == hn && s[i<<shift:i<<shift+len(sub)] == sub {
			return i << shift
		}
		if i == 0 {
			return -1
		}
		hs = hs*prime + uint32(unitAt(s, shift, i-1)) - pow*uint32(unitAt(s, shift, i-1+m))
	}
}

// countUnits returns how often sub, which is not empty, occurs in s without overlap, and stops at limit.
func countUnits(s, sub string, shift uint, limit int) int {
	n := 0
	if shift == 0 && limit >= len(s) {
		return strings.Count(s, sub)
	}
	for n < limit {
		i := indexUnits(s, sub, shift)
		if i < 0 {
			break
		}
		n++
		s = s[i+len(sub):]
	}
	return n
}

// compareUnits orders two texts by their code points.
func compareUnits(a *Str, b *Str) int {
	ka, kb := a.shift(), b.shift()
	if ka == 0 && kb == 0 {
		return strings.Compare(a.s, b.s)
	}
	n := min(a.Len(), b.Len())
	for i := 0; i < n; i++ {
		if x, y := a.At(i), b.At(i); x != y {
			if x < y {
				return -1
			}
			return 1
		}
	}
	return a.Len() - b.Len()
}

// repeatBytes fills dst with copies of its first n bytes.
func repeatBytes(dst []byte, n int) {
	for n < len(dst) {
		n += copy(dst[n:], dst[:n])
	}
}

// asciiSpace has a bit for each ASCII character that str.isspace holds for; bytes know only some of them.
const asciiSpace uint64 = 1<<' ' | 1<<'\t' | 1<<'\n' | 1<<'\v' | 1<<'\f' | 1<<'\r' | 1<<0x1c | 1<<0x1d | 1<<0x1e | 1<<0x1f

func isASCIISpace(c byte) bool { return c <= ' ' && asciiSpace>>c&1 != 0 }

// mulOverflows reports whether a*b, both not negative, leaves an int.
func mulOverflows(a, b int) bool {
	hi, lo := bits.Mul64(uint64(a), uint64(b))
	return hi != 0 || lo > 1<<63-1
}
