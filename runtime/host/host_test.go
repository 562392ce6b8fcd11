package host

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"
)

func TestSleepEndsByInterrupt(t *testing.T) {
	h := New()
	done := make(chan bool)
	go func() {
		h.Sleep(time.Hour)
		done <- true
	}()
	for {
		h.Interrupt() // the first may come before Sleep began
		select {
		case <-done:
			return
		case <-time.After(time.Millisecond):
		}
	}
}

// TestReadEndsByInterrupt interrupts a read from a pipe; what is written later goes to the next read.
func TestReadEndsByInterrupt(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Skip("no pipes here: ", err)
	}
	defer r.Close()
	h := New()
	in := &input{host: h, file: r}
	type answer struct {
		text string
		err  error
	}
	read := func() answer {
		b := make([]byte, 3)
		n, err := in.Read(b)
		return answer{string(b[:n]), err}
	}
	done := make(chan answer)
	go func() { done <- read() }()
	var first answer
	for waiting := true; waiting; {
		h.Interrupt()
		select {
		case first = <-done:
			waiting = false
		case <-time.After(time.Millisecond):
		}
	}
	if !errors.Is(first.err, syscall.EINTR) {
		t.Errorf("interrupted read = %q, %v, want EINTR", first.text, first.err)
	}
	if _, err := w.WriteString("abcd"); err != nil {
		t.Fatal(err)
	}
	w.Close()
	in.host = New() // without interrupts left over
	got := []answer{read(), read()}
	if want := []answer{{"abc", nil}, {"d", nil}}; !slices.Equal(got, want) {
		t.Errorf("reads after the interrupt = %v, want %v", got, want)
	}
	if a := read(); a.text != "" || a.err == nil {
		t.Errorf("read at the end = %q, %v, want an error", a.text, a.err)
	}
}

func TestRandom(t *testing.T) {
	h := New()
	a, b := make([]byte, 32), make([]byte, 32)
	if err := h.Random(a); err != nil {
		t.Fatal(err)
	}
	if err := h.Random(b); err != nil {
		t.Fatal(err)
	}
	if slices.Equal(a, b) {
		t.Errorf("Random gave %x twice", a)
	}
}

func TestClocks(t *testing.T) {
	h := New()
	for name, clock := range map[string]func() time.Duration{"Monotonic": h.Monotonic, "ProcessTime": h.ProcessTime} {
		last := clock()
		for range 1000 {
			now := clock()
			if now < last {
				t.Fatalf("%s went from %v to %v", name, last, now)
			}
			last = now
		}
	}
}

func TestFiles(t *testing.T) {
	h := New()
	name := filepath.Join(t.TempDir(), "file")
	f, err := h.OpenFile(name, os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		t.Fatal(err)
	}
	f.Close()
	list, err := h.ReadDir(filepath.Dir(name))
	if err != nil || len(list) != 1 || list[0].Name() != "file" {
		t.Errorf("ReadDir = %v, %v, want one file", list, err)
	}
	if h.Std(0) == nil || h.Std(3) != nil {
		t.Errorf("Std(0), Std(3) = %v, %v, want a file and nil", h.Std(0), h.Std(3))
	}
}
