package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"

	"github.com/krait-vm/krait/eval/api"
	"github.com/krait-vm/krait/marshal"
	"github.com/krait-vm/krait/runtime"
	"github.com/krait-vm/krait/runtime/host"
)

// A programError is a reason why a file cannot be run, with the exit status for it.
type programError struct {
	status int
	msg    string
}

func (e *programError) Error() string { return e.msg }

// A program is what the command line names: the code and how it appears to itself.
type program struct {
	versions []runtime.Version // to try in order: more than one for a module that may be in several standard libraries
	code     *marshal.Code     // nil for a folder or a module, which the importer loads
	file     string            // __file__, or the folder
	module   string            // of -m
	dir      string            // sys.path[0]
	noPath   bool              // dir does not go into sys.path
}

func (p *program) isFolder() bool { return p.code == nil && p.module == "" }

// findProgram finds FILE of the command line, and loads it unless it is a folder.
func findProgram(name string, o *options) (*program, error) {
	if name == "-" {
		code, err := readCode(os.Stdin, "<stdin>")
		if err != nil {
			return nil, err
		}
		return codeProgram(code, "<stdin>", ""), nil
	}
	path := absolute(name)
	f, err := os.Open(name)
	if err != nil {
		return nil, cannotOpen(path, err)
	}
	defer f.Close()
	st, err := f.Stat()
	if err != nil {
		return nil, cannotOpen(path, err)
	}
	if st.IsDir() {
		return &program{versions: versionsOf("__main__", []string{path}, o)[:1], file: path, dir: path}, nil
	}
	var code *marshal.Code
	if isSource(name) {
		code, err = readCached(f, path, o)
	} else {
		code, err = readCode(f, name)
	}
	if err != nil {
		return nil, err
	}
	return codeProgram(code, path, programFolder(path)), nil
}

func codeProgram(code *marshal.Code, file, dir string) *program {
	v, _ := api.Supported(code.Version) // readCode made sure
	return &program{versions: []runtime.Version{v}, code: code, file: file, dir: dir}
}

// moduleProgram is the program that -m names; the importer will find it.
func moduleProgram(o *options) *program {
	wd := absolute("")
	dirs := pythonPath(o)
	if !o.SafePath {
		dirs = append([]string{wd}, dirs...)
	}
	return &program{versions: versionsOf(o.module, dirs, o), module: o.module, dir: wd}
}

// versionsOf lists the versions of Python for which a module, or the package it is in, is compiled in these folders, the latest first; all of them when
// it is not there, as it may be in the standard library.
func versionsOf(module string, dirs []string, o *options) []runtime.Version {
	var all, found []runtime.Version
	for _, known := range slices.Backward(api.SupportedVersions()) {
		v, _ := api.Supported(known)
		all = append(all, v)
		if slices.ContainsFunc(dirs, func(dir string) bool { return holds(dir, module, known, o) }) {
			found = append(found, v)
		}
	}
	if found == nil {
		return all
	}
	return found
}

// holds reports whether a folder has a module, or a package that it may be in, compiled for a version.
func holds(dir, module string, v marshal.Version, o *options) bool {
	path := dir
	for part := range strings.SplitSeq(module, ".") {
		path = filepath.Join(path, part)
		for _, base := range []string{path, filepath.Join(path, "__init__"), filepath.Join(path, "__main__")} {
			if compiledFor(base, v, o) {
				return true
			}
		}
	}
	return false
}

// compiledFor reports whether base.py has a compiled twin for a version, or base.pyc is of it.
func compiledFor(base string, v marshal.Version, o *options) bool {
	if _, err := os.Stat(cachedName(base+".py", v, o)); err == nil {
		return true
	}
	f, err := os.Open(base + ".pyc")
	if err != nil {
		return false
	}
	defer f.Close()
	header, _ := readHeader(f)
	found, ok := marshal.Sniff([]byte(header))
	return ok && found == v
}

// absolute puts the working directory before a relative path, as CPython does it: nothing else is cleaned up.
func absolute(name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	wd, err := syscall.Getwd()
	if err != nil {
		return name
	}
	if name == "." || name == "" {
		return wd
	}
	return strings.TrimSuffix(wd, string(filepath.Separator)) + string(filepath.Separator) + name
}

// programFolder is the folder of a program, all symbolic links resolved.
func programFolder(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	return filepath.Dir(path)
}

func cannotOpen(path string, err error) error {
	return &programError{exitUsage, fmt.Sprintf("krait: can't open file %s: %s", quote(path), errnoText(err))}
}

// errnoText is an error of the operating system in the words of Python's OSError.
func errnoText(err error) string {
	var errno syscall.Errno
	if !errors.As(err, &errno) {
		var p *fs.PathError
		if errors.As(err, &p) {
			err = p.Err
		}
		return err.Error()
	}
	text := errno.Error()
	if text != "" {
		text = strings.ToUpper(text[:1]) + text[1:]
	}
	return fmt.Sprintf("[Errno %d] %s", int(errno), text)
}

