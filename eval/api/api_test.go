package api_test

import (
	"context"
	"errors"
	"math/big"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/krait-vm/krait/eval/api"
	"github.com/krait-vm/krait/marshal"
	"github.com/krait-vm/krait/runtime"
)

func load(t *testing.T, e *api.Engine, version string) *api.Program {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "shop.cpython-"+version+".pyc"))
	if err != nil {
		t.Fatal(err)
	}
	p, err := e.Load("shop.pyc", string(data))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// start runs the test program in a new interpreter.
func start(t *testing.T, e *api.Engine, p *api.Program) *api.Interpreter {
	t.Helper()
	in, err := e.NewInterpreter(p.Version(), api.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	if err := in.Run(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	return in
}

func TestConversions(t *testing.T) {
	e := api.New(api.Options{})
	in := start(t, e, load(t, e, "313"))
	defer in.Close()
	huge, _ := new(big.Int).SetString("123456789012345678901234567890", 10)
	for _, x := range []any{
		nil, true, false, int64(-5), huge, 2.5, "", "text", "é\U0001f600",
		[]byte{0, 255},
		[]any{int64(1), "a", []any{}},
		map[string]any{"a": int64(1), "b": []any{nil}},
	} {
		got, err := in.Call(t.Context(), "echo", x)
		if want := any([]any{x}); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("echo(%v) = %v, %v, want %v", x, got, err, want)
		}
	}
	if got, err := in.Call(t.Context(), "echo", 7, int64(8)); err != nil || !reflect.DeepEqual(got, []any{int64(7), int64(8)}) {
		t.Errorf("echo(7, 8) = %v, %v, want [7 8]", got, err)
	}
	for what, x := range map[string]any{"a struct": struct{}{}, "a channel": make(chan int)} {
		if _, err := in.Call(t.Context(), "echo", x); err == nil || !strings.Contains(err.Error(), "no Python object for a Go value") {
			t.Errorf("echo(%s) = %v, want TypeError", what, err)
		}
	}
	if _, err := in.Call(t.Context(), "nested"); err == nil || !strings.Contains(err.Error(), "RecursionError") {
		t.Errorf("nested() = %v, want RecursionError", err)
	}
}

func TestCallErrors(t *testing.T) {
	e := api.New(api.Options{})
	p := load(t, e, "314")
	in, err := e.NewInterpreter(p.Version(), api.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := in.Call(t.Context(), "double", 1); err == nil || !strings.Contains(err.Error(), "no program has run") {
		t.Errorf("Call before Run = %v, want NameError", err)
	}
	if err := in.Run(t.Context(), load(t, e, "313")); err == nil || !strings.Contains(err.Error(), "compiled for Python 3.13") {
		t.Errorf("Run(3.13) in an interpreter of 3.14 = %v, want RuntimeError", err)
	}
	if err := in.Run(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	_, err = in.Call(t.Context(), "fail", "x")
	var pe *api.Error
	if !errors.As(err, &pe) || pe.Type != "ValueError" || pe.Message != "x" || !strings.HasPrefix(pe.Traceback, "Traceback (most recent call last):\n") {
		t.Errorf("fail('x') = %+v, want ValueError: x with a traceback", err)
	}
	if _, err := in.Call(t.Context(), "nothing"); !errors.As(err, &pe) || pe.Type != "AttributeError" {
		t.Errorf("nothing() = %v, want AttributeError", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := in.Call(ctx, "count"); !errors.Is(err, context.Canceled) {
		t.Errorf("Call with a cancelled context = %v", err)
	}
	if err := in.Close(); err != nil {
		t.Errorf("Close = %v", err)
	}
	if _, err := in.Call(t.Context(), "count"); err == nil {
		t.Error("Call after Close succeeded")
	}
	if in.Close() == nil {
		t.Error("second Close succeeded")
	}
}

// TestSteps counts the same on both engines.
func TestSteps(t *testing.T) {
	var counts []uint64
	for _, reference := range []bool{false, true} {
		e := api.New(api.Options{Reference: reference, CountSteps: true})
		in := start(t, e, load(t, e, "314"))
		if _, err := in.Call(t.Context(), "total", map[string]any{"a": 1}); err != nil {
			t.Fatal(err)
		}
		counts = append(counts, in.Steps())
		in.Close()
	}
	if counts[0] == 0 || counts[0] != counts[1] {
		t.Errorf("steps = %d on the default engine, %d on the reference engine", counts[0], counts[1])
	}
}

// TestParallel runs one program in many interpreters at once.
func TestParallel(t *testing.T) {
	e := api.New(api.Options{})
	programs := []*api.Program{load(t, e, "313"), load(t, e, "314")}
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			p := programs[i%2]
			if err := p.Verify(); err != nil {
				t.Error(err)
			}
			in, err := e.NewInterpreter(p.Version(), api.Settings{})
			if err != nil {
				t.Error(err)
				return
			}
			defer in.Close()
			if err := in.Run(t.Context(), p); err != nil {
				t.Error(err)
			}
			for want := int64(1); want <= 50; want++ {
				if got, err := in.Call(t.Context(), "count"); err != nil || got != want {
					t.Errorf("count() = %v, %v, want %d", got, err, want)
					return
				}
			}
		})
	}
	wg.Wait()
}

// TestMainModule checks the names that __main__ begins with, against CPython's.
func TestMainModule(t *testing.T) {
	for version, want := range map[string]string{
		"313": "__name__ __doc__ __package__ __loader__ __spec__ __annotations__ __builtins__",
		"314": "__name__ __doc__ __package__ __loader__ __spec__ __builtins__",
	} {
		e := api.New(api.Options{})
		p := load(t, e, version)
		in, err := e.NewInterpreter(p.Version(), api.Settings{})
		if err != nil {
			t.Fatal(err)
		}
		th := in.Runtime().Main
		m, exc := in.NewMain(th)
		if exc != nil {
			t.Fatal(exc.Type().Name())
		}
		var names []string
		for pos := 0; ; {
			k, _, ok := m.Dict.Next(&pos)
			if !ok {
				break
			}
			s, _ := runtime.AsStr(k)
			names = append(names, s.GoString())
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("%s: names of __main__ = %s, want %s", version, got, want)
		}
		in.Close()
	}
}

func TestLoadErrors(t *testing.T) {
	e := api.New(api.Options{})
	if _, err := e.Load("x.pyc", "no .pyc file"); err == nil || err.Error() != "x.pyc: RuntimeError: Bad magic number in .pyc file" {
		t.Errorf("Load(text) = %v", err)
	}
	if _, err := e.NewProgram("x.pyc", &marshal.Code{Version: marshal.Py310}); err == nil || !strings.Contains(err.Error(), "3.10") {
		t.Errorf("NewProgram(3.10) = %v, want an error that names the version", err)
	}
	if _, ok := api.Supported(marshal.Py310); ok {
		t.Error("3.10 is supported")
	}
	if got, want := api.SupportedVersions().String(), "3.13 or 3.14"; got != want {
		t.Errorf("SupportedVersions = %s, want %s", got, want)
	}
}
