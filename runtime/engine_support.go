package runtime

import "unsafe"

// Value returns the function as a Value.
func (f *Function) Value() Value { return obj(unsafe.Pointer(f)) }

// Probe returns the value slot for a key that needs no Python code to be compared, an int or an exact str; nil when there is none or another way of
// asking is needed.
func (d *Dict) Probe(k *Value) *Value {
	i := -1
	if k.p == nil {
		i, _ = d.findInt(int64(k.n))
	} else if (*Header)(k.p).shape == strShape {
		i = d.findStr((*Str)(k.p))
	}
	if i < 0 {
		return nil
	}
	return &d.entries[i].val
}

// Store is Set in one search for a key that is an int or an exact str; handled is false where another way of asking is needed.
func (d *Dict) Store(t *Thread, k *Value, v Value) (handled bool, exc *Exception) {
	var h int64
	str := k.p != nil
	if !str {
		h = hashInt(int64(k.n))
	} else if (*Header)(k.p).shape == strShape {
		h = (*Str)(k.p).Hash()
	} else {
		return false, nil
	}
	if d.index == nil {
		return d.storeLinear(t, h, k, v)
	}
	mask := uint64(len(d.index) - 1)
	perturb := uint64(h)
	p := perturb & mask
	for {
		ix := d.index[p]
		if ix > 0 {
			e := &d.entries[ix-1]
			if e.hash == h {
				if e.key.p == k.p && e.key.n == k.n || str && exactStr(e.key) != nil && (*Str)(e.key.p).equal((*Str)(k.p)) {
					e.val = v
					return true, nil
				}
				if !str || exactStr(e.key) == nil {
					return false, nil
				}
			}
		} else if ix == dictFree {
			break
		} else {
			return true, d.Set(t, *k, v) // among the places of deleted keys
		}
		perturb >>= 5
		p = (p*5 + perturb + 1) & mask
	}
	if d.usable == 0 || len(d.entries) == cap(d.entries) {
		return true, d.insert(t, h, *k, v)
	}
	// The search ended at the place where a new key belongs.
	d.usable--
	d.entries = append(d.entries, dictEntry{h, *k, v})
	d.index[p] = int32(len(d.entries))
	d.filled++
	d.used++
	d.KeysVersion++
	return true, nil
}

// storeLinear is Store in a dict without an index.
func (d *Dict) storeLinear(t *Thread, h int64, k *Value, v Value) (handled bool, exc *Exception) {
	var i int
	var slow bool
	if k.p == nil {
		i, slow = d.findInt(int64(k.n))
	} else {
		i, slow = d.lookupStr((*Str)(k.p))
	}
	switch {
	case slow:
		return false, nil
	case i >= 0:
		d.entries[i].val = v
		return true, nil
	}
	return true, d.insert(t, h, *k, v)
}

// IsPlainClass reports whether v is a class that type.__call__ serves with object.__new__ and whose instances are laid out as Instance.
func IsPlainClass(v Value) bool {
	if v.p == nil || (*Header)(v.p).shape != typeShape {
		return false
	}
	tp := (*Type)(v.p)
	return tp.plainNew && !tp.abstract
}

// IsBuiltinClass reports whether v is a builtin class with the metaclass type.
func IsBuiltinClass(v Value) bool {
	return v.p != nil && (*Header)(v.p).shape == typeShape && (*Type)(v.p).flags&TypeHeap == 0
}

// PlainInit returns the class's __init__ when it is a Python function, or nil.
func PlainInit(t *Thread, tp *Type) *Function {
	if tp.initVersion != tp.version {
		v, _ := t.lookup(tp, sInit)
		tp.initFn, tp.initVersion = AsFunction(v), tp.version
	}
	return tp.initFn
}

// AllStrs reports whether all items of a tuple are strs.
func AllStrs(x *Tuple) bool {
	for _, v := range x.Items {
		if asStr(v) == nil {
			return false
		}
	}
	return true
}

// CallArgs returns the positional arguments of fn(*args) as a tuple.
func CallArgs(t *Thread, fn, args Value) (*Tuple, *Exception) {
	if x := ExactTuple(args); x != nil {
		return x, nil
	}
	return StarArgs(t, fn, args)
}

// FlattenKwargs appends the values of a keyword dict to the positional arguments and returns their names.
func FlattenKwargs(t *Thread, fn Value, args []Value, kwargs Value) ([]Value, *Tuple, *Exception) {
	d := asDict(kwargs)
	if d == nil {
		d = NewDict(t)
		if exc := DictMerge(t, d, kwargs, fn); exc != nil {
			return nil, nil, exc
		}
	}
	if d.Len() == 0 {
		return args, nil, nil
	}
	out := append(make([]Value, 0, len(args)+d.Len()), args...)
	names := make([]Value, 0, d.Len())
	for pos := 0; ; {
		k, v, ok := d.Next(&pos)
		if !ok {
			break
		}
		if asStr(k) == nil {
			return nil, nil, Raise(t, TypeErrorType, "keywords must be strings")
		}
		names = append(names, k)
		out = append(out, v)
	}
	return out, NewTuple(t, names), nil
}
