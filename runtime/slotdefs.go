package runtime

import "unsafe"

// A slotDef is a dunder method that comes from a slot: how a builtin type's slot is called through it.
type slotDef struct {
	name     *Str
	sig, doc string
	min, max int // arguments after self
	has      func(s *Slots) bool
	call     func(t *Thread, s *Slots, self Value, args []Value) (Value, *Exception)
	callKw   CallFunc2
}

// CallFunc2 is the form of slot wrappers that take keywords.
type CallFunc2 func(t *Thread, s *Slots, self Value, args []Value, kw *Tuple) (Value, *Exception)

// A slotGroup is a slot, or slots that hang together, with the dunder methods that make it. copy takes it over from another type; user installs
// the functions that call the dunder methods; clear is copy from an empty Slots.
type slotGroup struct {
	defs []slotDef
	copy func(d, s *Slots)
	user func(tp *Type)
}

func unaryGroup(name *Str, doc string, at func(s *Slots) *UnaryFunc) slotGroup {
	user := func(t *Thread, v Value) (Value, *Exception) {
		if name == sIter {
			if d, ok := t.lookup(TypeOf(v), name); ok && d.IsNone() {
				return Null, TypeErrorf(t, "'%s' object is not iterable", TypeOf(v).fullName())
			}
		}
		r, ok, exc := CallSpecial(t, v, name)
		if exc == nil && !ok {
			return Null, raiseNoAttr(t, v, name)
		}
		return r, exc
	}
	return slotGroup{
		defs: []slotDef{{
			name: name, sig: "($self, /)", doc: doc, has: func(s *Slots) bool { return *at(s) != nil },
			call: func(t *Thread, s *Slots, self Value, _ []Value) (Value, *Exception) { return (*at(s))(t, self) },
		}},
		copy: func(d, s *Slots) { *at(d) = *at(s) },
		user: func(tp *Type) { *at(&tp.Slots) = user },
	}
}

var binaryNames = [...]struct{ name, rname, iname *Str }{
	OpAdd:         {static("__add__"), static("__radd__"), static("__iadd__")},
	OpAnd:         {static("__and__"), static("__rand__"), static("__iand__")},
	OpFloorDivide: {static("__floordiv__"), static("__rfloordiv__"), static("__ifloordiv__")},
	OpLshift:      {static("__lshift__"), static("__rlshift__"), static("__ilshift__")},
	OpMatMul:      {static("__matmul__"), static("__rmatmul__"), static("__imatmul__")},
	OpMultiply:    {static("__mul__"), static("__rmul__"), static("__imul__")},
	OpRemainder:   {static("__mod__"), static("__rmod__"), static("__imod__")},
	OpOr:          {static("__or__"), static("__ror__"), static("__ior__")},
	OpPower:       {static("__pow__"), static("__rpow__"), static("__ipow__")},
	OpRshift:      {static("__rshift__"), static("__rrshift__"), static("__irshift__")},
	OpSubtract:    {static("__sub__"), static("__rsub__"), static("__isub__")},
	OpTrueDivide:  {static("__truediv__"), static("__rtruediv__"), static("__itruediv__")},
	OpXor:         {static("__xor__"), static("__rxor__"), static("__ixor__")},
	OpDivmod:      {static("__divmod__"), static("__rdivmod__"), nil},
}

var binaryDocs = [...]string{"+", "&", "//", "<<", "@", "*", "%", "|", "**", ">>", "-", "/", "^", "divmod"}

func binaryDoc(op BinaryOp, reflected bool) string {
	a, b := "self", "value"
	if reflected {
		a, b = b, a
	}
	switch op {
	case OpDivmod:
		return "Return divmod(" + a + ", " + b + ")."
	case OpPower:
		return "Return pow(" + a + ", " + b + ", mod)."
	}
	return "Return " + a + binaryDocs[op] + b + "."
}

