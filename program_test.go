package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/krait-vm/krait/marshal"
)

func fixture(t *testing.T, version string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("marshal", "testdata", "program.cpython-"+version+".pyc"))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestReadCodeTruncated reads every truncation of a valid file.
func TestReadCodeTruncated(t *testing.T) {
	data := fixture(t, "313")
	for n := range len(data) {
		_, err := readCode(strings.NewReader(data[:n]), "x.pyc")
		want := badCodeText
		if n < marshal.HeaderSize {
			want = shortText
		}
		var p *programError
		if !errors.As(err, &p) || p.msg != want || p.status != exitFailure {
			t.Fatalf("readCode(%d bytes) = %v, want %s", n, err, want)
		}
	}
	if _, err := readCode(strings.NewReader(data), "x.pyc"); err != nil {
		t.Errorf("readCode(whole file) = %v", err)
	}
	if _, err := readCode(strings.NewReader(data+"more"), "x.pyc"); err != nil {
		t.Errorf("readCode(file and more) = %v", err)
	}
}

// zeros is an endless source of zero bytes that counts what is taken.
type zeros struct{ read int64 }

func (z *zeros) Read(b []byte) (int, error) {
	clear(b)
	z.read += int64(len(b))
	return len(b), nil
}

func TestReadCodeRefuses(t *testing.T) {
	header := fixture(t, "313")[:marshal.HeaderSize]
	for name, c := range map[string]struct{ data, want string }{
		"text":        {"just some text, and more of it", badMagicText},
		"an int":      {header + "i\x01\x00\x00\x00", badCodeText},
		"NULL":        {header + "0", badCodeText},
		"other magic": {"\xff\xff\r\n" + header[4:], badMagicText},
		"3.12": {
			fixture(t, "312"),
			"krait: x.pyc: the file was compiled by Python 3.12 (magic number 3531); krait runs the files of Python 3.13 or 3.14\n" + badMagicText,
		},
		"pre-release": {
			"\xdf\x0d\r\n" + header[4:],
			"krait: x.pyc: the file was compiled by a pre-release of Python 3.13 (magic number 3551); krait runs the files of Python 3.13 or 3.14\n" + badMagicText,
		},
	} {
		_, err := readCode(strings.NewReader(c.data), "x.pyc")
		if err == nil || err.Error() != c.want {
			t.Errorf("readCode(%s) = %v, want %s", name, err, c.want)
		}
	}
}

// TestReadCodeEndless reads files without end that are not what they seem: of the first not more than the header is read.
func TestReadCodeEndless(t *testing.T) {
	z := &zeros{}
	if _, err := readCode(z, "zeros"); err == nil || err.Error() != badMagicText || z.read > 4096 {
		t.Errorf("readCode(zeros) = %v after %d bytes, want %s", err, z.read, badMagicText)
	}
	z = &zeros{}
	header := strings.NewReader(fixture(t, "314")[:marshal.HeaderSize])
	if _, err := readCode(&both{header, z}, "zeros"); err == nil || err.Error() != badCodeText || z.read > 2*firstPiece {
		t.Errorf("readCode(header, zeros) = %v after %d bytes, want %s", err, z.read, badCodeText)
	}
}

// both reads from one reader and then from another.
type both struct {
	first  *strings.Reader
	second *zeros
}

func (r *both) Read(b []byte) (int, error) {
	if r.first.Len() > 0 {
		return r.first.Read(b)
	}
	return r.second.Read(b)
}

