package eval

import (
	"unsafe"

	"github.com/krait-vm/krait/eval/lower"
	"github.com/krait-vm/krait/runtime"
)

// An attribute site keeps the number of its name in N, so that K is free for the inline cache. The forms are: slot of an instance, variable of its
// class, method, attribute of a module, attribute of a class, and after several shapes a table of the first two and methods.

func (vm *VM) siteName(in *Instr) *runtime.Str { return vm.fr.code.Src.Names[in.N] }

// maxMisses is how often a polymorphic site may miss before it stays generic.
const maxMisses = 200

// stayGeneric in Aux of a generic site says that quickening it was given up.
const stayGeneric = ^uint32(0)

// A polyCache serves an attribute site that sees several shapes.
type polyCache struct {
	entries [4]polyEntry
	next    int
	misses  int
}

type polyEntry struct {
	shape  *runtime.Shape
	ver    uint32
	kind   runtime.AttrKind
	slots  uintptr
	offset uintptr
	dict   *runtime.Dict
	method Value
}

func (c *polyCache) find(s *runtime.Shape) *polyEntry {
	for i := range c.entries {
		if e := &c.entries[i]; e.shape == s && e.ver == s.Ver {
			return e
		}
	}
	return nil
}

func (c *polyCache) add(i *runtime.AttrInfo) {
	c.entries[c.next%len(c.entries)] = polyEntry{i.Shape, i.Shape.Ver, i.Kind, i.Slots, i.Offset, i.Dict, i.Method}
	c.next++
}

// quickenAttr fills the inline cache of a site for the owner it just saw. generic is LoadAttr or LoadMethod; methods tells that the site wants
// methods unbound.
func quickenAttr(vm *VM, in *Instr, x Value, generic lower.Op, methods bool) {
	name := vm.siteName(in)
	if in.Op == generic && in.Aux == stayGeneric {
		return
	}
	info := runtime.ResolveAttr(vm.thread(), x, name)
	if info.Kind == runtime.AttrMethod && !methods {
		info.Kind = runtime.AttrNone
	}
	poly := qLoadAttrPoly
	if methods {
		poly = qLoadMethodPoly
	}
	shaped := info.Kind == runtime.AttrSlot || info.Kind == runtime.AttrClassVar || info.Kind == runtime.AttrMethod
	switch {
	case in.Op == poly:
		c := (*polyCache)(in.Cache)
		if c.misses++; c.misses > maxMisses {
			in.Op, in.Cache, in.Aux = generic, nil, stayGeneric
		} else if shaped {
			c.add(&info)
		}
		return
	case in.Op != generic && shaped:
		// Another shape, or the first one changed: the site keeps several from now on.
		c := &polyCache{}
		c.add(&info)
		in.Op, in.Cache = poly, unsafe.Pointer(c)
		return
	case in.Op != generic:
		in.Op, in.Cache, in.Aux = generic, nil, stayGeneric
		return
	}
	in.Idx = uint32(info.Offset)
	switch info.Kind {
	case runtime.AttrSlot:
		in.Op, in.Cache, in.Ver, in.Aux = qLoadAttrSlot, unsafe.Pointer(info.Shape), info.Shape.Ver, uint32(info.Slots)
	case runtime.AttrClassVar:
		in.Op, in.Cache, in.Ver, in.K = qLoadAttrClassVar, unsafe.Pointer(info.Shape), info.Shape.Ver, info.Dict.Value()
	case runtime.AttrMethod:
		in.Op, in.Cache, in.Ver, in.K = qLoadMethodShape, unsafe.Pointer(info.Shape), info.Shape.Ver, info.Method
	case runtime.AttrModule:
		in.Op, in.Cache, in.Ver, in.K = qLoadAttrModule, unsafe.Pointer(info.Dict), info.Dict.KeysVersion, x
	case runtime.AttrType:
		tp, _ := runtime.AsType(x)
		in.Op, in.Cache, in.Ver, in.K = qLoadAttrType, unsafe.Pointer(info.Dict), tp.Version(), x
		in.Aux = x.HeapShape().Ver // the metaclass may get the attribute
	default:
		in.Aux++
		if in.Aux > maxMisses {
			in.Aux = stayGeneric
		}
		return
	}
	if methods {
		// The forms that load an attribute leave the second result to their siblings that push a Null.
		switch in.Op {
		case qLoadAttrSlot:
			in.Op = qLoadMethodSlot
		case qLoadAttrClassVar:
			in.Op, in.Cache = poly, unsafe.Pointer(newPoly(&info))
		case qLoadAttrModule:
			in.Op = qLoadMethodModule
		case qLoadAttrType:
			in.Op = qLoadMethodType
		}
	}
}

func newPoly(i *runtime.AttrInfo) *polyCache {
	c := &polyCache{}
	c.add(i)
	return c
}

// LoadAttr: LOAD_ATTR: owner -- attr
//
//krait:hot
func opLoadAttr(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	return loadAttrSlow(vm, in, fp)
}

