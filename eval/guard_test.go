package eval

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/krait-vm/krait/eval/asm"
	"github.com/krait-vm/krait/runtime"
)

// define makes a function of assembled code under the name of its spec in a namespace.
func (ti *testInterp) define(tb testing.TB, ns *runtime.Dict, s asm.Spec) Value {
	tb.Helper()
	f := runtime.NewFunction(ti.t, ti.assemble(tb, s), ns, runtime.BuiltinsOf(ti.t, ns)).Value()
	ti.set(tb, ns, s.Name, f)
	return f
}

// TestPanic checks that a Go panic in native code, below frames of every kind, becomes a SystemError with a traceback, and that the thread
// is as good as new.
func TestPanic(t *testing.T) {
	for _, reference := range []bool{false, true} {
		for _, depth := range []int{1, 300, 900} {
			t.Run(fmt.Sprintf("%s/%d", engineNames[reference], depth), func(t *testing.T) {
				ti := newTestInterp(t, 13, Options{Reference: reference})
				ns := ti.newMain(t)
				m, exc := runtime.NewNativeModule(ti.t, &runtime.ModuleSpec{Name: "native", Functions: []runtime.MethodSpec{
					{Sig: "boom()", Fn: func(t *runtime.Thread, _ runtime.Value) (runtime.Value, *runtime.Exception) {
						t.Handle(runtime.None)
						if exc := t.Enter(""); exc != nil {
							return runtime.Null, exc
						}
						var items []Value
						return items[3], nil
					}},
				}}, runtime.NewDict(ti.t))
				if exc != nil {
					t.Fatal(ti.message(exc))
				}
				boom, _ := m.Dict.GetStr(ti.t.Intern("boom"))
				ti.set(t, ns, "boom", boom)
				// def gen(x): yield boom()
				ti.define(t, ns, asm.Spec{Name: "gen", Flags: asGenerator | asFunction, Args: 1, Locals: []string{"x"}, Text: `
					RETURN_GENERATOR
					POP_TOP
					LOAD_GLOBAL boom+NULL
					CALL 0
					YIELD_VALUE 0
					RETURN_CONST =None`})
				// def deep(n): return list(gen(n)) if n == 0 else deep(n - 1), within except ValueError
				deep := ti.define(t, ns, asm.Spec{Name: "deep", Flags: asFunction, Args: 1, Locals: []string{"n"}, Text: `
					start:	LOAD_FAST n
						LOAD_CONST =0
						COMPARE_OP 72
						POP_JUMP_IF_FALSE @more
						LOAD_GLOBAL list+NULL
						LOAD_GLOBAL gen+NULL
						LOAD_FAST n
						CALL 1
						CALL 1
						RETURN_VALUE
					more:	LOAD_GLOBAL deep+NULL
						LOAD_FAST n
						LOAD_CONST =1
						BINARY_OP 10
						CALL 1
						RETURN_VALUE
					end:	PUSH_EXC_INFO
						POP_TOP
						POP_EXCEPT
						RETURN_CONST =None
					.try start end end 0`})
				for range 3 {
					v, exc := runtime.Call(ti.t, deep, runtime.Int(int64(depth)))
					if got := ti.message(exc); !strings.HasPrefix(got, "SystemError: internal error: runtime error: index out of range [3]") {
						t.Fatalf("deep(%d) = %v, %q, want a SystemError that tells of the index", depth, v, got)
					}
					n := 0
					for tb := exc.TB; tb != nil; tb = tb.Next {
						n++
					}
					if n != depth+2 {
						t.Errorf("traceback of %d frames, want %d", n, depth+2)
					}
					ti.checkIdle(t)
				}
			})
		}
	}
}

// TestCancelEndsHostileLoops checks that each way to loop forever comes by a place where it can be stopped.
func TestCancelEndsHostileLoops(t *testing.T) {
	loops := map[string]asm.Spec{
		"jump":         {Text: "l: NOP\nJUMP_BACKWARD @l"},
		"no interrupt": {Text: "l: NOP\nJUMP_BACKWARD_NO_INTERRUPT @l"},
		"send":         {Flags: asGenerator, Text: "LOAD_GLOBAL iter+NULL\nLOAD_GLOBAL int\nLOAD_CONST =1\nCALL 2\nLOAD_CONST =None\nl: SEND @end\nPOP_TOP\nLOAD_CONST =None\nJUMP_BACKWARD_NO_INTERRUPT @l\nend: END_SEND\nRETURN_VALUE"},
		"handler":      {Text: "LOAD_CONST =1\nl: NOP\nRAISE_VARARGS 1\nend: NOP\n.try l end l 0"},
		"caught": {Text: `
			again:	NOP
				JUMP_BACKWARD @again
			end:	POP_TOP
				JUMP_BACKWARD @again
			.try again end end 0`},
	}
	for name, spec := range loops {
		for _, reference := range []bool{false, true} {
			t.Run(name+"/"+engineNames[reference], func(t *testing.T) {
				ti := newTestInterp(t, 13, Options{Reference: reference})
				ns := ti.newMain(t)
				code := ti.assemble(t, spec)
				timer := time.AfterFunc(10*time.Millisecond, ti.Cancel)
				defer timer.Stop()
				_, exc := ti.Engine().RunCode(ti.t, code, ns, runtime.Null, nil)
				if exc == nil || !exc.Uncatchable() {
					t.Errorf("ended with %q", ti.message(exc))
				}
				ti.EndCancel()
				ti.checkIdle(t)
			})
		}
	}
}

