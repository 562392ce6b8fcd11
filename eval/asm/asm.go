// Package asm assembles code objects for the engine's tests: what no compiler writes has to come from somewhere.
//
// A text has one instruction a line, as dis shows them, with its operand as a number or a symbol:
//
//	again:                      a label
//	    LOAD_FAST x             a local, added to the spec's when it is new
//	    LOAD_GLOBAL len+NULL    a name, with the bit that pushes a Null
//	    LOAD_CONST =5           an int, 'text' or None, added to the constants
//	    JUMP_BACKWARD @again    where a jump goes
//	.try again end handler 0 lasti
//
// The last form is an entry of the exception table: start, end and target labels, depth, and whether lasti is pushed. Text after # is ignored.
// Instructions carry the inline caches and prefixes of their version. Nothing else is checked: ill-formed code is the point.
package asm

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/krait-vm/krait/marshal"
	"github.com/krait-vm/krait/opcodes"
)

// A Spec is a code object to be made; the zero value is a module body with room for 16 stack values.
type Spec struct {
	Text      string
	Name      string
	Flags     int32
	Args      int32 // co_argcount
	StackSize int32
	Consts    []marshal.Object
	Names     []string
	Locals    []string
	Kinds     string // by local; locals without one are plain
}

// Assemble makes the code object for a version.
func Assemble(v marshal.Version, s Spec) (*marshal.Code, error) {
	a := &assembler{Spec: s, table: opcodes.For(opcodes.Version(v)), labels: map[string]int{}}
	if a.table == nil {
		return nil, fmt.Errorf("no opcodes for %v", v)
	}
	for i, line := range strings.Split(s.Text, "\n") {
		if err := a.line(line); err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
	}
	code, err := a.layOut()
	if err != nil {
		return nil, err
	}
	table, err := a.exceptionTable()
	if err != nil {
		return nil, err
	}
	return a.finish(v, code, table), nil
}

// An instr is an instruction with its operand, or with the label that gives it.
type instr struct {
	op       opcodes.Op
	number   int
	arg      int64
	label    string
	at, size int // code units
}

type assembler struct {
	Spec
	table  *opcodes.Table
	code   []instr
	labels map[string]int // number of the instruction behind it
	tries  [][]string
}

func (a *assembler) line(line string) error {
	line, _, _ = strings.Cut(line, "#")
	words := strings.Fields(line)
	if len(words) > 0 && strings.HasSuffix(words[0], ":") {
		a.labels[strings.TrimSuffix(words[0], ":")] = len(a.code)
		words = words[1:]
	}
	if len(words) == 0 {
		return nil
	}
	if words[0] == ".try" {
		if len(words) < 5 {
			return fmt.Errorf(".try wants start, end, target and depth")
		}
		a.tries = append(a.tries, words[1:])
		return nil
	}
	in := instr{}
	if n, err := strconv.Atoi(words[0]); err == nil {
		in.number, in.op = n, a.table.Op(n)
	} else {
		in.op = opcodes.ByName(words[0])
		var ok bool
		if in.number, ok = a.table.Number(in.op); !ok {
			return fmt.Errorf("%s has no number in %v", words[0], a.table.Version())
		}
	}
	if len(words) > 1 {
		if err := a.operand(&in, strings.TrimSpace(strings.Join(words[1:], " "))); err != nil {
			return err
		}
	}
	a.code = append(a.code, in)
	return nil
}

// operand resolves a symbol but for labels.
func (a *assembler) operand(in *instr, s string) error {
	flags := a.table.Flags(in.op)
	if n, err := strconv.ParseInt(s, 0, 64); err == nil {
		in.arg = n
		return nil
	}
	switch {
	case s[0] == '@':
		in.label = s[1:]
	case s[0] == '=':
		v, err := a.constant(s[1:])
		if err != nil {
			return err
		}
		in.arg = int64(len(a.Consts))
		a.Consts = append(a.Consts, v)
	case flags&opcodes.HasName != 0:
		s, null := strings.CutSuffix(s, "+NULL")
		i := int64(index(&a.Names, s))
		for in.arg = i; int64(a.table.NameIndex(in.op, int32(in.arg))) < i; {
			in.arg *= 2
		}
		if null {
			in.arg |= 1
		}
	case flags&(opcodes.HasLocal|opcodes.HasFree) != 0:
		in.arg = int64(index(&a.Locals, s))
	default:
		return fmt.Errorf("unknown operand %q", s)
	}
	return nil
}

func (a *assembler) constant(s string) (marshal.Object, error) {
	if s == "None" {
		return marshal.None, nil
	}
	if n, err := strconv.ParseInt(s, 0, 64); err == nil {
		return marshal.NewInt(n), nil
	}
	if len(s) >= 2 && s[0] == '\'' && s[len(s)-1] == '\'' {
		return marshal.NewStr(s[1 : len(s)-1]), nil
	}
	return nil, fmt.Errorf("unknown constant %q", s)
}

