package dis

import (
	"strconv"
	"strings"

	"github.com/krait-vm/krait/marshal"
	"github.com/krait-vm/krait/opcodes"
)

// argRepr explains the operand of an instruction; "" if there is nothing to say. The labels are those of 3.13 and later.
func (p *printer) argRepr(code *marshal.Code, u *unit, l labels) (string, error) {
	switch {
	case u.flags&opcodes.HasArg == 0:
		return "", nil
	case u.flags&opcodes.HasConst != 0:
		return p.constRepr(code, u)
	case u.flags&opcodes.HasName != 0:
		return p.nameRepr(code, u)
	case u.flags&opcodes.HasTarget != 0:
		return p.targetRepr(u, l), nil
	case opcodes.IsLocalPair(u.op):
		first, err := localName(code, u.arg>>4)
		if err != nil {
			return "", err
		}
		second, err := localName(code, u.arg&15)
		return first + ", " + second, err
	case u.flags&(opcodes.HasLocal|opcodes.HasFree) != 0:
		return localName(code, u.arg)
	case u.flags&opcodes.HasCompare != 0:
		return p.compareRepr(u.arg)
	}
	return p.otherRepr(u)
}

func (p *printer) constRepr(code *marshal.Code, u *unit) (string, error) {
	if u.op == opcodes.KwNames && p.version == opcodes.V311 {
		return "", nil // 3.11 looks up LOAD_CONST alone
	}
	i, err := index(u.arg, len(code.Consts.Items), "tuple")
	if err != nil {
		return "", err
	}
	return p.repr.of(code.Consts.Items[i])
}

func (p *printer) nameRepr(code *marshal.Code, u *unit) (string, error) {
	arg, extra := u.arg, ""
	switch {
	case u.op == opcodes.LoadGlobal:
		arg, extra = u.arg>>1, "NULL"
	case u.op == opcodes.LoadAttr && p.version >= opcodes.V312:
		arg, extra = u.arg>>1, "NULL|self"
	case u.op == opcodes.LoadSuperAttr:
		arg, extra = u.arg>>2, "NULL|self"
	}
	i, err := index(arg, len(code.Names.Items), "tuple")
	if err != nil {
		return "", err
	}
	name := code.Names.Items[i].(*marshal.Str).S
	switch {
	case extra == "" || u.arg&1 == 0 || name == "":
		return name, nil
	case p.version >= opcodes.V313:
		return name + " + " + extra, nil
	}
	return extra + " + " + name, nil
}

func (p *printer) targetRepr(u *unit, l labels) string {
	switch {
	case p.version < opcodes.V313:
		return "to " + strconv.FormatInt(u.target(), 10)
	case u.flags&opcodes.RefersBackward != 0:
		return "from L" + strconv.Itoa(l.at(u.target()))
	}
	return "to L" + strconv.Itoa(l.at(u.target()))
}

// localName is the name of a fast local, cell or free variable.
func localName(code *marshal.Code, i int64) (string, error) {
	names := code.LocalsPlusNames.Items
	if i < 0 || i >= int64(len(names)) {
		return "", &Error{"IndexError", "tuple index out of range"}
	}
	return names[i].(*marshal.Str).S, nil
}

func (p *printer) compareRepr(arg int64) (string, error) {
	shift := 5
	switch p.version {
	case opcodes.V311:
		shift = 0
	case opcodes.V312:
		shift = 4
	}
	const comparisons = int(opcodes.CmpGe) + 1
	i, err := index(arg>>shift, comparisons, "tuple")
	if err != nil {
		return "", err
	}
	name := opcodes.Comparison(i).String()
	if shift == 5 && arg&16 != 0 {
		name = "bool(" + name + ")"
	}
	return name, nil
}

// otherRepr explains the operands that are lists of CPython's own.
func (p *printer) otherRepr(u *unit) (string, error) {
	switch u.op {
	case opcodes.BinaryOp:
		return listed(u.arg, p.table.Operators(), "list", opcodes.Operator.Symbol)
	case opcodes.CallIntrinsic1:
		return listed(u.arg, p.table.Intrinsics1(), "list", opcodes.Intrinsic1.String)
	case opcodes.CallIntrinsic2:
		return listed(u.arg, p.table.Intrinsics2(), "list", opcodes.Intrinsic2.String)
	case opcodes.LoadSpecial:
		return listed(u.arg, p.table.SpecialMethods(), "list", opcodes.SpecialMethod.String)
	case opcodes.LoadCommonConstant:
		return listed(u.arg, p.table.CommonConstants(), "list", commonConstantRepr)
	case opcodes.ConvertValue:
		return listed(u.arg, int(opcodes.ConvertASCII)+1, "tuple", opcodes.Conversion.String)
	case opcodes.MakeFunction, opcodes.SetFunctionAttribute:
		var names []string
		for bit, name := range p.table.FunctionFlagNames() {
			if u.arg&(1<<bit) != 0 {
				names = append(names, name)
			}
		}
		return strings.Join(names, ", "), nil
	case opcodes.FormatValue:
		text := opcodes.Conversion(u.arg & 3).String()
		if u.arg&opcodes.FormatValueSpec != 0 {
			if text != "" {
				text += ", "
			}
			text += "with format"
		}
		return text, nil
	case opcodes.IsOp:
		return either(p.version, u.arg, "is not", "is"), nil
	case opcodes.ContainsOp:
		return either(p.version, u.arg, "not in", "in"), nil
	}
	return "", nil
}

// commonConstantRepr shows types by name alone.
func commonConstantRepr(c opcodes.CommonConstant) string {
	if c == opcodes.ConstAll || c == opcodes.ConstAny {
		return "<built-in function " + c.String() + ">"
	}
	return c.String()
}

// either explains the operators that 3.14 began to explain.
func either(version opcodes.Version, arg int64, set, unset string) string {
	switch {
	case version < opcodes.V314:
		return ""
	case arg != 0:
		return set
	}
	return unset
}

// listed is the name of the operand in a list of n.
func listed[T ~uint8](arg int64, n int, kind string, name func(T) string) (string, error) {
	i, err := index(arg, n, kind)
	if err != nil {
		return "", err
	}
	return name(T(i)), nil
}

// index is Python's indexing of a sequence of n: negative numbers count from the end.
func index(i int64, n int, kind string) (int, error) {
	if i < 0 {
		i += int64(n)
	}
	if i < 0 || i >= int64(n) {
		return 0, &Error{"IndexError", kind + " index out of range"}
	}
	return int(i), nil
}
