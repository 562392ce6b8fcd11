package sys

import (
	"fmt"
	"math"
	"path/filepath"
	goruntime "runtime"
	"sort"
	"strings"

	"github.com/krait-vm/krait/runtime"
)

var (
	flagsType, flagsShape                 = newType()
	versionInfoType, versionInfoShape     = newType()
	floatInfoType, floatInfoShape         = newType()
	intInfoType, intInfoShape             = newType()
	hashInfoType, hashInfoShape           = newType()
	threadInfoType, threadInfoShape       = newType()
	asyncgenHooksType, asyncgenHooksShape = newType()
)

func newType() (*runtime.Type, *runtime.Shape) {
	tp := &runtime.Type{}
	return tp, runtime.NewShape(tp)
}

// names makes fields without documentation.
func names(list string) []runtime.StructField {
	var out []runtime.StructField
	for _, n := range strings.Fields(list) {
		out = append(out, runtime.StructField{Name: n})
	}
	return out
}

func structSpec(tp *runtime.Type, shape *runtime.Shape, name, doc string, visible int, fields []runtime.StructField) *runtime.TypeSpec {
	s := runtime.StructSpec(tp, shape, "sys."+name, name+"\n\n"+doc, visible, true, fields...)
	s.Hidden = true
	return s
}

var (
	flagsSpec = structSpec(flagsType, flagsShape, "flags", "Flags provided through command line arguments or environment vars.", 18,
		append(names("debug inspect interactive optimize dont_write_bytecode no_user_site no_site ignore_environment verbose bytes_warning quiet "+
			"hash_randomization isolated dev_mode utf8_mode warn_default_encoding safe_path int_max_str_digits"),
			runtime.StructField{Name: "gil", Since: 13}, runtime.StructField{Name: "thread_inherit_context", Since: 14},
			runtime.StructField{Name: "context_aware_warnings", Since: 14}))
	versionInfoSpec = structSpec(versionInfoType, versionInfoShape, "version_info", "Version information as a named tuple.", 5,
		names("major minor micro releaselevel serial"))
	floatInfoSpec = structSpec(floatInfoType, floatInfoShape, "float_info", "A named tuple holding information about the float type.", 11,
		names("max max_exp max_10_exp min min_exp min_10_exp dig mant_dig epsilon radix rounds"))
	intInfoSpec = structSpec(intInfoType, intInfoShape, "int_info", "A named tuple that holds information about Python's\ninternal representation of integers.", 4,
		names("bits_per_digit sizeof_digit default_max_str_digits str_digits_check_threshold"))
	hashInfoSpec = structSpec(hashInfoType, hashInfoShape, "hash_info", "A named tuple providing parameters used for computing\nhashes.", 9,
		names("width modulus inf nan imag algorithm hash_bits seed_bits cutoff"))
	threadInfoSpec = structSpec(threadInfoType, threadInfoShape, "thread_info", "A named tuple holding information about the thread implementation.", 3,
		names("name lock version"))
	asyncgenHooksSpec = structSpec(asyncgenHooksType, asyncgenHooksShape, "asyncgen_hooks", "", 2, names("firstiter finalizer"))
)

// fill adds the constants.
func fill(t *Thread, m *runtime.Module) *Exception {
	in := t.Interp()
	c, v := &in.Config, in.Version
	str := func(s string) Value { return runtime.NewStr(t, s).Value() }
	strs := func(list []string) Value {
		l := runtime.NewList(t, nil)
		for _, s := range list {
			l.Items = append(l.Items, str(s))
		}
		return l.Value()
	}
	info := runtime.NewStructSeq(t, versionInfoType, runtime.Int(3), runtime.Int(int64(v.Minor)), runtime.Int(int64(v.Micro)), t.Intern("final").Value(), runtime.Int(0))
	hex := runtime.Int(3<<24 | int64(v.Minor)<<16 | int64(v.Micro)<<8 | 0xf0)
	for name, x := range map[string]Value{
		"version":             str(fmt.Sprintf("3.%d.%d (krait) [Go %s]", v.Minor, v.Micro, strings.TrimPrefix(goruntime.Version(), "go"))),
		"version_info":        info,
		"hexversion":          hex,
		"api_version":         runtime.Int(1013),
		"copyright":           str("The Python language and its standard library: Copyright (c) Python Software Foundation."),
		"argv":                strs(c.Args),
		"orig_argv":           strs(origArgs(c)),
		"path":                strs(c.Path),
		"executable":          str(c.Executable),
		"_base_executable":    str(c.Executable),
		"platform":            str(platform()),
		"byteorder":           t.Intern("little").Value(),
		"maxsize":             runtime.Int(math.MaxInt64),
		"maxunicode":          runtime.Int(0x10ffff),
		"float_repr_style":    t.Intern("short").Value(),
		"abiflags":            t.Intern("").Value(),
		"platlibdir":          t.Intern("lib").Value(),
		"pycache_prefix":      runtime.None,
		"dont_write_bytecode": runtime.Bool(c.DontWriteBytecode),
		"warnoptions":         strs(c.WarnOptions),
		"_xoptions":           xoptions(t, c.XOptions),
		"_framework":          t.Intern("").Value(),
		"_git":                runtime.MakeTuple(t, str("krait"), str(""), str("")).Value(),
		"modules":             in.Modules.Value(),
		"meta_path":           runtime.NewList(t, nil).Value(),
		"path_hooks":          runtime.NewList(t, nil).Value(),
		"path_importer_cache": runtime.NewDict(t).Value(),
		"flags":               flags(t),
		"float_info": runtime.NewStructSeq(t, floatInfoType, runtime.Float(math.MaxFloat64), runtime.Int(1024), runtime.Int(308), runtime.Float(0x1p-1022),
			runtime.Int(-1021), runtime.Int(-307), runtime.Int(15), runtime.Int(53), runtime.Float(0x1p-52), runtime.Int(2), runtime.Int(1)),
		"int_info": runtime.NewStructSeq(t, intInfoType, runtime.Int(30), runtime.Int(4), runtime.Int(4300), runtime.Int(640)),
		"hash_info": runtime.NewStructSeq(t, hashInfoType, runtime.Int(64), runtime.Int(1<<61-1), runtime.Int(314159), runtime.Int(0), runtime.Int(1000003),
			str("siphash13"), runtime.Int(64), runtime.Int(128), runtime.Int(0)),
		"thread_info": runtime.NewStructSeq(t, threadInfoType, str("pthread"), str("semaphore"), runtime.None),
	} {
		m.Set(t, name, x)
	}
	impl, exc := implementation(t, info, hex)
	if exc != nil {
		return exc
	}
	m.Set(t, "implementation", impl)
	SetPrefix(t, m, filepath.Dir(filepath.Dir(c.Executable)))
	if exc := setModuleNames(t, m); exc != nil {
		return exc
	}
	in.SetUnraisable(reportUnraisable)
	return nil
}

