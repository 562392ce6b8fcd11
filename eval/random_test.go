package eval

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/krait-vm/krait/eval/asm"
	"github.com/krait-vm/krait/marshal"
	"github.com/krait-vm/krait/opcodes"
	"github.com/krait-vm/krait/runtime"
	"github.com/krait-vm/krait/runtime/host"
)

// randomLocals is how many locals random code has; the last one is for what is caught.
const randomLocals = 7

// A randomOp is an instruction of random code: how many values it needs, and its operand for a depth.
type randomOp struct {
	name   string
	weight int
	arg    func(r *rand.Rand, depth int) int
	need   func(arg int) int
}

func upTo(n int) func(*rand.Rand, int) int {
	return func(r *rand.Rand, _ int) int { return r.IntN(n) }
}

func needs(n int) func(int) int { return func(int) int { return n } }

func perArg(base, each int) func(int) int { return func(arg int) int { return base + each*arg } }

func oneOf(args ...int) func(*rand.Rand, int) int {
	return func(r *rand.Rand, _ int) int { return args[r.IntN(len(args))] }
}

func pairOfLocals(r *rand.Rand, _ int) int {
	return r.IntN(randomLocals-1)<<4 | r.IntN(randomLocals-1)
}

func position(r *rand.Rand, depth int) int { return 1 + r.IntN(max(depth, 1)) }

// randomOps leave out what makes numbers and texts grow without bounds, and sets, whose order follows addresses.
var randomOps = []randomOp{
	{"LOAD_FAST", 30, upTo(randomLocals - 1), needs(0)},
	{"LOAD_FAST_LOAD_FAST", 8, pairOfLocals, needs(0)},
	{"LOAD_FAST_CHECK", 2, upTo(randomLocals - 1), needs(0)},
	{"LOAD_FAST_AND_CLEAR", 3, upTo(randomLocals - 1), needs(0)},
	{"STORE_FAST", 25, upTo(randomLocals - 1), needs(1)},
	{"STORE_FAST_STORE_FAST", 8, pairOfLocals, needs(2)},
	{"STORE_FAST_LOAD_FAST", 8, pairOfLocals, needs(1)},
	{"DELETE_FAST", 1, upTo(randomLocals - 1), needs(0)},
	{"LOAD_CONST", 20, upTo(10), needs(0)},
	{"PUSH_NULL", 1, upTo(1), needs(0)},
	{"POP_TOP", 5, upTo(1), needs(1)},
	{"SWAP", 15, position, perArg(0, 1)},
	{"COPY", 15, position, perArg(0, 1)},
	{"BINARY_OP", 12, oneOf(0, 1, 2, 6, 7, 9, 10, 13, 14, 20, 23), needs(2)},
	{"UNARY_NEGATIVE", 2, upTo(1), needs(1)},
	{"UNARY_NOT", 2, upTo(1), needs(1)},
	{"TO_BOOL", 3, upTo(1), needs(1)},
	{"COMPARE_OP", 6, oneOf(2, 42, 72, 103, 148, 172, 18, 88), needs(2)},
	{"IS_OP", 3, upTo(2), needs(2)},
	{"CONTAINS_OP", 2, upTo(2), needs(2)},
	{"BUILD_TUPLE", 5, upTo(4), perArg(0, 1)},
	{"BUILD_LIST", 5, upTo(4), perArg(0, 1)},
	{"BUILD_MAP", 2, upTo(3), perArg(0, 2)},
	{"LIST_APPEND", 4, position, perArg(1, 1)},
	{"MAP_ADD", 1, position, perArg(2, 1)},
	{"LIST_EXTEND", 2, position, perArg(1, 1)},
	{"DICT_UPDATE", 1, position, perArg(1, 1)},
	{"UNPACK_SEQUENCE", 4, upTo(4), needs(1)},
	{"UNPACK_EX", 2, oneOf(0, 1, 256, 257), needs(1)},
	{"GET_ITER", 2, upTo(1), needs(1)},
	{"GET_LEN", 1, upTo(1), needs(1)},
	{"BINARY_SLICE", 2, upTo(1), needs(3)},
	{"STORE_SLICE", 1, upTo(1), needs(4)},
	{"BUILD_SLICE", 1, oneOf(2, 3), perArg(0, 1)},
	{"FORMAT_SIMPLE", 1, upTo(1), needs(1)},
	{"CONVERT_VALUE", 1, oneOf(1, 2, 3), needs(1)},
	{"BUILD_STRING", 1, upTo(3), perArg(0, 1)},
	{"STORE_SUBSCR", 2, upTo(1), needs(3)},
	{"DELETE_SUBSCR", 1, upTo(1), needs(2)},
	{"MAKE_CELL", 1, upTo(randomLocals - 1), needs(0)},
	{"LOAD_DEREF", 1, upTo(randomLocals - 1), needs(0)},
	{"STORE_DEREF", 1, upTo(randomLocals - 1), needs(1)},
	{"LOAD_GLOBAL", 3, oneOf(0, 1, 2, 3, 4, 5), needs(0)},
	{"CALL", 3, upTo(3), perArg(2, 1)},
	{"LOAD_ATTR", 1, oneOf(6, 7), needs(1)},
	{"STORE_NAME", 1, oneOf(4), needs(1)},
	{"LOAD_NAME", 1, oneOf(0, 1, 4), needs(0)},
	{"MATCH_SEQUENCE", 1, upTo(1), needs(1)},
	{"END_SEND", 2, upTo(1), needs(2)},
	{"NOP", 2, upTo(1), needs(0)},
}

