package marshal_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/krait-vm/krait/marshal"
)

// patience is far more than anything in this file may take; what takes
// exponential or quadratic time does not end within it.
const patience = 20 * time.Second

// bomb is a tuple of two references to a tuple of two references, and so on: few
// bytes, 2 to the n leaves.
func bomb(n int) string {
	var b strings.Builder
	b.WriteString("(" + le32(n+1))
	b.WriteString("\xa9\x01N")
	for i := range n {
		b.WriteString("\xa9\x02r" + le32(i) + "r" + le32(i))
	}
	return b.String()
}

func le32(n int) string { return string([]byte{byte(n), byte(n >> 8), byte(n >> 16), byte(n >> 24)}) }

func within(t *testing.T, what string, f func()) {
	t.Helper()
	start := time.Now()
	done := make(chan struct{})
	go func() { defer close(done); f() }()
	select {
	case <-done:
	case <-time.After(patience):
		t.Fatalf("%s takes longer than %v", what, patience)
	}
	if d := time.Since(start); d > patience {
		t.Errorf("%s took %v", what, d)
	}
}

func TestReferenceBomb(t *testing.T) {
	const n = 70
	data := bomb(n)
	var o marshal.Object
	within(t, "Load", func() { o = mustLoad(t, marshal.Latest, data) })
	within(t, "Equal", func() {
		if !marshal.Equal(o, mustLoad(t, marshal.Latest, data)) {
			t.Error("a bomb is not equal to itself")
		}
	})
	within(t, "Dump", func() {
		b, err := marshal.Dump(o, 4)
		if err != nil || len(b) > 2*len(data) {
			t.Errorf("Dump(bomb) = %d bytes, %v", len(b), err)
		}
	})
	within(t, "Dump without references", func() {
		var e *marshal.Error
		_, err := marshal.DumpOptions{MaxSize: 1 << 20}.Append(nil, o, 2)
		if !errors.As(err, &e) || e.Class != "MemoryError" || e.Kind != marshal.TooLarge {
			t.Errorf("Dump(bomb, 2) = %v, want MemoryError", err)
		}
	})
	within(t, "Brief", func() { marshal.Brief(o) })
	// As the elements of a set, which have to be hashable.
	within(t, "Load as set elements", func() {
		mustLoad(t, marshal.Latest, ")\x02"+data+"<\x02\x00\x00\x00r"+le32(n)+"r"+le32(n-1))
	})
}

// TestReferenceChain nests objects through references, where no depth is counted.
func TestReferenceChain(t *testing.T) {
	const n = 50000
	for _, kind := range []struct{ name, first, next, end string }{
		{"tuple", "\xa9\x01N", "\xa9\x01r", ""},
		{"list", "\xdb\x01\x00\x00\x00N", "\xdb\x01\x00\x00\x00r", ""},
		{"frozenset", "\xbe\x01\x00\x00\x00N", "\xbe\x01\x00\x00\x00r", ""},
		{"pair in a frozenset", "\xbe\x01\x00\x00\x00N", "\xbe\x02\x00\x00\x00r", "N"},
		{"slice", "\xbaNNN", "\xbar", "NN"},
	} {
		t.Run(kind.name, func(t *testing.T) {
			var b strings.Builder
			b.WriteString("(" + le32(n))
			b.WriteString(kind.first)
			for i := range n - 1 {
				b.WriteString(kind.next + le32(i) + kind.end)
			}
			var all marshal.Object
			within(t, "Load", func() { all = mustLoad(t, marshal.Latest, b.String()) })
			last := all.(*marshal.Tuple).Items[n-1]
			within(t, "Equal", func() {
				if other := mustLoad(t, marshal.Latest, b.String()); !marshal.Equal(last, other.(*marshal.Tuple).Items[n-1]) {
					t.Error("unequal to itself")
				}
			})
			within(t, "Dump", func() {
				var e *marshal.Error
				if _, err := marshal.Dump(last, 5); !errors.As(err, &e) || e.Kind != marshal.TooDeep {
					t.Errorf("Dump(chain) = %v, want %v", err, marshal.TooDeep)
				}
			})
			within(t, "Dump of all", func() {
				if _, err := marshal.Dump(all, 5); err != nil && kind.name != "pair in a frozenset" {
					t.Errorf("Dump(list of the chain) = %v", err)
				}
			})
			within(t, "Load as a set element", func() {
				if kind.name != "list" {
					mustLoad(t, marshal.Latest, ")\x02"+b.String()+"<\x01\x00\x00\x00r"+le32(n-1))
				}
			})
		})
	}
}

