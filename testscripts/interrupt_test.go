//go:build unix

package testscripts

import (
	"bufio"
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/krait-vm/krait/tools/cpython"
)

// TestInterrupt sends Ctrl-C to a program that computes, sleeps, waits for input or runs in native code. Uncaught, the KeyboardInterrupt ends the process
// by the signal, as CPython does; a program may catch it and go on.
func TestInterrupt(t *testing.T) {
	for _, c := range []struct {
		how   string
		times int
		out   string // but for the lines that say "ready"
	}{
		{"spin", 1, ""}, {"nap", 1, ""}, {"read", 1, ""}, {"call", 1, ""}, {"catch", 2, "caught KeyboardInterrupt()\nfinally\n"},
	} {
		for _, version := range []string{"313", "314"} {
			for _, engine := range []string{"", "reference"} {
				t.Run(c.how+"/"+version+"/"+engine, func(t *testing.T) {
					p := startWaiting(t, version, engine, c.how)
					for range c.times {
						p.waitReady(t)
						p.signal(t)
					}
					out, stderr, status := p.end(t)
					if out != c.out {
						t.Errorf("standard output = %q, want %q", out, c.out)
					}
					if !strings.HasSuffix(stderr, "\nKeyboardInterrupt\n") {
						t.Errorf("standard error = %q, want a traceback that ends with KeyboardInterrupt", stderr)
					}
					if !status.Signaled() || status.Signal() != syscall.SIGINT {
						t.Errorf("ended with %v, want by SIGINT", status)
					}
				})
			}
		}
	}
}

// A waiting is a run of the program waits.
type waiting struct {
	cmd    *exec.Cmd
	stdin  io.WriteCloser
	stdout *bufio.Reader
	stderr bytes.Buffer
	seen   string // of standard output, without the lines that say "ready"
}

func startWaiting(t *testing.T, version, engine, how string) *waiting {
	t.Helper()
	p := &waiting{cmd: exec.Command(krait, filepath.Join("programs", "cli", "waits.cpython-"+version+".pyc"), how)}
	p.cmd.Env = append(cpython.Environ(), "KRAIT_ENGINE="+engine)
	p.cmd.Stderr = &p.stderr
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	p.stdout = bufio.NewReader(out)
	if p.stdin, err = p.cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	// A program that does not end by itself is not waited for.
	stop := time.AfterFunc(programLimit, func() { p.cmd.Process.Kill() })
	t.Cleanup(func() { stop.Stop() })
	return p
}

// waitReady reads the line by which the program says that it waits.
func (p *waiting) waitReady(t *testing.T) {
	t.Helper()
	for {
		line, err := p.stdout.ReadString('\n')
		if line == "ready\n" {
			return
		}
		if err != nil {
			p.cmd.Wait()
			t.Fatalf("the program ended: %v, standard error %q", p.cmd.ProcessState, p.stderr.String())
		}
		p.seen += line
	}
}

func (p *waiting) signal(t *testing.T) {
	t.Helper()
	if err := p.cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
}

// end waits for the end of the program and returns what it has printed.
func (p *waiting) end(t *testing.T) (stdout, stderr string, status syscall.WaitStatus) {
	t.Helper()
	out, err := io.ReadAll(p.stdout)
	if err != nil {
		t.Fatal(err)
	}
	p.stdin.Close()
	p.cmd.Wait()
	return p.seen + string(out), p.stderr.String(), p.cmd.ProcessState.Sys().(syscall.WaitStatus)
}
