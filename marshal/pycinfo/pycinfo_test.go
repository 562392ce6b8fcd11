package pycinfo

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/krait-vm/krait/marshal"
)

var update = flag.Bool("update", false, "write the listings anew")

func program(t *testing.T, version string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "testdata", "program.cpython-"+version+".pyc"))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestListings(t *testing.T) {
	for _, version := range []string{"313", "314"} {
		f, err := Read("program.pyc", program(t, version))
		if err != nil {
			t.Fatal(err)
		}
		for ext, got := range map[string]string{"txt": f.Text(), "json": string(f.JSON())} {
			path := filepath.Join("testdata", "program-"+version+"."+ext)
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s: got\n%s", path, got)
			}
		}
	}
}

func TestHeaderModes(t *testing.T) {
	body := program(t, "313")[marshal.HeaderSize:]
	for _, c := range []struct {
		header marshal.Header
		want   string
	}{
		{marshal.Header{ModTime: 1700000000, SourceSize: 12}, "source    timestamp 2023-11-14T22:13:20Z, 12 bytes"},
		{marshal.Header{Mode: marshal.CheckedHash, Hash: 0x0807060504030201}, "source    checked-hash 0102030405060708"},
		{marshal.Header{Mode: marshal.UncheckedHash, Hash: 1}, "source    unchecked-hash 0100000000000000"},
	} {
		c.header.Magic = marshal.Py313.Magic()
		f, err := Read("x.pyc", string(c.header.Append(nil))+body+"rest")
		if err != nil {
			t.Fatal(err)
		}
		if text := f.Text(); !strings.Contains(text, c.want) || !strings.Contains(text, "the last 4 of them unused") {
			t.Errorf("Text with %+v lacks %q: %s", c.header, c.want, text)
		}
	}
}

func TestErrors(t *testing.T) {
	valid := program(t, "313")
	magic := func(v marshal.Version) string { b := v.Magic().Bytes(); return string(b[:]) + valid[4:] }
	for _, c := range []struct {
		name, data string
		python     string // "" if there is no File
		message    string
	}{
		{"empty", "", "", "RuntimeError: Bad magic number in .pyc file"},
		{"text", "print('hello')", "", "RuntimeError: Bad magic number in .pyc file"},
		{"unknown magic", "\x01\x00\r\n" + valid[4:], "", "RuntimeError: Bad magic number in .pyc file"},
		{"old", magic(0x0306), "3.6", "RuntimeError: Bad magic number in .pyc file"},
		{"3.7", magic(0x0307), "3.7", "RuntimeError: Bad magic number in .pyc file: the file was compiled by Python 3.7 (magic number 3394)"},
		{"pre-release", "\xf2\x0d\r\n" + valid[4:], "3.13", "RuntimeError: Bad magic number in .pyc file: the file was compiled by a pre-release of Python 3.13 (magic number 3570)"},
		{"header cut", valid[:10], "3.13", "EOFError: reached EOF while reading pyc header"},
		{"body cut", valid[:100], "3.13", "EOFError: marshal data too short"},
		{"no code", valid[:16] + ")\x01N", "3.13", "the file holds no code object but (None,)"},
	} {
		f, err := Read(c.name, c.data)
		if err == nil || err.Error() != c.message {
			t.Errorf("Read(%s) = %v, want %s", c.name, err, c.message)
		}
		if (f != nil) != (c.python != "") || f != nil && (f.Python != c.python || f.Code != nil || f.Supported) {
			t.Errorf("Read(%s) = %+v, want Python %q", c.name, f, c.python)
		}
	}
}

// TestSharedCode gives code objects that contain each other exponentially often
// and very deep.
func TestSharedCode(t *testing.T) {
	str := marshal.NewStr("f\ufffd\xed\xa0\x80\n")
	code := func(consts ...marshal.Object) *marshal.Code {
		return &marshal.Code{
			Version: marshal.Py313, Code: marshal.NewBytes("\x00\x00"), Consts: marshal.NewTuple(consts...), Names: marshal.NewTuple(),
			LocalsPlusNames: marshal.NewTuple(), LocalsPlusKinds: marshal.NewBytes(""), Filename: str, Name: str, QualName: str,
			LineTable: marshal.NewBytes(""), ExceptionTable: marshal.NewBytes(""),
		}
	}
	c := code()
	for range 500 {
		c = code(c, c)
	}
	data, err := marshal.DumpPyc(&marshal.Pyc{Header: marshal.Header{Magic: marshal.Py313.Magic()}, Code: c})
	if err != nil {
		t.Fatal(err)
	}
	f, err := Read("bomb.pyc", string(data))
	if err != nil {
		t.Fatal(err)
	}
	if f.CodeObjects != maxDepth {
		t.Errorf("%d code objects, want %d", f.CodeObjects, maxDepth)
	}
	if n := strings.Count(f.Text(), "\n"); n > 3*maxDepth {
		t.Errorf("%d lines", n)
	}
	var back File
	if err := json.Unmarshal(f.JSON(), &back); err != nil {
		t.Fatal(err)
	}
	if want := `f\ufffd\ud800\x0a`; back.Code.Name != want {
		t.Errorf("name = %s, want %s", back.Code.Name, want)
	}
}

func TestFlagNames(t *testing.T) {
	for _, c := range []struct {
		version marshal.Version
		flags   int32
		want    string
	}{
		{marshal.Py313, 0x1000003, "OPTIMIZED NEWLOCALS 0x1000000"},
		{marshal.Py313, 0x40, "NOFREE"},
		{marshal.Py314, 0x40, "0x40"},
		{marshal.Py313, 0x4000000, "0x4000000"},
		{marshal.Py314, 0xc000000, "HAS_DOCSTRING METHOD"},
		{marshal.Py314, 0, ""},
	} {
		got := strings.Join(flagNames(&marshal.Code{Version: c.version, Flags: c.flags}), " ")
		if got != c.want {
			t.Errorf("flagNames(%v, %#x) = %q, want %q", c.version, c.flags, got, c.want)
		}
	}
}