func binaryGroup(op BinaryOp) slotGroup {
	names := binaryNames[op]
	user := func(t *Thread, a, b Value) (Value, *Exception) { return userBinary(t, op, a, b) }
	seq := func(s *Slots) bool {
		return op == OpAdd && s.Concat != nil || op == OpMultiply && s.Repeat != nil
	}
	bind := func(t *Thread, s *Slots, a, b, self, other Value) (Value, *Exception) {
		if f := s.Binary[op]; f != nil {
			return f(t, a, b)
		}
		if op == OpAdd {
			return s.Concat(t, self, other)
		}
		return repeatSequence(t, s, self, other, false)
	}
	return slotGroup{
		defs: []slotDef{
			{
				name: names.name, sig: "($self, value, /)", doc: binaryDoc(op, false), min: 1, max: 1, has: func(s *Slots) bool { return s.Binary[op] != nil || seq(s) },
				call: func(t *Thread, s *Slots, self Value, args []Value) (Value, *Exception) {
					return bind(t, s, self, args[0], self, args[0])
				},
			},
			{
				name: names.rname, sig: "($self, value, /)", doc: binaryDoc(op, true), min: 1, max: 1,
				has: func(s *Slots) bool { return s.Binary[op] != nil || op == OpMultiply && s.Repeat != nil },
				call: func(t *Thread, s *Slots, self Value, args []Value) (Value, *Exception) {
					return bind(t, s, args[0], self, self, args[0])
				},
			},
		},
		copy: func(d, s *Slots) {
			d.Binary[op] = s.Binary[op]
			if op == OpAdd {
				d.Concat = s.Concat
			} else if op == OpMultiply {
				d.Repeat = s.Repeat
			}
		},
		user: func(tp *Type) {
			tp.Binary[op] = user
			tp.userOps |= 1 << op
		},
	}
}

// repeatSequence is the wrapper of * over a Repeat slot.
func repeatSequence(t *Thread, s *Slots, self, n Value, inPlace bool) (Value, *Exception) {
	if TypeOf(n).Index == nil {
		return Null, TypeErrorf(t, "'%s' object cannot be interpreted as an integer", TypeOf(n).fullName())
	}
	k, exc := AsSsize(t, n)
	if exc != nil {
		return Null, exc
	}
	if inPlace {
		return s.RepeatInPlace(t, self, k)
	}
	return s.Repeat(t, self, k)
}

func powerGroup() slotGroup {
	names := binaryNames[OpPower]
	third := func(args []Value) Value {
		if len(args) > 1 {
			return args[1]
		}
		return None
	}
	return slotGroup{
		defs: []slotDef{
			{
				name: names.name, sig: "($self, value, mod=None, /)", doc: "Return pow(self, value, mod).", min: 1, max: 2,
				has: func(s *Slots) bool { return s.Power != nil },
				call: func(t *Thread, s *Slots, self Value, args []Value) (Value, *Exception) {
					return s.Power(t, self, args[0], third(args))
				},
			},
			{
				name: names.rname, sig: "($self, value, mod=None, /)", doc: "Return pow(value, self, mod).", min: 1, max: 2,
				has: func(s *Slots) bool { return s.Power != nil },
				call: func(t *Thread, s *Slots, self Value, args []Value) (Value, *Exception) {
					return s.Power(t, args[0], self, third(args))
				},
			},
		},
		copy: func(d, s *Slots) { d.Power = s.Power },
		user: func(tp *Type) {
			tp.Power = userPower
			tp.userOps |= 1 << OpPower
		},
	}
}

func inPlaceGroup(op BinaryOp) slotGroup {
	name := binaryNames[op].iname
	user := func(t *Thread, a, b Value) (Value, *Exception) {
		v, ok, exc := CallSpecial(t, a, name, b)
		if !ok {
			return NotImplemented, exc
		}
		return v, exc
	}
	doc := "Return self" + binaryDocs[op] + "=value."
	return slotGroup{
		defs: []slotDef{{
			name: name, sig: "($self, value, /)", doc: doc, min: 1, max: 1,
			has: func(s *Slots) bool {
				return s.InPlaceOps[op] != nil || op == OpAdd && s.ConcatInPlace != nil || op == OpMultiply && s.RepeatInPlace != nil
			},
			call: func(t *Thread, s *Slots, self Value, args []Value) (Value, *Exception) {
				if f := s.InPlaceOps[op]; f != nil {
					return f(t, self, args[0])
				}
				if op == OpAdd {
					return s.ConcatInPlace(t, self, args[0])
				}
				return repeatSequence(t, s, self, args[0], true)
			},
		}},
		copy: func(d, s *Slots) {
			d.InPlaceOps[op] = s.InPlaceOps[op]
			if op == OpAdd {
				d.ConcatInPlace = s.ConcatInPlace
			} else if op == OpMultiply {
				d.RepeatInPlace = s.RepeatInPlace
			}
		},
		user: func(tp *Type) { tp.InPlaceOps[op] = user },
	}
}

var compareNames = [...]*Str{static("__lt__"), static("__le__"), static("__eq__"), static("__ne__"), static("__gt__"), static("__ge__")}

