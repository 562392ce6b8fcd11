package eval

import (
	"fmt"

	"github.com/krait-vm/krait/runtime"
)

// A Go panic is a bug of this program, or ill-formed code that the verifier cannot tell from good code. It is recovered where native code entered
// the engine first: every run inside of that one is given up, and the panic becomes a SystemError. Inner entries pay nothing for it.

// guarded runs an entry of the engine from outside any other.
func (vm *VM) guarded(f func() (Value, *Exception)) (v Value, exc *Exception) {
	mark, fr := vm.Checkpoint(), vm.fr
	vm.inside = true
	done := false
	defer func() {
		vm.inside = false
		if done {
			vm.RestoreExcInfo(mark)
			return
		}
		if r := recover(); r != nil {
			v, exc = runtime.Null, vm.recovered(r, fr)
			vm.Rollback(mark)
		}
	}()
	v, exc = f()
	done = true
	return v, exc
}

// recovered pops all frames above fr and makes the exception that tells of the panic, with a traceback of them.
func (vm *VM) recovered(panicked any, fr *Frame) *Exception {
	exc := runtime.Raise(vm.thread(), runtime.SystemErrorType, fmt.Sprintf("internal error: %v", panicked))
	for vm.fr != fr && vm.fr != &vm.base {
		top := vm.fr
		if off, ok := offsetOf(top); ok {
			exc.TB = runtime.NewTraceback(vm.thread(), exc.TB, vm.frameObject(top), off)
		} else {
			top.in = top.code.Entry
		}
		if top.gen != nil {
			top.gen.gen.EndGenerator()
		}
		vm.pop()
	}
	vm.result, vm.exc, vm.yielded = runtime.Null, nil, false
	clear(vm.scratch)
	return exc
}

// offsetOf returns the bytecode offset of a frame; ok is false when its pc was never saved.
func offsetOf(fr *Frame) (off int, ok bool) {
	if fr.in == nil || fr.code == nil || fr.code.Index(fr.in) >= len(fr.code.Instrs) {
		return 0, false
	}
	return int(fr.in.Off), true
}