func loadAttrSlow(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	x := *reg(fp, in.B)
	if !vm.plain {
		quickenAttr(vm, in, x, lower.LoadAttr, false)
	}
	v, exc := runtime.GetAttr(vm.thread(), x, vm.siteName(in))
	return vm.store(in, fp, v, exc)
}

//krait:hot
func opLoadAttrSlot(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	x := reg(fp, in.B)
	if s := x.HeapShape(); unsafe.Pointer(s) == in.Cache && s.Ver == in.Ver {
		v := (*Value)(unsafe.Add(*(*unsafe.Pointer)(unsafe.Add(x.Ptr(), uintptr(in.Aux))), uintptr(in.Idx)))
		if !v.IsNull() {
			*reg(fp, in.A) = *v
			return next(in), fp
		}
	}
	return loadAttrSlow(vm, in, fp)
}

//krait:hot
func opLoadAttrClassVar(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	x := reg(fp, in.B)
	if s := x.HeapShape(); unsafe.Pointer(s) == in.Cache && s.Ver == in.Ver {
		d := (*runtime.Dict)(in.K.Ptr())
		*reg(fp, in.A) = *(*Value)(unsafe.Add(d.EntriesPtr(), uintptr(in.Idx)))
		return next(in), fp
	}
	return loadAttrSlow(vm, in, fp)
}

//krait:hot
func opLoadAttrModule(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	d := (*runtime.Dict)(in.Cache)
	if reg(fp, in.B).Ptr() == in.K.Ptr() && d.KeysVersion == in.Ver {
		*reg(fp, in.A) = *(*Value)(unsafe.Add(d.EntriesPtr(), uintptr(in.Idx)))
		return next(in), fp
	}
	return loadAttrSlow(vm, in, fp)
}

func opLoadAttrType(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	x := reg(fp, in.B)
	if x.Ptr() == in.K.Ptr() && (*runtime.Type)(x.Ptr()).Version() == in.Ver && x.HeapShape().Ver == in.Aux {
		d := (*runtime.Dict)(in.Cache)
		*reg(fp, in.A) = *(*Value)(unsafe.Add(d.EntriesPtr(), uintptr(in.Idx)))
		return next(in), fp
	}
	return loadAttrSlow(vm, in, fp)
}

func opLoadAttrPoly(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	x := reg(fp, in.B)
	if s := x.HeapShape(); s != nil {
		if e := (*polyCache)(in.Cache).find(s); e != nil {
			if v := e.load(x); !v.IsNull() {
				*reg(fp, in.A) = v
				return next(in), fp
			}
		}
	}
	return loadAttrSlow(vm, in, fp)
}

// load returns the attribute that an entry of kind AttrSlot or AttrClassVar gives.
func (e *polyEntry) load(x *Value) Value {
	if e.kind == runtime.AttrSlot {
		return *(*Value)(unsafe.Add(*(*unsafe.Pointer)(unsafe.Add(x.Ptr(), e.slots)), e.offset))
	}
	return *(*Value)(unsafe.Add(e.dict.EntriesPtr(), e.offset))
}

// LoadMethod: LOAD_ATTR in its method form: owner -- method self, or attr NULL
//
//krait:hot
func opLoadMethod(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	return loadMethodSlow(vm, in, fp)
}

func loadMethodSlow(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	x := *reg(fp, in.B)
	if !vm.plain {
		quickenAttr(vm, in, x, lower.LoadMethod, true)
	}
	fn, self, exc := runtime.LoadMethod(vm.thread(), x, vm.siteName(in))
	if exc != nil {
		return vm.raise(in, fp, exc)
	}
	*reg(fp, in.A), *reg(fp, in.A+valueSize) = fn, self
	return next(in), fp
}

//krait:hot
func opLoadMethodShape(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	x := reg(fp, in.B)
	if s := x.HeapShape(); unsafe.Pointer(s) == in.Cache && s.Ver == in.Ver {
		self := *x
		*reg(fp, in.A) = in.K
		*reg(fp, in.A+valueSize) = self
		return next(in), fp
	}
	return loadMethodSlow(vm, in, fp)
}

func opLoadMethodPoly(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	x := reg(fp, in.B)
	if s := x.HeapShape(); s != nil {
		if e := (*polyCache)(in.Cache).find(s); e != nil {
			if e.kind == runtime.AttrMethod {
				self := *x
				*reg(fp, in.A) = e.method
				*reg(fp, in.A+valueSize) = self
				return next(in), fp
			}
			if v := e.load(x); !v.IsNull() {
				*reg(fp, in.A) = v
				*reg(fp, in.A+valueSize) = runtime.Null
				return next(in), fp
			}
		}
	}
	return loadMethodSlow(vm, in, fp)
}

func opLoadMethodSlot(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	x := reg(fp, in.B)
	if s := x.HeapShape(); unsafe.Pointer(s) == in.Cache && s.Ver == in.Ver {
		v := (*Value)(unsafe.Add(*(*unsafe.Pointer)(unsafe.Add(x.Ptr(), uintptr(in.Aux))), uintptr(in.Idx)))
		if !v.IsNull() {
			*reg(fp, in.A) = *v
			*reg(fp, in.A+valueSize) = runtime.Null
			return next(in), fp
		}
	}
	return loadMethodSlow(vm, in, fp)
}

