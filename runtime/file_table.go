package runtime

import (
	"os"
	"weak"
)

// A fileTable gives the files that an interpreter opened their descriptor numbers, so that os.read(f.fileno(), n) and open(fd) find them again.
type fileTable struct {
	files map[int]weak.Pointer[os.File]
	kept  map[int]*os.File // files that nothing else keeps open: os.open
}

// AddFile enters an open file and returns its descriptor number. It does not keep the file from being closed by Go's collector.
func (in *Interp) AddFile(f *os.File) int {
	fd := int(f.Fd())
	if in.descriptors.files == nil {
		in.descriptors.files = map[int]weak.Pointer[os.File]{}
	}
	in.descriptors.files[fd] = weak.Make(f)
	return fd
}

// KeepFile is AddFile for a file that stays open until DropFile.
func (in *Interp) KeepFile(f *os.File) int {
	fd := in.AddFile(f)
	if in.descriptors.kept == nil {
		in.descriptors.kept = map[int]*os.File{}
	}
	in.descriptors.kept[fd] = f
	return fd
}

// FileByNumber returns the open file of a descriptor number: one that was entered, or a standard stream; nil when there is none.
func (in *Interp) FileByNumber(fd int) *os.File {
	if w, ok := in.descriptors.files[fd]; ok {
		if f := w.Value(); f != nil {
			return f
		}
	}
	if fd >= 0 && fd <= 2 {
		return in.host.Std(fd)
	}
	return nil
}

// DropFile forgets a descriptor number, whose file the caller closes.
func (in *Interp) DropFile(fd int) {
	delete(in.descriptors.files, fd)
	delete(in.descriptors.kept, fd)
}
