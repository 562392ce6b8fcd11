package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/krait-vm/krait/runtime"
	"github.com/krait-vm/krait/runtime/siphash"
)

// options are what the command line says before the program's name, in Python's syntax.
type options struct {
	runtime.Config
	help      string // the help that is asked for: "help", "env", "xoptions" or "all", "" for none
	version   int    // how often the version is asked for
	module    string // -m
	hasModule bool
	command   bool // -c, which needs a compiler
}

// A usageError is a mistake on the command line; it ends with exit status 2.
type usageError struct{ msg string }

func (e *usageError) Error() string { return e.msg }

// A fatalError is a setting that CPython refuses to start with, by exit status 1.
type fatalError struct {
	where string // the function that CPython names, "" for none
	msg   string
	state string // of CPython's start-up
}

func (e *fatalError) Error() string {
	where := ""
	if e.where != "" {
		where = e.where + ": "
	}
	return fmt.Sprintf("Fatal Python error: %s%s\nPython runtime state: %s\n", where, e.msg, e.state)
}

// parse reads options up to the first argument that is none and returns what follows. It may be called again for more options.
func (o *options) parse(args []string) ([]string, error) {
	for len(args) > 0 {
		arg := args[0]
		if len(arg) < 2 || arg[0] != '-' {
			return args, nil
		}
		if arg == "--" {
			return args[1:], nil
		}
		var err error
		if arg[1] == '-' {
			args, err = o.long(arg, args[1:])
		} else {
			args, err = o.short(arg[1:], args[1:])
		}
		if err != nil || o.hasModule || o.command {
			return args, err
		}
	}
	return nil, nil
}

func (o *options) long(arg string, rest []string) ([]string, error) {
	switch arg {
	case "--help":
		o.help = "help"
	case "--help-env", "--help-xoptions", "--help-all":
		o.help = strings.TrimPrefix(arg, "--help-")
	case "--version":
		o.version++
	case "--check-hash-based-pycs":
		if len(rest) == 0 {
			return nil, &usageError{"Argument expected for the --check-hash-based-pycs options"}
		}
		if !slices.Contains([]string{"default", "always", "never"}, rest[0]) {
			return nil, &usageError{"--check-hash-based-pycs must be one of 'default', 'always', or 'never'"}
		}
		o.CheckHashPycs = rest[0]
		return rest[1:], nil
	case "--stdlib":
		if len(rest) == 0 {
			return nil, &usageError{"Argument expected for the --stdlib option"}
		}
		o.Stdlib = rest[0]
		return rest[1:], nil
	default:
		dir, ok := strings.CutPrefix(arg, "--stdlib=")
		if !ok {
			return nil, &usageError{"unknown option " + arg}
		}
		o.Stdlib = dir
	}
	return rest, nil
}

// short reads a word of one-letter options, the last of which may have an argument, attached or in the next word.
func (o *options) short(letters string, rest []string) ([]string, error) {
	for i := 0; i < len(letters); i++ {
		c := letters[i]
		if !strings.ContainsRune("cmWX", rune(c)) {
			if err := o.flag(c); err != nil {
				return nil, err
			}
			continue
		}
		value := letters[i+1:]
		if value == "" {
			if len(rest) == 0 {
				return nil, &usageError{fmt.Sprintf("Argument expected for the -%c option", c)}
			}
			value, rest = rest[0], rest[1:]
		}
		switch c {
		case 'c':
			o.command = true
		case 'm':
			o.module, o.hasModule = value, true
		case 'W':
			o.WarnOptions = append(o.WarnOptions, value)
		case 'X':
			o.XOptions = append(o.XOptions, value)
		}
		break
	}
	return rest, nil
}

// flag is an option without an argument.
func (o *options) flag(c byte) error {
	switch c {
	case 'b':
		o.BytesWarning++
	case 'B':
		o.DontWriteBytecode = true
	case 'd':
		o.Debug = true
	case 'E':
		o.IgnoreEnvironment = true
	case 'h', '?':
		o.help = "help"
	case 'i':
		o.Inspect, o.Interactive = true, true
	case 'I':
		o.Isolated, o.IgnoreEnvironment, o.SafePath, o.NoUserSite = true, true, true, true
	case 'O':
		o.Optimize++
	case 'P':
		o.SafePath = true
	case 'q':
		o.Quiet = true
	case 'R', 't', 'x': // without effect: hashes are random by default, there is no source to skip a line of
	case 's':
		o.NoUserSite = true
	case 'S':
		o.NoSite = true
	case 'u':
		o.Unbuffered = true
	case 'v':
		o.Verbose++
	case 'V':
		o.version++
	case 'J':
		return &usageError{"-J is reserved for Jython"}
	default:
		return &usageError{fmt.Sprintf("Unknown option: -%c", c)}
	}
	return nil
}

// finish adds what the environment says and checks the values, once all options are read.
func (o *options) finish() error {
	env := func(name string) string {
		if o.IgnoreEnvironment {
			return ""
		}
		return os.Getenv(name)
	}
	for _, read := range []func(func(string) string) error{o.preinit, o.switches, o.hashSeed, o.digits} {
		if err := read(env); err != nil {
			return err
		}
	}
	o.warnings(env)
	return nil
}

