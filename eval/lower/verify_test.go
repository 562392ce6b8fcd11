package lower_test

import (
	"errors"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/krait-vm/krait/eval"
	"github.com/krait-vm/krait/eval/asm"
	"github.com/krait-vm/krait/eval/lower"
	"github.com/krait-vm/krait/marshal"
	"github.com/krait-vm/krait/opcodes"
	"github.com/krait-vm/krait/runtime"
)

const (
	generator = int32(runtime.CodeGenerator | runtime.CodeOptimized)
	optimized = int32(runtime.CodeOptimized | runtime.CodeNewLocals)
)

// verifyCases are ill-formed code objects with the reason that the verifier gives. A case is for one version, 3.13 unless it says
// otherwise.
var verifyCases = []struct {
	name   string
	minor  int
	spec   asm.Spec
	change func(c *marshal.Code)
	load   func(c *runtime.Code)
	offset int
	reason string
}{
	{name: "version", load: func(c *runtime.Code) { c.Version.Minor = 9 }, offset: -1, reason: "no opcode table for Python 3.9"},
	{name: "negative argcount", change: func(c *marshal.Code) { c.ArgCount = -1 }, offset: -1, reason: "negative count"},
	{name: "negative stack", change: func(c *marshal.Code) { c.StackSize = -1 }, offset: -1, reason: "negative count"},
	{name: "positional-only", change: func(c *marshal.Code) { c.PosOnlyArgCount = 1 }, offset: -1, reason: "more positional-only than positional arguments"},
	{name: "kinds", load: func(c *runtime.Code) { c.Kinds = "x" }, offset: -1, reason: "localsplus kinds and names differ in number"},
	{name: "arguments", change: func(c *marshal.Code) { c.ArgCount = 1 }, offset: -1, reason: "more arguments than locals"},
	{
		name: "star arguments", change: func(c *marshal.Code) { c.Flags = marshal.FlagVarArgs | marshal.FlagVarKeywords },
		offset: -1, reason: "more arguments than locals",
	},
	{name: "names", load: func(c *runtime.Code) { c.Names = make([]*runtime.Str, 1<<16) }, offset: -1, reason: "more than 65535 names"},
	{name: "frame", change: func(c *marshal.Code) { c.StackSize = 1 << 30 }, offset: -1, reason: "frame of 1073741824 slots is too large"},
	{name: "odd code", change: func(c *marshal.Code) { c.Code.S += "x" }, offset: -1, reason: "code: co_code is malformed"},
	{name: "no code", change: func(c *marshal.Code) { c.Code.S = "" }, offset: -1, reason: "no instructions"},
	{
		name: "exception table", change: func(c *marshal.Code) { c.ExceptionTable.S = "\xff\x7f\x7f\x7f\x7f\x7f\x7f\x3f\x00\x00\x00" },
		offset: -1, reason: "code: co_exceptiontable is malformed",
	},
	{
		name: "many handlers", change: func(c *marshal.Code) { c.ExceptionTable.S = strings.Repeat("\x80\x01\x00\x00", 0xffff) },
		offset: -1, reason: "too many exception table entries",
	},
	{
		name: "depths differ", offset: 2, reason: "stack depth 1 from offset 4, but 0 before",
		spec: asm.Spec{Text: `
			RESUME 0
		again:	LOAD_CONST =1
			JUMP_BACKWARD @again`},
	},
	{
		name: "handler's depth differs", offset: 2, reason: "stack depth 0 from offset 0, but 1 before",
		spec: asm.Spec{Text: `
			start:	RESUME 0
			end:	RETURN_CONST =1
			.try start end end 0`},
	},
	{name: "fall off", spec: asm.Spec{Text: "NOP"}, offset: 0, reason: "control falls off the end of the code"},
	{name: "fall off by branch", spec: asm.Spec{Text: "LOAD_CONST =1\nl: POP_JUMP_IF_TRUE @l2\nRETURN_CONST =1\nl2: NOP"}, offset: 8, reason: "control falls off the end of the code"},
	{name: "cache cut off", spec: asm.Spec{Text: "LOAD_GLOBAL x"}, change: func(c *marshal.Code) { c.Code.S = c.Code.S[:4] }, offset: 0, reason: "control falls off the end of the code"},
	{name: "empty stack", minor: 12, spec: asm.Spec{Text: "LOAD_CONST =1\nEND_FOR\nRETURN_CONST =1"}, offset: 2, reason: "END_FOR pops from an empty stack"},
	{name: "stack size", spec: asm.Spec{StackSize: 1, Text: "LOAD_CONST =1\nLOAD_CONST =1\nRETURN_VALUE"}, offset: 2, reason: "LOAD_CONST exceeds the stack size 1"},
	{name: "jump out", spec: asm.Spec{Text: "JUMP_FORWARD 9"}, offset: 0, reason: "JUMP_FORWARD does not jump to an instruction"},
	{name: "jump before", spec: asm.Spec{Text: "JUMP_BACKWARD 9"}, offset: 0, reason: "JUMP_BACKWARD does not jump to an instruction"},
	{name: "jump into a cache", spec: asm.Spec{Text: "JUMP_FORWARD 1\nLOAD_GLOBAL x\nRETURN_VALUE"}, offset: 0, reason: "JUMP_FORWARD does not jump to an instruction"},
	{
		name: "jump behind a prefix", spec: asm.Spec{Text: "JUMP_FORWARD 1\nLOAD_CONST 256\nRETURN_VALUE", Consts: make257()},
		offset: 0, reason: "JUMP_FORWARD jumps into an instruction",
	},
	{
		name: "handler outside", change: func(c *marshal.Code) { c.ExceptionTable.S = "\x80\x02\x3f\x00" },
		offset: 0, reason: "exception handler is no instruction",
	},
	{
		name: "handler behind a prefix", spec: asm.Spec{Text: "NOP\nLOAD_CONST 256\nRETURN_VALUE", Consts: make257()},
		change: func(c *marshal.Code) { c.ExceptionTable.S = "\x80\x01\x02\x00" },
		offset: 0, reason: "exception handler lies inside an instruction",
	},
	{name: "handler too deep", spec: asm.Spec{Text: "a: RETURN_CONST =1\nb: RETURN_VALUE\n.try a b b 1"}, offset: 0, reason: "exception handler wants depth 1 of 0"},
	{
		name: "handler's stack", spec: asm.Spec{StackSize: 1, Text: "a: RETURN_CONST =1\nb: RETURN_VALUE\n.try a b b 0 lasti"},
		offset: 0, reason: "exception handler exceeds the stack size 1",
	},
	{name: "unknown opcode", spec: asm.Spec{Text: "RESUME 0\n130"}, offset: 2, reason: "unknown opcode 130"},
	{name: "cache", spec: asm.Spec{Text: "CACHE"}, offset: 0, reason: "opcode CACHE is not allowed in a code object"},
	{name: "extended arg at the end", spec: asm.Spec{Text: "NOP\nEXTENDED_ARG 1"}, offset: 2, reason: "opcode EXTENDED_ARG is not allowed in a code object"},
	{name: "interpreter exit", spec: asm.Spec{Text: "LOAD_CONST =1\nINTERPRETER_EXIT"}, offset: 2, reason: "opcode INTERPRETER_EXIT is not allowed in a code object"},
	{name: "negative operand", spec: asm.Spec{Text: "LOAD_CONST 0xffffffff"}, offset: 6, reason: "operand out of range"},
	{name: "operand beyond 32 bits", spec: asm.Spec{Text: "BUILD_MAP 0x7fffffff"}, offset: 6, reason: "BUILD_MAP needs 4294967294 values on a stack of 0"},
	{name: "needs values", spec: asm.Spec{Text: "BINARY_OP 0"}, offset: 0, reason: "BINARY_OP needs 2 values on a stack of 0"},
	{name: "local pair", spec: asm.Spec{Text: "LOAD_FAST_LOAD_FAST 1", Locals: []string{"x"}}, offset: 0, reason: "LOAD_FAST_LOAD_FAST: no such local"},
	{name: "constant", spec: asm.Spec{Text: "LOAD_CONST 7"}, offset: 0, reason: "LOAD_CONST: no constant 7"},
	{name: "name", spec: asm.Spec{Text: "LOAD_NAME 3"}, offset: 0, reason: "LOAD_NAME: no name 3"},
	{name: "shifted name", spec: asm.Spec{Text: "LOAD_GLOBAL 3", Names: []string{"x"}}, offset: 0, reason: "LOAD_GLOBAL: no name 3"},
	{name: "local", spec: asm.Spec{Text: "LOAD_FAST 2", Locals: []string{"x"}}, offset: 0, reason: "LOAD_FAST: no local 2"},
	{name: "cell", spec: asm.Spec{Text: "LOAD_DEREF 2", Locals: []string{"x"}}, offset: 0, reason: "LOAD_DEREF: no local 2"},
	{name: "swap", spec: asm.Spec{Text: "SWAP 0"}, offset: 0, reason: "SWAP: operand 0"},
	{name: "list append", spec: asm.Spec{Text: "LOAD_CONST =1\nLIST_APPEND 0"}, offset: 2, reason: "LIST_APPEND: operand 0"},
	{name: "dict merge", spec: asm.Spec{Text: "PUSH_NULL\nPUSH_NULL\nPUSH_NULL\nPUSH_NULL\nDICT_MERGE 0"}, offset: 8, reason: "DICT_MERGE: operand 0"},
	{name: "operator", spec: asm.Spec{Text: "PUSH_NULL\nPUSH_NULL\nBINARY_OP 77"}, offset: 4, reason: "BINARY_OP: no operator 77"},
	{name: "comparison", spec: asm.Spec{Text: "PUSH_NULL\nPUSH_NULL\nCOMPARE_OP 255"}, offset: 4, reason: "COMPARE_OP: no comparison 255"},
	{name: "free variables", spec: asm.Spec{Text: "COPY_FREE_VARS 1"}, offset: 0, reason: "COPY_FREE_VARS: more than the locals"},
	{name: "generator in a module", spec: asm.Spec{Text: "RETURN_GENERATOR\nPOP_TOP\nRETURN_CONST =1"}, offset: 0, reason: "RETURN_GENERATOR in a place where no generator starts"},
	{
		name: "generator with a stack", spec: asm.Spec{Flags: generator, Text: "PUSH_NULL\nRETURN_GENERATOR\nPOP_TOP\nRETURN_CONST =1"},
		offset: 2, reason: "RETURN_GENERATOR in a place where no generator starts",
	},
	{name: "yield", spec: asm.Spec{Text: "PUSH_NULL\nYIELD_VALUE 0"}, offset: 2, reason: "YIELD_VALUE outside a generator"},
	{name: "send", spec: asm.Spec{Text: "PUSH_NULL\nPUSH_NULL\nSEND @l\nl: RETURN_VALUE"}, offset: 4, reason: "SEND outside a generator"},
	{name: "raise", spec: asm.Spec{Text: "PUSH_NULL\nPUSH_NULL\nPUSH_NULL\nRAISE_VARARGS 3"}, offset: 6, reason: "RAISE_VARARGS: operand 3"},
	{name: "slice", spec: asm.Spec{Text: "PUSH_NULL\nBUILD_SLICE 1"}, offset: 2, reason: "BUILD_SLICE: operand 1"},
	{name: "function", spec: asm.Spec{Text: "PUSH_NULL\nCALL_INTRINSIC_1 99"}, offset: 2, reason: "CALL_INTRINSIC_1: no function 99"},
	{name: "function of two", spec: asm.Spec{Text: "PUSH_NULL\nPUSH_NULL\nCALL_INTRINSIC_2 0"}, offset: 4, reason: "CALL_INTRINSIC_2: no function 0"},
	{name: "special method", minor: 14, spec: asm.Spec{Text: "PUSH_NULL\nLOAD_SPECIAL 9"}, offset: 2, reason: "LOAD_SPECIAL: no method 9"},
	{name: "common constant", minor: 14, spec: asm.Spec{Text: "LOAD_COMMON_CONSTANT 99"}, offset: 0, reason: "LOAD_COMMON_CONSTANT: no constant 99"},
	{name: "conversion", spec: asm.Spec{Text: "PUSH_NULL\nCONVERT_VALUE 4"}, offset: 2, reason: "CONVERT_VALUE: no conversion 4"},
	{name: "wide operand", spec: asm.Spec{Text: "PUSH_NULL\nPUSH_NULL\nIS_OP 0x10000"}, offset: 8, reason: "IS_OP: operand 65536"},
	{
		name: "namespace", spec: asm.Spec{Flags: optimized, Text: "LOAD_NAME x\nRETURN_VALUE"},
		offset: 0, reason: "LOAD_NAME in optimized code",
	},
}

