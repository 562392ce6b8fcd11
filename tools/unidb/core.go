package main

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// categories are the general categories in the order of unicodedb's constants.
var categories = []string{
	"Cn", "Lu", "Ll", "Lt", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Lm", "Lo",
	"Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So",
}

// writeCore emits what the methods of str need.
func writeCore(b *bytes.Buffer, versions []*version) error {
	if err := sameSpecials(versions); err != nil {
		return err
	}
	specials := map[rune]special{}
	for _, s := range versions[0].special {
		specials[s.code] = s
	}
	records := make([][]string, len(versions))
	for i, v := range versions {
		records[i] = make([]string, codeSpace)
		for code, record := range v.core {
			if s, ok := specials[rune(code)]; ok {
				var err error
				if record, err = fillSimple(s, record); err != nil {
					return err
				}
				record += " special"
			}
			records[i][code] = record
		}
	}
	c := classify(records)
	c.writeClasses(b, "core", versions)
	numerics, err := writeCoreRecords(b, c.records)
	if err != nil {
		return err
	}
	writeNumerics(b, numerics)
	writeASCII(b, versions[0].core)
	return writeSpecials(b, versions[0].special)
}

// sameSpecials makes sure that one table of special mappings serves all versions.
func sameSpecials(versions []*version) error {
	for _, v := range versions[1:] {
		if !slices.Equal(v.special, versions[0].special) {
			return errors.New("the special case mappings of the versions differ")
		}
	}
	return nil
}

// fillSimple fills in the simple mappings of characters with longer full ones: CPython takes the first character of those.
func fillSimple(s special, record string) (string, error) {
	f := strings.Fields(record)
	for field, mapping := range map[int]string{5: s.mappings[1], 6: s.mappings[2]} {
		if f[field] != "?" {
			continue
		}
		codes, err := parseCodes(mapping, ",")
		if err != nil {
			return "", err
		}
		f[field] = strconv.Itoa(int(codes[0] - s.code))
	}
	return strings.Join(f, " "), nil
}

// writeCoreRecords emits the distinct records and returns the numeric values that they refer to.
func writeCoreRecords(b *bytes.Buffer, records []string) (numerics []float64, err error) {
	numerics = []float64{-1}
	b.WriteString("var coreRecords = [...]coreRecord{\n")
	for _, record := range records {
		f := strings.Fields(record)
		category := slices.Index(categories, f[0])
		if category < 0 {
			return nil, fmt.Errorf("unknown category %s", f[0])
		}
		flags := parseFlags(f[1])
		if len(f) == 8 {
			flags |= 1 << len(f[1])
		}
		numeric := 0
		if f[3] != "-" {
			value, err := strconv.ParseFloat(f[3], 64)
			if err != nil {
				return nil, err
			}
			if numeric = slices.Index(numerics, value); numeric < 0 {
				numeric = len(numerics)
				numerics = append(numerics, value)
			}
		}
		fmt.Fprintf(b, "\t{%#x, %d, %s, %d, %s, %s, %s},\n", flags, category, f[2], numeric, f[4], f[5], f[6])
	}
	b.WriteString("}\n\n")
	return numerics, nil
}

// parseFlags turns a string of 0 and 1 into a number, the first the lowest bit.
func parseFlags(s string) int {
	flags := 0
	for i, bit := range s {
		if bit == '1' {
			flags |= 1 << i
		}
	}
	return flags
}

// writeASCII emits the flags of ASCII, the same in every version.
func writeASCII(b *bytes.Buffer, core []string) {
	var flags []int
	for _, record := range core[:128] {
		flags = append(flags, parseFlags(strings.Fields(record)[1]))
	}
	writeArray(b, "asciiFlags", "uint16", flags)
}

func writeNumerics(b *bytes.Buffer, numerics []float64) {
	b.WriteString("var numericValues = [...]float64{")
	for i, v := range numerics {
		if i%8 == 0 {
			b.WriteString("\n\t")
		}
		fmt.Fprintf(b, "%s, ", strconv.FormatFloat(v, 'g', -1, 64))
	}
	b.WriteString("\n}\n\n")
}

// writeSpecials emits the special mappings, sorted, and the pool of their code points.
func writeSpecials(b *bytes.Buffer, specials []special) error {
	var pool []rune
	b.WriteString("var caseSpecials = [...]caseSpecial{\n")
	for _, s := range specials {
		start := len(pool)
		var lengths [4]int
		for i, m := range s.mappings {
			codes, err := parseCodes(m, ",")
			if err != nil {
				return err
			}
			lengths[i] = len(codes)
			pool = append(pool, codes...)
		}
		fmt.Fprintf(b, "\t{%#x, %d, [4]uint8{%d, %d, %d, %d}},\n", s.code, start, lengths[0], lengths[1], lengths[2], lengths[3])
	}
	b.WriteString("}\n\nvar caseCodes = [...]uint16{")
	for i, c := range pool {
		if c > 0xFFFF {
			return fmt.Errorf("special mapping to %#x", c)
		}
		if i%16 == 0 {
			b.WriteString("\n\t")
		}
		fmt.Fprintf(b, "%#x, ", c)
	}
	b.WriteString("\n}\n")
	return nil
}
