package api

import (
	"math/big"

	"github.com/krait-vm/krait/runtime"
)

// ToPython makes a Python object of a Go value: nil, bool, int, int64, *big.Int, float64, string, []byte, []any (a list), map[string]any (a dict, in
// no particular order) and runtime.Value, which stays what it is. The caller holds the GIL.
func ToPython(t *runtime.Thread, x any) (runtime.Value, *runtime.Exception) {
	switch x := x.(type) {
	case nil:
		return runtime.None, nil
	case bool:
		return runtime.Bool(x), nil
	case int:
		return runtime.Int(int64(x)), nil
	case int64:
		return runtime.Int(x), nil
	case *big.Int:
		return runtime.BigFrom(t, new(big.Int).Set(x)), nil
	case float64:
		return runtime.Float(x), nil
	case string:
		return runtime.NewStr(t, x).Value(), nil
	case []byte:
		return runtime.NewBytes(t, append([]byte(nil), x...)).Value(), nil
	case []any:
		list := runtime.NewList(t, nil)
		mark := t.HandleMark()
		defer t.Release(mark)
		t.Handle(list.Value())
		for _, e := range x {
			v, exc := ToPython(t, e)
			if exc != nil {
				return runtime.Null, exc
			}
			if exc := list.Append(t, v); exc != nil {
				return runtime.Null, exc
			}
		}
		return list.Value(), nil
	case map[string]any:
		d := runtime.NewDict(t)
		for k, e := range x {
			v, exc := ToPython(t, e)
			if exc != nil {
				return runtime.Null, exc
			}
			if exc := d.SetStr(t, runtime.NewStr(t, k), v); exc != nil {
				return runtime.Null, exc
			}
		}
		return d.Value(), nil
	case runtime.Value:
		return x, nil
	}
	return runtime.Null, runtime.TypeErrorf(t, "no Python object for a Go value of type %T", x)
}

// FromPython makes a Go value of a Python object: nil, bool, int64, *big.Int for an int outside 64 bits, float64, string, []byte, []any for a list or
// tuple, map[string]any for a dict whose keys are strs, and the runtime.Value itself for everything else. The caller holds the GIL.
func FromPython(t *runtime.Thread, v runtime.Value) (any, *runtime.Exception) {
	c := converter{t: t, made: map[runtime.Value]any{}}
	return c.convert(v, 0)
}

// A converter makes Go values of the objects below one object, of each list, tuple and dict once.
type converter struct {
	t    *runtime.Thread
	made map[runtime.Value]any // nil while it is under way
}

// maxNesting bounds lists in lists.
const maxNesting = 1000

func (c *converter) convert(v runtime.Value, depth int) (any, *runtime.Exception) {
	switch {
	case v.IsNone():
		return nil, nil
	case v.IsBool():
		return v.IsTrue(), nil
	case v.IsInt():
		return v.AsInt(), nil
	case v.IsFloat():
		return v.AsFloat(), nil
	}
	switch runtime.TypeOf(v) {
	case runtime.IntType:
		return new(big.Int).Set(runtime.AsBig(v)), nil
	case runtime.StrType:
		s, _ := runtime.AsStr(v)
		return s.GoString(), nil
	case runtime.BytesType:
		return append([]byte(nil), (*runtime.Bytes)(v.Ptr()).B...), nil
	case runtime.ListType, runtime.TupleType, runtime.DictType:
		return c.container(v, depth)
	}
	return v, nil
}

// container converts a list, tuple or dict. One that contains itself has no Go form.
func (c *converter) container(v runtime.Value, depth int) (any, *runtime.Exception) {
	if x, seen := c.made[v]; x != nil {
		return x, nil
	} else if seen || depth > maxNesting {
		return nil, runtime.Raise(c.t, runtime.RecursionErrorType, "maximum recursion depth exceeded while converting an object for Go")
	}
	c.made[v] = nil
	var x any
	var exc *runtime.Exception
	if d, ok := runtime.AsDict(v); ok {
		x, exc = c.dict(d, depth)
	} else if l, ok := runtime.AsList(v); ok {
		x, exc = c.items(l.Items, depth)
	} else {
		tuple, _ := runtime.AsTuple(v)
		x, exc = c.items(tuple.Items, depth)
	}
	c.made[v] = x
	return x, exc
}

func (c *converter) items(items []runtime.Value, depth int) (any, *runtime.Exception) {
	out := make([]any, len(items))
	for i, v := range items {
		x, exc := c.convert(v, depth+1)
		if exc != nil {
			return nil, exc
		}
		out[i] = x
	}
	return out, nil
}

// dict makes a map, or gives the dict itself when a key is no str.
func (c *converter) dict(d *runtime.Dict, depth int) (any, *runtime.Exception) {
	out := make(map[string]any, d.Len())
	for pos := 0; ; {
		k, v, ok := d.Next(&pos)
		if !ok {
			return out, nil
		}
		key, isStr := runtime.AsStr(k)
		if !isStr {
			return d.Value(), nil
		}
		x, exc := c.convert(v, depth+1)
		if exc != nil {
			return nil, exc
		}
		out[key.GoString()] = x
	}
}
