// Opdump writes what the real CPythons know of their opcodes to opcodes/testdata, one file per version, where the tests of
// package opcodes compare with it. Run it from the top of the repository, with the versions as arguments or none for
// all; -check compares instead of writing.
package main

import (
	"bytes"
	_ "embed"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"github.com/krait-vm/krait/tools/cpython"
)

//go:embed opdump.py
var script string

//go:embed codedump.py
var codeScript string

func main() {
	log.SetFlags(0)
	log.SetPrefix("opdump: ")
	check := flag.Bool("check", false, "compare with the files instead of writing them")
	dir := flag.String("dir", "opcodes/testdata", "`folder` of the dumps")
	flag.Parse()
	versions := flag.Args()
	if len(versions) == 0 {
		versions = cpython.Versions
	}
	for _, v := range versions {
		for kind, script := range map[string]string{"op": script, "code": codeScript} {
			if err := dump(kind, script, v, *dir, *check); err != nil {
				log.Fatal(err)
			}
		}
	}
}

func dump(kind, script, version, dir string, check bool) error {
	p, err := cpython.Find(version)
	if err != nil {
		return err
	}
	cmd := p.Command("-c", script)
	cmd.Stderr = os.Stderr
	text, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("%s: %w", p.Exe, err)
	}
	file := filepath.Join(dir, kind+strings.ReplaceAll(version, ".", "")+".txt")
	if !check {
		return os.WriteFile(file, text, 0o644)
	}
	old, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if !bytes.Equal(old, text) {
		return fmt.Errorf("%s differs from what CPython %s says", file, p.Release)
	}
	return nil
}
