package marshal_test

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/krait-vm/krait/marshal"
)

// hexBytes is bytes in the recorded cases.
type hexBytes []byte

func (h *hexBytes) UnmarshalJSON(b []byte) error {
	var s string
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	data, err := hex.DecodeString(s)
	*h = data
	return err
}

func (h hexBytes) String() string { return string(h) }

// A result is a value that CPython made, or the exception it raised.
type result struct {
	Value   *string  `json:"value"`
	Data    hexBytes `json:"data"`
	Class   string   `json:"class"`
	Message string   `json:"message"`
}

func (r result) failed() bool { return r.Class != "" }

type loadCase struct {
	Data hexBytes `json:"data"`
	Load result   `json:"load"`
}

type depthCase struct {
	Opening hexBytes `json:"opening"`
	Count   int      `json:"count"`
	Load    result   `json:"load"`
}

type nestedCase struct {
	Kind  string `json:"kind"`
	Count int    `json:"count"`
	Dump  result `json:"dump"`
}

type dumpCase struct {
	Expression string    `json:"expression"`
	Dumps      [6]result `json:"dumps"`
}

type freshCase struct {
	Number  int    `json:"number"`
	Version int    `json:"version"`
	Dump    result `json:"dump"`
}

type hashCase struct {
	Source hexBytes `json:"source"`
	Hash   hexBytes `json:"hash"`
}

type codeCase struct {
	Name, QualName, FileName                                                          string
	ArgCount, PosOnlyArgCount, KwOnlyArgCount, NLocals, StackSize, Flags, FirstLineNo int
	Code, LineTable, ExceptionTable                                                   hexBytes
	Names, VarNames, CellVars, FreeVars                                               []string
	Consts                                                                            []json.RawMessage
}

func decodeCase[T any](t testing.TB, raw json.RawMessage) (c T) {
	t.Helper()
	if err := json.Unmarshal(raw, &c); err != nil {
		t.Fatalf("%s: %v", raw, err)
	}
	return c
}

func versionOf(t testing.TB, name string) marshal.Version {
	for v := marshal.Py38; v <= marshal.Latest; v++ {
		if v.String() == name {
			return v
		}
	}
	t.Fatalf("no version %s", name)
	return 0
}

// eachVersion runs f on the cases of a section, once for each Python version.
func eachVersion[T any](t *testing.T, section string, f func(t *testing.T, v marshal.Version, c T)) {
	recorded := loadRecorded(t)
	for _, name := range recordedVersions {
		t.Run(name, func(t *testing.T) {
			cases := recorded.of(name)[section]
			if len(cases) == 0 && section != "no_code" {
				t.Fatalf("no cases recorded in %s", section)
			}
			for _, raw := range cases {
				f(t, versionOf(t, name), decodeCase[T](t, raw))
			}
		})
	}
}

func checkLoad(t *testing.T, opts marshal.LoadOptions, data string, want result) {
	t.Helper()
	o, _, err := opts.Load(data)
	if !want.failed() {
		if err != nil {
			t.Errorf("Load(%.100q) = error %v, want %s", data, err, *want.Value)
		} else if got := marshal.Brief(o); *want.Value != "" && got != *want.Value {
			t.Errorf("Load(%.100q) = %s, want %s", data, got, *want.Value)
		}
		return
	}
	var e *marshal.Error
	if !errors.As(err, &e) || e.Class != want.Class || e.Msg != want.Message {
		t.Errorf("Load(%.100q) = %s, %v, want %s: %s", data, marshal.Brief(o), err, want.Class, want.Message)
	}
}

func TestLoad(t *testing.T) {
	eachVersion(t, "loads", func(t *testing.T, v marshal.Version, c loadCase) {
		checkLoad(t, marshal.LoadOptions{Version: v}, c.Data.String(), c.Load)
	})
}

func TestLoadNoCode(t *testing.T) {
	eachVersion(t, "no_code", func(t *testing.T, v marshal.Version, c loadCase) {
		checkLoad(t, marshal.LoadOptions{Version: v, NoCode: true}, c.Data.String(), c.Load)
	})
}

func TestLoadDepth(t *testing.T) {
	eachVersion(t, "depths", func(t *testing.T, v marshal.Version, c depthCase) {
		data := strings.Repeat(c.Opening.String(), c.Count) + "N"
		if c.Opening[0] == '{' {
			data += strings.Repeat("0", c.Count)
		}
		checkLoad(t, marshal.LoadOptions{Version: v}, data, c.Load)
	})
}

