package host

import (
	"io/fs"
	"os"
	"sync"
	"syscall"
)

// An input is standard input. A file can be read at once; reading a terminal or a pipe may take for ever, so it is done by a goroutine that
// Interrupt leaves behind. What that goroutine reads afterwards is kept for the next Read.
type input struct {
	host *OS
	file *os.File

	mu      sync.Mutex
	checked bool
	direct  bool        // reads return at once
	pending chan result // of the read under way, nil for none
	rest    []byte      // read but not handed out
	err     error       // follows rest
}

// A result is what a read gave.
type result struct {
	data []byte
	err  error
}

// Read is file.Read, but ends with EINTR when Interrupt is called before anything came.
func (in *input) Read(b []byte) (int, error) {
	in.mu.Lock()
	defer in.mu.Unlock()
	if !in.checked {
		in.checked = true
		st, err := in.file.Stat()
		in.direct = err == nil && st.Mode()&(fs.ModeCharDevice|fs.ModeNamedPipe|fs.ModeSocket) == 0
	}
	if in.direct {
		return in.file.Read(b)
	}
	if len(b) == 0 {
		return 0, nil
	}
	if len(in.rest) == 0 && in.err == nil {
		if err := in.wait(len(b)); err != nil {
			return 0, err
		}
	}
	if len(in.rest) > 0 {
		n := copy(b, in.rest)
		in.rest = in.rest[n:]
		return n, nil
	}
	err := in.err
	in.err = nil
	return 0, err
}

// wait waits for the read under way, or a new one of at most n bytes.
func (in *input) wait(n int) error {
	wake := in.host.waker()
	if in.pending == nil {
		in.pending = make(chan result, 1)
		go func(done chan<- result) {
			b := make([]byte, n)
			n, err := in.file.Read(b)
			done <- result{b[:n], err}
		}(in.pending)
	}
	select {
	case r := <-in.pending:
		in.pending = nil
		in.rest, in.err = r.data, r.err
		return nil
	case <-wake:
		return &fs.PathError{Op: "read", Path: in.file.Name(), Err: syscall.EINTR}
	}
}
