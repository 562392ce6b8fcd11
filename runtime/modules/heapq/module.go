// Package heapq is Python's _heapq module: heaps in lists.
package heapq

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
	Name: "_heapq",
	Doc: "Heap queue algorithm (a.k.a. priority queue).\n\nHeaps are arrays for which a[k] <= a[2*k+1] and a[k] <= a[2*k+2] for\n" +
		"all k, counting elements from 0.  For the sake of comparison,\nnon-existing elements are considered to be infinite.",
	Functions: []runtime.MethodSpec{
		{Sig: "heappush($module, heap, item, /)", Doc: "Push item onto heap, maintaining the heap invariant.", Fn: push("heappush", false)},
		{
			Sig: "heappushpop($module, heap, item, /)", Fn: pushPop("heappushpop", false),
			Doc: "Push item on the heap, then pop and return the smallest item from the heap.",
		},
		{Sig: "heappop($module, heap, /)", Doc: "Pop the smallest item off the heap, maintaining the heap invariant.", Fn: pop("heappop", false)},
		{Sig: "heapreplace($module, heap, item, /)", Doc: "Pop and return the current smallest value, and add the new item.", Fn: replace("heapreplace", false)},
		{Sig: "heapify($module, heap, /)", Doc: "Transform list into a heap, in-place, in O(len(heap)) time.", Fn: heapify("heapify", false)},
		{Sig: "_heappop_max($module, heap, /)", Doc: "Maxheap variant of heappop.", Fn: pop("_heappop_max", true), Until: 13},
		{Sig: "_heapify_max($module, heap, /)", Doc: "Maxheap variant of heapify.", Fn: heapify("_heapify_max", true), Until: 13},
		{Sig: "_heapreplace_max($module, heap, item, /)", Doc: "Maxheap variant of heapreplace.", Fn: replace("_heapreplace_max", true), Until: 13},
		{Sig: "heappush_max($module, heap, item, /)", Doc: "Push item onto max heap, maintaining the heap invariant.", Fn: push("heappush_max", true), Since: 14},
		{Sig: "heappushpop_max($module, heap, item, /)", Doc: "Maxheap variant of heappushpop.", Fn: pushPop("heappushpop_max", true), Since: 14},
		{Sig: "heappop_max($module, heap, /)", Doc: "Maxheap variant of heappop.", Fn: pop("heappop_max", true), Since: 14},
		{Sig: "heapreplace_max($module, heap, item, /)", Doc: "Maxheap variant of heapreplace.", Fn: replace("heapreplace_max", true), Since: 14},
		{Sig: "heapify_max($module, heap, /)", Doc: "Maxheap variant of heapify.", Fn: heapify("heapify_max", true), Since: 14},
	},
	Init: func(t *Thread, m *runtime.Module) *Exception {
		m.Set(t, "__about__", runtime.NewStr(t, "Heap queues: binary heaps kept in lists.").Value())
		return nil
	},
}

// A heap is a list whose items are ordered as a heap, the smallest first, or the largest with max.
type heap struct {
	t   *Thread
	l   *runtime.List
	max bool
}

func heapOf(t *Thread, name string, v Value, max bool, alone bool) (heap, *Exception) {
	l, ok := runtime.AsList(v)
	if !ok {
		argument := "argument 1"
		if alone {
			argument = "argument"
		}
		return heap{}, runtime.BadArgument(t, name, argument, "list", v)
	}
	return heap{t, l, max}, nil
}

// before reports whether a belongs above b.
func (h heap) before(a, b Value) (bool, *Exception) {
	if h.max {
		a, b = b, a
	}
	if a.IsInt() && b.IsInt() {
		return a.AsInt() < b.AsInt(), nil
	}
	mark := h.t.HandleMark()
	h.t.Handle(a)
	h.t.Handle(b)
	r, exc := runtime.CompareBool(h.t, a, b, runtime.LT)
	h.t.Release(mark)
	return r, exc
}

// changed is the error of a comparison that changed the list's length.
func (h heap) changed() *Exception {
	return runtime.Raise(h.t, runtime.RuntimeErrorType, "list changed size during iteration")
}

