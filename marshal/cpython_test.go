package marshal_test

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/krait-vm/krait/marshal"
	"github.com/krait-vm/krait/tools/cpython"
)

var record = flag.Bool("record", false, "write testdata/cases.json and the compiled program anew from the CPythons at hand, all of which are needed")

// recordedVersions are the versions that testdata/cases.json speaks of.
var recordedVersions = []string{"3.11", "3.12", "3.13", "3.14"}

// A recordedCase is one thing that the CPythons named did.
type recordedCase struct {
	Versions []string        `json:"versions,omitempty"` // all of recordedVersions if empty
	Case     json.RawMessage `json:"case"`
}

// recordedCases is testdata/cases.json: the sections that record.py makes.
type recordedCases map[string][]recordedCase

// of keeps what one version did.
func (r recordedCases) of(version string) map[string][]json.RawMessage {
	out := map[string][]json.RawMessage{}
	for section, cases := range r {
		for _, c := range cases {
			if len(c.Versions) == 0 || slices.Contains(c.Versions, version) {
				out[section] = append(out[section], c.Case)
			}
		}
	}
	return out
}

func programFile(version string) string {
	return filepath.Join("testdata", "program.cpython-"+strings.ReplaceAll(version, ".", "")+".pyc")
}

// TestRecordedCases checks that what the other tests expect is what the CPythons
// at hand do.
func TestRecordedCases(t *testing.T) {
	byVersion := map[string]map[string][]json.RawMessage{}
	for _, version := range recordedVersions {
		t.Run(version, func(t *testing.T) {
			python := cpython.Require(t, version)
			pyc := filepath.Join(t.TempDir(), "program.pyc")
			out, err := python.Command(filepath.Join("testdata", "record.py"), pyc).Output()
			if err != nil {
				t.Fatal(commandError(err))
			}
			var fresh map[string][]json.RawMessage
			if err := json.Unmarshal(out, &fresh); err != nil {
				t.Fatal(err)
			}
			byVersion[version] = fresh
			data, err := os.ReadFile(pyc)
			if err != nil {
				t.Fatal(err)
			}
			if *record {
				if err := os.WriteFile(programFile(version), data, 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want := loadRecorded(t).of(version)
			for section, cases := range fresh {
				compareRecorded(t, section, cases, want[section])
			}
			compareFiles(t, programFile(version), data)
		})
	}
	if *record && len(byVersion) == len(recordedVersions) {
		writeRecorded(t, byVersion)
	}
}

func compareRecorded(t *testing.T, section string, fresh, want []json.RawMessage) {
	t.Helper()
	known := map[string]bool{}
	for _, c := range want {
		known[compact(t, c)] = true
	}
	if len(fresh) != len(want) {
		t.Errorf("%s: %d cases recorded, CPython has %d now", section, len(want), len(fresh))
	}
	for _, c := range fresh {
		if !known[compact(t, c)] {
			t.Errorf("%s: not as recorded: %s", section, c)
		}
	}
}

func compareFiles(t *testing.T, path string, data []byte) {
	t.Helper()
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	a, err := marshal.LoadPyc(string(want))
	if err != nil {
		t.Fatal(err)
	}
	b, err := marshal.LoadPyc(string(data))
	if err != nil {
		t.Fatal(err)
	}
	if d := marshal.Diff(a.Code, b.Code); d != "" {
		t.Errorf("%s is not what CPython compiles now: %s", path, d)
	}
}

func compact(t *testing.T, c json.RawMessage) string {
	var b bytes.Buffer
	if err := json.Compact(&b, c); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func writeRecorded(t *testing.T, byVersion map[string]map[string][]json.RawMessage) {
	merged := recordedCases{}
	for _, version := range recordedVersions {
		for section, cases := range byVersion[version] {
			for _, c := range cases {
				text := compact(t, c)
				i := slices.IndexFunc(merged[section], func(m recordedCase) bool { return string(m.Case) == text })
				if i < 0 {
					i = len(merged[section])
					merged[section] = append(merged[section], recordedCase{Case: json.RawMessage(text)})
				}
				m := &merged[section][i]
				m.Versions = append(m.Versions, version)
			}
		}
	}
	var b bytes.Buffer
	b.WriteString("{")
	sections := slices.Sorted(mapKeys(merged))
	for i, section := range sections {
		fmt.Fprintf(&b, "%q: [\n", section)
		for j, c := range merged[section] {
			if len(c.Versions) == len(recordedVersions) {
				c.Versions = nil
			}
			if j > 0 {
				b.WriteString(",")
			}
			enc := json.NewEncoder(&b)
			enc.SetEscapeHTML(false)
			if err := enc.Encode(c); err != nil {
				t.Fatal(err)
			}
		}
		b.WriteString("]")
		if i < len(sections)-1 {
			b.WriteString(",")
		}
	}
	b.WriteString("}\n")
	if err := os.WriteFile(filepath.Join("testdata", "cases.json"), b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

func mapKeys[V any](m map[string]V) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

func loadRecorded(t testing.TB) recordedCases {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "cases.json"))
	if err != nil {
		t.Fatal(err)
	}
	var r recordedCases
	if err := json.Unmarshal(data, &r); err != nil {
		t.Fatal(err)
	}
	return r
}

func commandError(err error) error {
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return fmt.Errorf("%w: %s", err, exit.Stderr)
	}
	return err
}

// A peer is a CPython that answers one request after the other: each is a list of
// byte strings, each answer a line.
type peer struct {
	cmd *exec.Cmd
	in  *bufio.Writer
	w   io.Closer
	out *bufio.Reader
}

func startPeer(t testing.TB, python *cpython.Python, script string) *peer {
	t.Helper()
	cmd := python.Command(filepath.Join("testdata", script))
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return &peer{cmd, bufio.NewWriter(in), in, bufio.NewReader(out)}
}

func (p *peer) send(parts ...string) error {
	for _, part := range parts {
		var size [4]byte
		binary.LittleEndian.PutUint32(size[:], uint32(len(part)))
		p.in.Write(size[:])
		p.in.WriteString(part)
	}
	return p.in.Flush()
}

func (p *peer) ask(parts ...string) (string, error) {
	if err := p.send(parts...); err != nil {
		return "", err
	}
	line, err := p.out.ReadString('\n')
	return strings.TrimSuffix(line, "\n"), err
}

func (p *peer) stop() {
	p.w.Close()
	p.cmd.Wait()
}

// TestStandardLibrary reads every compiled file of each standard library, writes it,
// reads that again, and has the CPython it belongs to compare what was written
// with the original. Written with the flags as they were read, files must not
// change by a byte.
//
// CPython's part takes most of the time: but for KRAIT_CI it is not asked about
// the optimised variants of each file. With -short only every tenth file is read.
func TestStandardLibrary(t *testing.T) {
	for _, version := range recordedVersions {
		t.Run(version, func(t *testing.T) {
			t.Parallel()
			python := cpython.Require(t, version)
			files := compiledFiles(t, python)
			p := startPeer(t, python, "compare.py")
			defer p.stop()
			asked := 0
			for i, file := range files {
				if testing.Short() && i%10 != 0 {
					continue
				}
				data, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				written := roundTrip(t, file, string(data))
				if written == nil {
					continue
				}
				if strings.Contains(file, ".opt-") && !cpython.Mandatory() {
					continue
				}
				asked++
				answer, err := p.ask(string(data[marshal.HeaderSize:]), string(written[marshal.HeaderSize:]))
				if err != nil {
					t.Fatalf("%s: CPython gave up: %v", file, err)
				}
				if answer != "equal" {
					t.Errorf("%s: CPython finds %s", file, answer)
				}
			}
			t.Logf("%s: %d files, CPython was asked about %d", version, len(files), asked)
		})
	}
}

// roundTrip checks one file and returns it as written with the default options.
func roundTrip(t *testing.T, file, data string) []byte {
	var flagged []marshal.Object
	first, err := marshal.LoadOptions{Flagged: &flagged}.LoadPyc(data)
	if err != nil {
		t.Errorf("%s: %v", file, err)
		return nil
	}
	written, err := marshal.DumpPyc(first)
	if err != nil {
		t.Errorf("%s: DumpPyc: %v", file, err)
		return nil
	}
	second, err := marshal.LoadPyc(string(written))
	if err != nil {
		t.Errorf("%s: written and read again: %v", file, err)
		return nil
	}
	if second.Header != first.Header {
		t.Errorf("%s: header %+v became %+v", file, first.Header, second.Header)
	}
	if d := marshal.Diff(first.Code, second.Code); d != "" {
		t.Errorf("%s: written and read again: %s", file, d)
	}
	flags := map[marshal.Object]bool{}
	for _, o := range flagged {
		flags[o] = true
	}
	same, err := marshal.DumpOptions{KeepSetOrder: true, Flag: func(o marshal.Object) bool { return flags[o] }}.DumpPyc(first)
	if err != nil || string(same) != data {
		t.Errorf("%s: not the same bytes when written with the flags as read (%d bytes for %d, error %v)", file, len(same), len(data), err)
	}
	return written
}

// compiledFiles lists the .pyc files of a standard library, without what was
// installed into it; where there are none it has them compiled.
func compiledFiles(t *testing.T, python *cpython.Python) []string {
	list := func(root string) (files []string) {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case d.IsDir() && d.Name() == "site-packages":
				return fs.SkipDir
			case strings.HasSuffix(path, ".pyc"):
				files = append(files, path)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return files
	}
	files := list(python.Stdlib)
	if len(files) > 100 {
		return files
	}
	dir := t.TempDir()
	cmd := python.Command("-m", "compileall", "-q", "-x", "site-packages|bad_|badsyntax", python.Stdlib)
	cmd.Env = append(slices.DeleteFunc(cmd.Env, func(kv string) bool { return strings.HasPrefix(kv, "PYTHONDONTWRITE") }), "PYTHONPYCACHEPREFIX="+dir)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Logf("compileall: %v: %.500s", err, out) // some files of the test suite are malformed on purpose
	}
	if files = list(dir); len(files) < 100 {
		t.Fatalf("compiling the standard library gave %d files", len(files))
	}
	return files
}

// TestHostileAgainstCPython gives damaged data to both readers. They must agree
// on whether it can be read, and on the exception.
func TestHostileAgainstCPython(t *testing.T) {
	for _, version := range recordedVersions {
		t.Run(version, func(t *testing.T) {
			t.Parallel()
			python := cpython.Require(t, version)
			opts := marshal.LoadOptions{Version: versionOf(t, version)}
			p := startPeer(t, python, "loads.py")
			defer func() { p.stop() }()
			crashes := 0
			for i, data := range damagedData(t, version, 10000) {
				want, err := p.ask(data)
				if err != nil {
					// CPython itself does not survive some hostile data.
					p.stop()
					p = startPeer(t, python, "loads.py")
					if crashes++; crashes > 100 {
						t.Fatal("CPython ends each time")
					}
					continue
				}
				if got := outcome(opts, data); got != want {
					t.Errorf("%d: Load(%q) = %s, want %s", i, data, got, want)
				}
			}
			t.Logf("%s: CPython crashed %d times", version, crashes)
		})
	}
}

// outcome is what loads.py answers.
func outcome(opts marshal.LoadOptions, data string) string {
	o, _, err := opts.Load(data)
	var e *marshal.Error
	switch {
	case err == nil:
		return "ok " + marshal.TypeName(o)
	case errors.As(err, &e):
		return fmt.Sprintf("%s: %x", e.Class, e.Msg)
	}
	return err.Error()
}

// damagedData makes n pieces of data, most of them malformed, always the same.
func damagedData(t *testing.T, version string, n int) []string {
	rnd := rand.New(rand.NewPCG(1, 2))
	var seeds []string
	for _, raw := range loadRecorded(t).of(version)["loads"] {
		seeds = append(seeds, decodeCase[loadCase](t, raw).Data.String())
	}
	program, err := os.ReadFile(programFile(version))
	if err != nil {
		t.Fatal(err)
	}
	seeds = append(seeds, string(program[marshal.HeaderSize:]))
	const codes = "0NFTS.iIlfgxystuaAzZr()[{<>:c?"
	out := make([]string, 0, n)
	for len(out) < n {
		b := []byte(seeds[rnd.IntN(len(seeds))])
		if rnd.IntN(8) == 0 {
			b = []byte(seeds[len(seeds)-1])
		}
		if len(b) == 0 {
			continue
		}
		for range 1 + rnd.IntN(3) {
			i := rnd.IntN(len(b))
			switch rnd.IntN(6) {
			case 0:
				b[i] = byte(rnd.IntN(256))
			case 1:
				b[i] = codes[rnd.IntN(len(codes))] | byte(rnd.IntN(2)<<7)
			case 2:
				b = b[:i+1]
			case 3:
				b[i] ^= 1 << rnd.IntN(8)
			case 4:
				piece := seeds[rnd.IntN(len(seeds)-1)]
				b = slices.Concat(b[:i], []byte(piece), b[i:])
			case 5:
				b = slices.Concat(b[:i], b[min(i+1+rnd.IntN(4), len(b)):])
				if len(b) == 0 {
					b = []byte{'N'}
				}
			}
		}
		if !allocatesMuch(b) {
			out = append(out, string(b))
		}
	}
	return out
}

// allocatesMuch finds sizes for which CPython would allocate gigabytes before it
// reads on.
func allocatesMuch(b []byte) bool {
	for i := range b {
		switch b[i] &^ 0x80 {
		case '(', '[', 's', 'l':
			if i+5 <= len(b) && (b[i+4] < 0x80 && b[i+4] > 0 || b[i+3] > 0x10 && b[i+4] < 0x80 || b[i+4] > 0x80 && b[i] == 'l') {
				return true
			}
		}
	}
	return false
}
