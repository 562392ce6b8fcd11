package functools

import (
	"unsafe"

	"github.com/krait-vm/krait/runtime"
)

var lruCacheType = &runtime.Type{}

var lruCacheShape = runtime.NewShape(lruCacheType)

// An lruCache is the callable that lru_cache makes. cache maps keys to results, the one not used for longest first.
type lruCache struct {
	runtime.Header
	runtime.Attrs
	fn     Value
	info   Value // the type of cache_info()
	cache  *runtime.Dict
	mark   Value // stands between positional arguments and keywords in a key
	max    int   // -1 for no limit
	hits   int64
	misses int64
	typed  bool
}

var lruCacheSpec = runtime.TypeSpec{
	Type: lruCacheType, Name: "functools._lru_cache_wrapper", Shape: lruCacheShape, AttrsOffset: unsafe.Offsetof(lruCache{}.Attrs),
	Flags: runtime.TypeBase | runtime.TypeHasDict | runtime.TypeHasWeakref | runtime.TypeOwnLayout,
	Doc: "Create a cached callable that wraps another function.\n\nuser_function:      the function being cached\n\nmaxsize:  0         for no caching\n" +
		"          None      for unlimited cache size\n          n         for a bounded cache\n\ntyped:    False     cache f(3) and f(3.0) as identical calls\n" +
		"          True      cache f(3) and f(3.0) as distinct calls\n\ncache_info_type:    namedtuple class with the fields:\n" +
		"                        hits misses currsize maxsize\n",
	NewSub: func(t *Thread, _ *runtime.Type) *runtime.Header {
		c := runtime.AllocSub[lruCache](t)
		c.fn, c.info, c.mark, c.cache = runtime.None, runtime.None, runtime.None, runtime.NewDict(t)
		return &c.Header
	},
	Slots: runtime.Slots{
		New: lruCacheNew, Call: lruCacheCall,
		DescrGet: func(t *Thread, d, o Value, _ *runtime.Type) (Value, *Exception) {
			if o.IsNull() || o.IsNone() {
				return d, nil
			}
			return runtime.NewMethod(t, d, o), nil
		},
		Traverse: func(v Value, visit runtime.VisitFunc) {
			c := (*lruCache)(v.Ptr())
			visit(c.fn)
			visit(c.info)
			visit(c.mark)
			visit(c.cache.Value())
		},
	},
	Methods: []runtime.MethodSpec{
		{Sig: "cache_info($self, /)", Doc: "Report cache statistics", Fn: lruCacheInfo},
		{Sig: "cache_clear($self, /)", Doc: "Clear the cache and cache statistics", Fn: lruCacheClear},
		{Sig: "__reduce__($self, /)", Fn: func(t *Thread, self Value) (Value, *Exception) { return runtime.GetAttr(t, self, sQualname) }},
		{Sig: "__copy__", Fn: func(_ *Thread, self Value, _ []Value, _ *runtime.Tuple) (Value, *Exception) { return self, nil }},
		{Sig: "__deepcopy__", Fn: func(_ *Thread, self Value, _ []Value, _ *runtime.Tuple) (Value, *Exception) { return self, nil }},
	},
	GetSets: []runtime.GetSetSpec{runtime.InstanceDictGetSet()},
}

var lruCacheArgs = runtime.NewSignature("lru_cache(user_function, maxsize, typed, cache_info_type)")