// TestDump loads what CPython wrote in each format version and writes it again:
// byte for byte the same if the same objects are flagged.
func TestDump(t *testing.T) {
	eachVersion(t, "dumps", func(t *testing.T, v marshal.Version, c dumpCase) {
		newest := c.Dumps[marshal.MarshalVersion]
		for version, want := range c.Dumps {
			if want.failed() {
				if !newest.failed() {
					o := mustLoad(t, v, newest.Data.String())
					_, err := marshal.Dump(o, version)
					var e *marshal.Error
					if !errors.As(err, &e) || e.Class != want.Class || e.Msg != want.Message {
						t.Errorf("Dump(%s, %d) error = %v, want %s: %s", c.Expression, version, err, want.Class, want.Message)
					}
				}
				continue
			}
			var flagged []marshal.Object
			o, _, err := marshal.LoadOptions{Version: v, Flagged: &flagged}.Load(want.Data.String())
			if err != nil {
				t.Errorf("Load(%.100q) = %v", want.Data, err)
				continue
			}
			flags := map[marshal.Object]bool{}
			for _, o := range flagged {
				flags[o] = true
			}
			opts := marshal.DumpOptions{KeepSetOrder: true, Flag: func(o marshal.Object) bool { return flags[o] }}
			got, err := opts.Append(nil, o, version)
			if err != nil || string(got) != want.Data.String() {
				t.Errorf("Dump(%s, %d) = %.300q, %v, want %.300q", c.Expression, version, got, err, want.Data)
			}
			// The versions before 5 must come out of the newest one's tree as well; those with
			// references flag what they please.
			if version < 3 && !newest.failed() {
				o = mustLoad(t, v, newest.Data.String())
				if got, err := marshal.Dump(o, version); err != nil || string(got) != want.Data.String() {
					t.Errorf("Dump(%s, %d) = %.300q, %v, want %.300q", c.Expression, version, got, err, want.Data)
				}
			}
		}
	})
}

// TestDumpFresh checks that the default policy for flags, and the order of sets,
// are CPython's for objects that nothing else refers to.
func TestDumpFresh(t *testing.T) {
	eachVersion(t, "fresh", func(t *testing.T, v marshal.Version, c freshCase) {
		o := mustLoad(t, v, c.Dump.Data.String())
		got, err := marshal.DumpOptions{Version: v}.Append(nil, o, c.Version)
		if err != nil || string(got) != c.Dump.Data.String() {
			t.Errorf("Dump(%s, %d) = %q, %v, want %q (number %d)", marshal.Brief(o), c.Version, got, err, c.Dump.Data, c.Number)
		}
	})
}

func mustLoad(t testing.TB, v marshal.Version, data string) marshal.Object {
	t.Helper()
	o, _, err := marshal.LoadOptions{Version: v}.Load(data)
	if err != nil {
		t.Fatalf("Load(%.100q) = %v", data, err)
	}
	return o
}

func TestDumpDepth(t *testing.T) {
	eachVersion(t, "nested", func(t *testing.T, v marshal.Version, c nestedCase) {
		var o marshal.Object = marshal.None
		if c.Kind == "dict" {
			o = &marshal.Dict{}
		}
		for range c.Count {
			switch c.Kind {
			case "list":
				o = &marshal.List{Items: []marshal.Object{o}}
			case "tuple":
				o = marshal.NewTuple(o)
			case "dict":
				o = &marshal.Dict{Pairs: []marshal.Pair{{Key: marshal.None, Value: o}}}
			}
		}
		_, err := marshal.Dump(o, 4)
		got := ""
		if err != nil {
			got = err.Error()
		}
		want := ""
		if c.Dump.failed() {
			want = c.Dump.Class + ": " + c.Dump.Message
		}
		if got != want {
			t.Errorf("Dump(%s of depth %d) = %q, want %q", c.Kind, c.Count, got, want)
		}
	})
}

func TestSourceHash(t *testing.T) {
	eachVersion(t, "source_hash", func(t *testing.T, v marshal.Version, c hashCase) {
		h := marshal.Header{Magic: v.Magic(), Mode: marshal.CheckedHash, Hash: marshal.SourceHash(v, c.Source)}
		if got := h.Append(nil)[8:]; string(got) != c.Hash.String() {
			t.Errorf("SourceHash(%v, %q) = %x, want %x", v, c.Source, got, []byte(c.Hash))
		}
		if !h.MatchesSource(c.Source) || h.MatchesSource(append([]byte("x"), c.Source...)) {
			t.Errorf("%v: MatchesSource(%q) is wrong", v, c.Source)
		}
	})
}