func TestSelfContaining(t *testing.T) {
	for _, data := range []string{
		"\xa9\x01r\x00\x00\x00\x00",
		"\xdb\x02\x00\x00\x00r\x00\x00\x00\x00r\x00\x00\x00\x00",
		"\xfbNr\x00\x00\x00\x000",
		"\xa9\x01<\x01\x00\x00\x00r\x00\x00\x00\x00",
	} {
		o := mustLoad(t, marshal.Latest, data)
		within(t, "Equal", func() {
			if !marshal.Equal(o, mustLoad(t, marshal.Latest, data)) {
				t.Errorf("Equal(%q, itself) = false", data)
			}
		})
		within(t, "Dump", func() {
			b, err := marshal.Dump(o, 4)
			if err != nil || !marshal.Equal(o, mustLoad(t, marshal.Latest, string(b))) {
				t.Errorf("Dump(%q) = %q, %v", data, b, err)
			}
		})
		within(t, "Dump without references", func() {
			var e *marshal.Error
			if _, err := marshal.Dump(o, 2); !errors.As(err, &e) || e.Msg != "object too deeply nested to marshal" {
				t.Errorf("Dump(%q, 2) = %v", data, err)
			}
		})
	}
	// A tuple used as the names of a code object inside it must not change under the code.
	code := "c" + strings.Repeat(le32(0), 5) + "s" + le32(0) + ")\x00" + "r" + le32(0)
	data := "\xa9\x02" + code + ")\x00s" + le32(0) + "z\x01fz\x01nz\x01q" + le32(1) + "s" + le32(0) + "s" + le32(0) + "N"
	var e *marshal.Error
	if _, err := marshal.Load(data); !errors.As(err, &e) || e.Msg != "non-string found in code slot" {
		t.Errorf("Load(code with unfinished names) = %v", err)
	}
}

// TestDeclaredSizes checks that a size costs nothing until its bytes are there.
func TestDeclaredSizes(t *testing.T) {
	for _, code := range "slaAut([<>" {
		data := string(code) + "\xff\xff\xff\x7f" + "N"
		allocated := testing.AllocsPerRun(1, func() {
			var e *marshal.Error
			if _, err := marshal.Load(data); !errors.As(err, &e) || e.Class != "EOFError" {
				t.Errorf("Load(%q) = %v, want EOFError", data, err)
			}
			_, _, err := marshal.LoadOptions{MaxMemory: 10000}.Load(data)
			if errors.As(err, &e) && e.Kind == marshal.TooLarge {
				t.Errorf("Load(%q) takes more than 10000 bytes", data)
			}
		})
		if allocated > 100 {
			t.Errorf("Load(%q) makes %v allocations", data, allocated)
		}
	}
}

func TestMaxMemory(t *testing.T) {
	for _, item := range []string{"N", ")\x00", "z\x00", "[\x00\x00\x00\x00", "{0", "<\x00\x00\x00\x00", "\xda\x00", "g12345678", "i\x00\x00\x00\x7f", "s\x00\x00\x00\x00", ")\x01N"} {
		const n = 200000
		data := "(" + le32(n) + strings.Repeat(item, n)
		var e *marshal.Error
		_, _, err := marshal.LoadOptions{MaxMemory: 1 << 20}.Load(data)
		if !errors.As(err, &e) || e.Class != "MemoryError" || e.Kind != marshal.TooLarge {
			t.Errorf("Load(%d times %q) with a limit of 1 MiB = %v, want MemoryError", n, item, err)
		}
		if _, _, err := (marshal.LoadOptions{MaxMemory: 1 << 26}).Load(data); err != nil {
			t.Errorf("Load(%d times %q) with a limit of 64 MiB = %v", n, item, err)
		}
	}
}

