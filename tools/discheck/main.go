// Discheck compares package dis with the dis module of the real CPythons, on every .pyc file of their standard libraries.
//
//	go run ./tools/discheck [-modes D,C,...] [-match TEXT] [-diff] [VERSION...]
//	go run ./tools/discheck -golden opcodes/dis/testdata [VERSION...]
//
// It prints the count of equal files for every version, and the files that differ, with -diff their first different
// lines. It compares the files in __pycache__ folders, or, where there are none, compiles the library first.
// The second form writes the files that the tests of package dis compare with.
package main

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/krait-vm/krait/marshal"
	"github.com/krait-vm/krait/opcodes"
	"github.com/krait-vm/krait/opcodes/dis"
	"github.com/krait-vm/krait/tools/cpython"
)

//go:embed dis_digests.py
var script string

func main() {
	log.SetFlags(0)
	log.SetPrefix("discheck: ")
	modes := flag.String("modes", "D", "option `sets` to compare with, letters of CPOS each, D for none")
	match := flag.String("match", "", "only files with this `text` in their path")
	diff := flag.Bool("diff", false, "show the first different lines of each file")
	dir := flag.String("dir", "", "compare the .pyc files in this `folder` instead of the standard library's")
	source := flag.String("source", "", "compile the sources in this `folder` and compare those instead")
	golden := flag.String("golden", "", "write the expectations of the tests to this `folder`")
	flag.Parse()
	versions := flag.Args()
	if len(versions) == 0 {
		versions = cpython.Versions
	}
	failed := false
	for _, v := range versions {
		p, err := cpython.Find(v)
		if err != nil {
			log.Fatal(err)
		}
		c := &checker{python: p, modes: strings.Split(*modes, ","), diff: *diff}
		if *golden != "" {
			if err := c.golden(*golden); err != nil {
				log.Fatal(err)
			}
			continue
		}
		if err := c.run(*dir, *source, *match); err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%s: %d of %d equal\n", v, c.equal, c.total)
		failed = failed || c.equal != c.total || c.total == 0
	}
	if failed {
		os.Exit(1)
	}
}

// A checker compares with one interpreter.
type checker struct {
	python       *cpython.Python
	modes        []string
	diff         bool
	total, equal int // files times modes
}

// run compares what is in dir, or what the interpreter makes of the sources, or else the standard library.
func (c *checker) run(dir, source, match string) error {
	if dir == "" && source == "" {
		dir = c.python.Stdlib
		// A library that was only ever used has a few compiled files by chance.
		if found, err := pycs(dir, ""); err != nil || len(found) < 100 {
			dir, source = "", dir
		}
	}
	if dir == "" {
		temp, err := os.MkdirTemp("", "discheck")
		if err != nil {
			return err
		}
		defer os.RemoveAll(temp)
		cmd := c.python.Command("-m", "compileall", "-q", source)
		cmd.Env = append(cmd.Env, "PYTHONPYCACHEPREFIX="+temp)
		if err := cmd.Run(); err != nil && !errors.As(err, new(*exec.ExitError)) { // it fails for sources with bad syntax
			return err
		}
		dir = temp
	}
	paths, err := pycs(dir, match)
	if err != nil {
		return err
	}
	var input bytes.Buffer
	for _, path := range paths {
		fmt.Fprintf(&input, "%s %s\n", strings.Join(c.modes, ","), path)
	}
	cmd := c.python.Command("-c", script)
	cmd.Stdin, cmd.Stderr = &input, os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	lines := bufio.NewScanner(out)
	for _, path := range paths {
		if !lines.Scan() {
			return errors.Join(fmt.Errorf("CPython %s stopped at %s", c.python.Version, path), cmd.Wait())
		}
		digests := strings.Fields(lines.Text())
		for i, mode := range c.modes {
			if err := c.compare(path, mode, digests[i]); err != nil {
				return err
			}
		}
	}
	return cmd.Wait()
}

// pycs lists the .pyc files below root.
func pycs(root, match string) (paths []string, err error) {
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && d.Name() == "site-packages" {
			return fs.SkipDir
		}
		if err == nil && strings.HasSuffix(path, ".pyc") && strings.Contains(path, match) &&
			!strings.Contains(path, ".opt-") {
			paths = append(paths, path)
		}
		return err
	})
	return paths, err
}

var address = regexp.MustCompile(` at 0x[0-9a-f]+, file `)

func (c *checker) compare(path, mode, digest string) error {
	got, err := render(path, mode)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	c.total++
	sum := sha256.Sum256(got)
	if hex.EncodeToString(sum[:]) == digest {
		c.equal++
		return nil
	}
	fmt.Printf("%s: %s differs in mode %s\n", c.python.Version, path, mode)
	if !c.diff {
		return nil
	}
	want, err := c.text(path, mode)
	if err != nil {
		return err
	}
	showDiff(os.Stdout, got, want)
	return nil
}

// text is what the interpreter's dis prints.
func (c *checker) text(path, mode string) ([]byte, error) {
	cmd := c.python.Command("-c", script, "text")
	cmd.Stdin, cmd.Stderr = strings.NewReader(mode+" "+path+"\n"), os.Stderr
	return cmd.Output()
}

// render is our own disassembly, without addresses.
func render(path, mode string) ([]byte, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	pyc, err := marshal.LoadPyc(string(data))
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = dis.Print(&b, pyc.Code, opcodes.Version(pyc.Code.Version), dis.Options{
		ShowCaches:    strings.Contains(mode, "C"),
		ShowOffsets:   strings.Contains(mode, "O"),
		ShowPositions: strings.Contains(mode, "P"),
		Specialized:   strings.Contains(mode, "S"),
	})
	if err != nil {
		fmt.Fprintln(&b, err)
	}
	return address.ReplaceAll(b.Bytes(), []byte(" at 0x0, file ")), nil
}

// showDiff prints the first few different lines.
func showDiff(w io.Writer, got, want []byte) {
	g, e := bytes.Split(got, []byte("\n")), bytes.Split(want, []byte("\n"))
	shown := 0
	for i := range max(len(g), len(e)) {
		var x, y []byte
		if i < len(g) {
			x = g[i]
		}
		if i < len(e) {
			y = e[i]
		}
		if !bytes.Equal(x, y) {
			fmt.Fprintf(w, "  line %d\n    got  %q\n    want %q\n", i+1, x, y)
			if shown++; shown == 5 {
				return
			}
		}
	}
}
