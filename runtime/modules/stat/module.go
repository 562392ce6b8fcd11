// Package stat is Python's _stat module: the bits of file modes as Linux has them.
package stat

import "github.com/krait-vm/krait/runtime"

type (
	// Value is a Python value.
	Value = runtime.Value
	// Exception is a Python exception.
	Exception = runtime.Exception
	// Thread is a Python thread.
	Thread = runtime.Thread
)

// Spec describes the module.
var Spec = &runtime.ModuleSpec{
	Name: "_stat",
	Doc:  "S_IFMT_: file type bits\nS_IFDIR: directory\nS_IFCHR: character device\nS_IFBLK: block device\nS_IFREG: regular file",
	Functions: []runtime.MethodSpec{
		isKind("S_ISDIR", "S_ISDIR(mode) -> bool\n\nReturn True if mode is from a directory.", 0o040000),
		isKind("S_ISCHR", "S_ISCHR(mode) -> bool\n\nReturn True if mode is from a character special device file.", 0o020000),
		isKind("S_ISBLK", "S_ISBLK(mode) -> bool\n\nReturn True if mode is from a block special device file.", 0o060000),
		isKind("S_ISREG", "S_ISREG(mode) -> bool\n\nReturn True if mode is from a regular file.", 0o100000),
		isKind("S_ISFIFO", "S_ISFIFO(mode) -> bool\n\nReturn True if mode is from a FIFO (named pipe).", 0o010000),
		isKind("S_ISLNK", "S_ISLNK(mode) -> bool\n\nReturn True if mode is from a symbolic link.", 0o120000),
		isKind("S_ISSOCK", "S_ISSOCK(mode) -> bool\n\nReturn True if mode is from a socket.", 0o140000),
		isKind("S_ISDOOR", "S_ISDOOR(mode) -> bool\n\nReturn True if mode is from a door.", noKind),
		isKind("S_ISPORT", "S_ISPORT(mode) -> bool\n\nReturn True if mode is from an event port.", noKind),
		isKind("S_ISWHT", "S_ISWHT(mode) -> bool\n\nReturn True if mode is from a whiteout.", noKind),
		{Sig: "S_IMODE($self, object, /)", Doc: "Return the portion of the file's mode that can be set by os.chmod().", Fn: permissions},
		{Sig: "S_IFMT($self, object, /)", Doc: "Return the portion of the file's mode that describes the file type.", Fn: fileType},
		{Sig: "filemode($self, object, /)", Doc: "Convert a file's mode to a string of the form '-rwxrwxrwx'", Fn: fileMode},
	},
	Init: func(t *Thread, m *runtime.Module) *Exception {
		for _, c := range constants {
			if c.since == 0 || t.Interp().Version.At(c.since) {
				m.Set(t, c.name, runtime.Int(c.value))
			}
		}
		return nil
	},
}

