package runtime

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/krait-vm/krait/marshal"
)

// loadData makes the Python object for marshal data of 3.13.
func loadData(t *Thread, data string) (Value, *Exception, error) {
	o, _, err := marshal.LoadOptions{Version: marshal.Py313}.Load(data)
	if err != nil {
		return Null, nil, err
	}
	v, exc := FromMarshal(t, o)
	return v, exc, nil
}

func mustLoadData(t *testing.T, th *Thread, data string) Value {
	t.Helper()
	v, exc, err := loadData(th, data)
	if err != nil {
		t.Fatal(err)
	}
	if exc != nil {
		t.Fatal(message(th, exc))
	}
	return v
}

func testPyc(t *testing.T, version string) *marshal.Code {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "marshal", "testdata", "program.cpython-"+version+".pyc"))
	if err != nil {
		t.Fatal(err)
	}
	p, err := marshal.LoadPyc(string(data))
	if err != nil {
		t.Fatal(err)
	}
	return p.Code
}

// TestFromMarshalRoundTrip stores what it loaded from every recorded piece of marshal data and compares.
func TestFromMarshalRoundTrip(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "marshal", "testdata", "cases.json"))
	if err != nil {
		t.Fatal(err)
	}
	var cases any
	if err := json.Unmarshal(text, &cases); err != nil {
		t.Fatal(err)
	}
	n := 0
	walkHex(cases, func(data string) {
		o, _, err := marshal.LoadOptions{Version: marshal.Py313}.Load(data)
		if err != nil {
			return
		}
		th := newTestThread()
		v, exc := FromMarshal(th, o)
		if exc != nil {
			t.Errorf("FromMarshal(%x) = %s", data, message(th, exc))
			return
		}
		back, exc := ToMarshal(th, v)
		if exc != nil {
			t.Errorf("ToMarshal(FromMarshal(%x)) = %s", data, message(th, exc))
			return
		}
		if !hasDuplicates(o) && !marshal.Equal(o, back) {
			t.Errorf("ToMarshal(FromMarshal(%x)): %s", data, marshal.Diff(o, back))
		}
		n++
	})
	if n < 100 {
		t.Errorf("%d cases loaded, want at least 100", n)
	}
}

// walkHex calls f with every byte string in the "data" members of recorded cases.
func walkHex(x any, f func(string)) {
	switch x := x.(type) {
	case []any:
		for _, e := range x {
			walkHex(e, f)
		}
	case map[string]any:
		for k, e := range x {
			if s, ok := e.(string); ok && k == "data" {
				f(unhex(s))
			} else {
				walkHex(e, f)
			}
		}
	}
}

func unhex(s string) string {
	var b strings.Builder
	digit := func(c byte) byte { return byte(strings.IndexByte("0123456789abcdef", c)) }
	for i := 0; i+1 < len(s); i += 2 {
		b.WriteByte(digit(s[i])<<4 | digit(s[i+1]))
	}
	return b.String()
}

// hasDuplicates reports a set or dict, which may have equal keys in the data: then the object has fewer.
func hasDuplicates(o marshal.Object) bool {
	seen := map[marshal.Object]bool{}
	var walk func(o marshal.Object) bool
	walk = func(o marshal.Object) bool {
		if seen[o] {
			return false
		}
		seen[o] = true
		var items []marshal.Object
		switch o := o.(type) {
		case *marshal.Set:
			items = o.Items
			if len(items) > 1 {
				return true
			}
		case *marshal.Dict:
			return len(o.Pairs) > 1
		case *marshal.Tuple:
			items = o.Items
		case *marshal.List:
			items = o.Items
		}
		for _, e := range items {
			if walk(e) {
				return true
			}
		}
		return false
	}
	return walk(o)
}

func TestLoadCodeRoundTrip(t *testing.T) {
	for version, minor := range map[string]int{"313": 13, "314": 14} {
		mc := testPyc(t, version)
		th := NewInterp(noEngine{}, nil, Version{Minor: minor}, Config{}).Main
		c, exc := LoadCode(th, mc)
		if exc != nil {
			t.Fatal(message(th, exc))
		}
		back, exc := ToMarshal(th, c.Value())
		if exc != nil {
			t.Fatal(message(th, exc))
		}
		if !marshal.Equal(mc, back) {
			t.Errorf("%s: %s", version, marshal.Diff(mc, back))
		}
	}
	th := newTestThread()
	if _, exc := LoadCode(th, testPyc(t, "314")); exc == nil || !exc.Is(ValueErrorType) {
		t.Errorf("LoadCode(3.14 code) in 3.13 = %v, want ValueError", exc)
	}
}

