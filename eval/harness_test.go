package eval

import (
	"strings"
	"testing"

	"github.com/krait-vm/krait/eval/asm"
	"github.com/krait-vm/krait/marshal"
	"github.com/krait-vm/krait/runtime"
	"github.com/krait-vm/krait/runtime/host"
	"github.com/krait-vm/krait/runtime/importer"
	"github.com/krait-vm/krait/runtime/modules"
)

// A testInterp is an interpreter with its builtins and sys, whose standard output is kept.
type testInterp struct {
	*runtime.Interp
	t    *runtime.Thread
	out  strings.Builder
	idle runtime.Checkpoint
}

// engineNames name the options of the two engines in subtests.
var engineNames = map[bool]string{false: "fast", true: "reference"}

func newTestInterp(tb testing.TB, minor int, o Options) *testInterp {
	tb.Helper()
	return newTestInterpOn(tb, runtime.NewInterp(New(o), host.New(), runtime.Version{Minor: minor}, runtime.Config{Args: []string{"test"}}))
}

func newTestInterpOn(tb testing.TB, in *runtime.Interp) *testInterp {
	tb.Helper()
	in.AcquireGIL()
	tb.Cleanup(in.ReleaseGIL)
	ti := &testInterp{Interp: in, t: in.Main}
	if exc := modules.Install(in); exc != nil {
		tb.Fatal(ti.message(exc))
	}
	stream := func(write func(s string)) runtime.Value {
		m, exc := runtime.NewNativeModule(ti.t, &runtime.ModuleSpec{Name: "stream", Functions: []runtime.MethodSpec{
			{Sig: "write(s, /)", Fn: func(t *runtime.Thread, _, s runtime.Value) (runtime.Value, *runtime.Exception) {
				x, ok := runtime.AsStr(s)
				if !ok {
					return runtime.Null, runtime.TypeErrorf(t, "write() argument must be str")
				}
				write(x.GoString())
				return runtime.Int(int64(x.Len())), nil
			}},
			{Sig: "flush()", Fn: func(*runtime.Thread, runtime.Value) (runtime.Value, *runtime.Exception) { return runtime.None, nil }},
		}}, runtime.NewDict(ti.t))
		if exc != nil {
			tb.Fatal(ti.message(exc))
		}
		return m.Value()
	}
	ti.set(tb, in.Sys.Dict, "stdout", stream(func(s string) { ti.out.WriteString(s) }))
	ti.set(tb, in.Sys.Dict, "stderr", stream(func(string) {}))
	importer.Install(in)
	ti.idle = ti.t.Checkpoint()
	return ti
}

func (ti *testInterp) set(tb testing.TB, d *runtime.Dict, name string, v Value) {
	tb.Helper()
	if exc := d.SetStr(ti.t, ti.t.Intern(name), v); exc != nil {
		tb.Fatal(ti.message(exc))
	}
}

// newMain makes a __main__ module and returns its namespace.
func (ti *testInterp) newMain(tb testing.TB) *runtime.Dict {
	tb.Helper()
	m := runtime.NewModule(ti.t, "__main__")
	ti.set(tb, ti.Modules, "__main__", m.Value())
	b, _ := ti.Modules.GetStr(ti.t.Intern("builtins"))
	ti.set(tb, m.Dict, "__builtins__", b)
	return m.Dict
}

func (ti *testInterp) load(tb testing.TB, c *marshal.Code) *runtime.Code {
	tb.Helper()
	code, exc := runtime.LoadCode(ti.t, c)
	if exc != nil {
		tb.Fatal(ti.message(exc))
	}
	return code
}

func (ti *testInterp) assemble(tb testing.TB, s asm.Spec) *runtime.Code {
	tb.Helper()
	c, err := asm.Assemble(marshal.Version(3<<8|ti.Version.Minor), s)
	if err != nil {
		tb.Fatal(err)
	}
	return ti.load(tb, c)
}

// message is an exception as "Type: text", "" for none.
func (ti *testInterp) message(e *Exception) string {
	if e == nil {
		return ""
	}
	s, exc := runtime.ToStr(ti.t, e.Value())
	if exc != nil {
		return e.Type().Name()
	}
	return e.Type().Name() + ": " + s.GoString()
}

// checkIdle checks that the thread is as it was before anything ran.
func (ti *testInterp) checkIdle(tb testing.TB) {
	tb.Helper()
	vm := vmOf(ti.t)
	if vm.fr != &vm.base || vm.inside || vm.depth() != 0 {
		tb.Errorf("%d frames left, inside = %v", vm.depth(), vm.inside)
	}
	if vm.exc != nil || !vm.result.IsNull() && vm.result != (Value{}) {
		tb.Errorf("result left: %v, %s", vm.result, ti.message(vm.exc))
	}
	if e := ti.t.HandledException(); e != nil {
		tb.Errorf("exception left: %s", ti.message(e))
	}
	if n := ti.t.HandleMark(); n != 0 {
		tb.Errorf("%d handles left", n)
	}
	if c := ti.t.Checkpoint(); c != ti.idle {
		tb.Errorf("thread's state left: %+v, want %+v", c, ti.idle)
	}
}
