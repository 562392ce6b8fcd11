package eval

import (
	"unsafe"

	"github.com/krait-vm/krait/opcodes"
	"github.com/krait-vm/krait/runtime"
)

// CallIntr1: CALL_INTRINSIC_1: value -- result
func opCallIntr1(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	t := vm.thread()
	x := *reg(fp, in.A)
	var v Value
	var exc *Exception
	switch n := opcodes.Intrinsic1(in.N); n {
	case opcodes.IntrinsicImportStar:
		v, exc = runtime.None, vm.importStar(x, fp)
	case opcodes.IntrinsicStopIterationError:
		e := runtime.AsException(x)
		if e == nil {
			return raiseBadContainer(vm, in, fp, "exception")
		}
		v = runtime.StopIterationError(t, vm.fr.code.Src, e).Value()
	case opcodes.IntrinsicAsyncGenWrap:
		v = runtime.AsyncGenWrap(t, x)
	case opcodes.IntrinsicUnaryPositive:
		v, exc = runtime.Pos(t, x)
	case opcodes.IntrinsicListToTuple:
		l, ok := runtime.AsList(x)
		if !ok {
			return raiseBadContainer(vm, in, fp, "list")
		}
		v = runtime.CopyTuple(t, l.Items).Value()
	default:
		v, exc = runtime.Intrinsic1(t, int(n), x)
	}
	return vm.store(in, fp, v, exc)
}

// CallIntr2: CALL_INTRINSIC_2: a b -- result
func opCallIntr2(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	t := vm.thread()
	a, b := *reg(fp, in.A), *regAt(fp, in.A, 1)
	var v Value
	var exc *Exception
	if n := opcodes.Intrinsic2(in.N); n == opcodes.IntrinsicPrepReraiseStar {
		l, ok := runtime.AsList(b)
		if !ok {
			return raiseBadContainer(vm, in, fp, "list")
		}
		v, exc = runtime.PrepReraiseStar(t, a, l)
	} else {
		v, exc = runtime.Intrinsic2(t, int(n), a, b)
	}
	return vm.store(in, fp, v, exc)
}

// MakeFunction: MAKE_FUNCTION: code -- function
func opMakeFunction(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	code := runtime.AsCode(*reg(fp, in.A))
	if code == nil {
		return raiseBadContainer(vm, in, fp, "code object")
	}
	c := vm.fr.code
	f := runtime.NewFunction(vm.thread(), code, c.Globals, c.Builtins)
	f.Exec = unsafe.Pointer(vm.find(code, c.Globals, c.Builtins))
	*reg(fp, in.A) = f.Value()
	return next(in), fp
}

// SetFunctionAttr: SET_FUNCTION_ATTRIBUTE: value function -- function
func opSetFunctionAttr(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	x, fv := *reg(fp, in.A), *regAt(fp, in.A, 1)
	f := runtime.AsFunction(fv)
	if f == nil {
		return raiseBadContainer(vm, in, fp, "function")
	}
	tuple, isTuple := runtime.AsTuple(x)
	dict, isDict := runtime.AsDict(x)
	switch flag := opcodes.FunctionFlags(in.N); {
	case flag == opcodes.FunctionDefaults && isTuple:
		f.Defaults = tuple
	case flag == opcodes.FunctionKwdefaults && isDict:
		f.KwDefaults = dict
	case flag == opcodes.FunctionAnnotations:
		f.Annotations = x
	case flag == opcodes.FunctionClosure && isTuple:
		f.Closure = tuple
	case flag == opcodes.FunctionAnnotate:
		f.SetAnnotate(vm.thread(), x)
	default:
		return raiseBadContainer(vm, in, fp, "attribute of a function")
	}
	*reg(fp, in.A) = fv
	return next(in), fp
}

// BuildClass: LOAD_BUILD_CLASS.
func opBuildClass(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	v, ok := vm.fr.code.Builtins.GetStr(sBuildClass)
	if !ok {
		return vm.raise(in, fp, runtime.Raise(vm.thread(), runtime.NameErrorType, "__build_class__ not found"))
	}
	*reg(fp, in.A) = v
	return next(in), fp
}

// ImportName: IMPORT_NAME: level fromlist -- module
func opImportName(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	t := vm.thread()
	level, from := *reg(fp, in.A), *regAt(fp, in.A, 1)
	c := vm.fr.code
	imp, ok := c.Builtins.GetStr(sImport)
	if !ok {
		return vm.raise(in, fp, runtime.Raise(t, runtime.ImportErrorType, "__import__ not found"))
	}
	locals := runtime.None
	if c.Src.Flags&runtime.CodeOptimized == 0 {
		locals = vm.namespace(fp)
	}
	v, exc := runtime.Call(t, imp, in.K, c.Globals.Value(), locals, from, level)
	return vm.store(in, fp, v, exc)
}