func TestTruncatedProgram(t *testing.T) {
	for _, version := range recordedVersions {
		data, err := os.ReadFile(programFile(version))
		if err != nil {
			t.Fatal(err)
		}
		for n := range len(data) {
			var e *marshal.Error
			if _, err := marshal.LoadPyc(string(data[:n])); !errors.As(err, &e) {
				t.Fatalf("%s: LoadPyc(first %d bytes) = %v", version, n, err)
			}
		}
	}
}

// TestMore reads from a stream, which must not be read further than the object.
func TestMore(t *testing.T) {
	data, err := os.ReadFile(programFile("3.13"))
	if err != nil {
		t.Fatal(err)
	}
	body := string(data[marshal.HeaderSize:])
	stream := strings.NewReader(body + body + "rest")
	read := func(r io.Reader) func(int) (string, error) {
		return func(n int) (string, error) {
			b := make([]byte, n)
			n, err := io.ReadFull(r, b)
			if err == io.EOF || err == io.ErrUnexpectedEOF {
				err = nil
			}
			return string(b[:n]), err
		}
	}
	want := mustLoad(t, marshal.Py313, body)
	for range 2 {
		o, n, err := marshal.LoadOptions{Version: marshal.Py313, More: read(stream)}.Load("")
		if err != nil || n != len(body) || !marshal.Equal(o, want) {
			t.Errorf("Load of a stream = %v, %d bytes, %v", marshal.Brief(o), n, err)
		}
	}
	if stream.Len() != len("rest") {
		t.Errorf("%d bytes left in the stream, want %d", stream.Len(), len("rest"))
	}
	var e *marshal.Error
	if _, _, err = (marshal.LoadOptions{More: read(strings.NewReader("i\x01"))}).Load(""); !errors.As(err, &e) || e.Error() != "EOFError: EOF read where not expected" {
		t.Errorf("Load of a short stream = %v", err)
	}
	if _, _, err = (marshal.LoadOptions{More: read(strings.NewReader(")\x01"))}).Load(""); !errors.As(err, &e) || e.Error() != "EOFError: EOF read where object expected" {
		t.Errorf("Load of a short stream = %v", err)
	}
	broken := iotest.ErrReader(fmt.Errorf("broken"))
	if _, _, err = (marshal.LoadOptions{More: read(broken)}).Load(""); err == nil || err.Error() != "broken" {
		t.Errorf("Load of a broken stream = %v", err)
	}
}

