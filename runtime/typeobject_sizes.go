package runtime

// typeSizes are what CPython's layouts make of __basicsize__ and its kin. Programs see them; nothing here depends on them.
type typeSizes struct{ basic, item, dict, weakref int64 }

// builtinSizes has the builtin types whose instances are larger than a bare object, by name, on a 64-bit machine.
var builtinSizes = map[string]typeSizes{
	"type": {928, 40, 264, 368}, "int": {24, 4, 0, 0}, "bool": {24, 4, 0, 0}, "float": {24, 0, 0, 0}, "complex": {32, 0, 0, 0}, "str": {64, 0, 0, 0},
	"bytes": {33, 1, 0, 0}, "bytearray": {56, 0, 0, 0}, "memoryview": {144, 8, 0, 136}, "list": {40, 0, 0, 0}, "tuple": {24, 8, 0, 0}, "dict": {48, 0, 0, 0},
	"set": {200, 0, 0, 192}, "frozenset": {200, 0, 0, 192}, "slice": {40, 0, 0, 0}, "range": {48, 0, 0, 0}, "range_iterator": {40, 0, 0, 0}, "longrange_iterator": {40, 0, 0, 0}, "function": {144, 0, 88, 96},
	"method": {48, 0, 0, 32}, "builtin_function_or_method": {56, 0, 0, 40}, "cell": {24, 0, 0, 0}, "code": {200, 2, 0, 144}, "frame": {136, 8, 0, 0},
	"traceback": {40, 0, 0, 0}, "generator": {144, 8, 0, 16}, "coroutine": {144, 8, 0, 16}, "async_generator": {144, 8, 0, 16}, "module": {56, 0, 16, 40},
	"property": {64, 0, 0, 0}, "classmethod": {32, 0, 24, 0}, "staticmethod": {32, 0, 24, 0}, "super": {40, 0, 0, 0}, "GenericAlias": {64, 0, 0, 40},
	"mappingproxy": {24, 0, 0, 0}, "SimpleNamespace": {24, 0, 16, 0}, "BaseException": {72, 0, 16, 0}, "BaseExceptionGroup": {88, 0, 16, 0},
	"ExceptionGroup": {88, 0, 16, -32}, "StopIteration": {80, 0, 16, 0}, "SystemExit": {80, 0, 16, 0}, "NameError": {80, 0, 16, 0},
	"AttributeError": {88, 0, 16, 0}, "ImportError": {104, 0, 16, 0}, "OSError": {112, 0, 16, 0}, "SyntaxError": {136, 0, 16, 0},
	"UnicodeEncodeError": {112, 0, 16, 0}, "UnicodeDecodeError": {112, 0, 16, 0}, "UnicodeTranslateError": {112, 0, 16, 0},
	"method-wrapper": {32, 0, 0, 0}, "wrapper_descriptor": {56, 0, 0, 0}, "method_descriptor": {56, 0, 0, 0}, "classmethod_descriptor": {56, 0, 0, 0},
	"getset_descriptor": {48, 0, 0, 0}, "member_descriptor": {48, 0, 0, 0}, "coroutine_wrapper": {24, 0, 0, 0}, "async_generator_asend": {40, 0, 0, 0},
	"async_generator_athrow": {40, 0, 0, 0}, "UnionType": {32, 0, 0, 0}, "Union": {56, 0, 0, 48}, "TypeVar": {80, 0, -1, -32}, "ParamSpec": {56, 0, -1, -32},
	"TypeVarTuple": {40, 0, -1, -32}, "TypeAliasType": {56, 0, 0, 0}, "ParamSpecArgs": {24, 0, 0, -32}, "ParamSpecKwargs": {24, 0, 0, -32},
	"FrameLocalsProxy": {24, 0, 0, 0}, "line_iterator": {64, 0, 0, 0}, "positions_iterator": {80, 0, 0, 0}, "generic_alias_iterator": {24, 0, 0, 0},
}

func (tp *Type) sizes() typeSizes {
	if tp.flags&TypeHeap == 0 {
		for b := tp; b != nil; b = b.base {
			if s, ok := builtinSizes[b.name]; ok {
				return s
			}
		}
		return typeSizes{basic: 16}
	}
	s := tp.base.sizes()
	s.basic += 8 * int64(len(tp.slotNames))
	if s.dict == 0 && tp.flags&TypeHasDict != 0 {
		s.dict = -1
		if s.item != 0 {
			s.dict = -8
		}
	}
	if s.weakref == 0 && tp.flags&TypeHasWeakref != 0 {
		s.weakref = -32
	}
	return s
}

// callFlags are the bits of __flags__ by which types tell that their instances are called in the fast way and bind as methods.
var callFlags = map[string]int64{
	"function": 1<<11 | 1<<17, "method_descriptor": 1<<11 | 1<<17, "wrapper_descriptor": 1 << 17, "method": 1 << 11, "builtin_function_or_method": 1 << 11,
	"GenericAlias": 1 << 11,
}

// The bits of __flags__ that are shown.
const (
	flagBitInlineValues = 1 << iota << 2
	flagBitManagedWeakref
	flagBitManagedDict
	flagBitSequence
	flagBitMapping
	flagBitNoInstantiation
	flagBitImmutable
	flagBitHeap
	flagBitBase
	_
	flagBitReady
	_
	flagBitGC
)

// publicFlags is __flags__.
func (tp *Type) publicFlags() int64 {
	f := int64(flagBitReady)
	if tp.flags&TypeHeap != 0 {
		f |= flagBitHeap | flagBitGC
		s := tp.sizes()
		if s.dict == -1 {
			f |= flagBitManagedDict
			if tp.layout == ObjectType {
				f |= flagBitInlineValues
			}
		}
		if s.weakref == -32 {
			f |= flagBitManagedWeakref
		}
	} else {
		f |= flagBitImmutable | 1<<1 | callFlags[tp.name]
		if tp.Traverse != nil || tp.flags&(TypeInt|TypeFloat|TypeStr|TypeBytes) == 0 && tp != ObjectType && tp.layout != ObjectType {
			f |= flagBitGC
		}
	}
	for _, b := range [...]struct {
		has TypeFlags
		bit int64
	}{
		{TypeBase, flagBitBase},
		{TypeSequence, flagBitSequence},
		{TypeMapping, flagBitMapping},
		{TypeNoInstantiation, flagBitNoInstantiation},
		{TypeMatchSelf, 1 << 22},
		{TypeInt, 1 << 24},
		{TypeList, 1 << 25},
		{TypeTuple, 1 << 26},
		{TypeBytes, 1 << 27},
		{TypeStr, 1 << 28},
		{TypeDict, 1 << 29},
		{TypeException, 1 << 30},
		{TypeTypeFlag, 1 << 31},
	} {
		if tp.flags&b.has != 0 {
			f |= b.bit
		}
	}
	if tp.abstract {
		f |= 1 << 20
	}
	if tp.flags&TypeTypeFlag != 0 {
		f |= 1 << 23
		if tp.flags&TypeHeap == 0 {
			f |= 1 << 11
		}
	}
	return f
}
