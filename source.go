package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/krait-vm/krait/eval/api"
	"github.com/krait-vm/krait/marshal"
)

// isSource reports whether a file's name is that of Python source.
func isSource(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return ext == ".py" || ext == ".pyw"
}

// readCached loads the compiled twin of a source file, as PEP 3147 names it and PEP 552 says when it is up to date. Of the twins of several versions the
// latest counts. A compiled file under a source's name is run itself.
func readCached(f *os.File, path string, o *options) (*marshal.Code, error) {
	var magic [4]byte
	if n, err := f.ReadAt(magic[:], 0); n == len(magic) && err == nil {
		if _, ok := marshal.Sniff(magic[:]); ok {
			return readCode(f, path)
		}
	}
	source, err := f.Stat()
	if err != nil {
		return nil, cannotOpen(path, err)
	}
	versions := api.SupportedVersions()
	stale := ""
	for i := len(versions) - 1; i >= 0; i-- {
		twin := cachedName(path, versions[i], o)
		switch ok, err := upToDate(twin, f, source, o.CheckHashPycs); {
		case err == nil && ok:
			t, err := os.Open(twin)
			if err != nil {
				return nil, cannotOpen(twin, err)
			}
			defer t.Close()
			return readCode(t, twin)
		case err == nil && stale == "":
			stale = twin
		}
	}
	return nil, noTwin(path, stale, versions, o)
}

// cachedName is the name of the compiled file for a source file: __pycache__/x.cpython-313.opt-1.pyc.
func cachedName(path string, v marshal.Version, o *options) string {
	dir, base := filepath.Split(path)
	tag := fmt.Sprintf(".cpython-%d%d", v>>8, v&0xff)
	if o.Optimize > 0 {
		tag += fmt.Sprintf(".opt-%d", o.Optimize)
	}
	base = strings.TrimSuffix(base, filepath.Ext(base)) + tag + ".pyc"
	if o.PycachePrefix != "" {
		return filepath.Join(o.PycachePrefix, dir, base)
	}
	return filepath.Join(dir, "__pycache__", base)
}

// upToDate reports whether a compiled file belongs to a source as it is now; an error says that there is no such file, or none of that kind.
func upToDate(twin string, source *os.File, st fs.FileInfo, checkHash string) (bool, error) {
	t, err := os.Open(twin)
	if err != nil {
		return false, err
	}
	defer t.Close()
	var b [marshal.HeaderSize]byte
	if _, err := io.ReadFull(t, b[:]); err != nil {
		return false, err
	}
	h, err := marshal.ParseHeader(string(b[:]))
	if err != nil {
		return false, err
	}
	switch h.Mode {
	case marshal.Timestamp:
		return h.MatchesStat(st.ModTime().Unix(), st.Size()), nil
	case marshal.UncheckedHash:
		if checkHash != "always" {
			return true, nil
		}
	case marshal.CheckedHash:
		if checkHash == "never" {
			return true, nil
		}
	}
	text, err := io.ReadAll(io.NewSectionReader(source, 0, 1<<62))
	return err == nil && h.MatchesSource(text), err
}

// noTwin says what is missing and how to make it.
func noTwin(path, stale string, versions api.VersionList, o *options) error {
	level := ""
	if o.Optimize > 0 {
		level = " -" + strings.Repeat("O", min(o.Optimize, 2))
	}
	make := fmt.Sprintf("python%v%s -m py_compile %s", versions[len(versions)-1], level, path)
	if stale != "" {
		return &programError{exitFailure, fmt.Sprintf("krait: %s is out of date and krait has no compiler; make it anew with Python %s:\n    %s", stale, versions, make)}
	}
	return &programError{exitFailure, fmt.Sprintf("krait: %s is not compiled and krait has no compiler; compile it with Python %s:\n    %s", path, versions, make)}
}
