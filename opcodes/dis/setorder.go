package dis

import (
	"math"
	"math/big"

	"github.com/krait-vm/krait/marshal"
)

// The shape of CPython's set table (Objects/setobject.c): where an element goes depends on nothing but its hash, the size
// of the table and who came before.
const (
	setMinSize      = 8
	setLinearProbes = 9
	setPerturbShift = 5
)

// order returns the elements of a set in the order in which CPython iterates over it, if they were added in the order of
// items. Repetitions are left out.
func (h *hasher) order(items []marshal.Object) ([]marshal.Object, error) {
	t := newTable(h)
	for _, item := range items {
		v, err := h.hash(item, 0)
		if err != nil {
			return nil, err
		}
		if _, err := t.add(item, v); err != nil {
			return nil, err
		}
	}
	out := make([]marshal.Object, 0, t.used)
	for _, e := range t.slots {
		if e.full {
			out = append(out, e.key)
		}
	}
	return out, nil
}

// firsts returns for every item the index of the first one equal to it.
func (h *hasher) firsts(items []marshal.Object) ([]int, error) {
	t := newTable(h)
	out := make([]int, len(items))
	for i, item := range items {
		v, err := h.hash(item, 0)
		if err != nil {
			return nil, err
		}
		if out[i], err = t.add(item, v); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// A table is a set under construction.
type table struct {
	h     *hasher
	slots []slot
	used  int
	added int // calls of add
}

type slot struct {
	key   marshal.Object
	hash  int64
	index int
	full  bool
}

func newTable(h *hasher) *table {
	return &table{h: h, slots: make([]slot, setMinSize)}
}

// add adds a key if no equal one is there, and returns which call of add brought the one that is.
func (t *table) add(key marshal.Object, hash int64) (int, error) {
	index := t.added
	t.added++
	s, err := t.find(key, hash, true)
	if err != nil {
		return 0, err
	}
	if s.full {
		return s.index, nil
	}
	*s = slot{key, hash, index, true}
	t.used++
	if t.used*5 >= (len(t.slots)-1)*3 {
		return index, t.grow()
	}
	return index, nil
}

// find returns the slot of an equal key, or the free one where the key belongs.
func (t *table) find(key marshal.Object, hash int64, compare bool) (*slot, error) {
	mask := uint64(len(t.slots) - 1)
	perturb := uint64(hash)
	i := uint64(hash) & mask
	for {
		last := i
		if i+setLinearProbes <= mask {
			last = i + setLinearProbes
		}
		for j := i; j <= last; j++ {
			s := &t.slots[j]
			if !s.full {
				return s, nil
			}
			if err := t.h.step(); err != nil {
				return nil, err
			}
			if compare && s.hash == hash {
				same, err := t.h.equal(s.key, key, 0)
				if err != nil || same {
					return s, err
				}
			}
		}
		perturb >>= setPerturbShift
		i = (i*5 + 1 + perturb) & mask
	}
}

func (t *table) grow() error {
	want := t.used * 4
	if t.used > 50000 {
		want = t.used * 2
	}
	size := setMinSize
	for size <= want {
		size <<= 1
	}
	old := t.slots
	t.slots = make([]slot, size)
	for _, s := range old {
		if !s.full {
			continue
		}
		free, err := t.find(s.key, s.hash, false)
		if err != nil {
			return err
		}
		*free = s
	}
	return nil
}

// equal is a == b of hashable constants, or a is b.
func (h *hasher) equal(a, b marshal.Object, nesting int) (bool, error) {
	if a == b {
		return true, nil
	}
	if err := h.step(); err != nil {
		return false, err
	}
	if nesting > maxHashNesting {
		return false, &Error{"RecursionError", "maximum recursion depth exceeded in comparison"}
	}
	switch x := a.(type) {
	case *marshal.Str:
		y, ok := b.(*marshal.Str)
		return ok && x.S == y.S, nil
	case *marshal.Bytes:
		y, ok := b.(*marshal.Bytes)
		return ok && x.S == y.S, nil
	case *marshal.Tuple:
		if y, ok := b.(*marshal.Tuple); ok {
			return h.equalItems(x.Items, y.Items, nesting)
		}
		return false, nil
	case *marshal.Slice:
		if y, ok := b.(*marshal.Slice); ok {
			return h.equalItems([]marshal.Object{x.Start, x.Stop, x.Step}, []marshal.Object{y.Start, y.Stop, y.Step}, nesting)
		}
		return false, nil
	case *marshal.Set:
		if y, ok := b.(*marshal.Set); ok {
			return h.equalSets(x, y)
		}
		return false, nil
	}
	return equalNumbers(a, b), nil
}

func (h *hasher) equalItems(a, b []marshal.Object, nesting int) (bool, error) {
	if len(a) != len(b) {
		return false, nil
	}
	for i := range a {
		if same, err := h.equal(a[i], b[i], nesting+1); err != nil || !same {
			return false, err
		}
	}
	return true, nil
}

// equalSets looks whether the elements of both, added to one set, are as many as those of each.
func (h *hasher) equalSets(a, b *marshal.Set) (bool, error) {
	var sizes [3]int
	for i, items := range [][]marshal.Object{a.Items, b.Items, append(append([]marshal.Object(nil), a.Items...), b.Items...)} {
		all, err := h.order(items)
		if err != nil {
			return false, err
		}
		sizes[i] = len(all)
	}
	return sizes[0] == sizes[1] && sizes[1] == sizes[2], nil
}

// equalNumbers compares exactly across types.
func equalNumbers(a, b marshal.Object) bool {
	if x, ok := a.(*marshal.Int); ok {
		if y, ok := b.(*marshal.Int); ok {
			return x.V == y.V && (x.Big == nil) == (y.Big == nil) && (x.Big == nil || x.Big.Cmp(y.Big) == 0)
		}
	}
	x, okX := numberOf(a)
	y, okY := numberOf(b)
	return okX && okY && x == y
}

// A number is a finite or infinite complex number in a form that equal values share.
type number struct{ re, im string }

func numberOf(o marshal.Object) (number, bool) {
	switch o := o.(type) {
	case marshal.Singleton:
		switch o {
		case marshal.False:
			return number{"0", "0"}, true
		case marshal.True:
			return number{"1", "0"}, true
		}
	case *marshal.Int:
		return number{o.BigInt().Text(62), "0"}, true
	case *marshal.Float:
		return number{floatKey(o.V), "0"}, !math.IsNaN(o.V)
	case *marshal.Complex:
		re, im := real(o.V), imag(o.V)
		return number{floatKey(re), floatKey(im)}, !math.IsNaN(re) && !math.IsNaN(im)
	}
	return number{}, false
}

// floatKey is the text of an int for whole numbers, and of the mantissa and the exponent for others.
func floatKey(f float64) string {
	switch {
	case math.IsInf(f, 0) || math.IsNaN(f):
		return big.NewFloat(math.Copysign(math.MaxFloat64, f)).Text('p', 0) + "inf"
	case f == math.Trunc(f):
		i, _ := big.NewFloat(f).Int(nil)
		return i.Text(62)
	}
	return big.NewFloat(f).Text('p', 0)
}