func compareGroup() slotGroup {
	g := slotGroup{
		copy: func(d, s *Slots) { d.RichCompare = s.RichCompare },
		user: func(tp *Type) { tp.RichCompare = userCompare },
	}
	for i, name := range compareNames {
		op := CompareOp(i)
		g.defs = append(g.defs, slotDef{
			name: name, sig: "($self, value, /)", doc: "Return self" + op.Symbol() + "value.", min: 1, max: 1,
			has: func(s *Slots) bool { return s.RichCompare != nil },
			call: func(t *Thread, s *Slots, self Value, args []Value) (Value, *Exception) {
				return s.RichCompare(t, self, args[0], op)
			},
		})
	}
	return g
}

// done turns the result of a slot without a value into None.
func done(exc *Exception) (Value, *Exception) { return None, exc }

func boolean(b bool, exc *Exception) (Value, *Exception) {
	if exc != nil {
		return Null, exc
	}
	return Bool(b), nil
}

var slotGroups []slotGroup

// makeSlotGroups lists every slot with its dunder methods.
func makeSlotGroups() {
	if slotGroups != nil {
		return
	}
	g := []slotGroup{
		unaryGroup(sRepr, "Return repr(self).", func(s *Slots) *UnaryFunc { return &s.Repr }),
		unaryGroup(sStr, "Return str(self).", func(s *Slots) *UnaryFunc { return &s.Str }),
		unaryGroup(sIter, "Implement iter(self).", func(s *Slots) *UnaryFunc { return &s.Iter }),
		unaryGroup(sAwait, "Return an iterator to be used in await expression.", func(s *Slots) *UnaryFunc { return &s.Await }),
		unaryGroup(sAiter, "Return an awaitable, that resolves in asynchronous iterator.", func(s *Slots) *UnaryFunc { return &s.AIter }),
		unaryGroup(sAnext, "Return a value or raise StopAsyncIteration.", func(s *Slots) *UnaryFunc { return &s.ANext }),
		unaryGroup(static("__neg__"), "-self", func(s *Slots) *UnaryFunc { return &s.Neg }),
		unaryGroup(static("__pos__"), "+self", func(s *Slots) *UnaryFunc { return &s.Pos }),
		unaryGroup(static("__abs__"), "abs(self)", func(s *Slots) *UnaryFunc { return &s.Abs }),
		unaryGroup(static("__invert__"), "~self", func(s *Slots) *UnaryFunc { return &s.Invert }),
		unaryGroup(sInt, "int(self)", func(s *Slots) *UnaryFunc { return &s.ToInt }),
		unaryGroup(sFloat, "float(self)", func(s *Slots) *UnaryFunc { return &s.ToFloat }),
		unaryGroup(sIndex, "Return self converted to an integer, if self is suitable for use as an index into a list.", func(s *Slots) *UnaryFunc { return &s.Index }),
		compareGroup(), powerGroup(),
		{
			defs: []slotDef{{
				name: sHash, sig: "($self, /)", doc: "Return hash(self).", has: func(s *Slots) bool { return s.Hash != nil },
				call: func(t *Thread, s *Slots, self Value, _ []Value) (Value, *Exception) {
					h, exc := s.Hash(t, self)
					return Int(h), exc
				},
			}},
			copy: func(d, s *Slots) { d.Hash = s.Hash }, user: func(tp *Type) { tp.Hash = userHash },
		},
		{
			defs: []slotDef{{
				name: sCall, sig: "($self, /, *args, **kwargs)", doc: "Call self as a function.", has: func(s *Slots) bool { return s.Call != nil },
				callKw: func(t *Thread, s *Slots, self Value, args []Value, kw *Tuple) (Value, *Exception) {
					return s.Call(t, self, args, kw)
				},
			}},
			copy: func(d, s *Slots) { d.Call = s.Call }, user: func(tp *Type) { tp.Call = userCall },
		},
		{
			defs: []slotDef{{
				name: sInit, sig: "($self, /, *args, **kwargs)", doc: "Initialize self.  See help(type(self)) for accurate signature.",
				has: func(s *Slots) bool { return s.Init != nil },
				callKw: func(t *Thread, s *Slots, self Value, args []Value, kw *Tuple) (Value, *Exception) {
					return done(s.Init(t, self, args, kw))
				},
			}},
			copy: func(d, s *Slots) { d.Init = s.Init }, user: func(tp *Type) { tp.Init = userInit },
		},
		{
			defs: []slotDef{
				{
					name: sGetattribute, sig: "($self, name, /)", doc: "Return getattr(self, name).", min: 1, max: 1, has: func(s *Slots) bool { return s.GetAttr != nil },
					call: func(t *Thread, s *Slots, self Value, args []Value) (Value, *Exception) {
						n, exc := attrName(t, args[0])
						if exc != nil {
							return Null, exc
						}
						return s.GetAttr(t, self, n)
					},
				},
				{name: sGetattr, has: func(*Slots) bool { return false }},
			},
			copy: func(d, s *Slots) { d.GetAttr, d.FindAttr = s.GetAttr, s.FindAttr },
			user: func(tp *Type) { tp.GetAttr, tp.FindAttr = userGetAttr, nil },
		},
		{
			defs: []slotDef{
				{
					name: sSetattr, sig: "($self, name, value, /)", doc: "Implement setattr(self, name, value).", min: 2, max: 2, has: func(s *Slots) bool { return s.SetAttr != nil },
					call: func(t *Thread, s *Slots, self Value, args []Value) (Value, *Exception) {
						n, exc := attrName(t, args[0])
						if exc != nil {
							return Null, exc
						}
						return done(s.SetAttr(t, self, n, args[1]))
					},
				},
				{
					name: sDelattr, sig: "($self, name, /)", doc: "Implement delattr(self, name).", min: 1, max: 1, has: func(s *Slots) bool { return s.SetAttr != nil },
					call: func(t *Thread, s *Slots, self Value, args []Value) (Value, *Exception) {
						n, exc := attrName(t, args[0])
						if exc != nil {
							return Null, exc
						}
						return done(s.SetAttr(t, self, n, Null))
					},
				},
			},
			copy: func(d, s *Slots) { d.SetAttr = s.SetAttr }, user: func(tp *Type) { tp.SetAttr = userSetAttr },
		},
		{
			defs: []slotDef{{
				name: sGet, sig: "($self, instance, owner=None, /)", doc: "Return an attribute of instance, which is of type owner.", min: 1, max: 2,
				has: func(s *Slots) bool { return s.DescrGet != nil },
				call: func(t *Thread, s *Slots, self Value, args []Value) (Value, *Exception) {
					o := args[0]
					var owner *Type
					if len(args) > 1 && !args[1].IsNone() {
						owner = asType(args[1])
					}
					if o.IsNone() {
						if owner == nil {
							return Null, Raise(t, TypeErrorType, "__get__(None, None) is invalid")
						}
						if owner != NoneType {
							o = Null
						}
					} else if owner == nil {
						owner = TypeOf(o)
					}
					return s.DescrGet(t, self, o, owner)
				},
			}},
			copy: func(d, s *Slots) { d.DescrGet = s.DescrGet }, user: func(tp *Type) { tp.DescrGet = userDescrGet },
		},
		{
			defs: []slotDef{
				{
					name: sSet, sig: "($self, instance, value, /)", doc: "Set an attribute of instance to value.", min: 2, max: 2, has: func(s *Slots) bool { return s.DescrSet != nil },
					call: func(t *Thread, s *Slots, self Value, args []Value) (Value, *Exception) {
						return done(s.DescrSet(t, self, args[0], args[1]))
					},
				},
				{
					name: sDelete, sig: "($self, instance, /)", doc: "Delete an attribute of instance.", min: 1, max: 1, has: func(s *Slots) bool { return s.DescrSet != nil },
					call: func(t *Thread, s *Slots, self Value, args []Value) (Value, *Exception) {
						return done(s.DescrSet(t, self, args[0], Null))
					},
				},
			},
			copy: func(d, s *Slots) { d.DescrSet = s.DescrSet }, user: func(tp *Type) { tp.DescrSet = userDescrSet },
		},
		{
			defs: []slotDef{{
				name: sNext, sig: "($self, /)", doc: "Implement next(self).", has: func(s *Slots) bool { return s.Next != nil },
				call: func(t *Thread, s *Slots, self Value, _ []Value) (Value, *Exception) {
					if s.Send != nil {
						return nextBySend(t, s, self)
					}
					v, ok, exc := s.Next(t, self)
					if exc == nil && !ok {
						return Null, RaiseNew(t, StopIterationType)
					}
					return v, exc
				},
			}},
			copy: func(d, s *Slots) { d.Next, d.Send = s.Next, s.Send }, user: func(tp *Type) { tp.Next, tp.Send = userNext, nil },
		},
		{
			defs: []slotDef{{
				name: sLen, sig: "($self, /)", doc: "Return len(self).", has: func(s *Slots) bool { return s.Len != nil },
				call: func(t *Thread, s *Slots, self Value, _ []Value) (Value, *Exception) {
					n, exc := s.Len(t, self)
					return Int(int64(n)), exc
				},
			}},
			copy: func(d, s *Slots) { d.Len = s.Len }, user: func(tp *Type) { tp.Len = userLen },
		},
		{
			defs: []slotDef{{
				name: sGetitem, sig: "($self, key, /)", doc: "Return self[key].", min: 1, max: 1, has: func(s *Slots) bool { return s.GetItem != nil },
				call: func(t *Thread, s *Slots, self Value, args []Value) (Value, *Exception) {
					return s.GetItem(t, self, args[0])
				},
			}},
			copy: func(d, s *Slots) { d.GetItem = s.GetItem },
			user: func(tp *Type) {
				tp.GetItem = func(t *Thread, v, k Value) (Value, *Exception) {
					r, ok, exc := CallSpecial(t, v, sGetitem, k)
					if exc == nil && !ok {
						return Null, raiseNoAttr(t, v, sGetitem)
					}
					return r, exc
				}
			},
		},
		{
			defs: []slotDef{
				{
					name: sSetitem, sig: "($self, key, value, /)", doc: "Set self[key] to value.", min: 2, max: 2, has: func(s *Slots) bool { return s.SetItem != nil },
					call: func(t *Thread, s *Slots, self Value, args []Value) (Value, *Exception) {
						return done(s.SetItem(t, self, args[0], args[1]))
					},
				},
				{
					name: sDelitem, sig: "($self, key, /)", doc: "Delete self[key].", min: 1, max: 1, has: func(s *Slots) bool { return s.SetItem != nil },
					call: func(t *Thread, s *Slots, self Value, args []Value) (Value, *Exception) {
						return done(s.SetItem(t, self, args[0], Null))
					},
				},
			},
			copy: func(d, s *Slots) { d.SetItem = s.SetItem }, user: func(tp *Type) { tp.SetItem = userSetItem },
		},
		{
			defs: []slotDef{{
				name: sContains, sig: "($self, key, /)", doc: "Return bool(key in self).", min: 1, max: 1, has: func(s *Slots) bool { return s.Contains != nil },
				call: func(t *Thread, s *Slots, self Value, args []Value) (Value, *Exception) {
					return boolean(s.Contains(t, self, args[0]))
				},
			}},
			copy: func(d, s *Slots) { d.Contains = s.Contains }, user: func(tp *Type) { tp.Contains = userContains },
		},
		{
			defs: []slotDef{{
				name: sBool, sig: "($self, /)", doc: "True if self else False", has: func(s *Slots) bool { return s.Bool != nil },
				call: func(t *Thread, s *Slots, self Value, _ []Value) (Value, *Exception) { return boolean(s.Bool(t, self)) },
			}},
			copy: func(d, s *Slots) { d.Bool = s.Bool }, user: func(tp *Type) { tp.Bool = userBool },
		},
		{
			defs: []slotDef{{
				name: sDel, sig: "($self, /)", doc: "Called when the instance is about to be destroyed.", has: func(s *Slots) bool { return s.Del != nil },
				call: func(t *Thread, s *Slots, self Value, _ []Value) (Value, *Exception) { return done(s.Del(t, self)) },
			}},
			copy: func(d, s *Slots) { d.Del = s.Del },
			user: func(tp *Type) {
				tp.Del = userDel
				tp.flags |= TypeHasFinalizer
			},
		},
		{
			defs: []slotDef{{
				name: sBuffer, sig: "($self, flags, /)", doc: "Return a buffer object that exposes the underlying memory of the object.", min: 1, max: 1,
				has:  func(s *Slots) bool { return s.Buffer != nil },
				call: func(t *Thread, s *Slots, self Value, _ []Value) (Value, *Exception) { return memoryviewOf(t, self) },
			}},
			copy: func(d, s *Slots) { d.Buffer = s.Buffer }, user: func(tp *Type) { tp.Buffer = userBuffer },
		},
	}
	for op := OpAdd; op <= OpDivmod; op++ {
		if op != OpPower {
			g = append(g, binaryGroup(op))
		}
		if op != OpDivmod {
			g = append(g, inPlaceGroup(op))
		}
	}
	slotGroups = g
}

