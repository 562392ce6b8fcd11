package posix

import (
	"strings"

	"github.com/krait-vm/krait/runtime"
)

// textOrBytes returns a path's text and how to make a result of the same kind.
func textOrBytes(t *Thread, function string, v Value) (string, func(s string) Value, *Exception) {
	fs, exc := runtime.FSPath(t, v, "str, bytes or os.PathLike object")
	if exc != nil {
		return "", nil, exc
	}
	if b, ok := runtime.AsBytes(fs); ok {
		return string(b.B), func(s string) Value { return runtime.NewBytes(t, []byte(s)).Value() }, nil
	}
	s, _ := runtime.AsStr(fs)
	return s.GoString(), func(s string) Value { return runtime.NewStr(t, s).Value() }, nil
}

// normPath is os.path.normpath.
func normPath(t *Thread, _ Value, args []Value) (Value, *Exception) {
	s, mk, exc := textOrBytes(t, "_path_normpath", args[0])
	if exc != nil {
		return Null, exc
	}
	if s == "" {
		return mk("."), nil
	}
	root := s[:rootLen(s)]
	if len(root) > 2 {
		root = "/"
	}
	var parts []string
	for _, p := range strings.Split(s[rootLen(s):], "/") {
		switch {
		case p == "" || p == ".":
		case p == ".." && len(parts) > 0 && parts[len(parts)-1] != "..":
			parts = parts[:len(parts)-1]
		case p == ".." && root != "":
		default:
			parts = append(parts, p)
		}
	}
	out := root + strings.Join(parts, "/")
	if out == "" {
		out = "."
	}
	return mk(out), nil
}

// rootLen is how many slashes a path begins with.
func rootLen(s string) int { return len(s) - len(strings.TrimLeft(s, "/")) }

// splitRoot splits a path into drive (always empty), root and the rest.
func splitRoot(t *Thread, _ Value, args []Value) (Value, *Exception) {
	s, mk, exc := textOrBytes(t, "_path_splitroot_ex", args[0])
	if exc != nil {
		return Null, exc
	}
	root := 0
	if strings.HasPrefix(s, "/") {
		root = 1
		if strings.HasPrefix(s, "//") && !strings.HasPrefix(s, "///") {
			root = 2
		}
	}
	return runtime.MakeTuple(t, mk(""), mk(s[:root]), mk(s[root:])).Value(), nil
}