func TestFromMarshalIdentity(t *testing.T) {
	th := newTestThread()
	// [x, x, (x,)] with x a list; a list in itself; one string twice.
	l := (*List)(mustLoadData(t, th, "[\x03\x00\x00\x00\xdb\x00\x00\x00\x00r\x00\x00\x00\x00)\x01r\x00\x00\x00\x00").p)
	if !Is(l.Items[0], l.Items[1]) || !Is(l.Items[0], (*Tuple)(l.Items[2].p).Items[0]) {
		t.Error("a list referred to three times became several")
	}
	l = (*List)(mustLoadData(t, th, "\xdb\x01\x00\x00\x00r\x00\x00\x00\x00").p)
	if !Is(l.Items[0], l.Value()) {
		t.Error("a list that contains itself does not")
	}
	v := mustLoadData(t, th, "Z\x03abc")
	if !Is(v, th.Intern("abc").Value()) {
		t.Error("a string marked as interned is not")
	}
	if v := mustLoadData(t, th, "z\x03xyz"); Is(v, th.Intern("xyz").Value()) {
		t.Error("a string not marked as interned is, outside code")
	}
}

// TestFromMarshalKeys checks sets and dicts whose keys are equal or hold others.
func TestFromMarshalKeys(t *testing.T) {
	for _, c := range []struct {
		name, data string
		want       int
	}{
		{"{1, 1.0, True, 2}", "<\x04\x00\x00\x00i\x01\x00\x00\x00g\x00\x00\x00\x00\x00\x00\xf0?Ti\x02\x00\x00\x00", 2},
		{"{(1,), (True,), (2,)}", "<\x03\x00\x00\x00)\x01i\x01\x00\x00\x00)\x01T)\x01i\x02\x00\x00\x00", 2},
		{"{frozenset({1}), frozenset({True}), (1,)}", "<\x03\x00\x00\x00>\x01\x00\x00\x00i\x01\x00\x00\x00>\x01\x00\x00\x00T)\x01T", 2},
		{"frozenset({(), ((),), ((),)})", ">\x03\x00\x00\x00)\x00)\x01)\x00)\x01)\x00", 2},
	} {
		th := newTestThread()
		s, _ := AsSet(mustLoadData(t, th, c.data))
		if s == nil || s.Len() != c.want {
			t.Errorf("%s has %d elements, want %d", c.name, s.Len(), c.want)
			continue
		}
		for pos := 0; ; {
			v, ok := s.Next(&pos)
			if !ok {
				break
			}
			if found, exc := s.Contains(th, v); exc != nil || !found {
				t.Errorf("%s does not find its element %d", c.name, pos)
			}
		}
	}
	th := newTestThread()
	d, _ := AsDict(mustLoadData(t, th, "{)\x01TNz\x01aN)\x01i\x01\x00\x00\x00T0"))
	if d.Len() != 2 {
		t.Errorf("{(True,): None, 'a': None, (1,): True} has %d keys, want 2", d.Len())
	}
	if v, ok, exc := d.Get(th, MakeTuple(th, Int(1)).Value()); !ok || exc != nil || !v.IsTrue() {
		t.Errorf("{(True,): None, (1,): True}[1,] = %v, %v, want True", v, ok)
	}
	if _, exc, err := loadData(th, "\xa9\x01<\x01\x00\x00\x00r\x00\x00\x00\x00"); err == nil && exc == nil {
		t.Error("a tuple that is an element of a set in itself was accepted")
	}
}