// TestBodyAsFunction checks that the code of a module or class body, called as a function, has its globals for a namespace.
func TestBodyAsFunction(t *testing.T) {
	body := asm.Spec{Name: "body", Text: "LOAD_NAME x\nLOAD_CONST =1\nBINARY_OP 0\nSTORE_NAME x\nRETURN_CONST =None"}
	for _, reference := range []bool{false, true} {
		ti := newTestInterp(t, 13, Options{Reference: reference})
		ns := ti.newMain(t)
		ti.set(t, ns, "x", runtime.Int(1))
		f := ti.define(t, ns, body)
		for i := range 3 {
			if _, exc := runtime.Call(ti.t, f); exc != nil {
				t.Fatal(ti.message(exc))
			}
			call := ti.assemble(t, asm.Spec{Text: "LOAD_NAME body\nPUSH_NULL\nCALL 0\nRETURN_VALUE"})
			if _, exc := ti.Engine().RunCode(ti.t, call, ns, runtime.Null, nil); exc != nil {
				t.Fatal(ti.message(exc))
			}
			if v, _ := ns.GetStr(ti.t.Intern("x")); v != runtime.Int(int64(3+2*i)) {
				t.Errorf("x = %v, want %d", v, 3+2*i)
			}
		}
	}
}

// TestHostileGenerators checks bodies that start twice, yield with exceptions pushed, or leave none to pop.
func TestHostileGenerators(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"twice", "RETURN_GENERATOR\nPOP_TOP\nRETURN_GENERATOR\nPOP_TOP\nRETURN_CONST =1", "SystemError: RETURN_GENERATOR in a running generator"},
		{"yield before", "LOAD_CONST =1\nYIELD_VALUE 0\nPOP_TOP\nRETURN_CONST =1", "SystemError: YIELD_VALUE before RETURN_GENERATOR"},
		{"pop nothing", "RETURN_GENERATOR\nPOP_TOP\nLOAD_CONST =1\nPOP_EXCEPT\nLOAD_CONST =1\nYIELD_VALUE 0\nPOP_TOP\nRETURN_CONST =1", "1"},
		{"push and yield", "RETURN_GENERATOR\nPOP_TOP\nLOAD_GLOBAL ValueError+NULL\nCALL 0\nPUSH_EXC_INFO\nYIELD_VALUE 0\nPOP_TOP\nPOP_EXCEPT\nRETURN_CONST =1", "1"},
		{"yield null", "RETURN_GENERATOR\nPOP_TOP\nPUSH_NULL\nYIELD_VALUE 0\nPOP_TOP\nRETURN_CONST =1", "1"},
	} {
		for _, reference := range []bool{false, true} {
			t.Run(c.name+"/"+engineNames[reference], func(t *testing.T) {
				ti := newTestInterp(t, 13, Options{Reference: reference})
				ns := ti.newMain(t)
				ti.define(t, ns, asm.Spec{Name: "gen", Flags: asGenerator | asFunction, Text: c.text})
				code := ti.assemble(t, asm.Spec{Text: `
						LOAD_CONST =0
						STORE_NAME n
						LOAD_NAME gen
						PUSH_NULL
						CALL 0
						GET_ITER
					next:	FOR_ITER @end
						POP_TOP
						LOAD_NAME n
						LOAD_CONST =1
						BINARY_OP 0
						STORE_NAME n
						JUMP_BACKWARD @next
					end:	END_FOR
						POP_TOP
						RETURN_CONST =None`})
				_, exc := ti.Engine().RunCode(ti.t, code, ns, runtime.Null, nil)
				got := ti.message(exc)
				if exc == nil {
					n, _ := ns.GetStr(ti.t.Intern("n"))
					got = fmt.Sprint(n.AsInt())
				}
				if got != c.want {
					t.Errorf("got %q, want %q", got, c.want)
				}
				ti.checkIdle(t)
			})
		}
	}
}
