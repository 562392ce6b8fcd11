package eval

import (
	"unsafe"

	"github.com/krait-vm/krait/eval/lower"
	"github.com/krait-vm/krait/runtime"
)

// bind matches the n arguments that stand at the start of a window to the function's parameters, as CPython's initialize_locals does.
func (vm *VM) bind(f *runtime.Function, code *lower.Code, fp unsafe.Pointer, n int, kw *runtime.Tuple) *Exception {
	src := code.Src
	if kw.Len() == 0 && src.Flags&(runtime.CodeVarArgs|runtime.CodeVarKeywords) == 0 && src.KwOnlyArgCount == 0 && n <= src.ArgCount {
		missing := src.ArgCount - n
		if d := f.Defaults.Len(); missing <= d {
			if missing > 0 {
				copy(window(fp, uint32(n)*valueSize, missing), f.Defaults.Items[d-missing:])
			}
			clearSlots(fp, code.ArgBytes, code.LocalBytes)
			setNamespace(code, fp)
			return nil
		}
	}
	vm.scratch = append(vm.scratch[:0], unsafe.Slice((*Value)(fp), n)...)
	exc := vm.bindArgs(f, code, fp, vm.scratch, kw)
	clear(vm.scratch)
	return exc
}

// bindArgs fills the locals of a window from arguments that stand elsewhere; the last kw.Len() of them are keyword values.
func (vm *VM) bindArgs(f *runtime.Function, code *lower.Code, fp unsafe.Pointer, args []Value, kw *runtime.Tuple) *Exception {
	t, src := vm.thread(), code.Src
	clearSlots(fp, 0, code.LocalBytes)
	setNamespace(code, fp)
	npos := len(args) - kw.Len()
	total := src.ArgCount + src.KwOnlyArgCount
	locals := window(fp, 0, len(src.LocalsPlus))
	copy(locals[:src.ArgCount], args[:min(npos, src.ArgCount)])
	at := total
	if src.Flags&runtime.CodeVarArgs != 0 {
		locals[at] = runtime.CopyTuple(t, args[min(npos, src.ArgCount):npos]).Value()
		at++
	}
	var extra *runtime.Dict
	if src.Flags&runtime.CodeVarKeywords != 0 {
		extra = runtime.NewDict(t)
		locals[at] = extra.Value()
	}
	for i := 0; i < kw.Len(); i++ {
		if exc := vm.bindKeyword(f, src, locals[:total], extra, kw, kw.Items[i], args[npos+i]); exc != nil {
			return exc
		}
	}
	if npos > src.ArgCount && src.Flags&runtime.CodeVarArgs == 0 {
		return runtime.RaiseTooManyPositional(t, f, npos, locals[:total])
	}
	if npos < src.ArgCount {
		d := f.Defaults.Len()
		missing := false
		for i := npos; i < src.ArgCount; i++ {
			if !locals[i].IsNull() {
				continue
			}
			if j := i - (src.ArgCount - d); j >= 0 {
				locals[i] = f.Defaults.Items[j]
			} else {
				missing = true
			}
		}
		if missing {
			return runtime.RaiseMissingPositional(t, f, locals[:src.ArgCount])
		}
	}
	missing := false
	for i := src.ArgCount; i < total; i++ {
		if !locals[i].IsNull() {
			continue
		}
		if f.KwDefaults != nil {
			if v, ok := f.KwDefaults.GetStr(src.LocalsPlus[i]); ok {
				locals[i] = v
				continue
			}
		}
		missing = true
	}
	if missing {
		return runtime.RaiseMissingKeywordOnly(t, f, locals[:total])
	}
	return nil
}

// bindKeyword binds one keyword argument.
func (vm *VM) bindKeyword(f *runtime.Function, src *runtime.Code, locals []Value, extra *runtime.Dict, kw *runtime.Tuple, key, v Value) *Exception {
	t := vm.thread()
	name, ok := runtime.AsStr(key)
	if !ok {
		return runtime.TypeErrorf(t, "%s() keywords must be strings", f.Qualname)
	}
	for i := src.PosOnlyArgCount; i < len(locals); i++ {
		if src.LocalsPlus[i] == name || src.LocalsPlus[i].Equal(name) {
			if !locals[i].IsNull() {
				return runtime.TypeErrorf(t, "%s() got multiple values for argument '%s'", f.Qualname, name)
			}
			locals[i] = v
			return nil
		}
	}
	if extra != nil {
		return extra.Set(t, key, v)
	}
	return runtime.RaiseUnexpectedKeyword(t, f, name, kw)
}

// setNamespace gives the body of a module or class that is called as a function its globals for a namespace.
func setNamespace(code *lower.Code, fp unsafe.Pointer) {
	if code.Src.Flags&runtime.CodeOptimized == 0 {
		*reg(fp, code.NameSlot) = code.Globals.Value()
	}
}