func TestHeader(t *testing.T) {
	data, err := os.ReadFile(programFile("3.13"))
	if err != nil {
		t.Fatal(err)
	}
	body := string(data[marshal.HeaderSize:])
	for _, h := range []marshal.Header{
		{Magic: marshal.Py313.Magic(), Mode: marshal.Timestamp, ModTime: 0xfffffffe, SourceSize: 7},
		{Magic: marshal.Py313.Magic(), Mode: marshal.CheckedHash, Hash: 0x0123456789abcdef},
		{Magic: marshal.Py313.Magic(), Mode: marshal.UncheckedHash, Hash: 1},
	} {
		p, err := marshal.LoadPyc(string(h.Append(nil)) + body)
		if err != nil || p.Header != h {
			t.Errorf("header %+v comes back as %+v, %v", h, p, err)
		}
	}
	h := marshal.Header{Magic: marshal.Py313.Magic(), ModTime: 5, SourceSize: 6}
	if !h.MatchesStat(5+1<<32, 6+1<<32) || h.MatchesStat(6, 6) || h.MatchesStat(5, 5) {
		t.Error("MatchesStat is not about the low 32 bits of both")
	}

	valid := string(h.Append(nil)) + body
	other := func(v marshal.Version) string { b := v.Magic().Bytes(); return string(b[:]) + valid[4:] }
	for _, c := range []struct {
		name, data string
		kind       marshal.ErrorKind
		message    string
	}{
		{"empty", "", marshal.BadMagic, "RuntimeError: Bad magic number in .pyc file"},
		{"three bytes", valid[:3], marshal.BadMagic, "RuntimeError: Bad magic number in .pyc file"},
		{"magic alone", valid[:4], marshal.Truncated, "EOFError: reached EOF while reading pyc header"},
		{"header alone", valid[:16], marshal.Truncated, "EOFError: EOF read where object expected"},
		{"no newline", "\xf3\r\n\r" + valid[4:], marshal.BadMagic, "RuntimeError: Bad magic number in .pyc file"},
		{"zeros", strings.Repeat("\x00", 100), marshal.BadMagic, "RuntimeError: Bad magic number in .pyc file"},
		{"Python 3.7", other(0x0307), marshal.BadMagic, "RuntimeError: Bad magic number in .pyc file"},
		{"Python 3.15", other(0x030f), marshal.BadMagic, "RuntimeError: Bad magic number in .pyc file"},
		{"pre-release", "\xe0\x0d\r\n" + valid[4:], marshal.BadMagic, "RuntimeError: Bad magic number in .pyc file"},
		{"flags", valid[:4] + le32(2) + valid[8:], marshal.BadData, "ImportError: invalid flags 2"},
		{"not code", valid[:16] + "N", marshal.BadData, "RuntimeError: Bad code object in .pyc file"},
	} {
		var e *marshal.Error
		if _, err := marshal.LoadPyc(c.data); !errors.As(err, &e) || e.Kind != c.kind || e.Error() != c.message {
			t.Errorf("%s: LoadPyc = %v, want %s", c.name, err, c.message)
		}
	}
}

func TestMagicTable(t *testing.T) {
	for _, c := range []struct {
		number   int
		version  string
		released bool
	}{
		{3394, "3.7", true},
		{3413, "3.8", true},
		{3425, "3.9", true},
		{3439, "3.10", true},
		{3495, "3.11", true},
		{3531, "3.12", true},
		{3571, "3.13", true},
		{3627, "3.14", true},
		{3600, "3.14", false},
		{3570, "3.13", false},
		{62211, "2.7", true},
		{3699, "3.15", false},
	} {
		m := marshal.Magic(c.number | 0x0a0d0000)
		v, released := m.Version()
		if v.String() != c.version || released != c.released {
			t.Errorf("Magic(%d).Version() = %v, %v, want %s, %v", c.number, v, released, c.version, c.released)
		}
	}
	for _, number := range []int{0, 1, 2999, 3152, 3395, 12345, 65535} {
		if v, _ := marshal.Magic(number | 0x0a0d0000).Version(); v != 0 {
			t.Errorf("Magic(%d).Version() = %v, want none", number, v)
		}
	}
	for _, data := range []string{"", "\xf3\x0d\x0d", "\x7fELF", "#!/u", "PK\x03\x04", "\xf3\r\n\r"} {
		if v, ok := marshal.Sniff([]byte(data)); ok {
			t.Errorf("Sniff(%q) = %v", data, v)
		}
	}
}

func TestIntern(t *testing.T) {
	table := map[string]*marshal.Str{}
	intern := func(s *marshal.Str) *marshal.Str {
		if have := table[s.S]; have != nil {
			return have
		}
		table[s.S] = s
		return s
	}
	opts := marshal.LoadOptions{Intern: intern}
	a, _, err := opts.Load(")\x03Z\x01az\x01a\xda\x01b")
	if err != nil {
		t.Fatal(err)
	}
	b, _, err := opts.Load(")\x03Z\x01at\x01\x00\x00\x00bz\x01a")
	if err != nil {
		t.Fatal(err)
	}
	x, y := a.(*marshal.Tuple).Items, b.(*marshal.Tuple).Items
	if x[0] != y[0] || x[2] != y[1] {
		t.Error("interned strings of two loads are not one")
	}
	if x[1] == x[0] || y[2] == y[0] || x[1] == y[2] {
		t.Error("strings that are not interned were made one")
	}
}

