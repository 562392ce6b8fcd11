package main

import (
	"fmt"
	"slices"
	"testing"
)

func TestTrie(t *testing.T) {
	values := make([]int, codeSpace)
	for i := range values {
		if i%1000 < 30 {
			values[i] = i % 7
		}
	}
	tr := newTrie(values)
	for i, want := range values {
		mid := tr.mid[tr.top[i>>8]<<4|i>>4&15]
		if got := tr.leaf[mid<<4|i&15]; got != want {
			t.Fatalf("trie at %#x = %d, want %d", i, got, want)
		}
	}
}

func TestClassify(t *testing.T) {
	old, last := make([]string, codeSpace), make([]string, codeSpace)
	for i := range old {
		old[i], last[i] = "none", "none"
	}
	old['a'], last['a'] = "letter", "letter"
	last['b'] = "letter"
	c := classify([][]string{old, last})
	want := [][]string{{"none", "none"}, {"letter", "letter"}, {"none", "letter"}}
	for i, code := range []int{unassigned, 'a', 'b'} {
		class := c.classes[code]
		got := []string{c.records[c.of[0][class]], c.records[c.of[1][class]]}
		if !slices.Equal(got, want[i]) {
			t.Errorf("records of %#x = %v, want %v", code, got, want[i])
		}
	}
	if got := fmt.Sprint(c.classes[0], len(c.records)); got != "0 2" {
		t.Errorf("class of 0 and number of records = %s, want 0 2", got)
	}
}

func TestParseDump(t *testing.T) {
	v, err := parseDump([]byte("version 3.9 1.0\ncore 41 42 Lu 1 -1 - 0 0 0\nunassigned core Cn 0 -1 - 0 0 0\nunassigned ucd - 0 N 0\n" +
		"case 42 62 42 42 62\ndecomp c0 0041 0300\ncomp 0041 0300 c0\ndigest alpha 00\n"))
	if err != nil {
		t.Fatal(err)
	}
	if v.core['B'] != "Lu 1 -1 - 0 0 0" || v.core['C'] != "Cn 0 -1 - 0 0 0" || v.decomp[0xC0] != "0041 0300" {
		t.Errorf("records of B, C and decomposition of U+00C0 = %q %q %q", v.core['B'], v.core['C'], v.decomp[0xC0])
	}
	if want := (composition{0x41, 0x300, 0xC0}); v.comp[0] != want || v.special[0].mappings[0] != "62" {
		t.Errorf("composition, special = %v, %v, want %v", v.comp[0], v.special[0], want)
	}
	for _, bad := range []string{"", "version 3.9 1.0\n", "core 4x 5 a\ndigest a 0\n", "what 41\ndigest a 0\n", "case 41 1\ndigest a 0\n"} {
		if _, err := parseDump([]byte(bad)); err == nil {
			t.Errorf("parseDump(%q) has no error", bad)
		}
	}
}