// up moves the item at pos towards start until its parent belongs above it.
func (h heap) up(start, pos int) *Exception {
	n := len(h.l.Items)
	if pos >= n {
		return runtime.Raise(h.t, runtime.IndexErrorType, "index out of range")
	}
	for pos > start {
		parent := (pos - 1) / 2
		yes, exc := h.before(h.l.Items[pos], h.l.Items[parent])
		if exc != nil {
			return exc
		}
		if len(h.l.Items) != n {
			return h.changed()
		}
		if !yes {
			return nil
		}
		items := h.l.Items
		items[parent], items[pos] = items[pos], items[parent]
		pos = parent
	}
	return nil
}

// down moves the item at pos to a leaf along the better children, then up again to where it belongs: most items that are moved come from a leaf.
func (h heap) down(pos int) *Exception {
	n := len(h.l.Items)
	if pos >= n {
		return runtime.Raise(h.t, runtime.IndexErrorType, "index out of range")
	}
	start := pos
	for pos < n/2 {
		child := 2*pos + 1
		if child+1 < n {
			yes, exc := h.before(h.l.Items[child], h.l.Items[child+1])
			if exc != nil {
				return exc
			}
			if len(h.l.Items) != n {
				return h.changed()
			}
			if !yes {
				child++
			}
		}
		items := h.l.Items
		items[child], items[pos] = items[pos], items[child]
		pos = child
	}
	return h.up(start, pos)
}

type (
	function1 = func(t *Thread, self, a Value) (Value, *Exception)
	function2 = func(t *Thread, self, a, b Value) (Value, *Exception)
)

func push(name string, max bool) function2 {
	return func(t *Thread, _, list, item Value) (Value, *Exception) {
		h, exc := heapOf(t, name, list, max, false)
		if exc != nil {
			return null, exc
		}
		if exc := h.l.Append(t, item); exc != nil {
			return null, exc
		}
		return runtime.None, h.up(0, len(h.l.Items)-1)
	}
}

func pop(name string, max bool) function1 {
	return func(t *Thread, _, list Value) (Value, *Exception) {
		h, exc := heapOf(t, name, list, max, true)
		if exc != nil {
			return null, exc
		}
		n := len(h.l.Items) - 1
		if n < 0 {
			return null, runtime.Raise(t, runtime.IndexErrorType, "index out of range")
		}
		last, exc := h.l.Pop(t, n)
		if exc != nil || n == 0 {
			return last, exc
		}
		first := h.l.Items[0]
		h.l.Items[0] = last
		return first, h.down(0)
	}
}

func replace(name string, max bool) function2 {
	return func(t *Thread, _, list, item Value) (Value, *Exception) {
		h, exc := heapOf(t, name, list, max, false)
		if exc != nil {
			return null, exc
		}
		if len(h.l.Items) == 0 {
			return null, runtime.Raise(t, runtime.IndexErrorType, "index out of range")
		}
		first := h.l.Items[0]
		h.l.Items[0] = item
		return first, h.down(0)
	}
}

func pushPop(name string, max bool) function2 {
	return func(t *Thread, _, list, item Value) (Value, *Exception) {
		h, exc := heapOf(t, name, list, max, false)
		if exc != nil {
			return null, exc
		}
		if len(h.l.Items) == 0 {
			return item, nil
		}
		yes, exc := h.before(h.l.Items[0], item)
		if exc != nil || !yes {
			return item, exc
		}
		if len(h.l.Items) == 0 {
			return null, runtime.Raise(t, runtime.IndexErrorType, "index out of range")
		}
		first := h.l.Items[0]
		h.l.Items[0] = item
		return first, h.down(0)
	}
}

func heapify(name string, max bool) function1 {
	return func(t *Thread, _, list Value) (Value, *Exception) {
		h, exc := heapOf(t, name, list, max, true)
		if exc != nil {
			return null, exc
		}
		for i := len(h.l.Items)/2 - 1; i >= 0; i-- {
			if exc := h.down(i); exc != nil {
				return null, exc
			}
			if i&1023 == 0 {
				if exc := t.Poll(); exc != nil {
					return null, exc
				}
			}
		}
		return runtime.None, nil
	}
}
