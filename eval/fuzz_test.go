package eval

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/krait-vm/krait/eval/lower"
	"github.com/krait-vm/krait/marshal"
	"github.com/krait-vm/krait/runtime"
	"github.com/krait-vm/krait/runtime/host"
)

// fuzzSeeds calls add with the code objects of some compiled programs.
func fuzzSeeds(f *testing.F, add func(minor uint8, c *marshal.Code)) {
	f.Helper()
	n := 0
	for minor := uint8(13); minor <= 14; minor++ {
		paths, err := filepath.Glob("../testscripts/programs/[c-g]*/*.cpython-3" + string('0'+minor/10) + string('0'+minor%10) + ".pyc")
		if err != nil {
			f.Fatal(err)
		}
		for i := 0; i < len(paths); i += 4 {
			data, err := os.ReadFile(paths[i])
			if err != nil {
				f.Fatal(err)
			}
			pyc, err := marshal.LoadPyc(string(data))
			if err != nil {
				f.Fatal(err)
			}
			for todo := []*marshal.Code{pyc.Code}; len(todo) > 0; {
				c := todo[len(todo)-1]
				todo = todo[:len(todo)-1]
				if len(c.Code.S) < 400 {
					add(minor, c)
					n++
				}
				for _, k := range c.Consts.Items {
					if inner, ok := k.(*marshal.Code); ok {
						todo = append(todo, inner)
					}
				}
			}
		}
	}
	if n < 100 {
		f.Fatalf("only %d seeds", n)
	}
}

// fuzzNames are the names that fuzzed code can use.
var fuzzNames = []string{"len", "list", "dict", "iter", "next", "ValueError", "f", "x", "append", "__init__", "int", "type", "super", "sorted", "print", "object", "send", "throw"}

// fuzzCode makes a code object around bytes.
func fuzzCode(minor uint8, flags int32, stack uint8, code, table string) *marshal.Code {
	names := func(list ...string) *marshal.Tuple {
		t := marshal.NewTuple()
		for _, s := range list {
			t.Items = append(t.Items, marshal.NewInternedStr(s))
		}
		return t
	}
	inner := &marshal.Code{
		Version: marshal.Version(3<<8 | 13 + int(minor)%2), Flags: flags, StackSize: 4, Code: marshal.NewBytes(code), Names: names(fuzzNames...),
		Consts: marshal.NewTuple(marshal.None, marshal.NewInt(1)), LocalsPlusNames: names("a", "b", "c"), LocalsPlusKinds: marshal.NewBytes("\x20\x40\x80"),
		Filename: marshal.NewStr("f"), Name: marshal.NewStr("inner"), QualName: marshal.NewStr("inner"), FirstLineNo: 1,
		LineTable: marshal.NewBytes(""), ExceptionTable: marshal.NewBytes(table), ArgCount: 1,
	}
	outer := *inner
	outer.Name, outer.QualName, outer.ArgCount, outer.StackSize = marshal.NewStr("outer"), marshal.NewStr("outer"), 0, int32(stack)
	outer.LocalsPlusNames = names("a", "b", "c", "d", "e", "g", "h", "i")
	outer.LocalsPlusKinds = marshal.NewBytes("\x20\x20\x20\x20\x20\x20\x40\x80")
	outer.Consts = marshal.NewTuple(marshal.None, marshal.NewInt(1), inner, marshal.NewStr("x"), marshal.NewTuple(marshal.NewStr("a")), marshal.NewInt(-3),
		marshal.NewTuple(), &marshal.Float{V: 1.5}, marshal.NewTuple(marshal.NewInt(0), marshal.NewInt(1)), marshal.True)
	return &outer
}

// FuzzLower feeds any bytes for bytecode and exception table to the verifier and both lowerings.
func FuzzLower(f *testing.F) {
	fuzzSeeds(f, func(minor uint8, c *marshal.Code) {
		f.Add(minor, c.Flags, uint8(c.StackSize), []byte(c.Code.S), []byte(c.ExceptionTable.S))
	})
	interps := newFuzzInterps(f)
	f.Fuzz(func(t *testing.T, minor uint8, flags int32, stack uint8, code, table []byte) {
		ti := interps[minor%2]
		c := ti.load(t, fuzzCode(minor, flags, stack, string(code), string(table)))
		verified := lower.Verify(c)
		for _, o := range []lower.Options{{}, {Steps: true}, {Plain: true}, {Plain: true, Steps: true}} {
			l, err := lower.Lower(c, o)
			if (err == nil) != (verified == nil) {
				t.Fatalf("Lower: %v, Verify: %v", err, verified)
			}
			if err != nil {
				continue
			}
			checkLowered(t, l)
		}
	})
}

