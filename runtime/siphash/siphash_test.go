package siphash

import (
	"bufio"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"os"
	"testing"
)

// The hashes in testdata/hashes.txt are CPython's; gen.py beside it says what they are of.
func TestHashAgainstCPython(t *testing.T) {
	f, err := os.Open("testdata/hashes.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows := 0
	for sc := bufio.NewScanner(f); sc.Scan(); rows++ {
		var seed uint32
		var first, length int
		var want int64
		if _, err := fmt.Sscan(sc.Text(), &seed, &first, &length, &want); err != nil {
			t.Fatalf("%q: %v", sc.Text(), err)
		}
		if got := hashText(KeyFromSeed(seed), first, length); got != want {
			t.Errorf("hash with seed %d of %d characters from %d = %d, want %d", seed, length, first, got, want)
		}
	}
	if rows != 480 {
		t.Errorf("%d rows, want 480", rows)
	}
}

// hashText hashes the text that gen.py describes, in the narrowest units.
func hashText(k Key, first, length int) int64 {
	var units [3][]byte
	widest := rune(0)
	for i := range length {
		c := rune(first + (7*i+length)%60)
		units[0] = append(units[0], byte(c))
		units[1] = binary.LittleEndian.AppendUint16(units[1], uint16(c))
		units[2] = binary.LittleEndian.AppendUint32(units[2], uint32(c))
		widest = max(widest, c)
	}
	switch {
	case widest > 0xFFFF:
		return k.Hash(string(units[2]))
	case widest > 0xFF:
		return k.Hash(string(units[1]))
	}
	return k.Hash(string(units[0]))
}

// What _imp.source_hash of CPython returns.
func TestSum(t *testing.T) {
	count := make([]byte, 40)
	for i := range count {
		count[i] = byte(i)
	}
	for _, c := range []struct {
		key  uint64
		data []byte
		want string
	}{
		{0x1234, nil, "07c6ca03e69959f1"},
		{3571, []byte("hello world, this is source"), "0db82e83cd89a812"},
		{0x7edcba9876543210, count, "b5e7081f31eb5c09"},
	} {
		var sum [8]byte
		binary.LittleEndian.PutUint64(sum[:], Sum13(c.key, 0, c.data))
		if got := hex.EncodeToString(sum[:]); got != c.want {
			t.Errorf("Sum13(%#x, 0, %q) = %s, want %s", c.key, c.data, got, c.want)
		}
	}
}

func TestNoMinusOne(t *testing.T) {
	if got := fix(1<<64 - 1); got != -2 {
		t.Errorf("fix(-1) = %d, want -2", got)
	}
}

func BenchmarkHashString(b *testing.B) {
	for _, n := range []int{5, 20, 200} {
		s := string(make([]byte, n))
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				Key{}.Hash(s)
			}
		})
	}
}
