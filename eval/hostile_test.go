package eval

import (
	"fmt"
	"strings"
	"testing"

	"github.com/krait-vm/krait/eval/asm"
	"github.com/krait-vm/krait/runtime"
)

const (
	asGenerator = int32(runtime.CodeGenerator | runtime.CodeOptimized)
	asCoroutine = int32(runtime.CodeCoroutine | runtime.CodeOptimized)
	asFunction  = int32(runtime.CodeOptimized | runtime.CodeNewLocals)
)

// hostileCases are code objects that the verifier accepts and no compiler writes. Each is run as a module body and ends with the exception
// given, on both engines; "" means that it returns, "*" that how it ends is not laid down. What the
// object model says of a Null is its own affair: only the exception's class counts there.
var hostileCases = []struct {
	name  string
	minor int // 13 and 14 when it is 0
	spec  asm.Spec
	want  string
}{
	{name: "null plus null", spec: asm.Spec{Text: "PUSH_NULL\nPUSH_NULL\nBINARY_OP 0\nRETURN_VALUE"}, want: "TypeError: "},
	{name: "unbound local", spec: asm.Spec{Text: "LOAD_FAST x\nLOAD_CONST =1\nBINARY_OP 0\nRETURN_VALUE"}, want: "TypeError: "},
	{name: "return null", spec: asm.Spec{Text: "PUSH_NULL\nRETURN_VALUE"}, want: ""},
	{name: "negate null", spec: asm.Spec{Text: "PUSH_NULL\nUNARY_NEGATIVE\nRETURN_VALUE"}, want: "TypeError: "},
	{name: "not null", spec: asm.Spec{Text: "PUSH_NULL\nTO_BOOL\nUNARY_NOT\nRETURN_VALUE"}, want: ""},
	{name: "compare null", spec: asm.Spec{Text: "PUSH_NULL\nLOAD_CONST =1\nCOMPARE_OP 2\nRETURN_VALUE"}, want: "TypeError: "},
	{name: "attribute of null", spec: asm.Spec{Text: "PUSH_NULL\nLOAD_ATTR x\nRETURN_VALUE"}, want: "AttributeError: "},
	{name: "method of null", spec: asm.Spec{Text: "PUSH_NULL\nLOAD_ATTR x+NULL\nCALL 0\nRETURN_VALUE"}, want: "AttributeError: "},
	{name: "store attribute of null", spec: asm.Spec{Text: "PUSH_NULL\nPUSH_NULL\nSTORE_ATTR x\nPUSH_NULL\nRETURN_VALUE"}, want: "AttributeError: "},
	{name: "slice of null", spec: asm.Spec{Text: "PUSH_NULL\nPUSH_NULL\nPUSH_NULL\nBINARY_SLICE\nRETURN_VALUE"}, want: "TypeError: "},
	{name: "store slice of null", spec: asm.Spec{Text: "PUSH_NULL\nPUSH_NULL\nPUSH_NULL\nPUSH_NULL\nSTORE_SLICE\nPUSH_NULL\nRETURN_VALUE"}, want: "TypeError: "},
	{name: "delete item of null", spec: asm.Spec{Text: "PUSH_NULL\nPUSH_NULL\nDELETE_SUBSCR\nPUSH_NULL\nRETURN_VALUE"}, want: "TypeError: "},
	{name: "list of nulls", spec: asm.Spec{Text: "PUSH_NULL\nPUSH_NULL\nBUILD_LIST 2\nUNPACK_SEQUENCE 2\nBINARY_OP 0\nRETURN_VALUE"}, want: "TypeError: "},
	{name: "print nulls", spec: asm.Spec{Text: "LOAD_NAME print\nPUSH_NULL\nPUSH_NULL\nPUSH_NULL\nBUILD_LIST 2\nCALL 1\nRETURN_VALUE"}, want: ""},
	{name: "set of nulls", spec: asm.Spec{Text: "PUSH_NULL\nBUILD_SET 1\nRETURN_VALUE"}, want: "TypeError: "},
	{name: "dict of nulls", spec: asm.Spec{Text: "PUSH_NULL\nPUSH_NULL\nBUILD_MAP 1\nRETURN_VALUE"}, want: "TypeError: "},
	{name: "dict of null values", spec: asm.Spec{Text: "LOAD_CONST ='k'\nPUSH_NULL\nBUILD_MAP 1\nCOPY 1\nLOAD_CONST ='k'\nSTORE_NAME z\nRETURN_VALUE"}, want: ""},
	{name: "str of nulls", spec: asm.Spec{Text: "PUSH_NULL\nPUSH_NULL\nBUILD_STRING 2\nRETURN_VALUE"}, want: "TypeError: "},
	{name: "format null", spec: asm.Spec{Text: "PUSH_NULL\nFORMAT_SIMPLE\nRETURN_VALUE"}, want: ""},
	{name: "repr null", spec: asm.Spec{Text: "PUSH_NULL\nCONVERT_VALUE 2\nRETURN_VALUE"}, want: ""},
	{name: "format with null", spec: asm.Spec{Text: "LOAD_CONST =1\nPUSH_NULL\nFORMAT_WITH_SPEC\nRETURN_VALUE"}, want: "SystemError: the instruction's operand is no format specification"},
	{name: "call null", spec: asm.Spec{Text: "PUSH_NULL\nPUSH_NULL\nCALL 0\nRETURN_VALUE"}, want: "TypeError: "},
	{name: "call null with null", spec: asm.Spec{Text: "PUSH_NULL\nPUSH_NULL\nPUSH_NULL\nCALL 1\nRETURN_VALUE"}, want: "TypeError: "},
	{name: "call a builtin with null", spec: asm.Spec{Text: "LOAD_NAME len\nPUSH_NULL\nPUSH_NULL\nCALL 1\nRETURN_VALUE"}, want: "TypeError: "},
	{name: "names of keywords", spec: asm.Spec{Text: "LOAD_NAME len\nPUSH_NULL\nLOAD_CONST =1\nLOAD_CONST =2\nCALL_KW 1\nRETURN_VALUE"}, want: "SystemError: the instruction's operand is no tuple of keyword names"},
	{name: "arguments of a call", spec: asm.Spec{Text: "LOAD_NAME len\nPUSH_NULL\nPUSH_NULL\nPUSH_NULL\nCALL_FUNCTION_EX 1\nRETURN_VALUE"}, want: "TypeError: "},
	{name: "append to an int", spec: asm.Spec{Text: "LOAD_CONST =1\nLOAD_CONST =2\nLIST_APPEND 1\nRETURN_VALUE"}, want: "SystemError: the instruction's operand is no list"},
	{name: "append to null", spec: asm.Spec{Text: "PUSH_NULL\nLOAD_CONST =2\nLIST_APPEND 1\nRETURN_VALUE"}, want: "SystemError: the instruction's operand is no list"},
	{name: "append null", spec: asm.Spec{Text: "BUILD_LIST 0\nPUSH_NULL\nLIST_APPEND 1\nRETURN_VALUE"}, want: ""},
	{name: "add to an int", spec: asm.Spec{Text: "LOAD_CONST =1\nLOAD_CONST =2\nSET_ADD 1\nRETURN_VALUE"}, want: "SystemError: the instruction's operand is no set"},
	{name: "map into an int", spec: asm.Spec{Text: "LOAD_CONST =1\nLOAD_CONST =2\nLOAD_CONST =3\nMAP_ADD 1\nRETURN_VALUE"}, want: "SystemError: the instruction's operand is no dict"},
	{name: "extend an int", spec: asm.Spec{Text: "LOAD_CONST =1\nLOAD_CONST =2\nLIST_EXTEND 1\nRETURN_VALUE"}, want: "SystemError: the instruction's operand is no list"},
	{name: "extend with null", spec: asm.Spec{Text: "BUILD_LIST 0\nPUSH_NULL\nLIST_EXTEND 1\nRETURN_VALUE"}, want: "TypeError: "},
	{name: "update an int", spec: asm.Spec{Text: "LOAD_CONST =1\nLOAD_CONST =2\nSET_UPDATE 1\nRETURN_VALUE"}, want: "SystemError: the instruction's operand is no set"},
	{name: "update with null", spec: asm.Spec{Text: "BUILD_MAP 0\nPUSH_NULL\nDICT_UPDATE 1\nRETURN_VALUE"}, want: "TypeError: "},
	{name: "merge nulls", spec: asm.Spec{Text: "PUSH_NULL\nPUSH_NULL\nPUSH_NULL\nBUILD_MAP 0\nPUSH_NULL\nDICT_MERGE 1\nRETURN_VALUE"}, want: "TypeError: "},
	{name: "no cell", spec: asm.Spec{Text: "LOAD_DEREF x\nRETURN_VALUE"}, want: "UnboundLocalError: cannot access local variable 'x' where it is not associated with a value"},
	{name: "int for a cell", spec: asm.Spec{Text: "LOAD_CONST =1\nSTORE_FAST x\nLOAD_DEREF x\nRETURN_VALUE"}, want: "UnboundLocalError: cannot access local variable 'x' where it is not associated with a value"},
	{name: "store into no cell", spec: asm.Spec{Text: "LOAD_CONST =1\nSTORE_DEREF x\nPUSH_NULL\nRETURN_VALUE"}, want: "SystemError: a cell variable's slot holds no cell"},
	{name: "delete no cell", spec: asm.Spec{Text: "DELETE_DEREF x\nPUSH_NULL\nRETURN_VALUE"}, want: "UnboundLocalError: cannot access local variable 'x' where it is not associated with a value"},
	{name: "cell of a cell", spec: asm.Spec{Text: "MAKE_CELL x\nMAKE_CELL x\nLOAD_DEREF x\nRETURN_VALUE"}, want: ""},
	{name: "no closure", spec: asm.Spec{Locals: []string{"x"}, Text: "COPY_FREE_VARS 1\nLOAD_DEREF x\nRETURN_VALUE"}, want: "SystemError: the function's closure does not fit its code"},
	{name: "iterate an int", spec: asm.Spec{Text: "LOAD_CONST =1\nFOR_ITER @end\nend: POP_TOP\nPOP_TOP\nPUSH_NULL\nRETURN_VALUE"}, want: "TypeError: "},
	{name: "iterate null", spec: asm.Spec{Text: "PUSH_NULL\nFOR_ITER @end\nend: POP_TOP\nPOP_TOP\nPUSH_NULL\nRETURN_VALUE"}, want: "TypeError: "},
	{name: "iterate a list", spec: asm.Spec{Text: "BUILD_LIST 0\nFOR_ITER @end\nend: POP_TOP\nPOP_TOP\nPUSH_NULL\nRETURN_VALUE"}, want: "TypeError: "},
	{name: "iterator of null", spec: asm.Spec{Text: "PUSH_NULL\nGET_ITER\nRETURN_VALUE"}, want: "TypeError: "},
	{name: "pop an int exception", spec: asm.Spec{Text: "LOAD_CONST =1\nPOP_EXCEPT\nPUSH_NULL\nRETURN_VALUE"}, want: ""},
	{name: "push an int exception", spec: asm.Spec{Text: "LOAD_CONST =1\nPUSH_EXC_INFO\nRETURN_VALUE"}, want: "SystemError: the instruction's operand is no exception"},
	{name: "push exceptions", spec: asm.Spec{Text: "LOAD_NAME ValueError\nPUSH_NULL\nCALL 0\nCOPY 1\nPUSH_EXC_INFO\nPUSH_EXC_INFO\nPUSH_EXC_INFO\nRETURN_VALUE"}, want: ""},
	{name: "reraise an int", spec: asm.Spec{Text: "LOAD_CONST =1\nRERAISE 0"}, want: "SystemError: the instruction's operand is no exception"},
	{name: "reraise with garbage", spec: asm.Spec{Text: "PUSH_NULL\nLOAD_NAME ValueError\nPUSH_NULL\nCALL 0\nRERAISE 1"}, want: "ValueError: "},
	{name: "reraise with a far offset", spec: asm.Spec{Text: "LOAD_CONST =4611686018427387904\nLOAD_NAME ValueError\nPUSH_NULL\nCALL 0\nRERAISE 1"}, want: "ValueError: "},
	{name: "raise null", spec: asm.Spec{Text: "PUSH_NULL\nRAISE_VARARGS 1"}, want: "RuntimeError: No active exception to reraise"},
	{name: "raise from null", spec: asm.Spec{Text: "LOAD_NAME ValueError\nPUSH_NULL\nRAISE_VARARGS 2"}, want: "ValueError: "},
	{name: "match an int", spec: asm.Spec{Text: "LOAD_CONST =1\nLOAD_CONST =1\nCHECK_EXC_MATCH\nRETURN_VALUE"}, want: "SystemError: the instruction's operand is no exception"},
	{name: "match an int group", spec: asm.Spec{Text: "LOAD_CONST =1\nLOAD_NAME ValueError\nCHECK_EG_MATCH\nRETURN_VALUE"}, want: "SystemError: except* on what is no exception"},
	{name: "match null group", spec: asm.Spec{Text: "PUSH_NULL\nPUSH_NULL\nCHECK_EG_MATCH\nRETURN_VALUE"}, want: "TypeError: "},
	{name: "no exit", minor: 13, spec: asm.Spec{Text: "PUSH_NULL\nPUSH_NULL\nPUSH_NULL\nPUSH_NULL\nWITH_EXCEPT_START\nRETURN_VALUE"}, want: "SystemError: the instruction's operand is no exception"},
	{name: "with null", minor: 13, spec: asm.Spec{Text: "PUSH_NULL\nBEFORE_WITH\nRETURN_VALUE"}, want: "TypeError: "},
	{name: "special of null", minor: 14, spec: asm.Spec{Text: "PUSH_NULL\nLOAD_SPECIAL 0\nRETURN_VALUE"}, want: "TypeError: "},
	{name: "clean up nothing", spec: asm.Spec{Text: "PUSH_NULL\nPUSH_NULL\nPUSH_NULL\nCLEANUP_THROW\nRETURN_VALUE"}, want: "SystemError: the instruction's operand is no exception"},
	{name: "end no loop", spec: asm.Spec{Text: "PUSH_NULL\nPUSH_NULL\nEND_ASYNC_FOR\nPUSH_NULL\nRETURN_VALUE"}, want: "SystemError: the instruction's operand is no exception"},
	{name: "await null", spec: asm.Spec{Text: "PUSH_NULL\nGET_AWAITABLE 0\nRETURN_VALUE"}, want: "TypeError: "},
	{name: "async iterator of null", spec: asm.Spec{Text: "PUSH_NULL\nGET_AITER\nRETURN_VALUE"}, want: "TypeError: "},
	{name: "async next of null", spec: asm.Spec{Text: "PUSH_NULL\nGET_ANEXT\nRETURN_VALUE"}, want: "TypeError: "},
	{name: "match keys of null", spec: asm.Spec{Text: "PUSH_NULL\nPUSH_NULL\nMATCH_KEYS\nRETURN_VALUE"}, want: "SystemError: the keys of a mapping pattern are no tuple"},
	{name: "match class of null", spec: asm.Spec{Text: "PUSH_NULL\nPUSH_NULL\nPUSH_NULL\nMATCH_CLASS 2\nRETURN_VALUE"}, want: "SystemError: the attribute names of a class pattern are no tuple of strs"},
	{name: "match nulls", spec: asm.Spec{Text: "PUSH_NULL\nMATCH_MAPPING\nPOP_TOP\nMATCH_SEQUENCE\nPOP_TOP\nGET_LEN\nRETURN_VALUE"}, want: "TypeError: "},
	{name: "function of an int", spec: asm.Spec{Text: "LOAD_CONST =1\nMAKE_FUNCTION\nRETURN_VALUE"}, want: "SystemError: the instruction's operand is no code object"},
	{name: "attribute of no function", spec: asm.Spec{Text: "LOAD_CONST =1\nLOAD_CONST =1\nSET_FUNCTION_ATTRIBUTE 1\nRETURN_VALUE"}, want: "SystemError: the instruction's operand is no function"},
	{name: "import null", spec: asm.Spec{Text: "PUSH_NULL\nPUSH_NULL\nIMPORT_NAME nothing\nRETURN_VALUE"}, want: "TypeError: "},
	{name: "import from null", spec: asm.Spec{Text: "PUSH_NULL\nIMPORT_FROM nothing\nRETURN_VALUE"}, want: "ImportError: "},
	{name: "import star of null", spec: asm.Spec{Text: "PUSH_NULL\nCALL_INTRINSIC_1 2\nRETURN_VALUE"}, want: "ImportError: "},
	{name: "list to tuple of null", spec: asm.Spec{Text: "PUSH_NULL\nCALL_INTRINSIC_1 6\nRETURN_VALUE"}, want: "SystemError: the instruction's operand is no list"},
	{name: "type variable of null", spec: asm.Spec{Text: "PUSH_NULL\nCALL_INTRINSIC_1 7\nRETURN_VALUE"}, want: "*"},
	{name: "type alias of null", spec: asm.Spec{Text: "PUSH_NULL\nCALL_INTRINSIC_1 11\nRETURN_VALUE"}, want: "*"},
	{name: "groups of null", spec: asm.Spec{Text: "PUSH_NULL\nPUSH_NULL\nCALL_INTRINSIC_2 1\nRETURN_VALUE"}, want: "SystemError: the instruction's operand is no list"},
	{name: "groups of nulls", spec: asm.Spec{Text: "PUSH_NULL\nPUSH_NULL\nBUILD_LIST 1\nCALL_INTRINSIC_2 1\nRETURN_VALUE"}, want: ""},
	{name: "super of nulls", spec: asm.Spec{Text: "PUSH_NULL\nPUSH_NULL\nPUSH_NULL\nLOAD_SUPER_ATTR 3\nRETURN_VALUE", Names: []string{"x"}}, want: "TypeError: "},
	{name: "super of null", spec: asm.Spec{Text: "LOAD_NAME super\nLOAD_NAME int\nPUSH_NULL\nLOAD_SUPER_ATTR 1\nRETURN_VALUE", Names: []string{"x"}}, want: "TypeError: "},
	{name: "name from null", spec: asm.Spec{Text: "PUSH_NULL\nLOAD_FROM_DICT_OR_GLOBALS x\nRETURN_VALUE"}, want: "TypeError: "},
	{name: "cell from null", spec: asm.Spec{Text: "PUSH_NULL\nLOAD_FROM_DICT_OR_DEREF x\nRETURN_VALUE"}, want: "TypeError: "},
	{name: "store null", spec: asm.Spec{Text: "PUSH_NULL\nSTORE_NAME x\nLOAD_NAME x\nRETURN_VALUE"}, want: ""},
	{name: "store null globally", spec: asm.Spec{Text: "PUSH_NULL\nSTORE_GLOBAL x\nLOAD_GLOBAL x\nRETURN_VALUE"}, want: ""},
	{name: "unpack null", spec: asm.Spec{Text: "PUSH_NULL\nUNPACK_SEQUENCE 0\nPUSH_NULL\nRETURN_VALUE"}, want: "TypeError: "},
	{name: "unpack null with star", spec: asm.Spec{Text: "PUSH_NULL\nUNPACK_EX 0x101\nRETURN_VALUE"}, want: "TypeError: "},
	{name: "in null", spec: asm.Spec{Text: "PUSH_NULL\nPUSH_NULL\nCONTAINS_OP 0\nRETURN_VALUE"}, want: "TypeError: "},
	{name: "null is null", spec: asm.Spec{Text: "PUSH_NULL\nPUSH_NULL\nIS_OP 0\nRETURN_VALUE"}, want: ""},
	{name: "generator's code", spec: asm.Spec{Flags: asGenerator, Text: "RETURN_GENERATOR\nPOP_TOP\nRESUME 0\nLOAD_CONST =1\nRETURN_VALUE"}, want: ""},
	{name: "coroutine's code", spec: asm.Spec{Flags: asCoroutine, Text: "RETURN_GENERATOR\nPOP_TOP\nRESUME 0\nLOAD_CONST =1\nRETURN_VALUE"}, want: ""},
	{name: "yield without a generator", spec: asm.Spec{Flags: asGenerator, Text: "LOAD_CONST =1\nYIELD_VALUE 0\nRETURN_VALUE"}, want: "SystemError: YIELD_VALUE before RETURN_GENERATOR"},
	{name: "send to an int", spec: asm.Spec{Flags: asGenerator, Text: "LOAD_CONST =1\nLOAD_CONST =1\nSEND @end\nend: END_SEND\nRETURN_VALUE"}, want: "AttributeError: "},
	{name: "send to null", spec: asm.Spec{Flags: asGenerator, Text: "PUSH_NULL\nPUSH_NULL\nSEND @end\nend: END_SEND\nRETURN_VALUE"}, want: "AttributeError: "},
	{name: "yield from null", spec: asm.Spec{Text: "PUSH_NULL\nGET_YIELD_FROM_ITER\nRETURN_VALUE"}, want: "TypeError: "},
	{name: "interpolation of nulls", minor: 14, spec: asm.Spec{Text: "PUSH_NULL\nPUSH_NULL\nPUSH_NULL\nBUILD_INTERPOLATION 13\nRETURN_VALUE"}, want: "*"},
	{name: "template of nulls", minor: 14, spec: asm.Spec{Text: "PUSH_NULL\nPUSH_NULL\nBUILD_TEMPLATE\nRETURN_VALUE"}, want: "*"},
	{name: "slice of nulls", spec: asm.Spec{Text: "LOAD_CONST ='abc'\nPUSH_NULL\nPUSH_NULL\nPUSH_NULL\nBUILD_SLICE 3\nSTORE_NAME s\nPUSH_NULL\nPUSH_NULL\nBINARY_SLICE\nRETURN_VALUE"}, want: ""},
}

