package marshal

// place is where an object that must be hashable stands.
type place uint8

const (
	asSetElement place = iota
	asDictKey
)

func (p place) String() string {
	if p == asDictKey {
		return "a dict key"
	}
	return "a set element"
}

// checkHashable reports an object that Python cannot hash, in the words of the
// version being read. Duplicates are not looked for: that takes Python's
// equality.
func (d *decoder) checkHashable(o Object, at place) bool {
	var bad Object
	switch o := o.(type) {
	case *List, *Dict:
		bad = o
	case *Set:
		if !o.Frozen {
			bad = o
		}
	case *Slice:
		bad = d.findUnhashable(o)
	case *Tuple, *Code:
		bad = d.findUnhashable(o)
	}
	if bad == nil {
		return true
	}
	msg := "unhashable type: '" + TypeName(bad) + "'"
	if d.opts.Version >= Py314 {
		msg = "cannot use '" + TypeName(o) + "' as " + at.String() + " (" + msg + ")"
	}
	d.fail(BadData, "TypeError", msg)
	return false
}

// findUnhashable looks inside o in the order in which Python would hash it. It
// visits each object once in the whole load, however often it is an element; a
// tuple that contains itself, which crashes CPython here, counts as hashable.
func (d *decoder) findUnhashable(o Object) Object {
	if d.hashable == nil {
		d.hashable = map[Object]bool{}
	}
	seen := d.hashable
	todo := []Object{o}
	for len(todo) > 0 {
		o := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		switch o := o.(type) {
		case *List, *Dict:
			return o
		case *Set:
			if !o.Frozen {
				return o
			}
		case *Tuple:
			if seen[o] {
				continue
			}
			seen[o] = true
			for i := len(o.Items) - 1; i >= 0; i-- {
				todo = append(todo, o.Items[i])
			}
		case *Slice:
			if seen[o] {
				continue
			}
			seen[o] = true
			todo = append(todo, o.Step, o.Stop, o.Start)
		case *Code:
			if seen[o] {
				continue
			}
			seen[o] = true
			todo = append(todo, o.Consts)
		}
	}
	return nil
}