// ImportFrom: IMPORT_FROM: module -- module attr
func opImportFrom(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	v, exc := runtime.ImportFrom(vm.thread(), *reg(fp, in.A), nameOf(in))
	return vm.storeAt(in, fp, 1, v, exc)
}

// importStar is `from module import *` into the namespace of the running body.
func (vm *VM) importStar(module Value, fp unsafe.Pointer) *Exception {
	if vm.fr.code.Src.Flags&runtime.CodeOptimized != 0 {
		return runtime.Raise(vm.thread(), runtime.SystemErrorType, "import * outside a module or class body")
	}
	return runtime.ImportStar(vm.thread(), module, vm.namespace(fp))
}

func opLoadAssertionError(_ *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	*reg(fp, in.A) = runtime.AssertionErrorType.Value()
	return next(in), fp
}

// LoadCommon: LOAD_COMMON_CONSTANT.
func opLoadCommon(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	var v Value
	switch opcodes.CommonConstant(in.N) {
	case opcodes.ConstAssertionError:
		v = runtime.AssertionErrorType.Value()
	case opcodes.ConstNotImplementedError:
		v = runtime.NotImplementedErrorType.Value()
	case opcodes.ConstTuple:
		v = runtime.TupleType.Value()
	case opcodes.ConstAll, opcodes.ConstAny:
		name := sAll
		if opcodes.CommonConstant(in.N) == opcodes.ConstAny {
			name = sAny
		}
		v, _ = vm.Interp().Builtins.GetStr(name)
	default:
		return raiseBadContainer(vm, in, fp, "common constant")
	}
	*reg(fp, in.A) = v
	return next(in), fp
}

// SetupAnnotations: SETUP_ANNOTATIONS.
func opSetupAnnotations(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	t := vm.thread()
	ns := vm.namespace(fp)
	_, ok, exc := mappingGet(t, ns, sAnnotations)
	if exc != nil || ok {
		return vm.finish(in, fp, exc)
	}
	return vm.finish(in, fp, runtime.SetItem(t, ns, sAnnotations.Value(), runtime.NewDict(t).Value()))
}

// FormatSimple: FORMAT_SIMPLE: value -- str
func opFormatSimple(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	x := *reg(fp, in.A)
	if runtime.IsExactStr(x) {
		return next(in), fp
	}
	vm.fr.in = in
	s, exc := runtime.FormatSimple(vm.thread(), x)
	if exc != nil {
		return vm.raise(in, fp, exc)
	}
	*reg(fp, in.A) = s.Value()
	return next(in), fp
}

// FormatWithSpec: FORMAT_WITH_SPEC: value spec -- str
func opFormatWithSpec(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	spec, ok := runtime.AsStr(*regAt(fp, in.A, 1))
	if !ok {
		return raiseBadContainer(vm, in, fp, "format specification")
	}
	s, exc := runtime.Format(vm.thread(), *reg(fp, in.A), spec)
	if exc != nil {
		return vm.raise(in, fp, exc)
	}
	*reg(fp, in.A) = s.Value()
	return next(in), fp
}

// ConvertValue: CONVERT_VALUE: value -- str
func opConvertValue(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	s, exc := runtime.ConvertValue(vm.thread(), *reg(fp, in.A), int(in.N))
	if exc != nil {
		return vm.raise(in, fp, exc)
	}
	*reg(fp, in.A) = s.Value()
	return next(in), fp
}

// BuildInterpolation: BUILD_INTERPOLATION: value str [spec] -- interpolation
func opBuildInterpolation(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	spec := runtime.Null
	if in.N&1 != 0 {
		spec = *regAt(fp, in.A, 2)
	}
	v, exc := runtime.BuildInterpolation(vm.thread(), *reg(fp, in.A), *regAt(fp, in.A, 1), int(in.N>>2), spec)
	return vm.store(in, fp, v, exc)
}

// BuildTemplate: BUILD_TEMPLATE: strings interpolations -- template
func opBuildTemplate(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	vm.fr.in = in
	v, exc := runtime.BuildTemplate(vm.thread(), *reg(fp, in.A), *regAt(fp, in.A, 1))
	return vm.store(in, fp, v, exc)
}

// Unsupported stands for an instruction that no lowering rule knows.
func opUnsupported(vm *VM, in *Instr, fp unsafe.Pointer) (*Instr, unsafe.Pointer) {
	return vm.raise(in, fp, runtime.Unsupported(vm.thread(), "the instruction "+opcodes.Op(in.N).String()))
}

var (
	sBuildClass  = runtime.Static("__build_class__")
	sImport      = runtime.Static("__import__")
	sAll         = runtime.Static("all")
	sAny         = runtime.Static("any")
	sAnnotations = runtime.Static("__annotations__")
)
