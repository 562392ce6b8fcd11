// Package posix is the posix module: files, folders, descriptors and the environment, by way of the host.
//
// Paths are taken apart in path.go, files and folders are in files.go, scandir in scandir.go, descriptors in descriptors.go, the process and its
// environment in process.go, the results of stat in stat.go. What the Host does not offer raises NotImplementedError.
package posix

import (
	"os"

	"github.com/krait-vm/krait/runtime"
)

type (
	// Value is a Python value.
	Value = runtime.Value
	// Thread is the running thread.
	Thread = runtime.Thread
	// Exception is a Python exception on its way.
	Exception = runtime.Exception
	// Tuple is a tuple.
	Tuple  = runtime.Tuple
	row    = runtime.MethodSpec
	getset = runtime.GetSetSpec
)

// Null is the missing value.
var Null = runtime.Null

func newType() (*runtime.Type, *runtime.Shape) {
	tp := &runtime.Type{}
	return tp, runtime.NewShape(tp)
}

// Spec is the posix module.
var Spec = &runtime.ModuleSpec{
	Name: "posix",
	Doc:  "This module provides access to operating system functionality that is\nstandardized by the C Standard and the POSIX standard (a thinly\ndisguised Unix interface).",
	Functions: []row{
		{Sig: "_exit($module, /, status)", Doc: "Exit to the system with specified status, without normal exit processing.", Fn: exitNow},
		{Sig: "_path_normpath($module, /, path)", Doc: "Normalize path, eliminating double slashes, etc.", Fn: normPath, Since: 12},
		{Sig: "_path_splitroot_ex($module, /, path)", Doc: "Split a pathname into drive, root and tail.", Fn: splitRoot, Since: 13},
		{Sig: "abort($module, /)", Doc: "Abort the interpreter immediately.", Fn: func(*Thread, Value) (Value, *Exception) {
			os.Exit(134)
			return runtime.None, nil
		}},
		{Sig: "access($module, /, path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)", Doc: "Use the real uid/gid to test for access to a path.", Fn: access},
		{Sig: "chdir($module, /, path)", Doc: "Change the current working directory to the specified path.", Fn: chdir},
		{Sig: "chmod($module, /, path, mode, *, dir_fd=None, follow_symlinks=True)", Doc: "Change the access permissions of a file.", Fn: chmod},
		{Sig: "close($module, /, fd)", Doc: "Close a file descriptor.", Fn: closeFD},
		{Sig: "cpu_count($module, /)", Doc: "Return the number of logical CPUs in the system.", Fn: cpuCount},
		{Sig: "device_encoding($module, /, fd)", Doc: "Return a string describing the encoding of a terminal's file descriptor.", Fn: deviceEncoding},
		{Sig: "fspath($module, /, path)", Doc: "Return the file system path representation of the object.", Fn: func(t *Thread, _ Value, args []Value) (Value, *Exception) {
			return runtime.FSPath(t, args[0], "str, bytes or os.PathLike object")
		}},
		{Sig: "fstat($module, /, fd)", Doc: "Perform a stat system call on the given file descriptor.", Fn: fstat},
		{Sig: "fsync($module, /, fd)", Doc: "Force write of fd to disk.", Fn: fsync},
		{Sig: "ftruncate($module, fd, length, /)", Doc: "Truncate a file, specified by file descriptor, to a specific length.", Fn: ftruncate},
		{Sig: "get_inheritable($module, fd, /)", Doc: "Get the close-on-exe flag of the specified file descriptor.", Fn: func(t *Thread, _, fd Value) (Value, *Exception) {
			_, exc := fileOf(t, fd)
			return runtime.False, exc
		}},
		{Sig: "get_terminal_size($module, fd=<unrepresentable>, /)", Doc: "Return the size of the terminal window as (columns, lines).", Fn: terminalSize},
		{Sig: "getcwd($module, /)", Doc: "Return a unicode string representing the current working directory.", Fn: getcwd},
		{Sig: "getcwdb($module, /)", Doc: "Return a bytes string representing the current working directory.", Fn: getcwdb},
		{Sig: "getegid($module, /)", Doc: "Return the current process's effective group id.", Fn: number(os.Getegid)},
		{Sig: "geteuid($module, /)", Doc: "Return the current process's effective user id.", Fn: number(os.Geteuid)},
		{Sig: "getgid($module, /)", Doc: "Return the current process's group id.", Fn: number(os.Getgid)},
		{Sig: "getpid($module, /)", Doc: "Return the current process id.", Fn: func(t *Thread, _ Value) (Value, *Exception) { return runtime.Int(int64(t.Interp().Host().Pid())), nil }},
		{Sig: "getppid($module, /)", Doc: "Return the parent's process id.", Fn: number(os.Getppid)},
		{Sig: "getuid($module, /)", Doc: "Return the current process's user id.", Fn: number(os.Getuid)},
		{Sig: "isatty($module, fd, /)", Doc: "Return True if the fd is connected to a terminal.", Fn: isatty},
		{Sig: "link($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)", Doc: "Create a hard link to a file.", Fn: link},
		{Sig: "listdir($module, /, path=None)", Doc: "Return a list containing the names of the files in the directory.", Fn: listdir},
		{Sig: "lseek($module, fd, position, whence, /)", Doc: "Set the position of a file descriptor.  Return the new position.", Fn: lseek},
		{Sig: "lstat($module, /, path, *, dir_fd=None)", Doc: "Perform a stat system call on the given path, without following symbolic links.", Fn: lstat},
		{Sig: "mkdir($module, /, path, mode=511, *, dir_fd=None)", Doc: "Create a directory.", Fn: mkdir},
		{Sig: "open($module, /, path, flags, mode=511, *, dir_fd=None)", Doc: "Open a file for low level IO.  Returns a file descriptor (integer).", Fn: openFD},
		{Sig: "pipe($module, /)", Doc: "Create a pipe.", Fn: pipe},
		{Sig: "putenv($module, name, value, /)", Doc: "Change or add an environment variable.", Fn: putenv},
		{Sig: "read($module, fd, length, /)", Doc: "Read from a file descriptor.  Returns a bytes object.", Fn: readFD},
		{Sig: "readlink($module, /, path, *, dir_fd=None)", Doc: "Return a string representing the path to which the symbolic link points.", Fn: readlink},
		{
			Sig: "register_at_fork($module, /, *, before=<unrepresentable>, after_in_child=<unrepresentable>, after_in_parent=<unrepresentable>)",
			Doc: "Register callables to be called when forking a new process.", Fn: func(*Thread, Value, []Value) (Value, *Exception) { return runtime.None, nil },
		},
		{Sig: "remove($module, /, path, *, dir_fd=None)", Doc: "Remove a file (same as unlink()).", Fn: remove},
		{Sig: "rename($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None)", Doc: "Rename a file or directory.", Fn: rename},
		{Sig: "replace($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None)", Doc: "Rename a file or directory, overwriting the destination.", Fn: rename},
		{Sig: "rmdir($module, /, path, *, dir_fd=None)", Doc: "Remove a directory.", Fn: rmdir},
		{Sig: "scandir($module, /, path=None)", Doc: "Return an iterator of DirEntry objects for given path.", Fn: scandir},
		{Sig: "set_inheritable($module, fd, inheritable, /)", Doc: "Set the inheritable flag of the specified file descriptor.", Fn: func(t *Thread, _, fd, _ Value) (Value, *Exception) {
			_, exc := fileOf(t, fd)
			return runtime.None, exc
		}},
		{Sig: "stat($module, /, path, *, dir_fd=None, follow_symlinks=True)", Doc: "Perform a stat system call on the given path.", Fn: stat},
		{Sig: "strerror($module, code, /)", Doc: "Translate an error code to a message string.", Fn: strerror},
		{Sig: "symlink($module, /, src, dst, target_is_directory=False, *, dir_fd=None)", Doc: "Create a symbolic link pointing to src named dst.", Fn: symlink},
		{Sig: "times($module, /)", Doc: "Return a collection containing process timing information.", Fn: times},
		{Sig: "truncate($module, /, path, length)", Doc: "Truncate a file, specified by path, to a specific length.", Fn: truncate},
		{Sig: "umask($module, mask, /)", Doc: "Set the current numeric umask and return the previous umask.", Fn: umask},
		{Sig: "uname($module, /)", Doc: "Return an object identifying the current operating system.", Fn: uname},
		{Sig: "unlink($module, /, path, *, dir_fd=None)", Doc: "Remove a file (same as remove()).", Fn: remove},
		{Sig: "unsetenv($module, name, /)", Doc: "Delete an environment variable.", Fn: unsetenv},
		{Sig: "urandom($module, size, /)", Doc: "Return a bytes object containing random bytes suitable for cryptographic use.", Fn: urandom},
		{Sig: "utime($module, /, path, times=None, *, ns=<unrepresentable>, dir_fd=None, follow_symlinks=True)", Doc: "Set the access and modified time of path.", Fn: utime},
		{Sig: "waitstatus_to_exitcode($module, /, status)", Doc: "Convert a wait status to an exit code.", Fn: exitCode},
		{Sig: "write($module, fd, data, /)", Doc: "Write a bytes object to a file descriptor.", Fn: writeFD},
	},
	TypeSpecs: []*runtime.TypeSpec{statSpec, terminalSpec, unameSpec, timesSpec, &entrySpec, &scanSpec},
	Init:      fill,
}

