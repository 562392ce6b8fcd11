// Package bisect is Python's _bisect module: binary search in sorted sequences.
package bisect

import "github.com/krait-vm/krait/runtime"

type (
	// Value is a Python value.
	Value = runtime.Value
	// Exception is a Python exception.
	Exception = runtime.Exception
	// Thread is a Python thread.
	Thread = runtime.Thread
)

// null is the missing value.
var null = runtime.Null

// Spec describes the module.
var Spec = &runtime.ModuleSpec{
	Name: "_bisect",
	Doc: "Bisection algorithms.\n\nThis module provides support for maintaining a list in sorted order without\nhaving to sort the list after each insertion. " +
		"For long lists of items with\nexpensive comparison operations, this can be an improvement over the more\ncommon approach.\n",
	Functions: []runtime.MethodSpec{
		{
			Sig: "bisect_right($module, /, a, x, lo=0, hi=None, *, key=None)", Fn: bisectRight,
			Doc: "Return the index where to insert item x in list a, assuming a is sorted.",
		},
		{
			Sig: "bisect_left($module, /, a, x, lo=0, hi=None, *, key=None)", Fn: bisectLeft,
			Doc: "Return the index where to insert item x in list a, assuming a is sorted.",
		},
		{
			Sig: "insort_right($module, /, a, x, lo=0, hi=None, *, key=None)", Fn: insortRight,
			Doc: "Insert item x in list a, and keep it sorted assuming a is sorted.",
		},
		{
			Sig: "insort_left($module, /, a, x, lo=0, hi=None, *, key=None)", Fn: insortLeft,
			Doc: "Insert item x in list a, and keep it sorted assuming a is sorted.",
		},
	},
}

// search finds where x belongs in a[lo:hi], after equal items or before them.
func search(t *Thread, a, x, low, high, key Value, right bool) (int, *Exception) {
	lo, exc := runtime.AsSsize(t, low)
	if exc != nil {
		return 0, exc
	}
	if lo < 0 {
		return 0, runtime.Raise(t, runtime.ValueErrorType, "lo must be non-negative")
	}
	hi := 0
	if high.IsNone() {
		if hi, exc = runtime.Len(t, a); exc != nil {
			return 0, exc
		}
	} else if runtime.TypeOf(high).Index == nil {
		return 0, runtime.TypeErrorf(t, "argument should be integer or None, not '%s'", runtime.TypeOf(high).FullName())
	} else if hi, exc = runtime.AsSsize(t, high); exc != nil {
		return 0, exc
	} else if hi == -1 {
		if hi, exc = runtime.Len(t, a); exc != nil {
			return 0, exc
		}
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		item, exc := itemAt(t, a, mid)
		if exc != nil {
			return 0, exc
		}
		t.Release(mark)
		t.Handle(item)
		if !key.IsNone() {
			if item, exc = runtime.CallKw(t, key, t.Window(mark), nil); exc != nil {
				return 0, exc
			}
			t.Handle(item)
		}
		var after bool // whether x belongs after the item
		if right {
			after, exc = less(t, x, item)
			after = !after
		} else {
			after, exc = less(t, item, x)
		}
		if exc != nil {
			return 0, exc
		}
		if after {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo, nil
}

func itemAt(t *Thread, a Value, i int) (Value, *Exception) {
	if l := runtime.ExactList(a); l != nil && i < len(l.Items) {
		return l.Items[i], nil
	}
	return runtime.GetItem(t, a, runtime.Int(int64(i)))
}

func less(t *Thread, a, b Value) (bool, *Exception) {
	if a.IsInt() && b.IsInt() {
		return a.AsInt() < b.AsInt(), nil
	}
	return runtime.CompareBool(t, a, b, runtime.LT)
}

func bisectRight(t *Thread, _ Value, a []Value) (Value, *Exception) {
	i, exc := search(t, a[0], a[1], a[2], a[3], a[4], true)
	return runtime.Int(int64(i)), exc
}

func bisectLeft(t *Thread, _ Value, a []Value) (Value, *Exception) {
	i, exc := search(t, a[0], a[1], a[2], a[3], a[4], false)
	return runtime.Int(int64(i)), exc
}

func insortRight(t *Thread, _ Value, a []Value) (Value, *Exception) { return insort(t, a, true) }

func insortLeft(t *Thread, _ Value, a []Value) (Value, *Exception) { return insort(t, a, false) }

var sInsert = runtime.Static("insert")

// insort inserts into a list itself, by way of insert() into anything else.
func insort(t *Thread, a []Value, right bool) (Value, *Exception) {
	x := a[1]
	if !a[4].IsNone() {
		var exc *Exception
		if x, exc = runtime.Call(t, a[4], a[1]); exc != nil {
			return null, exc
		}
	}
	mark := t.HandleMark()
	defer t.Release(mark)
	t.Handle(x)
	i, exc := search(t, a[0], x, a[2], a[3], a[4], right)
	if exc != nil {
		return null, exc
	}
	if l := runtime.ExactList(a[0]); l != nil {
		if exc := l.Append(t, a[1]); exc != nil {
			return null, exc
		}
		if i < len(l.Items)-1 {
			copy(l.Items[i+1:], l.Items[i:])
			l.Items[i] = a[1]
		}
		return runtime.None, nil
	}
	_, exc = runtime.CallMethod(t, a[0], sInsert, runtime.Int(int64(i)), a[1])
	return runtime.None, exc
}
