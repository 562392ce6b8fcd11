package main

import (
	"fmt"
	"strings"
)

// An intOp is an int operator: the condition and the statements that compute c from a and b.
type intOp struct{ name, doc, code string }

var intOps = []intOp{
	{"Add", "+", "c := a + b\nif (a^c)&(b^c) >= 0 {\nOK\n}"},
	{"Sub", "-", "c := a - b\nif (a^b)&(a^c) >= 0 {\nOK\n}"},
	{"Mul", "*", "hi, lo := bits.Mul64(uint64(a), uint64(b))\nc := int64(lo)\nif int64(hi)-(a>>63)&b-(b>>63)&a == c>>63 {\nOK\n}"},
	{"And", "&", "c := a & b\nOK"},
	{"Or", "|", "c := a | b\nOK"},
	{"Xor", "^", "c := a ^ b\nOK"},
	{"FloorDiv", "//", "if b > 0 {\nc := a / b\nif a < 0 && c*b != a {\nc--\n}\nOK\n}"},
	{"Mod", "%", "if b > 0 {\nc := a % b\nif c < 0 {\nc += b\n}\nOK\n}"},
	{"Lshift", "<<", "if uint64(b) < 63 {\nc := a << uint64(b)\nif c>>uint64(b) == a {\nOK\n}\n}"},
	{"Rshift", ">>", "if b >= 0 {\nc := a >> min(uint64(b), 63)\nOK\n}"},
	{"Div", "/", "if b != 0 && uint64(a+1<<53) <= 1<<54 && uint64(b+1<<53) <= 1<<54 {\nruntime.SetFloat(reg(fp, in.A), float64(a)/float64(b))\nreturn next(in), fp\n}"},
}

var floatOps = []intOp{{"Add", "+", ""}, {"Sub", "-", ""}, {"Mul", "*", ""}, {"Div", "/", ""}}

const signature = "(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {\n"

// arithmetic generates the handlers of arithmetic and comparison on ints and floats.
func arithmetic() string {
	var b strings.Builder
	b.WriteString(header + "import (\n\"math/bits\"\n\"unsafe\"\n\n\"github.com/krait-vm/krait/eval/lower\"\n\"github.com/krait-vm/krait/runtime\"\n)\n\n")
	for _, op := range intOps {
		code := strings.ReplaceAll(op.code, "OK", "runtime.SetInt(reg(fp, in.A), c)\nreturn next(in), fp")
		fmt.Fprintf(&b, "// %sInt: left right -- left %s right, of ints.\n//\n//krait:hot\nfunc op%sInt%sx, y := reg(fp, in.B), reg(fp, in.C)\nif runtime.BothInt(x, y) {\na, b := x.AsInt(), y.AsInt()\n%s\n}\nreturn binarySlow(vm, in, fp)\n}\n\n",
			op.name, op.doc, op.name, signature, code)
		fmt.Fprintf(&b, "// %sIntK is %sInt with a constant right operand.\n//\n//krait:hot\nfunc op%sIntK%sx := reg(fp, in.B)\nif x.IsInt() {\na, b := x.AsInt(), in.K.AsInt()\n%s\n}\nreturn binaryKSlow(vm, in, fp)\n}\n\n",
			op.name, op.name, op.name, signature, code)
	}
	for _, op := range floatOps {
		guard, guardK := "", ""
		if op.name == "Div" {
			guard, guardK = " && y.AsFloat() != 0", " && in.K.AsFloat() != 0"
		}
		fmt.Fprintf(&b, "// %sFloat: left right -- left %s right, of floats.\n//\n//krait:hot\nfunc op%sFloat%sx, y := reg(fp, in.B), reg(fp, in.C)\nif x.IsFloat() && y.IsFloat()%s {\nruntime.SetFloat(reg(fp, in.A), x.AsFloat()%sy.AsFloat())\nreturn next(in), fp\n}\nreturn binarySlow(vm, in, fp)\n}\n\n",
			op.name, op.doc, op.name, signature, guard, op.doc)
		fmt.Fprintf(&b, "// %sFloatK is %sFloat with a constant right operand.\n//\n//krait:hot\nfunc op%sFloatK%sx := reg(fp, in.B)\nif x.IsFloat() && in.K.IsFloat()%s {\nruntime.SetFloat(reg(fp, in.A), x.AsFloat()%sin.K.AsFloat())\nreturn next(in), fp\n}\nreturn binaryKSlow(vm, in, fp)\n}\n\n",
			op.name, op.name, op.name, signature, guardK, op.doc)
	}
	compareJumps(&b)
	return b.String()
}

// compareJumps generates the fused compare-and-branch of ints: one handler for each relation, direction and form of the right operand.
func compareJumps(b *strings.Builder) {
	rels := []struct{ name, op string }{{"Lt", "<"}, {"Le", "<="}, {"Eq", "=="}, {"Ne", "!="}, {"Gt", ">"}, {"Ge", ">="}}
	var names, namesK []string
	for _, back := range []bool{false, true} {
		for _, r := range rels {
			dir, brk := "", "return in.Target, fp\n"
			if back {
				dir = "Back"
				brk = "if vm.Breaker.Load() != 0 {\nreturn breakAt(vm, in, fp, in.Target)\n}\nreturn in.Target, fp\n"
			}
			name := "Jump" + r.name + "Int" + dir
			names, namesK = append(names, "q"+name), append(namesK, "q"+name+"K")
			fmt.Fprintf(b, "// %s goes to Target if left %s right, of ints.\n//\n//krait:hot\nfunc op%s%sx, y := reg(fp, in.B), reg(fp, in.C)\nif runtime.BothInt(x, y) {\nif x.AsInt() %s y.AsInt() {\n%s}\nreturn next(in), fp\n}\nreturn compareJumpSlow(vm, in, fp)\n}\n\n",
				name, r.op, name, signature, r.op, brk)
			fmt.Fprintf(b, "// %sK is %s with a constant right operand.\n//\n//krait:hot\nfunc op%sK%sx := reg(fp, in.B)\nif x.IsInt() {\nif x.AsInt() %s in.K.AsInt() {\n%s}\nreturn next(in), fp\n}\nreturn compareJumpKSlow(vm, in, fp)\n}\n\n",
				name, name, name, signature, r.op, brk)
		}
	}
	fmt.Fprintf(b, "// The fused int comparisons, by the relation that jumps, then those that jump back.\nvar (\nqCompareJumpInt = [...]lower.Op{%s}\nqCompareJumpIntK = [...]lower.Op{%s}\n)\n",
		strings.Join(names, ", "), strings.Join(namesK, ", "))
}
