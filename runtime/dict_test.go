package runtime

import (
	"slices"
	"testing"
)

// TestDictModel compares a dict under random operations with a slice of pairs, through growth, holes and popitem.
func TestDictModel(t *testing.T) {
	th := newTestThread()
	type pair struct{ k, v int64 }
	r := lcg(7)
	for _, span := range []int64{6, 40, 3000} {
		d := NewDict(th)
		var model []pair
		for step := range 60000 {
			k := r.next() % span
			key := Int(k)
			if k%3 == 0 {
				key = th.Intern(string(rune('a'+k%26)) + string(rune('a'+k/26%26)) + string(rune('a'+k/676))).Value()
			}
			at := slices.IndexFunc(model, func(p pair) bool { return p.k == k })
			switch op := r.next() % 8; {
			case op < 4:
				if exc := d.Set(th, key, Int(int64(step))); exc != nil {
					t.Fatal(message(th, exc))
				}
				if at >= 0 {
					model[at].v = int64(step)
				} else {
					model = append(model, pair{k, int64(step)})
				}
			case op < 6 && at >= 0:
				if ok, _ := d.Delete(th, key); !ok {
					t.Fatalf("Delete(%d) found nothing", k)
				}
				model = slices.Delete(model, at, at+1)
			case op == 6 && len(model) > 0:
				_, v := d.popLast()
				if want := model[len(model)-1].v; v != Int(want) {
					t.Fatalf("popLast() = %d, want %d", v.AsInt(), want)
				}
				model = model[:len(model)-1]
			default:
				v, ok, _ := d.Get(th, key)
				if ok != (at >= 0) || ok && v != Int(model[at].v) {
					t.Fatalf("Get(%d) = %v, %v", k, v.AsInt(), ok)
				}
			}
			if step%997 == 0 || step%10000 < 20 {
				if step%29 == 0 {
					d = d.Copy(th)
				}
				values := d.values()
				if len(values) != len(model) || d.Len() != len(model) {
					t.Fatalf("step %d: %d values, want %d", step, len(values), len(model))
				}
				for i, p := range model {
					if values[i] != Int(p.v) {
						t.Fatalf("step %d: value %d is %d, want %d", step, i, values[i].AsInt(), p.v)
					}
				}
			}
		}
	}
}

// TestDictPopItemCycles adds and pops other keys again and again: the index must not fill up with holes.
func TestDictPopItemCycles(t *testing.T) {
	th := newTestThread()
	d := NewDict(th)
	for i := range 100000 {
		if exc := d.Set(th, Int(int64(i)*7919), None); exc != nil {
			t.Fatal(message(th, exc))
		}
		if i >= 20 {
			d.popLast()
		}
	}
	if _, ok, _ := d.Get(th, Int(-5)); ok || d.Len() != 20 {
		t.Errorf("Len() = %d, Get(-5) found: %v", d.Len(), ok)
	}
}