// slotWords views Slots as the function words it consists of.
func slotWords(s *Slots) []unsafe.Pointer {
	return unsafe.Slice((*unsafe.Pointer)(unsafe.Pointer(s)), unsafe.Sizeof(*s)/unsafe.Sizeof(uintptr(0)))
}

// mergeSlots overlays d with the slots that s has.
func mergeSlots(d, s *Slots) {
	dw, sw := slotWords(d), slotWords(s)
	for i, p := range sw {
		if p != nil {
			dw[i] = p
		}
	}
	if s.GetAttr != nil && s.FindAttr == nil {
		d.FindAttr = nil
	}
	if s.Next != nil && s.Send == nil {
		d.Send = nil
	}
}

// addSlotWrappers puts the dunder methods of a builtin type's own slots into its namespace.
func (tp *Type) addSlotWrappers(names *Dict, defs []*slotDef) {
	wrappers := make([]SlotWrapper, len(defs))
	for i, d := range defs {
		w := &wrappers[i]
		w.shape, w.def, w.owner = slotWrapperShape, d, tp
		names.setStatic(d.name, obj(unsafe.Pointer(w)))
	}
}

// appendDefs appends the dunder methods that the slots stand for.
func (own *Slots) appendDefs(defs []*slotDef) []*slotDef {
	for i := range slotGroups {
		g := &slotGroups[i]
		for j := range g.defs {
			if d := &g.defs[j]; d.has(own) {
				defs = append(defs, d)
			}
		}
	}
	return defs
}