func TestIdentity(t *testing.T) {
	// One of each kind that can be referred to, twice.
	for _, item := range []string{
		"\xe9\x10\x27\x00\x00", "\xec\x05\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x08\x00", "\xe712345678", "\xf91234567812345678",
		"\xf3\x02\x00\x00\x00ab", "\xfa\x02ab", "\xda\x02ab", "\xf5\x02\x00\x00\x00\xc3\xa9", "\xa9\x01N", "\xdb\x00\x00\x00\x00", "\xfb0",
		"\xbc\x00\x00\x00\x00", "\xbe\x01\x00\x00\x00N", "\xbaNNN",
	} {
		data := ")\x02" + item + "r\x00\x00\x00\x00"
		o := mustLoad(t, marshal.Latest, data).(*marshal.Tuple)
		if o.Items[0] != o.Items[1] {
			t.Errorf("Load(%q): two references give two objects", data)
		}
		for _, refs := range []marshal.RefPolicy{marshal.RefShared, marshal.RefAll} {
			b, err := marshal.DumpOptions{Refs: refs}.Append(nil, o, 5)
			if err != nil {
				t.Fatal(err)
			}
			back := mustLoad(t, marshal.Latest, string(b)).(*marshal.Tuple)
			if back.Items[0] != back.Items[1] || !marshal.Equal(o, back) {
				t.Errorf("Dump(%q) = %q: no longer one object", data, b)
			}
		}
	}
}

func FuzzLoad(f *testing.F) {
	for _, c := range loadRecorded(f)["loads"] {
		f.Add(decodeCase[loadCase](f, c.Case).Data.String())
	}
	for _, version := range recordedVersions {
		data, err := os.ReadFile(programFile(version))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
		f.Add(string(data[marshal.HeaderSize:]))
	}
	f.Add(bomb(40))
	f.Fuzz(func(t *testing.T, data string) {
		checkFuzzed(t, data)
		if p, err := marshal.LoadPyc(data); err == nil {
			if b, err := marshal.DumpPyc(p); err == nil {
				if q, err := marshal.LoadPyc(string(b)); err != nil || !marshal.Equal(p.Code, q.Code) {
					t.Errorf("DumpPyc = %q, which reads as something else (%v)", b, err)
				}
			}
		}
		for v := marshal.Py38; v < marshal.Latest; v++ {
			marshal.LoadOptions{Version: v}.Load(data)
		}
	})
}

// checkFuzzed reads anything; what can be read must survive being written.
func checkFuzzed(t *testing.T, data string) {
	o, n, err := marshal.LoadOptions{MaxMemory: 1 << 26}.Load(data)
	if err != nil {
		var e *marshal.Error
		if !errors.As(err, &e) || e.Class == "" || e.Offset > len(data) {
			t.Fatalf("Load = %#v", err)
		}
		return
	}
	if n > len(data) || n == 0 {
		t.Fatalf("Load took %d of %d bytes", n, len(data))
	}
	marshal.Brief(o)
	for _, refs := range []marshal.RefPolicy{marshal.RefShared, marshal.RefAll, marshal.RefNone} {
		b, err := marshal.DumpOptions{Refs: refs, MaxSize: 1 << 22}.Append(nil, o, 5)
		var e *marshal.Error
		switch {
		case err == nil:
			back, _, err := marshal.LoadOptions{}.Load(string(b))
			if err != nil {
				t.Fatalf("Dump = %q, which cannot be read: %v", b, err)
			}
			if d := marshal.Diff(o, back); d != "" {
				t.Fatalf("Dump = %q, which is not equal: %s", b, d)
			}
		case !errors.As(err, &e) || e.Kind != marshal.TooDeep && e.Kind != marshal.TooLarge:
			t.Fatalf("Dump = %v", err)
		}
	}
}