// constants are those of Linux on the machines that krait is built for.
var constants = map[string]int64{
	"F_OK": 0, "X_OK": 1, "W_OK": 2, "R_OK": 4,
	"O_RDONLY": 0, "O_WRONLY": 1, "O_RDWR": 2, "O_CREAT": int64(os.O_CREATE), "O_EXCL": int64(os.O_EXCL), "O_TRUNC": int64(os.O_TRUNC), "O_APPEND": int64(os.O_APPEND),
	"O_SYNC": int64(os.O_SYNC), "O_NONBLOCK": 0o4000, "O_CLOEXEC": 0o2000000, "O_DIRECTORY": 0o200000, "O_NOFOLLOW": 0o400000,
	"SEEK_DATA": 3, "SEEK_HOLE": 4, "WNOHANG": 1, "WUNTRACED": 2, "NGROUPS_MAX": 65536,
	"EX_OK": 0, "EX_USAGE": 64, "EX_DATAERR": 65, "EX_NOINPUT": 66, "EX_NOUSER": 67, "EX_NOHOST": 68, "EX_UNAVAILABLE": 69, "EX_SOFTWARE": 70, "EX_OSERR": 71,
	"EX_OSFILE": 72, "EX_CANTCREAT": 73, "EX_IOERR": 74, "EX_TEMPFAIL": 75, "EX_PROTOCOL": 76, "EX_NOPERM": 77, "EX_CONFIG": 78,
}