func make257() []marshal.Object {
	items := make([]marshal.Object, 257)
	for i := range items {
		items[i] = marshal.None
	}
	return items
}

// TestVerify checks each ill-formed code object: Verify and Lower give the reason, and running it raises SystemError with it.
func TestVerify(t *testing.T) {
	for _, c := range verifyCases {
		t.Run(c.name, func(t *testing.T) {
			if c.minor == 0 {
				c.minor = 13
			}
			if c.spec.Text == "" {
				c.spec.Text = "RESUME 0\nRETURN_CONST =1"
			}
			mc, err := asm.Assemble(marshal.Version(3<<8|c.minor), c.spec)
			if err != nil {
				t.Fatal(err)
			}
			if c.change != nil {
				c.change(mc)
			}
			for _, reference := range []bool{false, true} {
				in := runtime.NewInterp(eval.New(eval.Options{Reference: reference}), nil, runtime.Version{Minor: c.minor}, runtime.Config{})
				code, exc := runtime.LoadCode(in.Main, mc)
				if exc != nil {
					t.Fatalf("LoadCode: %s", message(in.Main, exc))
				}
				if c.load != nil {
					c.load(code)
				}
				var bad *lower.VerifyError
				if err := lower.Verify(code); !errors.As(err, &bad) {
					t.Fatalf("Verify = %v, want a VerifyError", err)
				}
				if *bad != (lower.VerifyError{Code: "test", Offset: c.offset, Reason: c.reason}) {
					t.Errorf("Verify = %+v, want offset %d: %s", *bad, c.offset, c.reason)
				}
				if _, err := lower.Lower(code, lower.Options{Plain: reference}); err == nil || err.Error() != bad.Error() {
					t.Errorf("Lower = %v, want %v", err, bad)
				}
				_, exc = in.Engine().RunCode(in.Main, code, runtime.NewDict(in.Main), runtime.Null, nil)
				want := "SystemError: " + bad.Error()
				if exc == nil || message(in.Main, exc) != want {
					t.Errorf("RunCode raised %s, want %s", message(in.Main, exc), want)
				}
			}
		})
	}
}