// TestReadCached finds the compiled twin of a source by each of PEP 552's modes.
func TestReadCached(t *testing.T) {
	const text = "pass\n"
	for _, c := range []struct {
		name   string
		header func(h *marshal.Header, st os.FileInfo)
		check  string
		want   string // in the error, "" for none
	}{
		{"timestamp", func(h *marshal.Header, st os.FileInfo) {
			h.ModTime, h.SourceSize = uint32(st.ModTime().Unix()), uint32(len(text))
		}, "", ""},
		{"older", func(h *marshal.Header, st os.FileInfo) {
			h.ModTime, h.SourceSize = uint32(st.ModTime().Unix())-1, uint32(len(text))
		}, "", "out of date"},
		{"other size", func(h *marshal.Header, st os.FileInfo) { h.ModTime = uint32(st.ModTime().Unix()) }, "", "out of date"},
		{"unchecked", func(h *marshal.Header, _ os.FileInfo) { h.Mode, h.Hash = marshal.UncheckedHash, 1 }, "", ""},
		{"unchecked, always", func(h *marshal.Header, _ os.FileInfo) { h.Mode, h.Hash = marshal.UncheckedHash, 1 }, "always", "out of date"},
		{"checked", func(h *marshal.Header, _ os.FileInfo) {
			h.Mode, h.Hash = marshal.CheckedHash, marshal.SourceHash(marshal.Py313, []byte(text))
		}, "", ""},
		{"checked, wrong", func(h *marshal.Header, _ os.FileInfo) { h.Mode, h.Hash = marshal.CheckedHash, 1 }, "", "out of date"},
		{"checked, never", func(h *marshal.Header, _ os.FileInfo) { h.Mode, h.Hash = marshal.CheckedHash, 1 }, "never", ""},
		{"absent", nil, "", "is not compiled"},
	} {
		t.Run(c.name, func(t *testing.T) {
			source := filepath.Join(t.TempDir(), "x.py")
			write(t, source, text)
			st, err := os.Stat(source)
			if err != nil {
				t.Fatal(err)
			}
			o := &options{}
			o.CheckHashPycs = c.check
			if c.header != nil {
				h := marshal.Header{Magic: marshal.Py313.Magic()}
				c.header(&h, st)
				write(t, cachedName(source, marshal.Py313, o), string(h.Append(nil))+fixture(t, "313")[marshal.HeaderSize:])
			}
			p, err := findProgram(source, o)
			switch {
			case c.want == "" && err != nil:
				t.Errorf("findProgram = %v", err)
			case c.want == "" && p.file != source:
				t.Errorf("__file__ = %s, want %s", p.file, source)
			case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "-m py_compile "+source)):
				t.Errorf("findProgram = %v, want an error with %q and the command", err, c.want)
			}
		})
	}
}

// TestReadCachedNewest prefers the latest version whose file is up to date.
func TestReadCachedNewest(t *testing.T) {
	source := filepath.Join(t.TempDir(), "x.py")
	write(t, source, "pass\n")
	o := &options{}
	for _, v := range []marshal.Version{marshal.Py313, marshal.Py314} {
		h := marshal.Header{Magic: v.Magic(), Mode: marshal.UncheckedHash}
		write(t, cachedName(source, v, o), string(h.Append(nil))+fixture(t, "3"+v.String()[2:])[marshal.HeaderSize:])
		p, err := findProgram(source, o)
		if err != nil || p.code.Version != v {
			t.Fatalf("findProgram = %v, want code of %v", err, v)
		}
	}
	h := marshal.Header{Magic: marshal.Py314.Magic(), ModTime: uint32(time.Now().Unix() - 100)}
	write(t, cachedName(source, marshal.Py314, o), string(h.Append(nil))+fixture(t, "314")[marshal.HeaderSize:])
	if p, err := findProgram(source, o); err != nil || p.code.Version != marshal.Py313 {
		t.Errorf("findProgram with a stale file of 3.14 = %v, want code of 3.13", err)
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func TestCachedName(t *testing.T) {
	o := &options{}
	sep := string(filepath.Separator)
	dir := sep + "a" + sep
	if got, want := cachedName(dir+"x.py", marshal.Py314, o), dir+"__pycache__"+sep+"x.cpython-314.pyc"; got != want {
		t.Errorf("cachedName = %s, want %s", got, want)
	}
	o.Optimize, o.PycachePrefix = 2, sep+"p"
	if got, want := cachedName(dir+"x.pyw", marshal.Py313, o), sep+"p"+dir+"x.cpython-313.opt-2.pyc"; got != want {
		t.Errorf("cachedName = %s, want %s", got, want)
	}
}

// TestQuote has the reprs of CPython 3.13.
func TestQuote(t *testing.T) {
	for s, want := range map[string]string{
		"a":        "'a'",
		"a'b":      `"a'b"`,
		`a'b"`:     `'a\'b"'`,
		"a\nb\\":   `'a\nb\\'`,
		"\t\r":     `'\t\r'`,
		"\x01\x7f": `'\x01\x7f'`,
		"é":        "'é'",
		"\x80":     `'\udc80'`,
		"\u200b":   `'\u200b'`,
		"\ufffd":   "'\ufffd'",
		"\u00ad":   `'\xad'`,
	} {
		if got := quote(s); got != want {
			t.Errorf("quote(%q) = %s, want %s", s, got, want)
		}
	}
}
