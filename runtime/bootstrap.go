package runtime

import "sync"

var bootOnce sync.Once

// builtinTypes are all readied types in order, for __subclasses__.
var builtinTypes []*Type

// bootstrap fixes the hash seed and readies the builtin types, once in a process.
func bootstrap(seed HashSeed) {
	bootOnce.Do(func() {
		hashSeed = seed
		for _, h := range []struct {
			h *Header
			s *Shape
		}{{&floatHeader, floatShape}, {&boolHeader, boolShape}, {&noneHeader, noneShape}, {&ellipsisHeader, ellipsisShape}, {&notImplHeader, notImplementedShape}, {&nullHeader, nullShape}} {
			h.h.shape = h.s
		}
		makeSlotGroups()
		for _, s := range typeSpecs() {
			s.ready()
			builtinTypes = append(builtinTypes, s.Type)
		}
		nullSpec.ready()
		for _, x := range staticStrs {
			x.Hash()
		}
		staticsFrozen = true
	})
}

// NullType is the type of the null sentinel; no program sees it.
var NullType = &Type{name: "NULL"}

var nullShape = &Shape{typ: NullType}

var nullText = static("<NULL>")

// nullSpec lets ill-formed code that has a Null where values belong run into an exception. It is not among the builtin types.
var nullSpec = TypeSpec{
	Type: NullType, Name: "NULL", Shape: nullShape, Slots: Slots{
		Repr: func(*Thread, Value) (Value, *Exception) { return nullText.Value(), nil },
		Hash: func(t *Thread, _ Value) (int64, *Exception) {
			return 0, Raise(t, TypeErrorType, "unhashable type: 'NULL'")
		},
	},
}

// typeSpecs lists the builtin types, bases before the types derived from them.
func typeSpecs() []*TypeSpec {
	specs := []*TypeSpec{
		&objectSpec, &typeSpec,
		&noneSpec, &notImplementedSpec, &ellipsisSpec, &intSpec, &boolSpec, &floatSpec, &complexSpec,
		&strSpec, &bytesSpec, &byteArraySpec, &memoryViewSpec, &listSpec, &tupleSpec, &dictSpec, &setSpec, &frozenSetSpec, &sliceSpec, &rangeSpec,
		&functionSpec, &methodSpec, &builtinSpec, &cellSpec, &codeSpec, &frameSpec, &tracebackSpec, &generatorSpec, &coroutineSpec, &asyncGenSpec,
		&moduleSpec, &propertySpec, &classMethodSpec, &staticMethodSpec, &superSpec, &genericAliasSpec,
	}
	specs = append(specs, &strIterSpec, &strASCIIIterSpec, &bytesIterSpec, &byteArrayIterSpec, &memoryIterSpec, &encodingMapSpec)
	specs = append(specs, &coroutineWrapperSpec, &asyncGenWrappedSpec, &asyncGenSendSpec, &asyncGenThrowSpec, &anextAwaitableSpec, &localsProxySpec,
		&genericAliasIterSpec, &unionSpec, &typingUnionSpec, &noDefaultSpec, &typeVarSpec, &paramSpecSpec, &typeVarTupleSpec, &paramSpecArgsSpec,
		&paramSpecKwargsSpec, &constEvaluatorSpec, &typeAliasSpec, &genericSpec, &simpleNamespaceSpec, &templateSpec, &interpolationSpec, &templateIterSpec)
	specs = append(specs, codeIterSpecs...)
	specs = append(specs, descriptorSpecs...)
	specs = append(specs, iteratorSpecs...)
	specs = append(specs, rangeIterSpecs...)
	specs = append(specs, exceptionSpecs()...)
	return append(specs, extraSpecs...)
}

// readiedTypes returns the types readied so far, those of imported native modules included.
func readiedTypes() []*Type {
	readyMu.Lock()
	defer readyMu.Unlock()
	return builtinTypes
}

// RegisterTypes readies the types of a native module; modules/all.go calls it for each module before the first interpreter is made.
func RegisterTypes(specs ...*TypeSpec) { extraSpecs = append(extraSpecs, specs...) }

var extraSpecs []*TypeSpec
