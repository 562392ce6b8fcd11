package unicodedb

import (
	"slices"
	"strconv"
	"strings"
)

// A Form is a normalization form.
type Form uint8

// The normalization forms: bit 0 says decomposed, bit 1 compatible.
const (
	NFC Form = iota
	NFD
	NFKC
	NFKD
)

// ParseForm finds a form by its name.
func ParseForm(name string) (f Form, ok bool) {
	switch name {
	case "NFC":
		return NFC, true
	case "NFD":
		return NFD, true
	case "NFKC":
		return NFKC, true
	case "NFKD":
		return NFKD, true
	}
	return 0, false
}

// Hangul syllables are made of a leading consonant, a vowel and perhaps a trailing consonant, by rule.
const (
	hangulBase    = 0xAC00
	hangulLead    = 0x1100
	hangulVowel   = 0x1161
	hangulTail    = 0x11A7
	hangulLeads   = 19
	hangulVowels  = 21
	hangulTails   = 28
	hangulPerLead = hangulVowels * hangulTails
	hangulCount   = hangulLeads * hangulPerLead
)

// decomposition returns the mapping of r, one step, and its tag such as "<compat>", which is empty for canonical ones. Without a
// mapping the text is empty. The table is that of the last version and holds for what t has assigned.
func (t *Tables) decomposition(r rune) (tag, text string) {
	if uint32(r) > maxRune {
		return "", ""
	}
	mid := decompMid[int(decompTop[r>>8])<<4|int(r>>4&15)]
	n := decompLeaf[int(mid)<<4|int(r&15)]
	if n == 0 || t.Category(r) == Cn {
		return "", ""
	}
	entry := decompPool[decompOffsets[n]:decompOffsets[n+1]]
	return decompTags[entry[0]], entry[1:]
}

// Decomposition is unicodedata.decomposition: the tag and the code points in hexadecimal. Python 3.14 shows Hangul's as well.
func (t *Tables) Decomposition(r rune) string {
	tag, text := t.decomposition(r)
	if isHangul(r) && t.minor >= 14 {
		text = string(appendHangul(nil, r))
	}
	var b strings.Builder
	b.WriteString(tag)
	for _, c := range text {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		digits := strings.ToUpper(strconv.FormatInt(int64(c), 16))
		b.WriteString("0000"[min(len(digits), 4):])
		b.WriteString(digits)
	}
	return b.String()
}

func isHangul(r rune) bool { return hangulBase <= r && r < hangulBase+hangulCount }

// appendHangul appends the two or three parts of a syllable.
func appendHangul(dst []rune, r rune) []rune {
	i := r - hangulBase
	dst = append(dst, hangulLead+i/hangulPerLead, hangulVowel+i%hangulPerLead/hangulTails)
	if tail := i % hangulTails; tail != 0 {
		dst = append(dst, hangulTail+tail)
	}
	return dst
}

// appendDecomposed appends the full decomposition of r.
func (t *Tables) appendDecomposed(dst []rune, r rune, compatible bool) []rune {
	if r < 0x80 {
		return append(dst, r)
	}
	if isHangul(r) {
		return appendHangul(dst, r)
	}
	tag, text := t.decomposition(r)
	if text == "" || tag != "" && !compatible {
		return append(dst, r)
	}
	for _, c := range text {
		dst = t.appendDecomposed(dst, c, compatible)
	}
	return dst
}

// Normalize appends src in the given form to dst.
func (t *Tables) Normalize(f Form, src, dst []rune) []rune {
	start := len(dst)
	for _, r := range src {
		dst = t.appendDecomposed(dst, r, f >= NFKC)
	}
	t.reorder(dst[start:])
	if f == NFC || f == NFKC {
		dst = dst[:start+t.compose(dst[start:])]
	}
	return dst
}

// IsNormalized is unicodedata.is_normalized.
func (t *Tables) IsNormalized(f Form, src []rune) bool {
	return slices.Equal(t.Normalize(f, src, make([]rune, 0, len(src))), src)
}

// reorder sorts every run of combining characters by class, keeping the order of equals.
func (t *Tables) reorder(s []rune) {
	for i := 0; i < len(s); {
		if t.Combining(s[i]) == 0 {
			i++
			continue
		}
		end := i + 1
		for end < len(s) && t.Combining(s[end]) != 0 {
			end++
		}
		if end-i > 1 {
			slices.SortStableFunc(s[i:end], func(x, y rune) int { return t.Combining(x) - t.Combining(y) })
		}
		i = end
	}
}

// compose composes s in place and returns the new length. A character composes with the last starter before it unless a character
// between them, which stayed, has the same or a higher class.
func (t *Tables) compose(s []rune) int {
	n, starter := 0, -1
	lastClass := -1 // of the last character kept since the starter; -1 for none
	for _, r := range s {
		class := t.Combining(r)
		if starter >= 0 && lastClass < class {
			if c, ok := t.composePair(s[starter], r); ok {
				s[starter] = c
				continue
			}
		}
		if class == 0 {
			starter = n
			lastClass = -1
		} else {
			lastClass = class
		}
		s[n] = r
		n++
	}
	return n
}

// A composition is a pair of characters and what they compose to.
type composition struct{ first, second, result uint32 }

// composePair composes two characters if they do.
func (t *Tables) composePair(x, y rune) (rune, bool) {
	if l, v := x-hangulLead, y-hangulVowel; uint32(l) < hangulLeads && uint32(v) < hangulVowels {
		return hangulBase + (l*hangulVowels+v)*hangulTails, true
	}
	if tail := y - hangulTail; isHangul(x) && (x-hangulBase)%hangulTails == 0 && 0 < tail && tail < hangulTails {
		return x + tail, true
	}
	i, ok := slices.BinarySearchFunc(compositions[:], uint64(uint32(x))<<32|uint64(uint32(y)), func(c composition, key uint64) int {
		have := uint64(c.first)<<32 | uint64(c.second)
		switch {
		case have < key:
			return -1
		case have > key:
			return 1
		}
		return 0
	})
	if !ok {
		return 0, false
	}
	c := rune(compositions[i].result)
	return c, t.Category(c) != Cn
}
