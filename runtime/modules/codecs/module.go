// Package codecs is the module _codecs: the codec registry, the registry of error handlers, and the codecs that the core has as functions.
//
// Start reading at Spec; registry.go has the state.
package codecs

import "github.com/krait-vm/krait/runtime"

type (
	// Value is a Python value.
	Value = runtime.Value
	// Exception is a Python exception.
	Exception = runtime.Exception
	// Thread is a Python thread.
	Thread = runtime.Thread
)

var null = runtime.Null

// Spec describes the module.
var Spec = &runtime.ModuleSpec{
	Name: "_codecs",
	Functions: append([]runtime.MethodSpec{
		{Sig: "register($module, search_function, /)", Doc: "Register a codec search function.\n\nSearch functions are expected to take one argument, the encoding name in\n" +
			"all lower case letters, and either return None, or a tuple of functions\n(encoder, decoder, stream_reader, stream_writer) (or a CodecInfo object).", Fn: register},
		{Sig: "unregister($module, search_function, /)", Doc: "Unregister a codec search function and clear the registry's cache.\n\nIf the search function is not registered, do nothing.", Fn: unregister},
		{Sig: "lookup($module, encoding, /)", Doc: "Looks up a codec tuple in the Python codec registry and returns a CodecInfo object.", Fn: lookup},
		{Sig: "encode($module, /, obj, encoding='utf-8', errors='strict')", Doc: "Encodes obj using the codec registered for encoding.\n\nThe default encoding is 'utf-8'.  errors may be given to set a\n" +
			"different error handling scheme.  Default is 'strict' meaning that encoding\nerrors raise a ValueError.  Other possible values are 'ignore', 'replace'\n" +
			"and 'backslashreplace' as well as any other name registered with\ncodecs.register_error that can handle ValueErrors.", Fn: encode},
		{Sig: "decode($module, /, obj, encoding='utf-8', errors='strict')", Doc: "Decodes obj using the codec registered for encoding.\n\nDefault encoding is 'utf-8'.  errors may be given to set a\n" +
			"different error handling scheme.  Default is 'strict' meaning that encoding\nerrors raise a ValueError.  Other possible values are 'ignore', 'replace'\n" +
			"and 'backslashreplace' as well as any other name registered with\ncodecs.register_error that can handle ValueErrors.", Fn: decode},
		{Sig: "register_error($module, errors, handler, /)", Doc: "Register the specified error handler under the name errors.\n\nhandler must be a callable object, that\nwill be called with an exception instance containing\n" +
			"information about the location of the encoding/decoding\nerror and must return a (replacement, new position) tuple.", Fn: registerError},
		{Sig: "_unregister_error($module, errors, /)", Doc: "Un-register the specified error handler for the error handling `errors'.", Fn: unregisterError, Since: 14},
		{Sig: "lookup_error($module, name, /)", Doc: "lookup_error(errors) -> handler\n\nReturn the error handler for the specified error handling name or raise a\nLookupError, if no handler exists under this name.", Fn: lookupError},
	}, functions...),
	Init: func(t *Thread, _ *runtime.Module) *Exception {
		in := t.Interp()
		r := registryOf(in)
		in.AddRoots(r.traverse)
		return nil
	},
}

// Install connects the registry to str.encode and bytes.decode.
func Install(in *runtime.Interp) { in.SetCodecRegistry(registryOf(in)) }
