// Package marshal reads and writes CPython's marshal format and the .pyc files
// built on it, as plain Go values. It needs no interpreter and imports nothing
// else of this project.
//
// Start with [Load] and [Dump] for bare marshal data, [LoadPyc] and [DumpPyc]
// for whole files, and object.go for the values that stand between them.
//
// What always holds:
//
//   - Identity is preserved. Two references to one object in a file give the same
//     Go pointer, and objects reached twice are written once (from version 3 on).
//     An object may therefore contain itself, and a tree that is small on disk may
//     be exponentially large when walked without remembering what was seen. Depth
//     is bounded for data nested in place, not for data nested through references:
//     walk with a worklist (see [Equal]) or with a depth limit of your own.
//   - Input is hostile. No declared size is trusted before the bytes are there,
//     loading takes linear time, and every truncation is an error. What a caller
//     does with the result is its own affair: hashing the elements of a loaded set,
//     for one, may take any time.
//   - Errors about the data are an [*Error] that carries the Python exception
//     class and CPython's message.
package marshal
