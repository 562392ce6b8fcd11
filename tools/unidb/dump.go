package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// codeSpace is the number of code points.
const codeSpace = 0x110000

// A version is what one CPython's dump says.
type version struct {
	python  string   // "3.14"
	unicode string   // "16.0.0"
	core    []string // record of every code point
	ucd     []string
	special []special
	decomp  map[rune]string
	comp    []composition
	digests []string
}

// A special is a code point whose case mappings are not all single code points at a fixed distance.
type special struct {
	code     rune
	mappings [4]string // lower, upper, title, fold: code points in hexadecimal
}

// A composition says that first and second compose to result.
type composition struct{ first, second, result rune }

// parseDump reads the output of dump.py.
func parseDump(text []byte) (*version, error) {
	v := &version{decomp: map[rune]string{}}
	runs := map[string][]run{}
	rest := map[string]string{}
	sc := bufio.NewScanner(bytes.NewReader(text))
	for sc.Scan() {
		tag, line, _ := strings.Cut(sc.Text(), " ")
		var err error
		switch tag {
		case "version":
			v.python, v.unicode, _ = strings.Cut(line, " ")
		case "core", "ucd":
			var r run
			if r, err = parseRun(line); err == nil {
				runs[tag] = append(runs[tag], r)
			}
		case "unassigned":
			kind, record, _ := strings.Cut(line, " ")
			rest[kind] = record
		case "digest":
			v.digests = append(v.digests, line)
		default:
			err = v.parseCode(tag, line)
		}
		if err != nil {
			return nil, fmt.Errorf("%q: %w", sc.Text(), err)
		}
	}
	if err := sc.Err(); err != nil {
		return nil, err
	}
	if len(v.digests) == 0 {
		return nil, errors.New("the dump is not complete")
	}
	v.core = spread(runs["core"], rest["core"])
	v.ucd = spread(runs["ucd"], rest["ucd"])
	return v, nil
}

// parseCode reads a line about a single code point.
func (v *version) parseCode(tag, line string) error {
	first, rest, _ := strings.Cut(line, " ")
	code, err := parseHex(first)
	if err != nil {
		return err
	}
	switch tag {
	case "case":
		s := special{code: code}
		if copy(s.mappings[:], strings.Fields(rest)) != 4 {
			return errors.New("want four mappings")
		}
		v.special = append(v.special, s)
	case "decomp":
		v.decomp[code] = rest
	case "comp":
		var c composition
		c.first = code
		_, err = fmt.Sscanf(rest, "%x %x", &c.second, &c.result)
		v.comp = append(v.comp, c)
	default:
		return errors.New("unknown kind of line")
	}
	return err
}

// A run is a range of code points with one record.
type run struct {
	first, last rune
	record      string
}

func parseRun(line string) (run, error) {
	fields := strings.SplitN(line, " ", 3)
	if len(fields) != 3 {
		return run{}, errors.New("want a range and a record")
	}
	first, err := parseHex(fields[0])
	if err != nil {
		return run{}, err
	}
	last, err := parseHex(fields[1])
	return run{first, last, fields[2]}, err
}

func parseHex(s string) (rune, error) {
	n, err := strconv.ParseUint(s, 16, 21)
	return rune(n), err
}

// spread gives every code point its record.
func spread(runs []run, rest string) []string {
	all := make([]string, codeSpace)
	for i := range all {
		all[i] = rest
	}
	for _, r := range runs {
		for c := r.first; c <= r.last; c++ {
			all[c] = r.record
		}
	}
	return all
}

// parseCodes reads code points in hexadecimal, separated by sep.
func parseCodes(s, sep string) ([]rune, error) {
	var codes []rune
	for part := range strings.SplitSeq(s, sep) {
		c, err := parseHex(part)
		if err != nil {
			return nil, err
		}
		codes = append(codes, c)
	}
	return codes, nil
}
