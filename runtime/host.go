package runtime

import (
	"io"
	"io/fs"
	"os"
	"time"
)

// Host is the one object through which native modules reach the outside: files, environment, clock, randomness. A sandbox is another
// implementation. Network and processes join it with the modules that need them.
type Host interface {
	OpenFile(name string, flag int, perm fs.FileMode) (*os.File, error)
	Stat(name string) (fs.FileInfo, error)
	Lstat(name string) (fs.FileInfo, error)
	ReadDir(name string) ([]fs.DirEntry, error)
	ReadFile(name string) ([]byte, error)
	Mkdir(name string, perm fs.FileMode) error
	Remove(name string) error
	Rename(old, new string) error
	Getwd() (string, error)
	Chdir(dir string) error
	Readlink(name string) (string, error)
	Environ() []string
	LookupEnv(key string) (string, bool)
	Setenv(key, value string) error
	Unsetenv(key string) error
	Now() time.Time
	Monotonic() time.Duration
	ProcessTime() time.Duration
	Sleep(d time.Duration)
	Random(b []byte) error
	Stdin() io.Reader
	Stdout() io.Writer
	Stderr() io.Writer
	// Std returns the standard stream as a file, nil when it is none.
	Std(fd int) *os.File
	Pid() int
}
