package dis

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/krait-vm/krait/marshal"
	"github.com/krait-vm/krait/opcodes"
)

var address = regexp.MustCompile(` at 0x[0-9a-f]+, file `)

// The files of testdata come from tools/discheck -golden, the texts in them from CPython alone.
func TestPrintAgreesWithCPython(t *testing.T) {
	texts, err := filepath.Glob("testdata/*.*.*.txt")
	if err != nil || len(texts) < 14 {
		t.Fatalf("%d expectations in testdata, %v", len(texts), err)
	}
	for _, file := range texts {
		t.Run(filepath.Base(file), func(t *testing.T) {
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			parts := strings.Split(filepath.Base(file), ".")
			mode := parts[2]
			code := load(t, "testdata/"+parts[0]+"."+parts[1]+".pyc")
			var b bytes.Buffer
			err = Print(&b, code, opcodes.Version(code.Version), Options{
				ShowCaches:    strings.Contains(mode, "C"),
				ShowOffsets:   strings.Contains(mode, "O"),
				ShowPositions: strings.Contains(mode, "P"),
				Specialized:   strings.Contains(mode, "S"),
			})
			if err != nil {
				t.Fatal(err)
			}
			compareLines(t, address.ReplaceAllString(b.String(), " at 0x0, file "), string(want))
		})
	}
}

func load(t testing.TB, file string) *marshal.Code {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	pyc, err := marshal.LoadPyc(string(data))
	if err != nil {
		t.Fatal(err)
	}
	return pyc.Code
}

func compareLines(t *testing.T, got, want string) {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			t.Fatalf("line %d\n got %q\nwant %q", i+1, g[i], w[i])
		}
	}
	if len(g) != len(w) {
		t.Fatalf("%d lines, want %d", len(g), len(w))
	}
}