// updateSlots recomputes the slots of a heap type from its MRO, and those of its subclasses.
func (tp *Type) updateSlots(t *Thread) {
	tp.userOps = 0
	tp.flags &^= TypeHasFinalizer
	var none Slots
	for i := range slotGroups {
		g := &slotGroups[i]
		var native *Type
		found, user := false, false
		for j := range g.defs {
			d := &g.defs[j]
			v, _, ok := tp.lookupWhere(d.name)
			if !ok {
				continue
			}
			found = true
			if owner := slotOwner(v, d); owner != nil && (native == nil || native == owner) {
				native = owner
			} else if d.name == sHash && v.IsNone() {
				native = nil
				found = false
			} else {
				user = true
			}
		}
		switch {
		case !found:
			g.copy(&tp.Slots, &none)
		case user:
			g.user(tp)
		default:
			g.copy(&tp.Slots, &native.Slots)
		}
	}
	tp.updateNew()
	tp.fixDerived()
	for _, w := range tp.subclasses {
		if s := w.Value(); s != nil {
			s.updateSlots(t)
		}
	}
}

// slotOwner returns the builtin type whose slot a dunder method stands for: as a slot wrapper, or as list.__getitem__ and a few others, which are
// methods beside the slot. It is nil for anything else.
func slotOwner(v Value, d *slotDef) *Type {
	if w := asSlotWrapper(v); w != nil && w.def == d {
		return w.owner
	}
	if m := AsDescriptor(v); m != nil && m.Fn.name == d.name.s && d.has(&m.Fn.owner.Slots) {
		return m.Fn.owner
	}
	return nil
}