// TestFromMarshalBomb loads few bytes that are a tree of 2**70 leaves, as it is and as set elements.
func TestFromMarshalBomb(t *testing.T) {
	le32 := func(n int) string { return string([]byte{byte(n), byte(n >> 8), byte(n >> 16), byte(n >> 24)}) }
	bomb := func(base int) string {
		var b strings.Builder
		b.WriteString("(" + le32(71) + "\xa9\x01N")
		for i := range 70 {
			b.WriteString("\xa9\x02r" + le32(base+i) + "r" + le32(base+i))
		}
		return b.String()
	}
	data := map[string]string{
		"plain":        bomb(0),
		"set elements": ")\x03" + bomb(0) + bomb(71) + "<" + le32(2) + "r" + le32(70) + "r" + le32(141),
		"dict keys":    ")\x03" + bomb(0) + bomb(71) + "{r" + le32(70) + "Nr" + le32(141) + "T0",
	}
	for name, data := range data {
		done := make(chan Value)
		go func() {
			v, _, _ := loadData(newTestThread(), data)
			done <- v
		}()
		select {
		case v := <-done:
			x := ExactTuple(v)
			if x == nil {
				t.Errorf("%s: not loaded", name)
			} else if name == "set elements" {
				if s, _ := AsSet(x.Items[2]); s.Len() != 1 {
					t.Errorf("set of two equal bombs has %d elements, want 1", s.Len())
				}
			}
		case <-time.After(20 * time.Second):
			t.Fatalf("%s: takes longer than 20 s", name)
		}
	}
}

// TestFromMarshalDeep loads a tuple in a tuple and so on, far deeper than marshal nests, through references.
func TestFromMarshalDeep(t *testing.T) {
	var b strings.Builder
	const n = 1 << 18
	le32 := func(n int) string { return string([]byte{byte(n), byte(n >> 8), byte(n >> 16), byte(n >> 24)}) }
	b.WriteString("(" + le32(n+1) + "\xa9\x01N")
	for i := range n {
		b.WriteString("\xa9\x01r" + le32(i))
	}
	th := newTestThread()
	v := mustLoadData(t, th, b.String())
	if len(ExactTuple(v).Items) != n+1 {
		t.Errorf("%d items, want %d", len(ExactTuple(v).Items), n+1)
	}
	if o, exc := ToMarshal(th, v); exc != nil || len(o.(*marshal.Tuple).Items) != n+1 {
		t.Errorf("ToMarshal(deep tuple) = %v", exc)
	}
}

func TestToMarshalRefuses(t *testing.T) {
	th := newTestThread()
	_, exc := ToMarshal(th, MakeTuple(th, Int(1), NewCell(th, None).Value()).Value())
	if exc == nil || message(th, exc) != "ValueError: unmarshallable object" {
		t.Errorf("ToMarshal((1, cell)) = %v, want ValueError: unmarshallable object", exc)
	}
}

// FuzzFromMarshal makes objects of any marshal data and stores them again.
func FuzzFromMarshal(f *testing.F) {
	for _, data := range []string{
		"[\x03\x00\x00\x00\xdb\x00\x00\x00\x00r\x00\x00\x00\x00)\x01r\x00\x00\x00\x00", "{)\x01TNz\x01aN)\x01i\x01\x00\x00\x00T0",
		"<\x03\x00\x00\x00>\x01\x00\x00\x00i\x01\x00\x00\x00>\x01\x00\x00\x00T)\x01T", "\xa9\x02r\x00\x00\x00\x00y\x00\x00\x00\x00\x00\x00\xf0?\x00\x00\x00\x00\x00\x00\xf0?",
		"l\x05\x00\x00\x00\x01\x00\x02\x00\x03\x00\x04\x00\x05\x00", "s\x03\x00\x00\x00abcu\x02\x00\x00\x00\xc3\xa9",
	} {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data string) {
		o, _, err := marshal.LoadOptions{Version: marshal.Py313}.Load(data)
		if err != nil {
			return
		}
		th := newTestThread()
		v, exc := FromMarshal(th, o)
		if exc != nil {
			return
		}
		back, exc := ToMarshal(th, v)
		if exc != nil {
			t.Fatalf("ToMarshal(FromMarshal(%q)) = %s", data, message(th, exc))
		}
		if !hasDuplicates(o) && !marshal.Equal(o, back) {
			t.Errorf("ToMarshal(FromMarshal(%q)): %s", data, marshal.Diff(o, back))
		}
	})
}
