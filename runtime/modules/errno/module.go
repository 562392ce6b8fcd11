// Package errno is the errno module: the names of the system's error numbers.
package errno

import "github.com/krait-vm/krait/runtime"

// An entry is a name with its number and the first Python 3.x that has it.
type entry struct {
	name  string
	n     int
	since int
}

// Spec is the errno module.
var Spec = &runtime.ModuleSpec{
	Name: "errno",
	Doc:  "This module makes available standard errno system symbols.\n\nThe value of each symbol is the corresponding integer value,\ne.g., on most systems, errno.ENOENT equals the integer 2.",
	Init: func(t *runtime.Thread, m *runtime.Module) *runtime.Exception {
		codes := runtime.NewDict(t)
		for _, e := range table {
			if e.since > t.Interp().Version.Minor {
				continue
			}
			n := runtime.Int(int64(e.n))
			m.Set(t, e.name, n)
			if exc := codes.Set(t, n, t.Intern(e.name).Value()); exc != nil {
				return exc
			}
		}
		m.Set(t, "errorcode", codes.Value())
		return nil
	},
}
