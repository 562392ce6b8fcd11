package main

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/krait-vm/krait/runtime/siphash"
)

// TestParse has what CPython 3.13 makes of the same words.
func TestParse(t *testing.T) {
	for _, c := range []struct {
		args  string
		check func(o *options) bool
		rest  string
	}{
		{"x.pyc -B", func(o *options) bool { return !o.DontWriteBytecode }, "x.pyc -B"},
		{"-uB x.pyc a", func(o *options) bool { return o.Unbuffered && o.DontWriteBytecode }, "x.pyc a"},
		{"-bb -OO -vv x", func(o *options) bool { return o.BytesWarning == 2 && o.Optimize == 2 && o.Verbose == 2 }, "x"},
		{"-I x", func(o *options) bool { return o.Isolated && o.IgnoreEnvironment && o.SafePath && o.NoUserSite }, "x"},
		{"-EPsSqdi x", func(o *options) bool {
			return o.IgnoreEnvironment && o.SafePath && o.NoUserSite && o.NoSite && o.Quiet && o.Debug && o.Inspect
		}, "x"},
		{"-Wignore -W error x", func(o *options) bool { return slices.Equal(o.WarnOptions, []string{"ignore", "error"}) }, "x"},
		{"-uWignore -Xdev -X a=b x", func(o *options) bool {
			return o.Unbuffered && slices.Equal(o.WarnOptions, []string{"ignore"}) && slices.Equal(o.XOptions, []string{"dev", "a=b"})
		}, "x"},
		{"-W -B x", func(o *options) bool { return slices.Equal(o.WarnOptions, []string{"-B"}) && !o.DontWriteBytecode }, "x"},
		{"-m mod -B", func(o *options) bool { return o.module == "mod" && !o.DontWriteBytecode }, "-B"},
		{"-Bmmod a", func(o *options) bool { return o.module == "mod" && o.DontWriteBytecode }, "a"},
		{"-c code a", func(o *options) bool { return o.command }, "a"},
		{"- -B", func(o *options) bool { return !o.DontWriteBytecode }, "- -B"},
		{"-u -- -B x", func(o *options) bool { return o.Unbuffered && !o.DontWriteBytecode }, "-B x"},
		{"-VVh", func(o *options) bool { return o.version == 2 && o.help == "help" }, ""},
		{"--version --help", func(o *options) bool { return o.version == 1 && o.help == "help" }, ""},
		{"-?", func(o *options) bool { return o.help == "help" }, ""},
		{"--help-env", func(o *options) bool { return o.help == "env" }, ""},
		{"--check-hash-based-pycs always x", func(o *options) bool { return o.CheckHashPycs == "always" }, "x"},
		{"--stdlib /lib --stdlib=/other x", func(o *options) bool { return o.Stdlib == "/other" }, "x"},
		{"-tRx x", func(o *options) bool { return true }, "x"},
	} {
		var o options
		rest, err := o.parse(strings.Fields(c.args))
		if err != nil || !c.check(&o) || strings.Join(rest, " ") != c.rest {
			t.Errorf("parse(%q) = %q, %v, %+v, want rest %q", c.args, rest, err, o, c.rest)
		}
	}
}

func TestParseErrors(t *testing.T) {
	for args, want := range map[string]string{
		"-Z":                                   "Unknown option: -Z",
		"-uZ x":                                "Unknown option: -Z",
		"-J":                                   "-J is reserved for Jython",
		"--foo":                                "unknown option --foo",
		"--help=x":                             "unknown option --help=x",
		"--check-hash-based-pycs=always x":     "unknown option --check-hash-based-pycs=always",
		"--check-hash-based-pycs":              "Argument expected for the --check-hash-based-pycs options",
		"--check-hash-based-pycs sometimes x ": "--check-hash-based-pycs must be one of 'default', 'always', or 'never'",
		"-W":                                   "Argument expected for the -W option",
		"-bbX":                                 "Argument expected for the -X option",
		"-Om":                                  "Argument expected for the -m option",
		"-c":                                   "Argument expected for the -c option",
		"--stdlib":                             "Argument expected for the --stdlib option",
	} {
		var o options
		_, err := o.parse(strings.Fields(args))
		var usage *usageError
		if !errors.As(err, &usage) || usage.msg != want {
			t.Errorf("parse(%q) = %v, want %q", args, err, want)
		}
	}
}