// quote is Python's repr of a file name.
func quote(s string) string {
	q := byte('\'')
	if strings.Contains(s, "'") && !strings.Contains(s, `"`) {
		q = '"'
	}
	b := []byte{q}
	for i, r := range s {
		switch {
		case r == rune(q) || r == '\\':
			b = append(b, '\\', byte(r))
		case r == '\n' || r == '\r' || r == '\t':
			b = append(b, '\\', "ntr"[strings.IndexByte("\n\t\r", byte(r))])
		case r == 0xfffd && s[i] >= 0x80 && !strings.HasPrefix(s[i:], "\ufffd"):
			b = fmt.Appendf(b, `\udc%02x`, s[i]) // a byte that is no UTF-8
		case r < ' ' || r == 0x7f:
			b = fmt.Appendf(b, `\x%02x`, r)
		case strconv.IsPrint(r):
			b = append(b, string(r)...)
		case r < 0x100:
			b = fmt.Appendf(b, `\x%02x`, r)
		case r < 0x10000:
			b = fmt.Appendf(b, `\u%04x`, r)
		default:
			b = fmt.Appendf(b, `\U%08x`, r)
		}
	}
	return string(append(b, q))
}

// The texts with which CPython refuses to run a file.
const (
	badMagicText = "RuntimeError: Bad magic number in .pyc file"
	badCodeText  = "RuntimeError: Bad code object in .pyc file"
	shortText    = "EOFError: EOF read where not expected"
)

// readCode reads a .pyc file to be run, known by its first bytes. Whatever follows them is not read unless they are right.
func readCode(f io.Reader, name string) (*marshal.Code, error) {
	header, err := readHeader(f)
	if err != nil {
		return nil, &programError{exitUsage, fmt.Sprintf("krait: can't read file %s: %s", quote(name), errnoText(err))}
	}
	if len(header) < 4 {
		return nil, &programError{exitFailure, shortText}
	}
	v, err := checkMagic(header[:4], name)
	if err != nil {
		return nil, err
	}
	if len(header) < marshal.HeaderSize {
		return nil, &programError{exitFailure, shortText}
	}
	code, err := readBody(f, v)
	var e *marshal.Error
	if errors.As(err, &e) {
		return nil, &programError{exitFailure, badCodeText}
	} else if err != nil {
		return nil, &programError{exitUsage, fmt.Sprintf("krait: can't read file %s: %s", quote(name), errnoText(err))}
	}
	return code, nil
}

// readHeader reads as much of a .pyc header as there is.
func readHeader(f io.Reader) (string, error) {
	b := make([]byte, marshal.HeaderSize)
	n, err := io.ReadFull(f, b)
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		err = nil
	}
	return string(b[:n]), err
}

// checkMagic returns the version that a file is compiled for.
func checkMagic(magic, name string) (marshal.Version, error) {
	h, _ := marshal.ParseHeader(magic) // an error is about the bytes that follow
	v, released := h.Magic.Version()
	if _, ok := api.Supported(v); ok && released {
		return v, nil
	}
	text := badMagicText
	if v != 0 {
		text = fmt.Sprintf("krait: %s: %s; krait runs the files of Python %s\n%s", name, h.Unsupported(), api.SupportedVersions(), text)
	}
	return 0, &programError{exitFailure, text}
}

// firstPiece is how much of a file is read before it is decoded for the first time. Almost all files are smaller; of a larger one that is not what it
// seems to be the rest need not be read.
const firstPiece = 16 << 20

// readBody reads and decodes what follows the header. A file that holds something else than a code object is a *marshal.Error like a malformed one.
func readBody(f io.Reader, v marshal.Version) (*marshal.Code, error) {
	var data []byte
	for limit := int64(firstPiece); ; limit *= 4 {
		more, err := io.ReadAll(io.LimitReader(f, limit-int64(len(data))))
		if err != nil {
			return nil, err
		}
		data = append(data, more...)
		opts := marshal.LoadOptions{Version: v}
		if limit > firstPiece {
			// Objects may take fifty times the room of their data, and as much again in the interpreter.
			opts.MaxMemory = max(host.MemoryLimit()/16, firstPiece)
		}
		o, n, err := opts.Load(string(data))
		if err == nil {
			if code, ok := o.(*marshal.Code); ok {
				return code, nil
			}
			return nil, &marshal.Error{Class: "TypeError", Msg: "the file holds no code object but " + marshal.Brief(o), Offset: n}
		}
		var e *marshal.Error
		if int64(len(data)) < limit || !errors.As(err, &e) || e.Kind != marshal.Truncated {
			return nil, err
		}
	}
}

// openCode reads a .pyc file of any version that can be decoded, for the commands that look at files.
func openCode(name string) (*marshal.Code, error) {
	f := os.Stdin
	if name != "-" {
		var err error
		if f, err = os.Open(name); err != nil {
			return nil, err
		}
		defer f.Close()
	}
	header, err := readHeader(f)
	if err != nil {
		return nil, err
	}
	h, err := marshal.ParseHeader(header)
	if err == nil {
		err = h.Check()
	}
	if err != nil {
		if h.Version() != 0 && h.Check() != nil {
			err = fmt.Errorf("%w: %s", err, h.Unsupported())
		}
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	code, err := readBody(f, h.Version())
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return code, nil
}