// constants are the names and numbers of the module, with the first Python 3.x that has them.
var constants = []struct {
	name  string
	value int64
	since int
}{
	{"SF_APPEND", 262144, 0},
	{"SF_ARCHIVED", 65536, 0},
	{"SF_DATALESS", 1073741824, 13},
	{"SF_FIRMLINK", 8388608, 13},
	{"SF_IMMUTABLE", 131072, 0},
	{"SF_NOUNLINK", 1048576, 0},
	{"SF_SETTABLE", 4294901760, 13},
	{"SF_SNAPSHOT", 2097152, 0},
	{"ST_ATIME", 7, 0},
	{"ST_CTIME", 9, 0},
	{"ST_DEV", 2, 0},
	{"ST_GID", 5, 0},
	{"ST_INO", 1, 0},
	{"ST_MODE", 0, 0},
	{"ST_MTIME", 8, 0},
	{"ST_NLINK", 3, 0},
	{"ST_SIZE", 6, 0},
	{"ST_UID", 4, 0},
	{"S_ENFMT", 1024, 0},
	{"S_IEXEC", 64, 0},
	{"S_IFBLK", 24576, 0},
	{"S_IFCHR", 8192, 0},
	{"S_IFDIR", 16384, 0},
	{"S_IFDOOR", 0, 0},
	{"S_IFIFO", 4096, 0},
	{"S_IFLNK", 40960, 0},
	{"S_IFPORT", 0, 0},
	{"S_IFREG", 32768, 0},
	{"S_IFSOCK", 49152, 0},
	{"S_IFWHT", 0, 0},
	{"S_IREAD", 256, 0},
	{"S_IRGRP", 32, 0},
	{"S_IROTH", 4, 0},
	{"S_IRUSR", 256, 0},
	{"S_IRWXG", 56, 0},
	{"S_IRWXO", 7, 0},
	{"S_IRWXU", 448, 0},
	{"S_ISGID", 1024, 0},
	{"S_ISUID", 2048, 0},
	{"S_ISVTX", 512, 0},
	{"S_IWGRP", 16, 0},
	{"S_IWOTH", 2, 0},
	{"S_IWRITE", 128, 0},
	{"S_IWUSR", 128, 0},
	{"S_IXGRP", 8, 0},
	{"S_IXOTH", 1, 0},
	{"S_IXUSR", 64, 0},
	{"UF_APPEND", 4, 0},
	{"UF_COMPRESSED", 32, 0},
	{"UF_DATAVAULT", 128, 13},
	{"UF_HIDDEN", 32768, 0},
	{"UF_IMMUTABLE", 2, 0},
	{"UF_NODUMP", 1, 0},
	{"UF_NOUNLINK", 16, 0},
	{"UF_OPAQUE", 8, 0},
	{"UF_SETTABLE", 65535, 13},
	{"UF_TRACKED", 64, 13},
}

const (
	kindMask = 0o170000
	permMask = 0o7777
	noKind   = -1 // of what Linux does not have
)

// mode converts a mode, which is an int of 32 bits.
func mode(t *Thread, v Value) (int64, *Exception) {
	if !t.Interp().Version.At(14) && runtime.TypeOf(v).Index == nil {
		return 0, runtime.Raise(t, runtime.TypeErrorType, "an integer is required")
	}
	i, exc := runtime.Index(t, v)
	if exc != nil {
		return 0, exc
	}
	if !i.IsInt() {
		return 0, runtime.Raise(t, runtime.OverflowErrorType, "Python int too large to convert to C unsigned long")
	}
	if i.AsInt() < 0 {
		return 0, runtime.Raise(t, runtime.OverflowErrorType, "can't convert negative value to unsigned int")
	}
	if i.AsInt() > 1<<32-1 {
		return 0, runtime.Raise(t, runtime.OverflowErrorType, "mode out of range")
	}
	return i.AsInt(), nil
}

func isKind(name, doc string, kind int64) runtime.MethodSpec {
	return runtime.MethodSpec{Sig: name + "($self, object, /)", Doc: doc, Fn: func(t *Thread, _, v Value) (Value, *Exception) {
		m, exc := mode(t, v)
		return runtime.Bool(m&kindMask == kind), exc
	}}
}

func permissions(t *Thread, _, v Value) (Value, *Exception) {
	m, exc := mode(t, v)
	return runtime.Int(m & permMask), exc
}

func fileType(t *Thread, _, v Value) (Value, *Exception) {
	m, exc := mode(t, v)
	return runtime.Int(m & kindMask), exc
}

func fileMode(t *Thread, _, v Value) (Value, *Exception) {
	m, exc := mode(t, v)
	if exc != nil {
		return runtime.Null, exc
	}
	const letters = "?pc?d?b?-?l?s???" // by the type's four bits
	b := []byte{letters[m>>12&15]}
	for shift := 6; shift >= 0; shift -= 3 {
		bits := m >> shift
		for i, c := range []byte("rwx") {
			if bits&(4>>i) == 0 {
				c = '-'
			}
			b = append(b, c)
		}
	}
	// The set-user-ID, set-group-ID and sticky bits show in place of the x.
	for i, c := range []byte("sst") {
		if m&(0o4000>>i) == 0 {
			continue
		}
		at := &b[3*(i+1)]
		if *at == '-' {
			c -= 'a' - 'A'
		}
		*at = c
	}
	return runtime.NewStr(t, string(b)).Value(), nil
}
