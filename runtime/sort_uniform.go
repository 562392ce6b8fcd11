package runtime

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// Keys of one simple type are sorted without calling comparisons: each becomes an unsigned word that sorts as the key does, strs by their first
// bytes, and the words are sorted together with the positions they come from. Nothing of it is visible to a program.

// A sortWord is a key and where it stood.
type sortWord struct {
	key uint64
	at  uint32
}

// sortUniform sorts when all keys are ints of 64 bits, floats without NaN, or one-byte strs; else it does nothing and reports false. s.exc tells
// that it was interrupted.
func sortUniform(s *sorter) bool {
	first := s.keys[0]
	if len(s.keys) > math.MaxUint32 || first.p != nil && !first.IsFloat() && exactStr(first) == nil {
		return false
	}
	words := make([]sortWord, len(s.keys))
	var strs []string
	switch {
	case first.p == nil:
		for i, v := range s.keys {
			if v.p != nil {
				return false
			}
			words[i] = sortWord{v.n ^ 1<<63, uint32(i)}
		}
	case first.IsFloat():
		for i, v := range s.keys {
			if !v.IsFloat() || v.AsFloat() != v.AsFloat() {
				return false
			}
			words[i] = sortWord{floatKey(v.AsFloat()), uint32(i)}
		}
	default:
		if strs = oneByteStrs(s.keys); strs == nil {
			return false
		}
		skip := commonPrefix(strs)
		for i, x := range strs {
			words[i] = sortWord{leadingBytes(x[skip:]), uint32(i)}
		}
	}
	if s.exc = sortWords(s.t, words); s.exc != nil {
		return true
	}
	if strs != nil {
		sortTies(words, strs)
	}
	permute(s.keys, words)
	if s.vals != nil {
		permute(s.vals, words)
	}
	return true
}

// floatKey maps a float to a word that sorts as it does; both zeros are one.
func floatKey(f float64) uint64 {
	b := math.Float64bits(f + 0)
	if f == 0 {
		b = 0
	}
	if b>>63 != 0 {
		return ^b
	}
	return b | 1<<63
}

// oneByteStrs returns the texts when all are strs whose bytes sort as their code points, else nil.
func oneByteStrs(keys []Value) []string {
	strs := make([]string, len(keys))
	for i, v := range keys {
		x := exactStr(v)
		if x == nil || x.shift() != 0 {
			return nil
		}
		strs[i] = x.s
	}
	return strs
}

func commonPrefix(strs []string) int {
	p := strs[0]
	for _, x := range strs[1:] {
		n := 0
		for n < len(p) && n < len(x) && p[n] == x[n] {
			n++
		}
		if p = p[:n]; n == 0 {
			return 0
		}
	}
	return len(p)
}

// leadingBytes packs the first eight bytes, the first in the highest place.
func leadingBytes(s string) uint64 {
	var w uint64
	n := min(len(s), 8)
	for i := 0; i < n; i++ {
		w |= uint64(s[i]) << (56 - 8*i)
	}
	return w
}

// sortWords sorts stably by key.
func sortWords(t *Thread, words []sortWord) *Exception {
	n := 1
	for n < len(words) && words[n-1].key <= words[n].key {
		n++
	}
	if n == len(words) {
		return nil
	}
	const block = 16
	for lo := 0; lo < len(words); lo += block {
		insertionSort(words[lo:min(lo+block, len(words))])
	}
	if len(words) <= block {
		return nil
	}
	from, to := words, make([]sortWord, len(words))
	for width := block; width < len(words); width *= 2 {
		for lo := 0; lo < len(from); lo += 2 * width {
			mid, hi := min(lo+width, len(from)), min(lo+2*width, len(from))
			mergeWords(to[lo:hi], from[lo:mid], from[mid:hi])
		}
		from, to = to, from
		if exc := t.Poll(); exc != nil {
			return exc
		}
	}
	if &from[0] != &words[0] {
		copy(words, from)
	}
	return nil
}

func insertionSort(words []sortWord) {
	for i := 1; i < len(words); i++ {
		w, j := words[i], i
		for ; j > 0 && words[j-1].key > w.key; j-- {
			words[j] = words[j-1]
		}
		words[j] = w
	}
}

func mergeWords(to, a, b []sortWord) {
	if len(b) == 0 || a[len(a)-1].key <= b[0].key {
		copy(to[copy(to, a):], b)
		return
	}
	i, j := 0, 0
	for k := range to {
		if i < len(a) && (j == len(b) || a[i].key <= b[j].key) {
			to[k] = a[i]
			i++
		} else {
			to[k] = b[j]
			j++
		}
	}
}

// sortTies sorts the stretches of strs whose leading bytes are the same.
func sortTies(words []sortWord, strs []string) {
	for i := 0; i < len(words); {
		j := i + 1
		for j < len(words) && words[j].key == words[i].key {
			j++
		}
		if j-i > 1 {
			slices.SortFunc(words[i:j], func(a, b sortWord) int {
				return cmp.Or(strings.Compare(strs[a.at], strs[b.at]), cmp.Compare(a.at, b.at))
			})
		}
		i = j
	}
}

// permute puts items in the order of the words.
func permute(items []Value, words []sortWord) {
	old := append([]Value(nil), items...)
	for i, w := range words {
		items[i] = old[w.at]
	}
}
