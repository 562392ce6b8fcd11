// Pythons lists the CPython interpreters that the checks of this repository find: version, release, executable.
// With a version as its argument it prints that one's executable alone:
//
//	$(go run ./tools/pythons 3.14) -m py_compile prog.py
package main

import (
	"fmt"
	"os"

	"github.com/krait-vm/krait/tools/cpython"
)

func main() {
	if len(os.Args) == 2 {
		p, err := cpython.Find(os.Args[1])
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		fmt.Println(p.Exe)
		return
	}
	status := 0
	for _, version := range cpython.Versions {
		p, err := cpython.Find(version)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			status = 1
			continue
		}
		fmt.Println(p.Version, p.Release, p.Exe)
	}
	os.Exit(status)
}
