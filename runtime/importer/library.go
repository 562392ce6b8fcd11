package importer

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/krait-vm/krait/marshal"
	"github.com/krait-vm/krait/runtime"
)

// library returns the folder of the standard library for the interpreter's version, "" when none is found: --stdlib, KRAIT_STDLIB, a CPython on PATH,
// a CPython of pyenv. It is looked for at the first import that needs it and then stands at the end of sys.path.
func (im *Importer) library(t *Thread) string {
	if im.looked {
		return im.stdlib
	}
	im.looked = true
	for _, dir := range im.libraryCandidates() {
		if im.serves(dir) {
			im.stdlib = dir
			break
		}
	}
	if im.stdlib != "" && im.in.Sys != nil {
		if v, ok := im.in.Sys.Dict.GetStr(sSysPath); ok {
			if l, ok := runtime.AsList(v); ok {
				if exc := l.Append(t, runtime.NewStr(t, im.stdlib).Value()); exc != nil {
					return ""
				}
			}
		}
	}
	return im.stdlib
}

func (im *Importer) libraryCandidates() []string {
	host, minor := im.in.Host(), im.in.Version.Minor
	lib := fmt.Sprintf("lib/python3.%d", minor)
	if d := im.in.Config.Stdlib; d != "" {
		return []string{d}
	}
	var dirs []string
	if v, ok := host.LookupEnv("KRAIT_STDLIB"); ok {
		dirs = append(dirs, filepath.SplitList(v)...)
	}
	if v, ok := host.LookupEnv("PATH"); ok {
		for _, d := range filepath.SplitList(v) {
			exe := filepath.Join(d, fmt.Sprintf("python3.%d", minor))
			if _, err := host.Stat(exe); err != nil {
				continue
			}
			if link, err := host.Readlink(exe); err == nil && filepath.IsAbs(link) {
				exe = link
			}
			dirs = append(dirs, filepath.Join(filepath.Dir(filepath.Dir(exe)), lib))
		}
	}
	root, ok := host.LookupEnv("PYENV_ROOT")
	if !ok {
		home, _ := host.LookupEnv("HOME")
		root = filepath.Join(home, ".pyenv")
	}
	entries, err := host.ReadDir(filepath.Join(root, "versions"))
	if err != nil {
		return dirs
	}
	var installed []string
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), fmt.Sprintf("3.%d.", minor)) {
			installed = append(installed, filepath.Join(root, "versions", e.Name(), lib))
		}
	}
	slices.Sort(installed)
	slices.Reverse(installed)
	return append(dirs, installed...)
}

// serves reports whether a folder holds a compiled standard library of the interpreter's version.
func (im *Importer) serves(dir string) bool {
	host := im.in.Host()
	if _, err := host.Stat(im.cachedName(filepath.Join(dir, "os"))); err == nil {
		return true
	}
	data, err := host.ReadFile(filepath.Join(dir, "os.pyc"))
	if err != nil {
		return false
	}
	v, ok := marshal.Sniff(data)
	return ok && int(v&0xff) == im.in.Version.Minor
}

// cModules are the modules that CPython has in C.
var cModules = []string{
	"_ast", "_asyncio", "_bisect", "_blake2", "_bz2", "_codecs", "_codecs_cn", "_codecs_hk", "_codecs_iso2022", "_codecs_jp", "_codecs_kr", "_codecs_tw",
	"_collections", "_contextvars", "_csv", "_ctypes", "_curses", "_curses_panel", "_datetime", "_dbm", "_decimal", "_elementtree", "_functools", "_gdbm",
	"_hashlib", "_heapq", "_hmac", "_imp", "_interpchannels", "_interpqueues", "_interpreters", "_io", "_json", "_locale", "_lsprof", "_lzma", "_md5",
	"_multibytecodec", "_multiprocessing", "_opcode", "_operator", "_pickle", "_posixshmem", "_posixsubprocess", "_queue", "_random", "_sha1", "_sha2", "_sha3",
	"_signal", "_socket", "_sqlite3", "_sre", "_ssl", "_stat", "_statistics", "_string", "_struct", "_suggestions", "_symtable", "_sysconfig", "_thread",
	"_tkinter", "_tokenize", "_tracemalloc", "_typing", "_types", "_uuid", "_warnings", "_weakref", "_winapi", "_zoneinfo", "_zstd", "array", "atexit",
	"binascii", "cmath", "errno", "faulthandler", "fcntl", "gc", "grp", "itertools", "marshal", "math", "mmap", "nis", "nt", "ossaudiodev", "posix", "pwd",
	"pyexpat", "readline", "resource", "select", "spwd", "syslog", "termios", "time", "unicodedata", "winreg", "winsound", "zlib",
}

func partOfCPython(name string) bool {
	_, ok := slices.BinarySearch(cModules, name)
	return ok
}