func fill(t *Thread, m *runtime.Module) *Exception {
	for k, n := range constants {
		m.Set(t, k, runtime.Int(n))
	}
	m.Set(t, "error", runtime.OSErrorType.Value())
	m.Set(t, "_have_functions", runtime.NewList(t, nil).Value())
	env, exc := environ(t)
	if exc != nil {
		return exc
	}
	m.Set(t, "environ", env.Value())
	return nil
}

func number(f func() int) func(t *Thread, _ Value) (Value, *Exception) {
	return func(*Thread, Value) (Value, *Exception) { return runtime.Int(int64(f())), nil }
}

// plainPath refuses dir_fd, which needs the *at system calls.
func plainPath(t *Thread, dirFDs ...Value) *Exception {
	for _, d := range dirFDs {
		if !d.IsNone() {
			return runtime.Unsupported(t, "dir_fd")
		}
	}
	return nil
}

// A path is a path argument: a name or a descriptor number, and the object it came as, for messages.
type path struct {
	name   string
	fd     int // -1 for a name
	bytes  bool
	object Value
}

// pathArg converts a path argument of a function; number tells that a descriptor may stand for it.
func pathArg(t *Thread, function string, v Value, number bool) (path, *Exception) {
	p := path{fd: -1, object: v}
	if number && runtime.TypeOf(v).Is(runtime.TypeInt) {
		n, exc := descriptor(t, v)
		p.fd = n
		return p, exc
	}
	if _, ok := runtime.AsBytes(v); ok {
		p.bytes = true
	} else if _, ok := runtime.AsStr(v); !ok {
		fs, exc := runtime.FSPath(t, v, "str, bytes or os.PathLike object")
		if exc != nil {
			if exc.Is(runtime.TypeErrorType) {
				kinds := "string, bytes or os.PathLike"
				if number {
					kinds = "string, bytes, os.PathLike or integer"
				}
				return p, runtime.TypeErrorf(t, "%s: path should be %s, not %s", function, kinds, runtime.TypeOf(v).FullName())
			}
			return p, exc
		}
		_, p.bytes = runtime.AsBytes(fs)
		p.object = fs
	}
	var exc *Exception
	p.name, exc = runtime.FSEncode(t, p.object)
	if exc != nil && exc.Is(runtime.ValueErrorType) && !exc.Is(runtime.UnicodeErrorType) {
		what := "character"
		if p.bytes {
			what = "byte"
		}
		return p, runtime.ValueErrorf(t, "%s: embedded null %s in path", function, what)
	}
	return p, exc
}

// result makes a str or bytes of a name, as the path argument was.
func (p *path) result(t *Thread, name string) Value {
	if p.bytes {
		return runtime.NewBytes(t, []byte(name)).Value()
	}
	return runtime.FSDecode(t, name)
}

// done turns a host's error about a path into an exception.
func done(t *Thread, err error, names ...Value) (Value, *Exception) {
	if err != nil {
		return Null, runtime.RaiseOS(t, err, names...)
	}
	return runtime.None, nil
}
