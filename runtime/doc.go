// Package runtime is the object model: values, types, attribute lookup, the builtin types and the state of interpreters and threads.
//
// What always holds:
//   - A Value is two words. An int that fits 64 bits has a nil pointer; float, bool, None, Ellipsis, NotImplemented and the null sentinel point
//     to a static header; everything else points to a heap object whose first field is a Header.
//   - A Python exception is a *Exception returned last, never a Go panic.
//   - Builtin types are package variables, readied once by the ordered list in bootstrap.go and immutable from then on; what changes while
//     programs run lives in Interp and Thread.
//   - The package calls upward only through Engine.
//
// Start reading at value.go, then type.go, spec.go, abstract.go and call.go.
package runtime
