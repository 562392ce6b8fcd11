package runtime

import "strconv"

// updateArgs is dict(...) and dict.update(...): at most one mapping or iterable of pairs, then keywords.
func (d *Dict) updateArgs(t *Thread, name string, args []Value, kw *Tuple) *Exception {
	npos := len(args) - kw.Len()
	if npos > 1 {
		return TypeErrorf(t, "%s expected at most 1 argument, got %d", name, npos)
	}
	if npos == 1 {
		if exc := d.Update(t, args[0]); exc != nil {
			return exc
		}
	}
	for i := 0; i < kw.Len(); i++ {
		if exc := d.Set(t, kw.Items[i], args[npos+i]); exc != nil {
			return exc
		}
	}
	return nil
}

// Update is dict.update(o): from a dict, from what has keys(), or from an iterable of pairs.
func (d *Dict) Update(t *Thread, o Value) *Exception {
	if ExactDict(o) != nil {
		return d.merge(t, o, mergeOverride)
	}
	_, ok, exc := FindAttr(t, o, sKeys)
	if exc != nil {
		return exc
	}
	if ok {
		return d.merge(t, o, mergeOverride)
	}
	return d.updatePairs(t, o)
}

// A mergeMode tells what a key already there means.
type mergeMode uint8

const (
	mergeOverride mergeMode = iota
	mergeUnique             // KeyError(key)
)

// merge takes over the entries of a mapping.
func (d *Dict) merge(t *Thread, o Value, mode mergeMode) *Exception {
	if x := asDict(o); x != nil {
		it, _ := t.lookup(TypeOf(o), sIter)
		if x.shape == dictShape || isSlotOf(it, DictType) {
			return d.mergeDict(t, x, mode)
		}
	}
	keys, exc := CallMethod(t, o, sKeys)
	if exc != nil {
		return exc
	}
	return Iterate(t, keys, func(k Value) (bool, *Exception) {
		if mode == mergeUnique {
			i, _, exc := d.locate(t, k)
			if exc != nil {
				return false, exc
			}
			if i >= 0 {
				return false, RaiseNew(t, KeyErrorType, k)
			}
		}
		v, exc := GetItem(t, o, k)
		if exc != nil {
			return false, exc
		}
		return true, d.Set(t, k, v)
	})
}

func (d *Dict) mergeDict(t *Thread, o *Dict, mode mergeMode) *Exception {
	if d == o || o.used == 0 {
		return nil
	}
	switch {
	case d.used > 0:
		if dictUsable(d.size) < o.used {
			if exc := d.widen(t, o.used); exc != nil {
				return exc
			}
		}
	case o.used == len(o.entries) && (o.size == 8 || dictUsable(o.size/2) < o.used):
		d.clone(t, o)
		return nil
	default:
		d.fill(t, o)
		return nil
	}
	n := len(o.entries)
	for i := 0; i < len(o.entries); i++ {
		e := o.entries[i]
		if e.key.IsNull() {
			continue
		}
		at, exc := d.findKnown(t, e.key, e.hash)
		if exc != nil {
			return exc
		}
		switch {
		case at < 0:
			exc = d.insert(t, e.hash, e.key, e.val)
		case mode == mergeUnique:
			exc = RaiseNew(t, KeyErrorType, e.key)
		default:
			d.entries[at].val = e.val
		}
		if exc != nil {
			return exc
		}
		if n != len(o.entries) {
			return Raise(t, RuntimeErrorType, "dict mutated during update")
		}
		if i&4095 == 4095 {
			if exc := t.Poll(); exc != nil {
				return exc
			}
		}
	}
	return nil
}

// updatePairs takes over the pairs of an iterable.
func (d *Dict) updatePairs(t *Thread, o Value) *Exception {
	i := -1
	return Iterate(t, o, func(v Value) (bool, *Exception) {
		i++
		pair, exc := pairItems(t, v, i)
		if exc != nil {
			return false, exc
		}
		if len(pair) != 2 {
			return false, ValueErrorf(t, "dictionary update sequence element #%d has length %d; 2 is required", i, len(pair))
		}
		return true, d.Set(t, pair[0], pair[1])
	})
}

// pairItems returns the items of element i of a sequence of pairs.
func pairItems(t *Thread, v Value, i int) ([]Value, *Exception) {
	items, exc := sequenceFast(t, v, "object is not iterable")
	if exc == nil || !exc.Is(TypeErrorType) {
		return items, exc
	}
	if !t.interp.Version.At(14) {
		return nil, TypeErrorf(t, "cannot convert dictionary update sequence element #%d to a sequence", i)
	}
	AddNote(t, exc, "Cannot convert dictionary update sequence element #"+strconv.Itoa(i)+" to a sequence")
	return nil, exc
}

// DictUpdate is {**o}, for DICT_UPDATE.
func DictUpdate(t *Thread, d *Dict, o Value) *Exception {
	exc := d.merge(t, o, mergeOverride)
	if exc != nil && exc.Is(AttributeErrorType) {
		return TypeErrorf(t, "'%s' object is not a mapping", TypeOf(o).fullName())
	}
	return exc
}

// DictMerge is f(**o), for DICT_MERGE: a keyword given twice is an error that names fn.
func DictMerge(t *Thread, d *Dict, o, fn Value) *Exception {
	exc := d.merge(t, o, mergeUnique)
	switch {
	case exc == nil:
		return nil
	case exc.Is(AttributeErrorType):
		name, e := functionStr(t, fn)
		if e != nil {
			return e
		}
		return TypeErrorf(t, "%s argument after ** must be a mapping, not %s", name, TypeOf(o).fullName())
	case exc.Is(KeyErrorType) && exc.Args.Len() == 1:
		key := asStr(exc.Args.Items[0])
		if key == nil {
			return Raise(t, TypeErrorType, "keywords must be strings")
		}
		name, e := functionStr(t, fn)
		if e != nil {
			return e
		}
		return TypeErrorf(t, "%s got multiple values for keyword argument '%s'", name, key)
	}
	return exc
}

// StarArgs returns the positional arguments of fn(*o) as a tuple, for CALL_FUNCTION_EX.
func StarArgs(t *Thread, fn, o Value) (*Tuple, *Exception) {
	v, exc := ToTuple(t, o)
	if exc == nil {
		return (*Tuple)(v.p), nil
	}
	if tp := TypeOf(o); exc.Is(TypeErrorType) && tp.Iter == nil && tp.GetItem == nil {
		name, e := functionStr(t, fn)
		if e != nil {
			return nil, e
		}
		return nil, TypeErrorf(t, "%s argument after * must be an iterable, not %s", name, tp.name)
	}
	return nil, exc
}

// functionStr names a callable in the errors about its arguments: "module.qualname()".
func functionStr(t *Thread, fn Value) (string, *Exception) {
	q, ok, exc := FindAttr(t, fn, sQualname)
	if exc != nil {
		return "", exc
	}
	if !ok {
		s, exc := ToStr(t, fn)
		if exc != nil {
			return "", exc
		}
		return s.GoString(), nil
	}
	name, exc := ToStr(t, q)
	if exc != nil {
		return "", exc
	}
	m, ok, exc := FindAttr(t, fn, sModule)
	if exc != nil {
		return "", exc
	}
	if !ok || m.IsNone() {
		return name.GoString() + "()", nil
	}
	mod, exc := ToStr(t, m)
	if exc != nil {
		return "", exc
	}
	if s := mod.GoString(); s != "builtins" {
		return s + "." + name.GoString() + "()", nil
	}
	return name.GoString() + "()", nil
}