func lruCacheNew(t *Thread, cls *runtime.Type, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	mark := t.HandleMark()
	defer t.Release(mark)
	a, exc := lruCacheArgs.Bind(t, args, kw)
	if exc != nil {
		return null, exc
	}
	typed, exc := runtime.Truth(t, a[2])
	if exc != nil {
		return null, exc
	}
	if runtime.TypeOf(a[0]).Call == nil {
		return null, runtime.Raise(t, runtime.TypeErrorType, "the first argument must be callable")
	}
	max := -1
	if !a[1].IsNone() {
		if runtime.TypeOf(a[1]).Index == nil {
			return null, runtime.Raise(t, runtime.TypeErrorType, "maxsize should be integer or None")
		}
		if max, exc = runtime.AsSsize(t, a[1]); exc != nil {
			return null, exc
		}
		if max < 0 {
			max = 0
		}
	}
	c := newObject[lruCache](t, cls, lruCacheType, lruCacheShape)
	c.fn, c.info, c.max, c.typed = a[0], a[3], max, typed
	c.cache, c.mark = runtime.NewDict(t), runtime.ObjectOf(&runtime.NewInstance(t, runtime.ObjectType).Header)
	return value(c), nil
}

// key makes the key of a call: a lone str or int argument itself, otherwise a tuple of all that tells calls apart.
func (c *lruCache) key(t *Thread, args []Value, kw *runtime.Tuple) Value {
	if len(args) == 1 && kw.Len() == 0 && !c.typed {
		if v := args[0]; v.IsInt() || runtime.IsExactStr(v) || runtime.IsExactInt(v) {
			return v
		}
	}
	npos := len(args) - kw.Len()
	if kw.Len() == 0 && !c.typed {
		return runtime.CopyTuple(t, args).Value()
	}
	items := append(make([]Value, 0, 2*len(args)+1), args[:npos]...)
	if kw.Len() > 0 {
		items = append(items, c.mark)
		for i, k := range kw.Items {
			items = append(items, k, args[npos+i])
		}
	}
	if c.typed {
		for _, v := range args {
			items = append(items, runtime.TypeOf(v).Value())
		}
	}
	return runtime.NewTuple(t, items).Value()
}

func lruCacheCall(t *Thread, v Value, args []Value, kw *runtime.Tuple) (Value, *Exception) {
	c := (*lruCache)(v.Ptr())
	if c.max == 0 {
		c.misses++
		return runtime.CallKw(t, c.fn, args, kw)
	}
	key := c.key(t, args, kw)
	mark := t.HandleMark()
	defer t.Release(mark)
	t.Handle(key)
	h, exc := runtime.Hash(t, key)
	if exc != nil {
		return null, exc
	}
	i, exc := c.cache.FindHashed(t, key, h)
	if exc != nil {
		return null, exc
	}
	if i >= 0 {
		r := *c.cache.EntryValue(i)
		c.hits++
		if c.max > 0 {
			exc = c.cache.MoveToEnd(t, i)
		}
		return r, exc
	}
	c.misses++
	r, exc := runtime.CallKw(t, c.fn, args, kw)
	if exc != nil {
		return null, exc
	}
	t.Handle(r)
	return r, c.store(t, key, h, r)
}

// store remembers a result, unless the call has brought one itself; a full cache loses the one not used for longest.
func (c *lruCache) store(t *Thread, key Value, h int64, r Value) *Exception {
	i, exc := c.cache.FindHashed(t, key, h)
	if exc != nil {
		return exc
	}
	if i >= 0 {
		if c.max < 0 {
			*c.cache.EntryValue(i) = r
		}
		return nil
	}
	for c.max > 0 && c.cache.Len() >= c.max {
		c.cache.RemoveFirst()
	}
	return c.cache.InsertHashed(t, key, h, r)
}

func lruCacheInfo(t *Thread, self Value) (Value, *Exception) {
	c := (*lruCache)(self.Ptr())
	max := runtime.None
	if c.max >= 0 {
		max = runtime.Int(int64(c.max))
	}
	return runtime.Call(t, c.info, runtime.Int(c.hits), runtime.Int(c.misses), max, runtime.Int(int64(c.cache.Len())))
}

func lruCacheClear(_ *Thread, self Value) (Value, *Exception) {
	c := (*lruCache)(self.Ptr())
	c.hits, c.misses = 0, 0
	c.cache.Clear()
	return runtime.None, nil
}
