// Golden compiles the test programs with every CPython and records what CPython prints for them. The records come from
// CPython alone, never from this project's engine.
//
//	go run ./tools/golden                rebuild what has changed
//	go run ./tools/golden -run strings/  only fixtures whose name contains the text
//	go run ./tools/golden -check         compare only: decoded code objects (not bytes) and outcomes
//
// A missing CPython is told in one line; with KRAIT_CI=1, or when there is something to record, it is a failure.
package main

import (
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	goruntime "runtime"
	"strings"
	"sync"
	"time"

	"github.com/krait-vm/krait/tools/cpython"
	"github.com/krait-vm/krait/tools/fixtures"
)

//go:embed compile.py
var compileText string

// timeLimit is for one run of one program; those here take a fraction of a second.
const timeLimit = 60 * time.Second

func main() {
	check := flag.Bool("check", false, "compare with what is recorded, write nothing")
	only := flag.String("run", "", "only fixtures whose name contains `text`")
	flag.Parse()
	changes, err := run(*check, *only)
	if err != nil {
		fmt.Fprintln(os.Stderr, "golden:", err)
		os.Exit(1)
	}
	if *check && changes > 0 {
		fmt.Fprintf(os.Stderr, "golden: %d differences; \"go run ./tools/golden\" records anew\n", changes)
		os.Exit(1)
	}
}

// run does the work and returns the number of files that changed or differ.
func run(check bool, only string) (int, error) {
	root, err := cpython.Root()
	if err != nil {
		return 0, err
	}
	all, err := fixtures.List(filepath.Join(root, "testscripts", "programs"))
	if err != nil {
		return 0, err
	}
	var list []*fixtures.Fixture
	for _, f := range all {
		if strings.Contains(f.Name, only) {
			list = append(list, f)
		}
	}
	pythons := map[string]*cpython.Python{}
	for _, version := range fixtures.Versions {
		p, err := cpython.Find(version)
		var missing *cpython.Missing
		switch {
		case err == nil:
			pythons[version] = p
		case errors.As(err, &missing) && check && !cpython.Mandatory():
			fmt.Fprintln(os.Stderr, err)
		default:
			return 0, err
		}
	}
	changes := 0
	for _, version := range fixtures.Versions {
		if p := pythons[version]; p != nil {
			n, err := compileAll(p, list, !check)
			if err != nil {
				return 0, fmt.Errorf("compiling with CPython %s: %w", version, err)
			}
			changes += n
		}
	}
	n, err := recordAll(pythons, list, check)
	fmt.Printf("%d fixtures, %d files differ\n", len(list), changes+n)
	return changes + n, err
}

// compileAll brings the compiled files of one version up to date, or compares them.
func compileAll(p *cpython.Python, list []*fixtures.Fixture, write bool) (int, error) {
	var jobs [][3]string
	for _, f := range list {
		if f.For(p.Version) {
			jobs = append(jobs, [3]string{f.Source(), f.Base + ".py", filepath.Join(f.Dir, f.Pyc(p.Version))})
		}
	}
	request, err := json.Marshal(map[string]any{"write": write, "jobs": jobs})
	if err != nil {
		return 0, err
	}
	cmd := p.Command("-c", compileText)
	cmd.Stdin = strings.NewReader(string(request))
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return 0, err
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	if len(jobs) > 0 && len(lines) != len(jobs) {
		return 0, fmt.Errorf("%d answers for %d jobs", len(lines), len(jobs))
	}
	changes := 0
	for i, job := range jobs {
		answer := strings.TrimSpace(lines[i])
		if answer == "same" {
			continue
		}
		changes++
		fmt.Printf("%s: %s\n", filepath.Base(job[2]), answer)
		if write && answer != "new" {
			return changes, fmt.Errorf("%s does not compile", job[0])
		}
	}
	return changes, nil
}

// recordAll runs the fixtures on a few workers and writes or compares their outcomes.
func recordAll(pythons map[string]*cpython.Python, list []*fixtures.Fixture, check bool) (int, error) {
	var (
		wg      sync.WaitGroup
		mu      sync.Mutex
		changes int
		failed  error
		queue   = make(chan *fixtures.Fixture)
	)
	for range goruntime.NumCPU() {
		wg.Go(func() {
			for f := range queue {
				n, err := record(pythons, f, check)
				mu.Lock()
				changes += n
				if err != nil {
					failed = errors.Join(failed, fmt.Errorf("%s: %w", f.Name, err))
				}
				mu.Unlock()
			}
		})
	}
	for _, f := range list {
		queue <- f
	}
	close(queue)
	wg.Wait()
	return changes, failed
}

// record runs one fixture with every version that it is for.
func record(pythons map[string]*cpython.Python, f *fixtures.Fixture, check bool) (int, error) {
	outcomes := map[string]*fixtures.Outcome{}
	changes := 0
	for _, version := range f.Versions {
		p := pythons[version]
		if p == nil {
			continue
		}
		got, err := runOnce(p, f)
		if err != nil {
			return changes, err
		}
		outcomes[version] = got
		if check {
			want, err := f.Expected(version)
			if err != nil {
				return changes, err
			}
			if diff := want.Diff(got); diff != "" {
				changes++
				fmt.Printf("%s: CPython %s does otherwise: %s", f.Name, p.Release, diff)
			}
			continue
		}
		again, err := runOnce(p, f)
		if err != nil {
			return changes, err
		}
		if diff := got.Diff(again); diff != "" {
			return changes, fmt.Errorf("two runs of CPython %s differ: %s", version, diff)
		}
	}
	if check {
		return changes, nil
	}
	return writeFiles(f.Files(outcomes))
}

// runOnce runs a compiled fixture under its CPython, in its own folder.
func runOnce(p *cpython.Python, f *fixtures.Fixture) (*fixtures.Outcome, error) {
	stdin, err := f.Stdin()
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), timeLimit)
	defer cancel()
	plain := p.Command(f.Pyc(p.Version))
	cmd := exec.CommandContext(ctx, plain.Path, plain.Args[1:]...)
	cmd.Env, cmd.Dir = plain.Env, f.Dir
	cmd.Stdin = strings.NewReader(string(stdin))
	var stdout, stderr strings.Builder
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err = cmd.Run()
	var exit *exec.ExitError
	if ctx.Err() != nil {
		return nil, fmt.Errorf("CPython %s ran for more than %v", p.Version, timeLimit)
	}
	if err != nil && !errors.As(err, &exit) {
		return nil, err
	}
	if status := cmd.ProcessState.ExitCode(); status != f.Exit {
		return nil, fmt.Errorf("CPython %s: exit status %d, the program declares %d: %s", p.Version, status, f.Exit, stderr.String())
	}
	return f.Observe([]byte(stdout.String()), []byte(stderr.String()), f.Exit), nil
}

// writeFiles makes the files be as given and returns how many were not.
func writeFiles(files map[string][]byte) (int, error) {
	changes := 0
	for path, content := range files {
		old, err := os.ReadFile(path)
		switch {
		case err != nil && !os.IsNotExist(err):
			return changes, err
		case content == nil && err == nil:
			err = os.Remove(path)
		case content != nil && (err != nil || string(old) != string(content)):
			err = os.WriteFile(path, content, 0o644)
		default:
			continue
		}
		if err != nil {
			return changes, err
		}
		changes++
		fmt.Println(filepath.Base(path) + ": new")
	}
	return changes, nil
}
