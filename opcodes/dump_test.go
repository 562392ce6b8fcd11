package opcodes

import (
	"bufio"
	"os"
	"strconv"
	"strings"
	"testing"
)

// A record is a line of a dump that tools/opdump made, split at blanks.
type record []string

func (r record) int(i int) int {
	n, err := strconv.Atoi(r[i])
	if err != nil {
		panic(err) // the dumps are our own files
	}
	return n
}

// dumps calls f with the dump of one kind for every version.
func dumps(t *testing.T, kind string, f func(t *testing.T, table *Table, records []record)) {
	for _, v := range Versions() {
		t.Run(v.String(), func(t *testing.T) {
			file, err := os.Open("testdata/" + kind + strings.ReplaceAll(v.String(), ".", "") + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			defer file.Close()
			var records []record
			lines := bufio.NewScanner(file)
			lines.Buffer(nil, 1<<20)
			for lines.Scan() {
				records = append(records, strings.Fields(lines.Text()))
			}
			if err := lines.Err(); err != nil {
				t.Fatal(err)
			}
			if len(records) < 100 {
				t.Fatalf("the dump has only %d lines", len(records))
			}
			f(t, For(v), records)
		})
	}
}
