package host

import (
	"io/fs"
	"os"
	"time"
)

// Chmod is os.Chmod.
func (h *OS) Chmod(name string, mode fs.FileMode) error { return os.Chmod(name, mode) }

// Symlink is os.Symlink.
func (h *OS) Symlink(target, name string) error { return os.Symlink(target, name) }

// Link is os.Link.
func (h *OS) Link(name, newName string) error { return os.Link(name, newName) }

// Chtimes is os.Chtimes.
func (h *OS) Chtimes(name string, atime, mtime time.Time) error {
	return os.Chtimes(name, atime, mtime)
}

// Truncate is os.Truncate.
func (h *OS) Truncate(name string, size int64) error { return os.Truncate(name, size) }