func TestEqual(t *testing.T) {
	data := func(s string) marshal.Object { return mustLoad(t, marshal.Latest, s) }
	program, err := os.ReadFile(programFile("3.14"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		a, b string
		want string // "" if equal
	}{
		{"N", "N", ""},
		{"N", "F", "object: None != False"},
		{"i\x01\x00\x00\x00", "T", "object: 1 != True"},
		{"i\x01\x00\x00\x00", "g\x00\x00\x00\x00\x00\x00\xf0?", "object: 1 != 1.0"},
		{"i\x01\x00\x00\x00", "I\x01\x00\x00\x00\x00\x00\x00\x00", ""},
		{"l\x05\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x08\x00", "l\xfb\xff\xff\xff\x00\x00\x00\x00\x00\x00\x00\x00\x09\x00", "object: 9223372036854775808 != -10376293541461622784"},
		{"g\x00\x00\x00\x00\x00\x00\x00\x00", "g\x00\x00\x00\x00\x00\x00\x00\x80", "object: 0.0 != -0.0"},
		{"g\x00\x00\x00\x00\x00\x00\xf8\x7f", "g\x00\x00\x00\x00\x00\x00\xf8\x7f", ""},
		{"g\x00\x00\x00\x00\x00\x00\xf8\x7f", "g\x01\x00\x00\x00\x00\x00\xf8\x7f", "object: float nan != float nan"},
		{"z\x01a", "Z\x01a", ""},
		{"z\x01a", "s\x01\x00\x00\x00a", "object: 'a' != b'a'"},
		{")\x02z\x01aN", ")\x02z\x01aT", "object[1]: None != True"},
		{")\x01N", "[\x01\x00\x00\x00N", "object: (None,) != [None]"},
		{")\x01)\x01N", ")\x01)\x00", "object[0]: (None,) != ()"},
		{"<\x03\x00\x00\x00NTF", "<\x03\x00\x00\x00FNT", ""},
		{"<\x02\x00\x00\x00NT", ">\x02\x00\x00\x00NT", "object: {None, True} != frozenset({None, True})"},
		{"<\x02\x00\x00\x00)\x01N)\x01T", "<\x02\x00\x00\x00)\x01T)\x01N", ""},
		{"{NTFF0", "{FFNT0", "object[0]: None != False"},
		{":NNT", ":NNF", "object[2]: True != False"},
	} {
		got := marshal.Diff(data(c.a), data(c.b))
		if got != c.want {
			t.Errorf("Diff(%q, %q) = %q, want %q", c.a, c.b, got, c.want)
		}
		if equal := marshal.Equal(data(c.a), data(c.b)); equal != (c.want == "") {
			t.Errorf("Equal(%q, %q) = %v", c.a, c.b, equal)
		}
	}
	p := mustProgram(t, program)
	q := mustProgram(t, program)
	i := slices.IndexFunc(q.Code.Consts.Items, func(o marshal.Object) bool { _, ok := o.(*marshal.Code); return ok })
	inner := q.Code.Consts.Items[i].(*marshal.Code)
	inner.FirstLineNo++
	want := fmt.Sprintf("object.co_consts[%d].co_firstlineno: %d != %d", i, inner.FirstLineNo-1, inner.FirstLineNo)
	if got := marshal.Diff(p.Code, q.Code); got != want {
		t.Errorf("Diff = %q, want %q", got, want)
	}
}

func mustProgram(t testing.TB, data []byte) *marshal.Pyc {
	t.Helper()
	p, err := marshal.LoadPyc(string(data))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// BenchmarkLoad reads the compiled files of testdata, or of the folder that
// KRAIT_BENCH_PYC names.
func BenchmarkLoad(b *testing.B) {
	files, _ := filepath.Glob(filepath.Join("testdata", "*.pyc"))
	if dir := os.Getenv("KRAIT_BENCH_PYC"); dir != "" {
		files, _ = filepath.Glob(filepath.Join(dir, "*.pyc"))
	}
	var all []string
	size := 0
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		all = append(all, string(data))
		size += len(data)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, data := range all {
			if _, err := marshal.LoadPyc(data); err != nil {
				b.Fatal(err)
			}
		}
	}
}
