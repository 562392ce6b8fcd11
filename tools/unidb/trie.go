package main

import (
	"bytes"
	"fmt"
	"strings"
)

// A trie is a map from code points to small numbers in three levels of 16 code points, 16 leaves, and the rest; equal
// parts are stored once. runtime/unicodedb reads it.
type trie struct {
	top, mid, leaf []int
}

// newTrie packs one number per code point.
func newTrie(values []int) trie {
	var t trie
	leaves := packBlocks(values, 16, &t.leaf)
	t.top = packBlocks(leaves, 16, &t.mid)
	return t
}

// packBlocks cuts values in blocks, appends the distinct ones to pool, and returns each block's number.
func packBlocks(values []int, size int, pool *[]int) []int {
	seen := map[string]int{}
	var numbers []int
	for i := 0; i < len(values); i += size {
		block := values[i : i+size]
		key := fmt.Sprint(block)
		n, ok := seen[key]
		if !ok {
			n = len(seen)
			seen[key] = n
			*pool = append(*pool, block...)
		}
		numbers = append(numbers, n)
	}
	return numbers
}

// write emits the trie as a Go variable.
func (t trie) write(b *bytes.Buffer, name string) {
	writeArray(b, name+"Top", wordFor(t.top), t.top)
	writeArray(b, name+"Mid", wordFor(t.mid), t.mid)
	writeArray(b, name+"Leaf", wordFor(t.leaf), t.leaf)
}

// wordFor is the narrowest type for the values.
func wordFor(values []int) string {
	for _, v := range values {
		if v > 0xFF {
			return "uint16"
		}
	}
	return "uint8"
}

// writeArray emits a variable of numbers, sixteen to the line.
func writeArray(b *bytes.Buffer, name, word string, values []int) {
	fmt.Fprintf(b, "var %s = [...]%s{", name, word)
	for i, v := range values {
		if i%16 == 0 {
			b.WriteString("\n\t")
		} else {
			b.WriteByte(' ')
		}
		fmt.Fprintf(b, "%d,", v)
	}
	b.WriteString("\n}\n\n")
}

// A classifier numbers combinations of the records that the versions have for a code point. Code points of one combination are a class: one
// trie serves all versions, and a version is an array from classes to records.
type classifier struct {
	classes []int    // of each code point
	records []string // distinct records, the unassigned ones' first
	of      [][]int  // by version and class: index into records
}

// classify numbers the records of each version; records[i] are those of version i, one for each code point.
func classify(versions [][]string) classifier {
	c := classifier{classes: make([]int, codeSpace), of: make([][]int, len(versions))}
	byCombination, byRecord := map[string]int{}, map[string]int{}
	add := func(code int) int {
		combination := make([]string, len(versions))
		for i, v := range versions {
			combination[i] = v[code]
		}
		key := strings.Join(combination, "\n")
		n, ok := byCombination[key]
		if ok {
			return n
		}
		n = len(byCombination)
		byCombination[key] = n
		for i, record := range combination {
			r, ok := byRecord[record]
			if !ok {
				r = len(byRecord)
				byRecord[record] = r
				c.records = append(c.records, record)
			}
			c.of[i] = append(c.of[i], r)
		}
		return n
	}
	add(unassigned) // class 0, which code points out of range get
	for code := range c.classes {
		c.classes[code] = add(code)
	}
	return c
}

// unassigned is a code point that will hardly ever be assigned.
const unassigned = 0xE0FFF

// writeClasses emits the trie and the arrays from classes to records, as NAMEClasses.
func (c *classifier) writeClasses(b *bytes.Buffer, name string, versions []*version) {
	newTrie(c.classes).write(b, name)
	fmt.Fprintf(b, "// A %sClassTable is a version: the record of each class.\ntype %sClassTable [%d]uint16\n\n", name, name, len(c.of[0]))
	fmt.Fprintf(b, "var %sClasses = [...]%sClassTable{\n", name, name)
	for i, of := range c.of {
		fmt.Fprintf(b, "\t{ // Python %s", versions[i].python)
		for j, r := range of {
			if j%16 == 0 {
				b.WriteString("\n\t\t")
			}
			fmt.Fprintf(b, "%d, ", r)
		}
		b.WriteString("\n\t},\n")
	}
	b.WriteString("}\n\n")
}
