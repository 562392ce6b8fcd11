//go:build !unix && !windows

package host

import (
	"crypto/rand"
	"os"
	"time"
)

func processTime() (time.Duration, bool) { return 0, false }

func random(b []byte) error {
	_, err := rand.Read(b)
	return err
}

func isOpen(f *os.File) bool {
	_, err := f.Stat()
	return err == nil
}

func getwd() (string, error) { return os.Getwd() }
