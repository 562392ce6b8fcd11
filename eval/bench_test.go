package eval

import (
	"testing"

	"github.com/krait-vm/krait/runtime"
)

// paths are the functions of testscripts/programs/engine/paths, each of which goes n times along one path through the engine.
var paths = []string{
	"loop", "for_range", "fib_calls", "method", "attribute", "list_items", "dict_int", "dict_str", "string", "floats", "instances", "exceptions",
	"generator", "closures", "comprehension", "try_block", "with_block", "keywords", "unpack",
}

// pathLength is the n of one call, so that ns/op is for that many rounds.
const pathLength = 10000

// BenchmarkPaths measures the fast engine on 3.14's bytecode; an operation is pathLength rounds.
func BenchmarkPaths(b *testing.B) { benchmarkPaths(b, Options{}) }

// BenchmarkReference measures the reference engine.
func BenchmarkReference(b *testing.B) { benchmarkPaths(b, Options{Reference: true}) }

func benchmarkPaths(b *testing.B, o Options) {
	ti, ns := pathsModule(b, o)
	for _, name := range paths {
		f, ok := ns.GetStr(ti.t.Intern(name))
		if !ok {
			b.Fatalf("no function %s", name)
		}
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, exc := runtime.Call(ti.t, f, runtime.Int(pathLength)); exc != nil {
					b.Fatal(ti.message(exc))
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/pathLength, "ns/round")
		})
	}
}

// pathsModule runs the module once and returns its namespace.
func pathsModule(tb testing.TB, o Options) (*testInterp, *runtime.Dict) {
	tb.Helper()
	for _, f := range programs(tb) {
		if f.Name == "engine/paths" {
			ti := newTestInterp(tb, 14, o)
			ns := ti.newMain(tb)
			if _, exc := ti.Engine().RunCode(ti.t, ti.load(tb, loadProgram(tb, f, "3.14")), ns, runtime.Null, nil); exc != nil {
				tb.Fatal(ti.message(exc))
			}
			return ti, ns
		}
	}
	tb.Fatal("no program engine/paths")
	return nil, nil
}

// TestPathsAlike checks that both engines return the same from each path at the length that is measured.
func TestPathsAlike(t *testing.T) {
	fast, fastNS := pathsModule(t, Options{})
	reference, referenceNS := pathsModule(t, Options{Reference: true})
	call := func(ti *testInterp, ns *runtime.Dict, name string) string {
		f, ok := ns.GetStr(ti.t.Intern(name))
		if !ok {
			t.Fatalf("no function %s", name)
		}
		v, exc := runtime.Call(ti.t, f, runtime.Int(pathLength))
		if exc != nil {
			t.Fatalf("%s: %s", name, ti.message(exc))
		}
		s, exc := runtime.Repr(ti.t, v)
		if exc != nil {
			t.Fatalf("%s: %s", name, ti.message(exc))
		}
		return s.GoString()
	}
	for _, name := range paths {
		if got, want := call(fast, fastNS, name), call(reference, referenceNS, name); got != want {
			t.Errorf("%s(%d) = %s, want %s", name, pathLength, got, want)
		}
	}
}