//krait:hot
func opLoadMethodModule(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	d := (*runtime.Dict)(in.Cache)
	if reg(fp, in.B).Ptr() == in.K.Ptr() && d.KeysVersion == in.Ver {
		*reg(fp, in.A) = *(*Value)(unsafe.Add(d.EntriesPtr(), uintptr(in.Idx)))
		*reg(fp, in.A+valueSize) = runtime.Null
		return next(in), fp
	}
	return loadMethodSlow(vm, in, fp)
}

func opLoadMethodType(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	x := reg(fp, in.B)
	if x.Ptr() == in.K.Ptr() && (*runtime.Type)(x.Ptr()).Version() == in.Ver && x.HeapShape().Ver == in.Aux {
		d := (*runtime.Dict)(in.Cache)
		*reg(fp, in.A) = *(*Value)(unsafe.Add(d.EntriesPtr(), uintptr(in.Idx)))
		*reg(fp, in.A+valueSize) = runtime.Null
		return next(in), fp
	}
	return loadMethodSlow(vm, in, fp)
}

// StoreAttr: STORE_ATTR: value owner --
//
//krait:hot
func opStoreAttr(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	return storeAttrSlow(vm, in, fp)
}

// A storeCache is the inline cache of a store that adds an attribute.
type storeCache struct {
	old, new *runtime.Shape
	ver      uint32
	index    uint32
	slots    uintptr
	offset   uintptr
}

func storeAttrSlow(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	t := vm.thread()
	x := *reg(fp, in.B)
	name := vm.siteName(in)
	if !vm.plain && in.Aux < maxMisses {
		in.Op = lower.StoreAttr
		if s, ok := runtime.ResolveStore(t, x, name); ok {
			n := in.Aux + 1
			if s.New == nil {
				in.Op, in.Cache, in.Ver, in.Idx = qStoreAttrSlot, unsafe.Pointer(s.Shape), s.Shape.Ver, uint32(s.Offset)
				in.K = runtime.Int(int64(s.Slots))
			} else {
				in.Op = qStoreAttrNew
				in.Cache = unsafe.Pointer(&storeCache{s.Shape, s.New, s.Shape.Ver, s.Index, s.Slots, s.Offset})
			}
			in.Aux = n
		}
	} else {
		in.Op = lower.StoreAttr
	}
	return vm.finish(in, fp, runtime.SetAttr(t, x, name, *reg(fp, in.C)))
}

//krait:hot
func opStoreAttrSlot(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	x := reg(fp, in.B)
	if s := x.HeapShape(); unsafe.Pointer(s) == in.Cache && s.Ver == in.Ver {
		*(*Value)(unsafe.Add(*(*unsafe.Pointer)(unsafe.Add(x.Ptr(), uintptr(in.K.AsInt()))), uintptr(in.Idx))) = *reg(fp, in.C)
		return next(in), fp
	}
	return storeAttrSlow(vm, in, fp)
}

//krait:hot
func opStoreAttrNew(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	x := reg(fp, in.B)
	c := (*storeCache)(in.Cache)
	if s := x.HeapShape(); s == c.old && s.Ver == c.ver {
		a := runtime.AttrsAt(*x, c.slots)
		if c.index < a.Cap() {
			*(*Value)(unsafe.Add(a.Slots, c.offset)) = *reg(fp, in.C)
			x.Header().SetShape(c.new)
			return next(in), fp
		}
	}
	return storeAttrSlow(vm, in, fp)
}

// DeleteAttr: DELETE_ATTR: owner --
func opDeleteAttr(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	exc := runtime.SetAttr(vm.thread(), *reg(fp, in.B), nameOf(in), runtime.Null)
	vm.watch()
	return vm.finish(in, fp, exc)
}

// LoadSuper: LOAD_SUPER_ATTR: super class self -- attr, or method self
func opLoadSuper(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	t := vm.thread()
	sup, cls, self := *regAt(fp, in.A, 0), *regAt(fp, in.A, 1), *regAt(fp, in.A, 2)
	fn, bound := runtime.Null, runtime.Null
	var exc *Exception
	if tp, ok := runtime.AsType(cls); ok && sup == runtime.SuperType.Value() {
		if in.N&1 != 0 {
			fn, bound, exc = runtime.SuperMethod(t, tp, self, nameOf(in))
		} else {
			fn, exc = runtime.SuperAttr(t, tp, self, nameOf(in))
		}
	} else {
		var o Value
		if in.N&2 != 0 {
			o, exc = runtime.Call(t, sup, cls, self)
		} else {
			o, exc = runtime.Call(t, sup)
		}
		if exc == nil {
			fn, exc = runtime.GetAttr(t, o, nameOf(in))
		}
	}
	if exc != nil {
		return vm.raise(in, fp, exc)
	}
	*regAt(fp, in.A, 0) = fn
	if in.N&1 != 0 {
		*regAt(fp, in.A, 1) = bound
	}
	return next(in), fp
}
