package main

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// writeUCD emits the further properties that the module unicodedata shows.
func writeUCD(b *bytes.Buffer, versions []*version) error {
	records := make([][]string, len(versions))
	for i, v := range versions {
		records[i] = v.ucd
	}
	c := classify(records)
	c.writeClasses(b, "ucd", versions)
	var bidi, widths []string
	number := func(list *[]string, s string) int {
		i := slices.Index(*list, s)
		if i < 0 {
			i = len(*list)
			*list = append(*list, s)
		}
		return i
	}
	b.WriteString("var ucdRecords = [...]ucdRecord{\n")
	for _, record := range c.records {
		f := strings.Fields(record)
		fmt.Fprintf(b, "\t{%d, %s, %d, %s},\n", number(&bidi, strings.Trim(f[0], "-")), f[1], number(&widths, f[2]), f[3])
	}
	b.WriteString("}\n\n")
	fmt.Fprintf(b, "var bidiClasses = [...]string{%s}\n\n", quoteAll(bidi))
	fmt.Fprintf(b, "var widthNames = [...]string{%s}\n", quoteAll(widths))
	return nil
}

func quoteAll(list []string) string {
	quoted := make([]string, len(list))
	for i, s := range list {
		quoted[i] = fmt.Sprintf("%q", s)
	}
	return strings.Join(quoted, ", ")
}

// isHangul tells whether code is a Hangul syllable, which decompose by rule.
func isHangul(code rune) bool { return 0xAC00 <= code && code <= 0xD7A3 }

// writeDecompositions emits one table for all versions: it holds for the code points that a version has assigned.
func writeDecompositions(b *bytes.Buffer, versions []*version) error {
	last := versions[len(versions)-1]
	for _, v := range versions[:len(versions)-1] {
		if err := sameDecompositions(v, last); err != nil {
			return fmt.Errorf("python %s: %w", v.python, err)
		}
	}
	values := make([]int, codeSpace)
	tags := []string{""}
	var pool strings.Builder
	offsets := []int{0, 0} // entry 0 is for code points without a decomposition
	for code := range rune(codeSpace) {
		d, ok := last.decomp[code]
		if !ok || isHangul(code) {
			continue
		}
		tag := ""
		if d[0] == '<' {
			tag, d, _ = strings.Cut(d, " ")
		}
		n := slices.Index(tags, tag)
		if n < 0 {
			n = len(tags)
			tags = append(tags, tag)
		}
		codes, err := parseCodes(d, " ")
		if err != nil {
			return err
		}
		pool.WriteByte(byte(n))
		pool.WriteString(string(codes))
		values[code] = len(offsets) - 1
		offsets = append(offsets, pool.Len())
	}
	if pool.Len() > 0xFFFF {
		return fmt.Errorf("the pool has %d bytes", pool.Len())
	}
	newTrie(values).write(b, "decomp")
	writeArray(b, "decompOffsets", "uint16", offsets)
	fmt.Fprintf(b, "var decompTags = [...]string{%s}\n\n", quoteAll(tags))
	writeText(b, "decompPool", pool.String())
	writeCompositions(b, last.comp)
	return nil
}

// sameDecompositions makes sure that an older version differs in nothing but the code points that it lacks.
func sameDecompositions(old, last *version) error {
	assigned := func(code rune) bool { return !strings.HasPrefix(old.core[code], "Cn ") }
	for code, d := range last.decomp {
		if assigned(code) && !isHangul(code) && old.decomp[code] != d {
			return fmt.Errorf("%#x decomposes to %q instead of %q", code, old.decomp[code], d)
		}
	}
	for code := range old.decomp {
		if _, ok := last.decomp[code]; !ok {
			return fmt.Errorf("%#x decomposes", code)
		}
	}
	had := map[composition]bool{}
	for _, c := range old.comp {
		had[c] = true
	}
	for _, c := range last.comp {
		if assigned(c.result) && !isHangul(c.result) && !had[c] {
			return fmt.Errorf("%#x is not composed", c.result)
		}
	}
	return nil
}

// writeCompositions emits the pairs, sorted.
func writeCompositions(b *bytes.Buffer, comp []composition) {
	comp = slices.DeleteFunc(slices.Clone(comp), func(c composition) bool { return isHangul(c.result) })
	slices.SortFunc(comp, func(x, y composition) int {
		return cmp.Or(cmp.Compare(x.first, y.first), cmp.Compare(x.second, y.second))
	})
	b.WriteString("var compositions = [...]composition{\n")
	for _, c := range comp {
		fmt.Fprintf(b, "\t{%#x, %#x, %#x},\n", c.first, c.second, c.result)
	}
	b.WriteString("}\n")
}

// writeText emits a string constant in lines.
func writeText(b *bytes.Buffer, name, text string) {
	fmt.Fprintf(b, "const %s = \"\" +\n", name)
	runes := []rune(text)
	for i := 0; i < len(runes); i += 24 {
		end := min(i+24, len(runes))
		fmt.Fprintf(b, "\t%+q", string(runes[i:end]))
		if end < len(runes) {
			b.WriteString(" +")
		}
		b.WriteByte('\n')
	}
	b.WriteByte('\n')
}
