package marshal

import (
	"cmp"
	"fmt"
	"hash/maphash"
	"math"
	"slices"
	"strings"
)

// Equal says whether two trees hold the same values in the same structure. Floats
// are compared by their bits, dicts with the order of their pairs, sets without
// order; neither sharing nor the interned mark of strings matters. Trees that
// contain themselves are equal when no difference can be found. The time is linear
// in the number of objects.
//
// Set elements that are told apart only by something more than a few levels
// inside them must stand in the same order.
func Equal(a, b Object) bool {
	_, _, equal := compare(a, b)
	return equal
}

// Diff describes the first difference between two trees that are not [Equal], as
// a path and what is found there, and is "" for trees that are.
func Diff(a, b Object) string {
	nodes, i, equal := compare(a, b)
	if equal {
		return ""
	}
	n := nodes[i]
	left, right := Brief(n.a), Brief(n.b)
	if left == right {
		left, right = fmt.Sprintf("%s %s", TypeName(n.a), left), fmt.Sprintf("%s %s", TypeName(n.b), right)
	}
	if field, l, r := shallowDiff(n.a, n.b); field != "" {
		return fmt.Sprintf("%s.%s: %s != %s", nodes.path(i), field, l, r)
	}
	return fmt.Sprintf("%s: %s != %s", nodes.path(i), left, right)
}

// A pairNode is two objects that must be equal for the trees to be. Nodes form a
// queue that is never shortened, so that the way to each can be told.
type pairNode struct {
	a, b   Object
	parent int32
	field  string // of the parent, or "" for an item
	index  int
}

type pairNodes []pairNode

func (n pairNodes) path(i int) string {
	var parts []string
	for ; i > 0; i = int(n[i].parent) {
		if n[i].field != "" {
			parts = append(parts, "."+n[i].field)
		} else {
			parts = append(parts, fmt.Sprintf("[%d]", n[i].index))
		}
	}
	slices.Reverse(parts)
	return "object" + strings.Join(parts, "")
}

// compare returns the queue and the place in it of the first pair that differs.
func compare(a, b Object) (nodes pairNodes, at int, equal bool) {
	nodes = pairNodes{{a: a, b: b}}
	seen := map[[2]Object]bool{}
	f := fingerprinter{seed: maphash.MakeSeed()}
	for i := 0; i < len(nodes); i++ {
		n := nodes[i]
		if n.a == n.b {
			continue
		}
		if !sameShallow(n.a, n.b) {
			return nodes, i, false
		}
		if !isContainer(n.a) {
			continue
		}
		key := [2]Object{n.a, n.b}
		if seen[key] {
			continue
		}
		seen[key] = true
		if c, ok := n.a.(*Code); ok {
			other := n.b.(*Code)
			for _, field := range codeLayout(c.Version) {
				if field > lastIntField {
					nodes = append(nodes, pairNode{c.objectField(field), other.objectField(field), int32(i), codeFieldNames[field], 0})
				}
			}
			continue
		}
		left, right := appendChildren(nil, n.a), appendChildren(nil, n.b)
		if _, ok := n.a.(*Set); ok && len(left) > 1 {
			f.sort(left)
			f.sort(right)
		}
		for j := range left {
			nodes = append(nodes, pairNode{left[j], right[j], int32(i), "", j})
		}
	}
	return nodes, 0, true
}

func isContainer(o Object) bool {
	switch o.(type) {
	case *Tuple, *List, *Dict, *Set, *Slice, *Code:
		return true
	}
	return false
}

