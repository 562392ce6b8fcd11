package posix

import (
	"io/fs"
	"os"
	"strings"

	"github.com/krait-vm/krait/runtime"
)

var (
	entryType, entryShape = newType()
	scanType, scanShape   = newType()
)

// A dirEntry is a DirEntry.
type dirEntry struct {
	runtime.Header
	name, path Value
	full       string
	kind       fs.FileMode
	stat       [2]Value // lstat and stat, Null until asked for
}

// A scan is the iterator that scandir gives.
type scan struct {
	runtime.Header
	at      path
	entries []os.DirEntry
	closed  bool
}

func asEntry(v Value) *dirEntry { return (*dirEntry)(v.Ptr()) }

func asScan(v Value) *scan { return (*scan)(v.Ptr()) }

func scandir(t *Thread, _ Value, args []Value) (Value, *Exception) {
	v := args[0]
	if v.IsNone() {
		v = runtime.NewStr(t, ".").Value()
	}
	p, exc := pathArg(t, "scandir", v, false)
	if exc != nil {
		return Null, exc
	}
	x := runtime.Alloc[scan](t, scanShape)
	var err error
	t.Blocking(func() { x.entries, err = t.Interp().Host().ReadDir(p.name) })
	if err != nil {
		return Null, runtime.RaiseOS(t, err, v)
	}
	x.at = p
	return runtime.ObjectOf(&x.Header), nil
}

var scanSpec = runtime.TypeSpec{
	Type: scanType, Name: "posix.ScandirIterator", Shape: scanShape, Flags: runtime.TypeOwnLayout | runtime.TypeNoInstantiation, Hidden: true,
	Slots: runtime.Slots{
		Iter: runtime.SelfIter,
		Next: func(t *Thread, v Value) (Value, bool, *Exception) {
			x := asScan(v)
			if x.closed || len(x.entries) == 0 {
				return Null, false, nil
			}
			e := x.entries[0]
			x.entries = x.entries[1:]
			d := runtime.Alloc[dirEntry](t, entryShape)
			d.full = strings.TrimSuffix(x.at.name, "/") + "/" + e.Name()
			d.name, d.path, d.kind = x.at.result(t, e.Name()), x.at.result(t, d.full), e.Type()
			d.stat = [2]Value{Null, Null}
			return runtime.ObjectOf(&d.Header), true, nil
		},
		Traverse: func(v Value, visit runtime.VisitFunc) { visit(asScan(v).at.object) },
	},
	Methods: []row{
		{Sig: "close($self, /)", Fn: func(_ *Thread, self Value) (Value, *Exception) {
			asScan(self).closed, asScan(self).entries = true, nil
			return runtime.None, nil
		}},
		{Sig: "__enter__($self, /)", Fn: func(_ *Thread, self Value) (Value, *Exception) { return self, nil }},
		{Sig: "__exit__($self, /, *exc_info)", Fn: func(_ *Thread, self Value, _ []Value) (Value, *Exception) {
			asScan(self).closed, asScan(self).entries = true, nil
			return runtime.None, nil
		}},
	},
}

var entrySpec = runtime.TypeSpec{
	Type: entryType, Name: "posix.DirEntry", Shape: entryShape, Flags: runtime.TypeOwnLayout | runtime.TypeNoInstantiation,
	Slots: runtime.Slots{
		Repr: func(t *Thread, v Value) (Value, *Exception) {
			q, exc := runtime.Repr(t, asEntry(v).name)
			if exc != nil {
				return Null, exc
			}
			return runtime.NewStr(t, "<DirEntry "+q.GoString()+">").Value(), nil
		},
		Traverse: func(v Value, visit runtime.VisitFunc) {
			d := asEntry(v)
			for _, x := range [...]Value{d.name, d.path, d.stat[0], d.stat[1]} {
				visit(x)
			}
		},
	},
	Methods: []row{
		{Sig: "is_dir($self, /, *, follow_symlinks=True)", Fn: func(t *Thread, self Value, args []Value) (Value, *Exception) {
			return asEntry(self).is(t, fs.ModeDir, args[0])
		}},
		{Sig: "is_file($self, /, *, follow_symlinks=True)", Fn: func(t *Thread, self Value, args []Value) (Value, *Exception) {
			return asEntry(self).is(t, 0, args[0])
		}},
		{Sig: "is_symlink($self, /)", Fn: func(_ *Thread, self Value) (Value, *Exception) {
			return runtime.Bool(asEntry(self).kind&fs.ModeSymlink != 0), nil
		}},
		{Sig: "is_junction($self, /)", Since: 12, Fn: func(*Thread, Value) (Value, *Exception) { return runtime.False, nil }},
		{Sig: "inode($self, /)", Fn: func(t *Thread, self Value) (Value, *Exception) {
			st, err := t.Interp().Host().Lstat(asEntry(self).full)
			if err != nil {
				return Null, runtime.RaiseOS(t, err, asEntry(self).path)
			}
			return runtime.Int(systemStat(st).ino), nil
		}},
		{Sig: "stat($self, /, *, follow_symlinks=True)", Fn: func(t *Thread, self Value, args []Value) (Value, *Exception) {
			d := asEntry(self)
			follow, exc := runtime.Truth(t, args[0])
			if exc != nil {
				return Null, exc
			}
			i := 0
			if follow {
				i = 1
			}
			if d.stat[i].IsNull() {
				v, exc := statPath(t, d.full, follow, d.path)
				if exc != nil {
					return Null, exc
				}
				d.stat[i] = v
			}
			return d.stat[i], nil
		}},
		{Sig: "__fspath__($self, /)", Fn: func(_ *Thread, self Value) (Value, *Exception) { return asEntry(self).path, nil }},
		{Sig: "__class_getitem__($type, object, /)", Doc: "See PEP 585", Fn: runtime.NewGenericAlias, Flavor: runtime.ClassMethod},
	},
	GetSets: []getset{
		{Name: "name", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return asEntry(self).name, nil }},
		{Name: "path", Member: true, Get: func(_ *Thread, self Value) (Value, *Exception) { return asEntry(self).path, nil }},
	},
}

// is reports whether the entry is of a kind; a symbolic link is followed if asked.
func (d *dirEntry) is(t *Thread, kind fs.FileMode, follow Value) (Value, *Exception) {
	yes, exc := runtime.Truth(t, follow)
	if exc != nil {
		return Null, exc
	}
	m := d.kind
	if yes && m&fs.ModeSymlink != 0 {
		st, err := t.Interp().Host().Stat(d.full)
		if err != nil {
			return runtime.False, nil // a link to nowhere is neither
		}
		m = st.Mode()
	}
	return runtime.Bool(m.Type() == kind), nil
}