// checkLowered checks that a lowering's operands and targets stay within the frame and the code.
func checkLowered(t *testing.T, l *lower.Code) {
	if len(l.HandlerOf) != len(l.Instrs) || len(l.DepthOf) != len(l.Instrs) {
		t.Fatalf("%d instructions, %d handlers, %d depths", len(l.Instrs), len(l.HandlerOf), len(l.DepthOf))
	}
	for i := range l.Instrs {
		in := &l.Instrs[i]
		if in.Op >= lower.NumEmitted {
			t.Fatalf("instruction %d: operation %d", i, in.Op)
		}
		for _, slot := range []uint32{in.A, in.B, in.C} {
			if uintptr(slot) >= l.FrameBytes || slot%valueSize != 0 {
				t.Fatalf("instruction %d (%d): slot at %d in a frame of %d", i, in.Op, slot, l.FrameBytes)
			}
		}
		if in.Target != nil && l.Index(in.Target) >= len(l.Instrs) {
			t.Fatalf("instruction %d: target outside", i)
		}
	}
}

// newFuzzInterps makes interpreters of 3.13 and 3.14.
func newFuzzInterps(tb testing.TB) [2]*testInterp {
	return [2]*testInterp{newTestInterp(tb, 13, Options{}), newTestInterp(tb, 14, Options{})}
}

// fuzzLimit is how long a fuzzed program may run.
const fuzzLimit = 20 * time.Millisecond

// FuzzRun runs what verifies on both engines. Nothing may end in a Go panic, and unless time was up both must end alike.
func FuzzRun(f *testing.F) {
	fuzzSeeds(f, func(minor uint8, c *marshal.Code) {
		f.Add(minor, c.Flags, uint8(c.StackSize), []byte(c.Code.S), []byte(c.ExceptionTable.S))
	})
	for _, c := range hostileCases {
		minor := c.minor
		if minor == 0 {
			minor = 13
		}
		ti := newTestInterp(f, minor, Options{})
		code := ti.assemble(f, c.spec)
		f.Add(uint8(minor), int32(code.Flags), uint8(code.StackSize), []byte(code.Bytecode), []byte(code.ExceptionTable))
	}
	f.Fuzz(func(t *testing.T, minor uint8, flags int32, stack uint8, code, table []byte) {
		mc := fuzzCode(minor, flags, stack, string(code), string(table))
		var ended [2]string
		for i, reference := range []bool{false, true} {
			ended[i] = runFuzzed(t, mc, reference)
			if ended[i] == "" {
				return
			}
		}
		if ended[0] != ended[1] {
			t.Errorf("ended with %s, on the reference engine with %s", ended[0], ended[1])
		}
	})
}

// runFuzzed runs a code object with few builtins and returns how it ended, "" when it is ill-formed or time was up.
func runFuzzed(t *testing.T, mc *marshal.Code, reference bool) string {
	in := runtime.NewInterp(New(Options{Reference: reference}), host.New(), runtime.Version{Minor: int(mc.Version & 0xff)}, runtime.Config{MaxAlloc: 1 << 22})
	full := newTestInterpOn(t, in)
	code := full.load(t, mc)
	if lower.Verify(code) != nil {
		return ""
	}
	ns := full.newMain(t)
	full.limitBuiltins(t, ns)
	timer := time.AfterFunc(fuzzLimit, full.Cancel)
	_, exc := full.Engine().RunCode(full.t, code, ns, runtime.Null, nil)
	timer.Stop()
	full.EndCancel()
	full.checkIdle(t)
	switch {
	case exc == nil:
		return "a result"
	case exc.Uncatchable():
		return ""
	}
	if msg := full.message(exc); strings.HasPrefix(msg, "SystemError: internal error") {
		t.Error(msg)
	}
	return exc.Type().Name()
}

// limitBuiltins gives a namespace those builtins of fuzzNames.
func (ti *testInterp) limitBuiltins(tb testing.TB, ns *runtime.Dict) {
	few := runtime.NewDict(ti.t)
	for _, name := range fuzzNames {
		if v, ok := ti.Builtins.GetStr(ti.t.Intern(name)); ok {
			ti.set(tb, few, name, v)
		}
	}
	ti.set(tb, ns, "__builtins__", few.Value())
}