// TestEnvironment sets variables and -X options and checks what finish makes of them.
func TestEnvironment(t *testing.T) {
	seed := siphash.KeyFromSeed(42)
	for _, c := range []struct {
		env, args string
		check     func(o *options) bool
	}{
		{"PYTHONHASHSEED=0", "", func(o *options) bool { return o.HashSeed.K0 == 0 && o.HashSeed.K1 == 0 && !o.HashRandomization }},
		{"PYTHONHASHSEED=42", "", func(o *options) bool {
			return o.HashSeed.K0 == seed.K0 && o.HashSeed.K1 == seed.K1 && o.HashRandomization
		}},
		{"PYTHONHASHSEED=42", "-E", func(o *options) bool { return o.HashSeed.K0 != seed.K0 && o.HashRandomization }},
		{"PYTHONHASHSEED=random", "", func(o *options) bool { return o.HashRandomization }},
		{"PYTHONOPTIMIZE=2 PYTHONVERBOSE=x", "-O", func(o *options) bool { return o.Optimize == 2 && o.Verbose == 1 }},
		{"PYTHONOPTIMIZE=-3", "-OO", func(o *options) bool { return o.Optimize == 2 }},
		{"PYTHONUNBUFFERED=0 PYTHONSAFEPATH=1", "", func(o *options) bool { return o.Unbuffered && o.SafePath }},
		{"PYTHONUNBUFFERED=1 PYTHONSAFEPATH=1 PYTHONWARNINGS=error", "-I", func(o *options) bool { return !o.Unbuffered && len(o.WarnOptions) == 0 }},
		{"PYTHONWARNINGS=ignore,error", "-Wdefault -bb -X dev", func(o *options) bool {
			return slices.Equal(o.WarnOptions, []string{"default", "ignore", "error", "error::BytesWarning"})
		}},
		{"", "-b -Wx -Wx", func(o *options) bool { return slices.Equal(o.WarnOptions, []string{"x", "default::BytesWarning"}) }},
		{"PYTHONINTMAXSTRDIGITS=700", "", func(o *options) bool { return o.MaxIntDigits == 700 }},
		{"PYTHONINTMAXSTRDIGITS=700", "-X int_max_str_digits=0", func(o *options) bool { return o.MaxIntDigits == -1 }},
		{"PYTHONUTF8=1", "", func(o *options) bool { return o.UTF8Mode == 1 }},
		{"PYTHONUTF8=0", "", func(o *options) bool { return o.UTF8Mode == 0 }},
		{"", "", func(o *options) bool { return o.UTF8Mode == 1 }},
		{"LANG=C.UTF-8", "", func(o *options) bool { return o.UTF8Mode == 0 }},
		{"LC_ALL=POSIX LANG=C.UTF-8", "", func(o *options) bool { return o.UTF8Mode == 1 }},
		{"PYTHONUTF8=1", "-Xutf8=0", func(o *options) bool { return o.UTF8Mode == 0 }},
		{"PYTHONPYCACHEPREFIX=/a", "-Xpycache_prefix=/b", func(o *options) bool { return o.PycachePrefix == "/b" }},
	} {
		t.Run(c.env+" "+c.args, func(t *testing.T) {
			clearEnv(t)
			for _, e := range strings.Fields(c.env) {
				name, value, _ := strings.Cut(e, "=")
				t.Setenv(name, value)
			}
			var o options
			if _, err := o.parse(strings.Fields(c.args)); err != nil {
				t.Fatal(err)
			}
			if err := o.finish(); err != nil || !c.check(&o) {
				t.Errorf("finish() = %v, %+v", err, o.Config)
			}
		})
	}
}

// clearEnv removes Python's variables for a test.
func clearEnv(t *testing.T) {
	for _, name := range []string{
		"PYTHONHASHSEED", "PYTHONOPTIMIZE", "PYTHONVERBOSE", "PYTHONUNBUFFERED", "PYTHONSAFEPATH", "PYTHONWARNINGS", "PYTHONDONTWRITEBYTECODE",
		"PYTHONINTMAXSTRDIGITS", "PYTHONUTF8", "PYTHONPYCACHEPREFIX", "PYTHONDEVMODE", "PYTHONINSPECT", "PYTHONNOUSERSITE", "PYTHONDEBUG",
		"LC_ALL", "LC_CTYPE", "LANG",
	} {
		t.Setenv(name, "")
	}
}

func TestFatalSettings(t *testing.T) {
	for _, c := range []struct{ env, args, want string }{
		{"PYTHONHASHSEED=x", "", "config_init_hash_seed: PYTHONHASHSEED must be \"random\" or an integer in range [0; 4294967295]\nPython runtime state: preinitialized\n"},
		{"PYTHONHASHSEED=4294967296", "", "config_init_hash_seed: PYTHONHASHSEED must be \"random\" or an integer in range [0; 4294967295]\nPython runtime state: preinitialized\n"},
		{"PYTHONUTF8=7", "", "preconfig_init_utf8_mode: invalid PYTHONUTF8 environment variable value\nPython runtime state: preinitializing\n"},
		{"", "-Xutf8=7", "preconfig_init_utf8_mode: invalid -X utf8 option value\nPython runtime state: preinitializing\n"},
		{"PYTHONINTMAXSTRDIGITS=3", "", "config_init_int_max_str_digits: PYTHONINTMAXSTRDIGITS: invalid limit; must be >= 640 or 0 for unlimited.\nPython runtime state: preinitialized\n"},
		{"", "-Xint_max_str_digits", "config_init_int_max_str_digits: -X int_max_str_digits: invalid limit; must be >= 640 or 0 for unlimited.\nPython runtime state: preinitialized\n"},
		{"", "-Xfrozen_modules=x", "bad value for option -X frozen_modules (expected \"on\" or \"off\")\nPython runtime state: preinitialized\n"},
	} {
		clearEnv(t)
		if name, value, ok := strings.Cut(c.env, "="); ok {
			t.Setenv(name, value)
		}
		var o options
		if _, err := o.parse(strings.Fields(c.args)); err != nil {
			t.Fatal(err)
		}
		err := o.finish()
		var fatal *fatalError
		if want := "Fatal Python error: " + c.want; !errors.As(err, &fatal) || fatal.Error() != want {
			t.Errorf("%s %s: finish() = %v, want %s", c.env, c.args, err, want)
		}
	}
}