func TestReprsAgreeWithCPython(t *testing.T) {
	for _, v := range opcodes.Versions() {
		t.Run(v.String(), func(t *testing.T) {
			data, err := os.ReadFile("testdata/reprs." + strings.ReplaceAll(v.String(), ".", "") + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			lines := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
			if len(lines) < 50 {
				t.Fatalf("only %d lines", len(lines))
			}
			for _, line := range lines {
				code, want, _ := strings.Cut(line, " ")
				object, err := hex.DecodeString(code)
				if err != nil {
					t.Fatal(err)
				}
				o, _, err := marshal.LoadOptions{Version: marshal.Version(v)}.Load(string(object))
				if err != nil {
					t.Fatalf("Load(%s): %v", code, err)
				}
				got, err := newReprs(v).of(o)
				if err != nil || got != want {
					t.Errorf("repr of %s\n got %s, %v\nwant %s", code, got, err, want)
				}
			}
		})
	}
}

func TestAddressesAreStable(t *testing.T) {
	code := load(t, "testdata/statements.313.pyc")
	var a, b bytes.Buffer
	if err := Print(&a, code, opcodes.V313, Options{}); err != nil {
		t.Fatal(err)
	}
	if err := Print(&b, load(t, "testdata/statements.313.pyc"), opcodes.V313, Options{}); err != nil {
		t.Fatal(err)
	}
	if a.String() != b.String() {
		t.Error("two disassemblies of one file differ")
	}
}

// codeOf makes a code object of 3.13 from bytecode by name and operand.
func codeOf(t *testing.T, version opcodes.Version, instrs ...any) *marshal.Code {
	var code []byte
	for i := 0; i < len(instrs); i += 2 {
		n, ok := opcodes.For(version).Number(instrs[i].(opcodes.Op))
		if !ok {
			t.Fatalf("%v has no %v", version, instrs[i])
		}
		code = append(code, byte(n), byte(instrs[i+1].(int)))
	}
	empty := marshal.NewBytes("")
	return &marshal.Code{
		Version: marshal.Version(version), FirstLineNo: 1,
		Code:            marshal.NewBytes(string(code)),
		Consts:          marshal.NewTuple(marshal.None),
		Names:           marshal.NewTuple(marshal.NewStr("name")),
		LocalsPlusNames: marshal.NewTuple(), LocalsPlusKinds: empty,
		Filename: marshal.NewStr("f.py"), Name: marshal.NewStr("f"), QualName: marshal.NewStr("f"),
		LineTable: empty, ExceptionTable: empty,
	}
}

// The expectations are what dis of the version did with the same code object.
func TestPrintOddCode(t *testing.T) {
	for _, c := range []struct {
		name    string
		version opcodes.Version
		instrs  []any
		change  func(*marshal.Code)
		want    string
		err     string
	}{
		{
			name: "constant out of range", version: opcodes.V313,
			instrs: []any{opcodes.Nop, 0, opcodes.LoadConst, 1},
			want:   "          NOP\n", err: "IndexError: tuple index out of range",
		},
		{
			name: "negative constant index", version: opcodes.V313,
			instrs: []any{opcodes.ExtendedArg, 255, opcodes.ExtendedArg, 255, opcodes.ExtendedArg, 255, opcodes.LoadConst, 255},
			want: "          EXTENDED_ARG           255\n          EXTENDED_ARG         65535\n" +
				"          EXTENDED_ARG         16777215\n          LOAD_CONST              -1 (None)\n",
		},
		{
			name: "local out of range", version: opcodes.V311,
			instrs: []any{opcodes.LoadFast, 0},
			err:    "IndexError: tuple index out of range",
		},
		{
			name: "operator out of range", version: opcodes.V312,
			instrs: []any{opcodes.BinaryOp, 26},
			err:    "IndexError: list index out of range",
		},
		{
			name: "jump before the code", version: opcodes.V313,
			instrs: []any{opcodes.JumpBackwardNoInterrupt, 9, opcodes.Nop, 0},
			want:   "          JUMP_BACKWARD_NO_INTERRUPT 9 (to L1)\n          NOP\n",
		},
		{
			name: "jump before the code in 3.11", version: opcodes.V311,
			instrs: []any{opcodes.JumpBackward, 9, opcodes.JumpForward, 200},
			want:   "          0 JUMP_BACKWARD            9 (to -16)\n          2 JUMP_FORWARD           200 (to 404)\n",
		},
		{
			name: "line table without lines", version: opcodes.V313,
			instrs: []any{opcodes.Nop, 0, opcodes.Nop, 0},
			change: func(c *marshal.Code) { c.LineTable = marshal.NewBytes("\xf8\xf8") },
			want:   "          NOP\n          NOP\n",
		},
		{
			name: "surrogate in a name", version: opcodes.V313,
			instrs: []any{opcodes.Nop, 0, opcodes.LoadName, 0},
			change: func(c *marshal.Code) { c.Names = marshal.NewTuple(marshal.NewStr("a\xed\xa0\x80")) },
			want:   "          NOP\n",
			err:    "UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 39: surrogates not allowed",
		},
		{
			name: "surrogates in a name", version: opcodes.V313,
			instrs: []any{opcodes.Nop, 0, opcodes.LoadName, 0},
			change: func(c *marshal.Code) { c.Names = marshal.NewTuple(marshal.NewStr("é\xed\xa0\x80\xed\xbf\xbfb")) },
			want:   "          NOP\n",
			err:    "UnicodeEncodeError: 'utf-8' codec can't encode characters in position 39-40: surrogates not allowed",
		},
		{
			name: "conversion out of range", version: opcodes.V313,
			instrs: []any{opcodes.ConvertValue, 4},
			err:    "IndexError: tuple index out of range",
		},
		{
			name: "common constants", version: opcodes.V314,
			instrs: []any{opcodes.LoadCommonConstant, 3, opcodes.LoadCommonConstant, 5},
			want:   "          LOAD_COMMON_CONSTANT     3 (<built-in function all>)\n",
			err:    "IndexError: list index out of range",
		},
		{
			name: "comparison out of range", version: opcodes.V312,
			instrs: []any{opcodes.CompareOp, 96, opcodes.Nop, 0},
			err:    "IndexError: tuple index out of range",
		},
		{
			name: "unassigned number", version: opcodes.V313,
			change: func(c *marshal.Code) { c.Code = marshal.NewBytes("\x82\x07\x1b\x00") },
			want:   "          CACHE\n          MATCH_KEYS\n",
		},
		{
			name: "long int", version: opcodes.V314,
			instrs: []any{opcodes.LoadConst, 0},
			change: func(c *marshal.Code) {
				c.Consts = marshal.NewTuple(marshal.NewBigInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(4300), nil)))
			},
			err: "ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			code := codeOf(t, c.version, c.instrs...)
			if c.change != nil {
				c.change(code)
			}
			var b bytes.Buffer
			err := Print(&b, code, c.version, Options{})
			if b.String() != c.want || fmt.Sprint(err) != c.err && (err != nil || c.err != "") {
				t.Errorf("Print = %q, %v\nwant %q, %s", b.String(), err, c.want, c.err)
			}
		})
	}
}

