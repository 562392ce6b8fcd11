// Package host gives programs the machine they run on: files, environment, clocks, randomness and standard streams of this process. It implements
// runtime.Host without importing it.
//
// Sleep and reading a terminal end early when Interrupt is called, so that Ctrl-C reaches a program that waits; the caller then looks for signals
// and goes on waiting if it still has to.
package host

import (
	"io"
	"io/fs"
	"os"
	"sync"
	"time"
)

// An OS is the operating system as this process sees it. It is safe for use by several goroutines, and one serves any number of interpreters.
type OS struct {
	start time.Time
	stdin *input

	mu     sync.Mutex
	wake   chan struct{} // closed by Interrupt
	missed bool          // nobody has waited since the last Interrupt
}

// New returns the host of this process.
func New() *OS {
	h := &OS{start: time.Now(), wake: make(chan struct{})}
	h.stdin = &input{host: h, file: os.Stdin}
	return h
}

// Interrupt ends all Sleeps and reads of the terminal that are under way.
func (h *OS) Interrupt() {
	h.mu.Lock()
	close(h.wake)
	h.wake, h.missed = make(chan struct{}), true
	h.mu.Unlock()
}

// waker returns a channel that the next Interrupt closes; it is closed already when one came just before, between the caller's last look for signals
// and its decision to wait. So a wait may end for no reason at all.
func (h *OS) waker() <-chan struct{} {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.missed {
		h.missed = false
		return closed
	}
	return h.wake
}

var closed = func() <-chan struct{} {
	c := make(chan struct{})
	close(c)
	return c
}()

// OpenFile is os.OpenFile.
func (h *OS) OpenFile(name string, flag int, perm fs.FileMode) (*os.File, error) {
	return os.OpenFile(name, flag, perm)
}

// Stat is os.Stat.
func (h *OS) Stat(name string) (fs.FileInfo, error) { return os.Stat(name) }

// Lstat is os.Lstat.
func (h *OS) Lstat(name string) (fs.FileInfo, error) { return os.Lstat(name) }

// ReadDir lists a folder in the order in which the system gives it.
func (h *OS) ReadDir(name string) ([]fs.DirEntry, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.ReadDir(-1)
}

// ReadFile is os.ReadFile.
func (h *OS) ReadFile(name string) ([]byte, error) { return os.ReadFile(name) }

// Mkdir is os.Mkdir.
func (h *OS) Mkdir(name string, perm fs.FileMode) error { return os.Mkdir(name, perm) }

// Remove is os.Remove.
func (h *OS) Remove(name string) error { return os.Remove(name) }

// Rename is os.Rename.
func (h *OS) Rename(from, to string) error { return os.Rename(from, to) }

// Getwd returns the working directory as the kernel has it.
func (h *OS) Getwd() (string, error) { return getwd() }

// Chdir is os.Chdir.
func (h *OS) Chdir(dir string) error { return os.Chdir(dir) }

// Readlink is os.Readlink.
func (h *OS) Readlink(name string) (string, error) { return os.Readlink(name) }

// Environ is os.Environ.
func (h *OS) Environ() []string { return os.Environ() }

// LookupEnv is os.LookupEnv.
func (h *OS) LookupEnv(key string) (string, bool) { return os.LookupEnv(key) }

// Setenv is os.Setenv.
func (h *OS) Setenv(key, value string) error { return os.Setenv(key, value) }

// Unsetenv is os.Unsetenv.
func (h *OS) Unsetenv(key string) error { return os.Unsetenv(key) }

// Now is the wall clock.
func (h *OS) Now() time.Time { return time.Now() }

// Monotonic is a clock that never goes back. It counts from the making of the host.
func (h *OS) Monotonic() time.Duration { return time.Since(h.start) }

// ProcessTime is the processor time of this process, user and system together.
func (h *OS) ProcessTime() time.Duration {
	if d, ok := processTime(); ok {
		return d
	}
	return h.Monotonic()
}

// Sleep waits for d, or until Interrupt.
func (h *OS) Sleep(d time.Duration) {
	wake := h.waker()
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-wake:
	}
}

// Random fills b with bytes fit for secrets.
func (h *OS) Random(b []byte) error { return random(b) }

// Stdin is standard input; see Std for the file.
func (h *OS) Stdin() io.Reader { return h.stdin }

// Stdout is standard output.
func (h *OS) Stdout() io.Writer { return os.Stdout }

// Stderr is standard error.
func (h *OS) Stderr() io.Writer { return os.Stderr }

// Std returns the file of a standard stream, nil when it is closed or fd is none.
func (h *OS) Std(fd int) *os.File {
	var f *os.File
	switch fd {
	case 0:
		f = os.Stdin
	case 1:
		f = os.Stdout
	case 2:
		f = os.Stderr
	default:
		return nil
	}
	if !isOpen(f) {
		return nil
	}
	return f
}

// Pid is the process number.
func (h *OS) Pid() int { return os.Getpid() }