func TestMagic(t *testing.T) {
	eachVersion(t, "magic", func(t *testing.T, v marshal.Version, c struct{ Magic hexBytes }) {
		b := v.Magic().Bytes()
		if string(b[:]) != c.Magic.String() {
			t.Errorf("%v.Magic() = %x, want %x", v, b, []byte(c.Magic))
		}
		if got, ok := marshal.Sniff(c.Magic); !ok || got != v {
			t.Errorf("Sniff(%x) = %v, %v, want %v", []byte(c.Magic), got, ok, v)
		}
	})
}

// TestProgram compares the reader's view of a compiled program with CPython's.
func TestProgram(t *testing.T) {
	eachVersion(t, "program", func(t *testing.T, v marshal.Version, c codeCase) {
		data, err := os.ReadFile(programFile(v.String()))
		if err != nil {
			t.Fatal(err)
		}
		pyc, err := marshal.LoadPyc(string(data))
		if err != nil {
			t.Fatal(err)
		}
		if h := pyc.Header; h.Version() != v || h.Mode != marshal.UncheckedHash {
			t.Errorf("header = %+v, want %v and unchecked-hash", h, v)
		}
		checkCode(t, pyc.Code, c)
		roundTrip(t, programFile(v.String()), string(data))
	})
}

func checkCode(t *testing.T, got *marshal.Code, want codeCase) {
	t.Helper()
	where := want.QualName
	check := func(field string, got, want any) {
		t.Helper()
		if got != want {
			t.Errorf("%s: %s = %q, want %q", where, field, got, want)
		}
	}
	check("name", marshal.Brief(got.Name), want.Name)
	check("qualname", marshal.Brief(got.QualName), want.QualName)
	check("filename", marshal.Brief(got.Filename), want.FileName)
	check("argcount", int(got.ArgCount), want.ArgCount)
	check("posonlyargcount", int(got.PosOnlyArgCount), want.PosOnlyArgCount)
	check("kwonlyargcount", int(got.KwOnlyArgCount), want.KwOnlyArgCount)
	check("nlocals", len(got.VarNames()), want.NLocals)
	check("stacksize", int(got.StackSize), want.StackSize)
	check("flags", int(got.Flags), want.Flags)
	check("firstlineno", int(got.FirstLineNo), want.FirstLineNo)
	check("code", got.Code.S, want.Code.String())
	check("linetable", got.LineTable.S, want.LineTable.String())
	check("exceptiontable", got.ExceptionTable.S, want.ExceptionTable.String())
	var names []*marshal.Str
	for _, o := range got.Names.Items {
		names = append(names, o.(*marshal.Str))
	}
	check("names", briefs(names), strings.Join(want.Names, " "))
	check("varnames", briefs(got.VarNames()), strings.Join(want.VarNames, " "))
	check("cellvars", briefs(got.CellVars()), strings.Join(want.CellVars, " "))
	check("freevars", briefs(got.FreeVars()), strings.Join(want.FreeVars, " "))
	check("number of constants", len(got.Consts.Items), len(want.Consts))
	for i := range min(len(got.Consts.Items), len(want.Consts)) {
		if inner, ok := got.Consts.Items[i].(*marshal.Code); ok {
			checkCode(t, inner, decodeCase[codeCase](t, want.Consts[i]))
			continue
		}
		text := decodeCase[string](t, want.Consts[i])
		if brief := marshal.Brief(got.Consts.Items[i]); !strings.Contains(brief, "...") && !strings.Contains(brief, "{") {
			check("constant", brief, text)
		}
	}
}

func briefs(names []*marshal.Str) string {
	var out []string
	for _, s := range names {
		out = append(out, marshal.Brief(s))
	}
	return strings.Join(out, " ")
}

func TestFloatBits(t *testing.T) {
	for _, bits := range []uint64{0, 1 << 63, 0x7ff0000000000001, 0xfff8000000001234, math.Float64bits(1.5)} {
		o := &marshal.Float{V: math.Float64frombits(bits)}
		b, err := marshal.Dump(o, 4)
		if err != nil {
			t.Fatal(err)
		}
		back := mustLoad(t, marshal.Py313, string(b))
		if got := math.Float64bits(back.(*marshal.Float).V); got != bits {
			t.Errorf("Load(Dump(float of bits %x)) = bits %x", bits, got)
		}
	}
}