// sameShallow compares all of two objects but their items.
func sameShallow(a, b Object) bool {
	switch a := a.(type) {
	case *Int:
		b, ok := b.(*Int)
		return ok && a.V == b.V && (a.Big == nil) == (b.Big == nil) && (a.Big == nil || a.Big.Cmp(b.Big) == 0)
	case *Float:
		b, ok := b.(*Float)
		return ok && sameBits(a.V, b.V)
	case *Complex:
		b, ok := b.(*Complex)
		return ok && sameBits(real(a.V), real(b.V)) && sameBits(imag(a.V), imag(b.V))
	case *Str:
		b, ok := b.(*Str)
		return ok && a.S == b.S
	case *Bytes:
		b, ok := b.(*Bytes)
		return ok && a.S == b.S
	case *Tuple:
		b, ok := b.(*Tuple)
		return ok && len(a.Items) == len(b.Items)
	case *List:
		b, ok := b.(*List)
		return ok && len(a.Items) == len(b.Items)
	case *Dict:
		b, ok := b.(*Dict)
		return ok && len(a.Pairs) == len(b.Pairs)
	case *Set:
		b, ok := b.(*Set)
		return ok && a.Frozen == b.Frozen && len(a.Items) == len(b.Items)
	case *Slice:
		_, ok := b.(*Slice)
		return ok
	case *Code:
		b, ok := b.(*Code)
		if !ok || a.Version != b.Version {
			return false
		}
		field, _, _ := shallowDiff(a, b)
		return field == ""
	}
	return a == b
}

func sameBits(a, b float64) bool { return math.Float64bits(a) == math.Float64bits(b) }

// shallowDiff names the first number in which two code objects differ.
func shallowDiff(a, b Object) (field, left, right string) {
	x, ok := a.(*Code)
	if !ok {
		return "", "", ""
	}
	y, ok := b.(*Code)
	if !ok {
		return "", "", ""
	}
	if x.Version != y.Version {
		return "version", x.Version.String(), y.Version.String()
	}
	for _, f := range codeLayout(x.Version) {
		if f <= lastIntField && x.intField(f) != y.intField(f) {
			return codeFieldNames[f], fmt.Sprint(x.intField(f)), fmt.Sprint(y.intField(f))
		}
	}
	return "", "", ""
}

// A fingerprinter hashes objects by what they hold in their upper levels. Equal
// objects have equal fingerprints.
type fingerprinter struct {
	seed maphash.Seed
	memo map[fingerprintKey]uint64
}

type fingerprintKey struct {
	o     Object
	level int
}

const fingerprintLevels = 4

func (f *fingerprinter) sort(items []Object) {
	type entry struct {
		o     Object
		print uint64
	}
	entries := make([]entry, len(items))
	for i, o := range items {
		entries[i] = entry{o, f.of(o, fingerprintLevels)}
	}
	slices.SortStableFunc(entries, func(a, b entry) int { return cmp.Compare(a.print, b.print) })
	for i, e := range entries {
		items[i] = e.o
	}
}

func (f *fingerprinter) of(o Object, levels int) uint64 {
	var h maphash.Hash
	h.SetSeed(f.seed)
	h.WriteString(TypeName(o))
	switch o := o.(type) {
	case Singleton:
		h.WriteByte(byte(o))
	case *Int:
		maphash.WriteComparable(&h, o.V)
		if o.Big != nil {
			h.Write(o.Big.Bytes())
			h.WriteByte(byte(o.Big.Sign()))
		}
	case *Float:
		maphash.WriteComparable(&h, math.Float64bits(o.V))
	case *Complex:
		maphash.WriteComparable(&h, math.Float64bits(real(o.V)))
		maphash.WriteComparable(&h, math.Float64bits(imag(o.V)))
	case *Str:
		h.WriteString(o.S)
	case *Bytes:
		h.WriteString(o.S)
	default:
		if o == nil || levels == 0 {
			break
		}
		key := fingerprintKey{o, levels}
		if v, ok := f.memo[key]; ok {
			return v
		}
		maphash.WriteComparable(&h, f.ofItems(o, levels))
		if f.memo == nil {
			f.memo = map[fingerprintKey]uint64{}
		}
		f.memo[key] = h.Sum64()
	}
	return h.Sum64()
}

func (f *fingerprinter) ofItems(o Object, levels int) uint64 {
	var sum uint64
	_, unordered := o.(*Set)
	for _, item := range appendChildren(nil, o) {
		if !unordered {
			sum *= 0x9e3779b97f4a7c15
		}
		sum += f.of(item, levels-1)
	}
	return sum
}