// implementation is sys.implementation: krait, with the names of compiled files that CPython uses.
func implementation(t *Thread, info, hex Value) (Value, *Exception) {
	v := t.Interp().Version
	ns := runtime.NewSimpleNamespace(t)
	for _, a := range [...]struct {
		name string
		v    Value
	}{
		{"name", t.Intern("krait").Value()},
		{"cache_tag", t.Intern(fmt.Sprintf("cpython-3%d", v.Minor)).Value()},
		{"version", info},
		{"hexversion", hex},
	} {
		if exc := runtime.SetAttr(t, ns, t.Intern(a.name), a.v); exc != nil {
			return runtime.Null, exc
		}
	}
	return ns, nil
}

// SetPrefix sets sys.prefix and the names that go with it.
func SetPrefix(t *Thread, m *runtime.Module, dir string) {
	for _, n := range [...]string{"prefix", "base_prefix", "exec_prefix", "base_exec_prefix"} {
		m.Set(t, n, runtime.NewStr(t, dir).Value())
	}
}

func platform() string {
	if goruntime.GOOS == "windows" {
		return "win32"
	}
	if goruntime.GOOS == "wasip1" {
		return "wasi"
	}
	return goruntime.GOOS
}

func xoptions(t *Thread, options []string) Value {
	d := runtime.NewDict(t)
	for _, o := range options {
		k, v, ok := strings.Cut(o, "=")
		x := runtime.True
		if ok {
			x = runtime.NewStr(t, v).Value()
		}
		_ = d.SetStr(t, runtime.NewStr(t, k), x) // a str key cannot raise
	}
	return d.Value()
}

// flags makes sys.flags from the configuration.
func flags(t *Thread) Value {
	in := t.Interp()
	c := &in.Config
	b := func(x bool) Value {
		if x {
			return runtime.Int(1)
		}
		return runtime.Int(0)
	}
	digits := int64(in.MaxStrDigits())
	if c.MaxIntDigits == 0 && !in.Version.At(12) {
		digits = -1
	}
	return runtime.NewStructSeq(t, flagsType, b(c.Debug), b(c.Inspect), b(c.Interactive), runtime.Int(int64(c.Optimize)), b(c.DontWriteBytecode), b(c.NoUserSite || c.Isolated),
		b(c.NoSite), b(c.IgnoreEnvironment || c.Isolated), runtime.Int(int64(c.Verbose)), runtime.Int(int64(c.BytesWarning)), b(c.Quiet),
		b(c.HashSeed != runtime.HashSeed{}), b(c.Isolated), runtime.Bool(c.DevMode), runtime.Int(int64(c.UTF8Mode)), runtime.Int(0), runtime.Bool(c.SafePath || c.Isolated),
		runtime.Int(digits), runtime.Int(1), runtime.Int(0), runtime.Int(0))
}

// setModuleNames sets builtin_module_names and stdlib_module_names.
func setModuleNames(t *Thread, m *runtime.Module) *Exception {
	natives := t.Interp().NativeNames()
	sort.Strings(natives)
	var items []Value
	for _, n := range natives {
		items = append(items, t.Intern(n).Value())
	}
	m.Set(t, "builtin_module_names", runtime.NewTuple(t, items).Value())
	var std []Value
	for _, g := range stdlibNames {
		if v := t.Interp().Version.Minor; (g.since == 0 || v >= g.since) && (g.until == 0 || v <= g.until) {
			for _, n := range strings.Fields(g.names) {
				std = append(std, runtime.NewStr(t, n).Value())
			}
		}
	}
	s, exc := runtime.NewFrozenSet(t, std)
	if exc != nil {
		return exc
	}
	m.Set(t, "stdlib_module_names", s.Value())
	return nil
}

// origArgs is the command line as it was given.
func origArgs(c *runtime.Config) []string {
	if c.OrigArgs != nil {
		return c.OrigArgs
	}
	return append([]string{c.Executable}, c.Args...)
}