// TestHostile runs hostile code. Whatever it does has to be an exception that says so; a Go panic that had to be recovered is a failure.
func TestHostile(t *testing.T) {
	for _, c := range hostileCases {
		minors := []int{13, 14}
		if c.minor != 0 {
			minors = []int{c.minor}
		}
		for _, minor := range minors {
			t.Run(fmt.Sprintf("%s/3.%d", c.name, minor), func(t *testing.T) {
				var raised [2]string
				for i, reference := range []bool{false, true} {
					ti := newTestInterp(t, minor, Options{Reference: reference})
					code := ti.assemble(t, c.spec)
					if err := ti.Engine().Verify(code); err != nil {
						t.Fatalf("the verifier refuses it: %v", err)
					}
					_, exc := ti.Engine().RunCode(ti.t, code, ti.newMain(t), runtime.Null, nil)
					raised[i] = ti.message(exc)
					if strings.HasPrefix(raised[i], "SystemError: internal error") {
						t.Error(raised[i])
					}
					ti.checkIdle(t)
				}
				if raised[0] != raised[1] {
					t.Errorf("raised %q, on the reference engine %q", raised[0], raised[1])
				}
				if c.want == "*" {
					return
				}
				if !strings.HasPrefix(raised[0], c.want) || c.want == "" && raised[0] != "" {
					t.Errorf("raised %q, want %q", raised[0], c.want)
				}
			})
		}
	}
}
