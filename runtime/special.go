package runtime

// A SpecialMethod is an operand of LOAD_SPECIAL, in 3.14's numbering.
type SpecialMethod uint8

// The special methods.
const (
	SpecialEnter SpecialMethod = iota
	SpecialExit
	SpecialAEnter
	SpecialAExit
)

var specialNames = [...]*Str{SpecialEnter: sEnter, SpecialExit: sExit, SpecialAEnter: sAenter, SpecialAExit: sAexit}

// LoadSpecial finds a context manager's method on its type: a function comes back unbound with self, anything else bound with Null. The TypeError
// of an object without it is worded as each version does.
func LoadSpecial(t *Thread, o Value, m SpecialMethod) (fn, self Value, exc *Exception) {
	tp := TypeOf(o)
	d, ok := t.lookup(tp, specialNames[m])
	if !ok {
		return Null, Null, raiseNoContextManager(t, o, m)
	}
	dt := TypeOf(d)
	if dt == FunctionType || dt == MethodDescriptorType {
		return d, o, nil
	}
	if get := dt.DescrGet; get != nil {
		fn, exc = get(t, d, o, tp)
		return fn, Null, exc
	}
	return d, Null, nil
}

func raiseNoContextManager(t *Thread, o Value, m SpecialMethod) *Exception {
	tp := TypeOf(o)
	name := tp.fullName()
	kind := "context manager"
	if m >= SpecialAEnter {
		kind = "asynchronous context manager"
	}
	if !t.interp.Version.At(14) {
		msg := "'" + name + "' object does not support the " + kind + " protocol"
		if m == SpecialExit || m == SpecialAExit {
			msg += " (missed " + specialNames[m].s + " method)"
		}
		return Raise(t, TypeErrorType, msg)
	}
	msg := "'" + tp.qualifiedName() + "' object does not support the " + kind + " protocol (missed " + specialNames[m].s + " method)"
	enter, exit, other, statement := sAenter, sAexit, "asynchronous context manager", "async with"
	if m >= SpecialAEnter {
		enter, exit, other, statement = sEnter, sExit, "context manager", "with"
	}
	_, a := t.lookup(tp, enter)
	_, b := t.lookup(tp, exit)
	if a && b {
		msg += " but it supports the " + other + " protocol. Did you mean to use '" + statement + "'?"
	}
	return Raise(t, TypeErrorType, msg)
}