// message is an exception as "Type: text".
func message(t *runtime.Thread, e *runtime.Exception) string {
	if e == nil {
		return "nothing"
	}
	s, exc := runtime.ToStr(t, e.Value())
	if exc != nil {
		return e.Type().Name()
	}
	return e.Type().Name() + ": " + s.GoString()
}

// TestVerifyReasons checks that each reason in the verifier's source is tried above.
func TestVerifyReasons(t *testing.T) {
	source, err := os.ReadFile("verify.go")
	if err != nil {
		t.Fatal(err)
	}
	verb := regexp.MustCompile(`%[vds]`)
	found := 0
	for _, m := range regexp.MustCompile(`p\.fail\([^"\n]*"([^"]*)"`).FindAllStringSubmatch(string(source), -1) {
		if m[1] == "%v" {
			continue // an error of package opcodes
		}
		found++
		parts := verb.Split(m[1], -1)
		for i := range parts {
			parts[i] = regexp.QuoteMeta(parts[i])
		}
		reason := regexp.MustCompile("^" + strings.Join(parts, ".*") + "$")
		tried := false
		for _, c := range verifyCases {
			tried = tried || reason.MatchString(c.reason)
		}
		if !tried {
			t.Errorf("no case has the reason %q", m[1])
		}
	}
	if found < 40 {
		t.Errorf("found %d reasons in verify.go, want at least 40", found)
	}
}