// index returns the place of s in a list, and appends it when it is not there.
func index(list *[]string, s string) int {
	for i, x := range *list {
		if x == s {
			return i
		}
	}
	*list = append(*list, s)
	return len(*list) - 1
}

// layOut places the instructions, again and again until no jump needs another prefix.
func (a *assembler) layOut() (string, error) {
	for changed := true; changed; {
		changed = false
		at := 0
		for i := range a.code {
			in := &a.code[i]
			in.at = at
			size := 1 + prefixes(in.arg) + a.table.Caches(in.op)
			if size > in.size {
				in.size, changed = size, true
			}
			at += in.size
		}
		for i := range a.code {
			in := &a.code[i]
			if in.label == "" {
				continue
			}
			to, err := a.place(in.label)
			if err != nil {
				return "", err
			}
			in.arg = int64(to - in.at - in.size)
			if a.table.Flags(in.op)&opcodes.JumpsForward == 0 {
				in.arg = -in.arg
			}
			if in.arg < 0 {
				return "", fmt.Errorf("%v jumps the wrong way to %s", in.op, in.label)
			}
		}
	}
	var b strings.Builder
	ext, _ := a.table.Number(opcodes.ExtendedArg)
	for i := range a.code {
		in := &a.code[i]
		caches := a.table.Caches(in.op)
		for n := in.size - 1 - caches; n > 0; n-- {
			b.Write([]byte{byte(ext), byte(in.arg >> (8 * n))})
		}
		b.Write([]byte{byte(in.number), byte(in.arg)})
		b.WriteString(strings.Repeat("\x00\x00", caches))
	}
	return b.String(), nil
}

func prefixes(arg int64) int {
	n := 0
	for arg >>= 8; arg > 0; arg >>= 8 {
		n++
	}
	return n
}

// place returns the code unit that a label stands for.
func (a *assembler) place(label string) (int, error) {
	i, ok := a.labels[label]
	if !ok {
		return 0, fmt.Errorf("no label %s", label)
	}
	if i == len(a.code) {
		if i == 0 {
			return 0, nil
		}
		return a.code[i-1].at + a.code[i-1].size, nil
	}
	return a.code[i].at, nil
}

// exceptionTable encodes the .try lines.
func (a *assembler) exceptionTable() (string, error) {
	var b strings.Builder
	for _, words := range a.tries {
		var at [3]int
		for i := range at {
			var err error
			if at[i], err = a.place(words[i]); err != nil {
				return "", err
			}
		}
		depth, err := strconv.Atoi(words[3])
		if err != nil {
			return "", err
		}
		depth <<= 1
		if len(words) > 4 && words[4] == "lasti" {
			depth |= 1
		}
		for i, n := range []int{at[0], at[1] - at[0], at[2], depth} {
			writeVarint(&b, n, i == 0)
		}
	}
	return b.String(), nil
}

// writeVarint writes six bits a byte, the most significant first; bit 7 marks the start of an entry.
func writeVarint(b *strings.Builder, n int, first bool) {
	shift := 0
	for n>>shift > 63 {
		shift += 6
	}
	for ; shift >= 0; shift -= 6 {
		c := byte(n>>shift) & 63
		if shift > 0 {
			c |= 64
		}
		if first {
			c |= 128
			first = false
		}
		b.WriteByte(c)
	}
}

func (a *assembler) finish(v marshal.Version, code, table string) *marshal.Code {
	name := a.Name
	if name == "" {
		name = "test"
	}
	stack := a.StackSize
	if stack == 0 {
		stack = 16
	}
	kinds := []byte(a.Kinds)
	for len(kinds) < len(a.Locals) {
		kinds = append(kinds, marshal.KindLocal)
	}
	return &marshal.Code{
		Version: v, ArgCount: a.Args, StackSize: stack, Flags: a.Flags, Code: marshal.NewBytes(code),
		Consts: marshal.NewTuple(a.Consts...), Names: strs(a.Names), LocalsPlusNames: strs(a.Locals), LocalsPlusKinds: marshal.NewBytes(string(kinds)),
		Filename: marshal.NewStr("test.py"), Name: marshal.NewStr(name), QualName: marshal.NewStr(name), FirstLineNo: 1,
		LineTable: marshal.NewBytes(""), ExceptionTable: marshal.NewBytes(table),
	}
}

func strs(list []string) *marshal.Tuple {
	items := make([]marshal.Object, len(list))
	for i, s := range list {
		items[i] = marshal.NewInternedStr(s)
	}
	return marshal.NewTuple(items...)
}