// Small files that unfold to more than any memory, or never end.
func TestPrintBombs(t *testing.T) {
	doubling := marshal.Object(marshal.NewTuple())
	other := marshal.Object(marshal.NewTuple())
	for range 100 {
		doubling = marshal.NewTuple(doubling, doubling)
		other = marshal.NewTuple(other, other)
	}
	tuple := marshal.NewTuple(nil, marshal.None)
	tuple.Items[0] = tuple
	frozen := &marshal.Set{Frozen: true}
	frozen.Items = []marshal.Object{marshal.NewTuple(frozen)}
	colliding := &marshal.Set{}
	for i := range int64(20000) {
		colliding.Items = append(colliding.Items, &marshal.Int{Big: new(big.Int).Mul(big.NewInt(i), big.NewInt(1<<61-1))})
	}
	deep := marshal.Object(marshal.NewTuple())
	for range 100_000 {
		deep = marshal.NewTuple(deep)
	}
	for _, c := range []struct {
		name string
		o    marshal.Object
		want string
	}{
		{"doubling", doubling, "longer than"},
		{"tuple in itself", tuple, ""},
		{"set in itself", frozen, "RecursionError"},
		{"equal doublings", &marshal.Set{Items: []marshal.Object{doubling, other}}, "too long"},
		{"colliding", colliding, "too long"},
		{"deep", deep, "RecursionError"},
		{"deep in a set", &marshal.Set{Items: []marshal.Object{deep}}, "RecursionError"},
	} {
		_, err := newReprs(opcodes.V313).of(c.o)
		if c.want == "" != (err == nil) || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

func TestPrintNestedCode(t *testing.T) {
	code := codeOf(t, opcodes.V314, opcodes.Nop, 0)
	code.Consts.Items[0] = code
	var b bytes.Buffer
	err := Print(&b, code, opcodes.V314, Options{})
	var python *Error
	if !errors.As(err, &python) || python.Class != "RecursionError" {
		t.Errorf("Print of code inside itself: %v", err)
	}
	name := marshal.NewStr("old")
	old := &marshal.Code{Version: marshal.Py38, Filename: name, Name: name, Old: &marshal.OldLocals{}}
	code.Consts.Items[0] = old
	if err := Print(&b, code, opcodes.V314, Options{}); err == nil {
		t.Error("code of 3.8 was disassembled")
	}
	if err := Print(&b, code, opcodes.Version(3<<8|8), Options{}); err == nil {
		t.Error("3.8 has a table")
	}
}

// FuzzPrint changes the tables of real code objects and whole files.
func FuzzPrint(f *testing.F) {
	for _, v := range []string{"311", "312", "313", "314"} {
		data, err := os.ReadFile("testdata/brief." + v + ".pyc")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data), "", "", "")
		f.Add(string(data), "\x90\x01\x90\xff\x90\x80\x64\x01", "\xf8\x7f\x7f\x3f", "\x80\x41\x00\x02\x7f")
	}
	f.Fuzz(func(t *testing.T, file, code, lines, exceptions string) {
		pyc, err := marshal.LoadPyc(file)
		if err != nil || pyc.Code.Old != nil {
			return
		}
		c := pyc.Code
		if code != "" {
			c.Code = marshal.NewBytes(code[:len(code)&^1])
		}
		if lines != "" {
			c.LineTable = marshal.NewBytes(lines)
		}
		if exceptions != "" {
			c.ExceptionTable = marshal.NewBytes(exceptions)
		}
		var b bytes.Buffer
		_ = Print(&b, c, opcodes.Version(c.Version), Options{ShowCaches: true, ShowOffsets: true, ShowPositions: len(code)%4 == 0, Specialized: true})
	})
}