// TestVerifyLargeOperands tries every opcode with every size of operand on stacks of several depths: the verifier and both lowerings must
// come to an end, whatever sums of operands overflow.
func TestVerifyLargeOperands(t *testing.T) {
	args := []int64{0, 1, 2, 3, 255, 256, 0xffff, 0x10000, 1<<24 - 1, 1 << 30, 1<<30 + 1, 1<<31 - 5, 1<<31 - 1, 1 << 31, 1<<32 - 1}
	for _, minor := range []int{11, 12, 13, 14} {
		in := runtime.NewInterp(eval.New(eval.Options{}), nil, runtime.Version{Minor: minor}, runtime.Config{})
		table := opcodes.For(opcodes.Version(3<<8 | minor))
		accepted := 0
		for number := range 256 {
			for _, arg := range args {
				for _, depth := range []int{0, 1, 6} {
					text := strings.Repeat("PUSH_NULL\n", depth) + "OP\nPUSH_NULL\nRETURN_VALUE"
					mc, err := asm.Assemble(marshal.Version(3<<8|minor), asm.Spec{
						Text: strings.Replace(text, "OP", strconv.Itoa(number)+" "+strconv.Itoa(int(arg)), 1), Flags: generator, Locals: []string{"x", "y", "z"}, Names: []string{"a", "b"},
						Consts: []marshal.Object{marshal.None, marshal.None},
					})
					if err != nil {
						t.Fatal(err)
					}
					code, exc := runtime.LoadCode(in.Main, mc)
					if exc != nil {
						t.Fatal(message(in.Main, exc))
					}
					for _, plain := range []bool{false, true} {
						c, err := lower.Lower(code, lower.Options{Plain: plain, Steps: plain})
						if err == nil {
							accepted++
							if len(c.Instrs) == 0 {
								t.Errorf("3.%d opcode %d operand %d: nothing emitted", minor, number, arg)
							}
						}
					}
				}
			}
		}
		t.Logf("3.%d: %d lowered, table %v", minor, accepted, table.Version())
		if accepted < 300 {
			t.Errorf("3.%d: only %d of the code objects are well-formed", minor, accepted)
		}
	}
}