// updateNew finds the New slot: a builtin type's own, or the one that calls __new__.
func (tp *Type) updateNew() {
	v, _, ok := tp.lookupWhere(sNew)
	if !ok {
		tp.New = nil
		return
	}
	if b := AsBuiltin(v); b != nil && b.Fn.owner != nil && b.Fn.owner.spec != nil && b.Fn.name == "__new__" {
		tp.New = b.Fn.owner.spec.Slots.New
		return
	}
	tp.New = userNew
}

// fixDerived sets what follows from the slots and the namespaces of a class.
func (tp *Type) fixDerived() {
	tp.usesGenericGetAttr = false
	if v, _, ok := tp.lookupWhere(sGetattribute); ok {
		if w := asSlotWrapper(v); w != nil && w.owner == ObjectType {
			_, _, hook := tp.lookupWhere(sGetattr)
			tp.usesGenericGetAttr = !hook
		}
	}
	v, _, _ := tp.lookupWhere(sInit)
	tp.noInit = tp.flags&TypeHeap == 0 && tp != ObjectType && isSlotOf(v, ObjectType)
	v, _, _ = tp.lookupWhere(sNew)
	tp.plainNew = tp.flags&TypeHeap != 0 && tp.PlainInstances() && isNewOf(v, ObjectType)
	tp.usesGenericSetAttr = true
	for _, n := range [...]*Str{sSetattr, sDelattr} {
		if v, _, ok := tp.lookupWhere(n); !ok || !isSlotOf(v, ObjectType) {
			tp.usesGenericSetAttr = false
		}
	}
}