// preinit decides UTF-8 mode, which CPython does before all else.
func (o *options) preinit(env func(string) string) error {
	switch v, ok := o.xoption("utf8"); {
	case ok && (v == "" || v == "1"):
		o.UTF8Mode = 1
	case ok && v == "0":
		o.UTF8Mode = 0
	case ok:
		return &fatalError{"preconfig_init_utf8_mode", "invalid -X utf8 option value", "preinitializing"}
	default:
		switch env("PYTHONUTF8") {
		case "":
			o.UTF8Mode = localeMode()
		case "1":
			o.UTF8Mode = 1
		case "0":
		default:
			return &fatalError{"preconfig_init_utf8_mode", "invalid PYTHONUTF8 environment variable value", "preinitializing"}
		}
	}
	return nil
}

// localeMode is the UTF-8 mode that the locale asks for: it is on in the C locale, which says nothing about encodings.
func localeMode() int {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if v := os.Getenv(name); v != "" {
			if v == "C" || v == "POSIX" {
				return 1
			}
			return 0
		}
	}
	return 1
}

// switches are the variables and -X options that stand for flags.
func (o *options) switches(env func(string) string) error {
	level(env("PYTHONVERBOSE"), &o.Verbose)
	level(env("PYTHONOPTIMIZE"), &o.Optimize)
	for _, f := range []struct {
		name string
		to   *bool
	}{
		{"PYTHONDEBUG", &o.Debug},
		{"PYTHONDONTWRITEBYTECODE", &o.DontWriteBytecode},
		{"PYTHONNOUSERSITE", &o.NoUserSite},
		{"PYTHONUNBUFFERED", &o.Unbuffered},
		{"PYTHONINSPECT", &o.Inspect},
		{"PYTHONSAFEPATH", &o.SafePath},
		{"PYTHONDEVMODE", &o.DevMode},
		{"PYTHONNODEBUGRANGES", &o.NoDebugRanges},
		{"PYTHONWARNDEFAULTENCODING", &o.WarnDefaultEncoding},
		{"PYTHONPROFILEIMPORTTIME", &o.ImportTime},
	} {
		*f.to = *f.to || env(f.name) != ""
	}
	for _, f := range []struct {
		name string
		to   *bool
	}{
		{"dev", &o.DevMode}, {"no_debug_ranges", &o.NoDebugRanges}, {"warn_default_encoding", &o.WarnDefaultEncoding}, {"importtime", &o.ImportTime},
	} {
		if _, ok := o.xoption(f.name); ok {
			*f.to = true
		}
	}
	if v, ok := o.xoption("frozen_modules"); ok && v != "" && v != "on" && v != "off" {
		return &fatalError{"", `bad value for option -X frozen_modules (expected "on" or "off")`, "preinitialized"}
	}
	o.IOEncoding = env("PYTHONIOENCODING")
	o.PycachePrefix = env("PYTHONPYCACHEPREFIX")
	if v, ok := o.xoption("pycache_prefix"); ok {
		o.PycachePrefix = v
	}
	return nil
}

// level raises a counter to the number in a variable; a set variable without a number counts as 1.
func level(text string, to *int) {
	if text == "" {
		return
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 {
		n = 1
	}
	*to = max(*to, n)
}

// xoption returns the value of the last -X option of that name.
func (o *options) xoption(name string) (string, bool) {
	for _, x := range slices.Backward(o.XOptions) {
		if key, value, _ := strings.Cut(x, "="); key == name {
			return value, true
		}
	}
	return "", false
}

func (o *options) hashSeed(env func(string) string) error {
	text := env("PYTHONHASHSEED")
	if text == "" || text == "random" {
		// The generator behind rand is the runtime's own, which the operating system seeds.
		o.HashSeed = runtime.HashSeed{K0: rand.Uint64(), K1: rand.Uint64()}
		o.HashRandomization = true
		return nil
	}
	seed, err := strconv.ParseUint(text, 10, 32)
	if err != nil {
		return &fatalError{"config_init_hash_seed", `PYTHONHASHSEED must be "random" or an integer in range [0; 4294967295]`, "preinitialized"}
	}
	key := siphash.KeyFromSeed(uint32(seed))
	o.HashSeed = runtime.HashSeed{K0: key.K0, K1: key.K1}
	o.HashRandomization = seed != 0
	return nil
}

// The bounds of the limit on digits in conversions between int and str.
const (
	minDigitLimit     = 640
	defaultDigitLimit = 4300
)

func (o *options) digits(env func(string) string) error {
	source := "-X int_max_str_digits"
	text, ok := o.xoption("int_max_str_digits")
	if !ok {
		source, text = "PYTHONINTMAXSTRDIGITS", env("PYTHONINTMAXSTRDIGITS")
		if text == "" {
			return nil
		}
	}
	n, err := strconv.ParseInt(text, 10, 32)
	if err != nil || n != 0 && n < minDigitLimit {
		return &fatalError{
			"config_init_int_max_str_digits",
			fmt.Sprintf("%s: invalid limit; must be >= %d or 0 for unlimited.", source, minDigitLimit), "preinitialized",
		}
	}
	o.MaxIntDigits = int(n)
	if n == 0 {
		o.MaxIntDigits = -1
	}
	return nil
}

// warnings puts together sys.warnoptions, in order of rising priority.
func (o *options) warnings(env func(string) string) {
	var all []string
	add := func(w string) {
		if !slices.Contains(all, w) {
			all = append(all, w)
		}
	}
	if o.DevMode {
		add("default")
	}
	if text := env("PYTHONWARNINGS"); text != "" {
		for w := range strings.SplitSeq(text, ",") {
			add(w)
		}
	}
	for _, w := range o.WarnOptions {
		add(w)
	}
	switch {
	case o.BytesWarning > 1:
		add("error::BytesWarning")
	case o.BytesWarning == 1:
		add("default::BytesWarning")
	}
	o.WarnOptions = all
}
