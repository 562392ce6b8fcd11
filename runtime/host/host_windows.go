package host

import (
	"crypto/rand"
	"os"
	"syscall"
	"time"
)

func processTime() (time.Duration, bool) {
	var created, exited, kernel, user syscall.Filetime
	p, err := syscall.GetCurrentProcess()
	if err != nil {
		return 0, false
	}
	if err := syscall.GetProcessTimes(p, &created, &exited, &kernel, &user); err != nil {
		return 0, false
	}
	return time.Duration(ticks(kernel)+ticks(user)) * 100, true
}

// ticks is a duration in units of 100 ns.
func ticks(t syscall.Filetime) int64 { return int64(t.HighDateTime)<<32 | int64(t.LowDateTime) }

func random(b []byte) error {
	_, err := rand.Read(b)
	return err
}

func isOpen(f *os.File) bool {
	_, err := syscall.GetFileType(syscall.Handle(f.Fd()))
	return err == nil
}

func getwd() (string, error) { return os.Getwd() }