// randomText makes straight code with a handler around all of it; both ways end with a tuple of the locals.
func randomText(r *rand.Rand, table *opcodes.Table, length int) string {
	total := 0
	for _, o := range randomOps {
		total += o.weight
	}
	var b strings.Builder
	for i := range 5 {
		fmt.Fprintf(&b, "LOAD_CONST %d\nSTORE_FAST %d\n", i, i)
	}
	b.WriteString("start: NOP\n")
	depth := 0
	for n := 0; n < length; {
		w := r.IntN(total)
		k := 0
		for ; w >= randomOps[k].weight; k++ {
			w -= randomOps[k].weight
		}
		o := &randomOps[k]
		op := opcodes.ByName(o.name)
		arg := o.arg(r, depth)
		after := depth + table.StackEffect(op, arg, false)
		if !table.Has(op) || o.need(arg) > depth || after > 12 || after < 0 {
			continue
		}
		depth = after
		fmt.Fprintf(&b, "%s %d\n", o.name, arg)
		n++
	}
	fmt.Fprintf(&b, "BUILD_LIST %d\nSTORE_FAST %d\nend: NOP\nJUMP_FORWARD @out\n", depth, randomLocals-1)
	fmt.Fprintf(&b, "handler: STORE_FAST %d\nout: NOP\n", randomLocals-1)
	for i := range randomLocals {
		fmt.Fprintf(&b, "LOAD_FAST %d\n", i)
	}
	fmt.Fprintf(&b, "BUILD_TUPLE %d\nRETURN_VALUE\n.try start end handler 0\n", randomLocals)
	return b.String()
}

// TestRandomCode runs well-formed random code on both engines, which must leave the same in the locals whether it raised or not: a read that
// waits across a store, or a store that a handler does not see, shows here.
func TestRandomCode(t *testing.T) {
	rounds := 4000
	if testing.Short() {
		rounds = 600
	}
	for _, minor := range []int{13, 14} {
		table := opcodes.For(opcodes.Version(3<<8 | minor))
		var interps [2]*testInterp
		for i := range interps {
			interps[i] = newTestInterpOn(t, runtime.NewInterp(New(Options{Reference: i == 1}), host.New(), runtime.Version{Minor: minor}, runtime.Config{MaxAlloc: 1 << 22}))
		}
		returned := 0
		for seed := range uint64(rounds) {
			r := rand.New(rand.NewPCG(seed, uint64(minor)))
			text := randomText(r, table, 4+r.IntN(36))
			var got [2]string
			for i, ti := range interps {
				var ok bool
				if got[i], ok = ti.runRandom(t, text); ok {
					returned++
				}
			}
			if got[0] != got[1] {
				t.Fatalf("3.%d, seed %d:\n%s\nfast      %s\nreference %s", minor, seed, text, got[0], got[1])
			}
		}
		t.Logf("3.%d: %d of %d ran to their end", minor, returned/2, rounds)
		if returned/2 < rounds/10 {
			t.Errorf("3.%d: only %d of %d programs ran to their end", minor, returned/2, rounds)
		}
	}
}

// runRandom runs random code and returns the repr of its locals; ok is false where it raised.
func (ti *testInterp) runRandom(t *testing.T, text string) (result string, ok bool) {
	locals := []string{"a", "b", "c", "d", "e", "f", "z"}
	code := ti.assemble(t, asm.Spec{
		Text: text, StackSize: 20, Locals: locals, Names: []string{"len", "list", "tuple", "x", "append", "count"},
		Consts: []marshal.Object{
			marshal.NewInt(1), marshal.NewInt(-2), marshal.NewStr("ab"), marshal.NewTuple(marshal.NewInt(5), marshal.NewInt(6)), marshal.None, marshal.True,
			&marshal.Float{V: 1.5}, marshal.NewStr("c"), marshal.NewTuple(), marshal.NewInt(3),
		},
	})
	v, exc := ti.Engine().RunCode(ti.t, code, ti.newMain(t), runtime.Null, nil)
	if exc != nil {
		return ti.message(exc), false
	}
	ti.checkIdle(t)
	s, exc := runtime.Repr(ti.t, v)
	if exc != nil {
		return ti.message(exc), false
	}
	items, _ := runtime.AsTuple(v)
	return hideAddresses(s.GoString()), runtime.AsException(items.Items[randomLocals-1]) == nil
}
