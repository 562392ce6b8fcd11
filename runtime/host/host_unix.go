//go:build unix

package host

import (
	"io"
	"os"
	"syscall"
	"time"
)

func processTime() (time.Duration, bool) {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0, false
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano()), true
}

// random reads the kernel's generator. It does so by file: package crypto/rand costs every start of the program its self-tests.
func random(b []byte) error {
	f, err := os.Open("/dev/urandom")
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.ReadFull(f, b)
	return err
}

func isOpen(f *os.File) bool {
	var st syscall.Stat_t
	return syscall.Fstat(int(f.Fd()), &st) == nil
}

// getwd asks the kernel; os.Getwd would return $PWD, symbolic links and all.
func getwd() (string, error) {
	dir, err := syscall.Getwd()
	return dir, os.NewSyscallError("getcwd", err)
}
