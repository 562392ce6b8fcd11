// Package builtins is the builtins module: the functions, types, exceptions and constants that every program sees without an import.
//
// Start reading at Spec. Functions about objects are in objects.go, about numbers in numbers.go, about iterables in iterables.go, those that reach
// frames and code objects in code.go, print and input in print.go, the objects that site adds in site.go.
package builtins

import "github.com/krait-vm/krait/runtime"

type (
	// Value is a Python value.
	Value = runtime.Value
	// Thread is the running thread.
	Thread = runtime.Thread
	// Exception is a Python exception on its way.
	Exception = runtime.Exception
	// Tuple is a tuple.
	Tuple = runtime.Tuple
	row   = runtime.MethodSpec
)

// Null is the missing value.
var Null = runtime.Null

// Spec is the builtins module.
var Spec = &runtime.ModuleSpec{
	Name: "builtins",
	Doc: "Built-in functions, types, exceptions, and other objects.\n\nThis module provides direct access to all 'built-in'\nidentifiers of Python; for example, builtins.len is\n" +
		"the full name for the built-in function len().\n\nThis module is not usually accessed explicitly by most\napplications, but can be useful in modules that provide\n" +
		"objects with the same name as a builtin and need access\nto the built-in of that name.\n",
	Functions: []row{
		runtime.BuildClassMethod,
		{Sig: "__import__($module, /, name, globals=None, locals=None, fromlist=(), level=0)", Doc: "Import a module.", Fn: importName},
		{Sig: "abs($module, x, /)", Doc: "Return the absolute value of the argument.", Fn: abs},
		{Sig: "aiter($module, async_iterable, /)", Doc: "Return an AsyncIterator for an AsyncIterable object.", Fn: aiter},
		{Sig: "all($module, iterable, /)", Doc: "Return True if bool(x) is True for all values x in the iterable.\n\nIf the iterable is empty, return True.", Fn: all},
		{Sig: "anext($module, aiterator, default=<unrepresentable>, /)", Doc: "Return the next item from the async iterator.\n\nIf default is given and the async iterator is exhausted,\n" +
			"it is returned instead of raising StopAsyncIteration.", Fn: anext},
		{Sig: "any($module, iterable, /)", Doc: "Return True if bool(x) is True for any x in the iterable.\n\nIf the iterable is empty, return False.", Fn: anyOf},
		{Sig: "ascii($module, obj, /)", Doc: "Return an ASCII-only representation of an object.", Fn: ascii},
		{Sig: "bin($module, number, /)", Doc: "Return the binary representation of an integer.\n\n   >>> bin(2796202)\n   '0b1010101010101010101010'", Fn: bin},
		{Sig: "breakpoint($module, /, *args, **kws)", Doc: "Call sys.breakpointhook(*args, **kws).  sys.breakpointhook() must accept\nwhatever arguments are passed.\n\n" +
			"By default, this drops you into the pdb debugger.", Fn: breakpoint, Until: 13},
		{Sig: "breakpoint($module, /, *args, **kws)", Doc: "Call sys.breakpointhook(*args, **kws).\n\nsys.breakpointhook() must accept whatever arguments are passed.\n\n" +
			"By default, this drops you into the pdb debugger.", Fn: breakpoint, Since: 14},
		{Sig: "callable($module, obj, /)", Doc: "Return whether the object is callable (i.e., some kind of function).\n\nNote that classes are callable, as are instances of classes with a\n__call__() method.", Fn: callable},
		{Sig: "chr($module, i, /)", Doc: "Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff.", Fn: chr},
		{
			Sig: "compile($module, /, source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)",
			Doc: "Compile source into a code object that can be executed by exec() or eval().", Fn: compile,
		},
		{Sig: "delattr($module, obj, name, /)", Doc: "Deletes the named attribute from the given object.\n\ndelattr(x, 'y') is equivalent to ``del x.y``", Fn: delattr},
		{Sig: "dir", Doc: "dir([object]) -> list of strings", Fn: dir},
		{Sig: "divmod($module, x, y, /)", Doc: "Return the tuple (x//y, x%y).  Invariant: div*y + mod == x.", Fn: divmod},
		{Sig: "eval($module, source, globals=None, locals=None, /)", Doc: "Evaluate the given source in the context of globals and locals.", Fn: eval, Until: 12},
		{Sig: "eval($module, source, /, globals=None, locals=None)", Doc: "Evaluate the given source in the context of globals and locals.", Fn: eval, Since: 13},
		{Sig: "exec($module, source, globals=None, locals=None, /, *, closure=None)", Doc: "Execute the given source in the context of globals and locals.", Fn: exec, Until: 12},
		{Sig: "exec($module, source, /, globals=None, locals=None, *, closure=None)", Doc: "Execute the given source in the context of globals and locals.", Fn: exec, Since: 13},
		{Sig: "format($module, value, format_spec='', /)", Doc: "Return type(value).__format__(value, format_spec)", Fn: format},
		{Sig: "getattr", Doc: "getattr(object, name[, default]) -> value\n\nGet a named attribute from an object; getattr(x, 'y') is equivalent to x.y.\n" +
			"When a default argument is given, it is returned when the attribute doesn't\nexist; without it, an exception is raised in that case.", Fn: getattr},
		{Sig: "globals($module, /)", Doc: "Return the dictionary containing the current scope's global variables.", Fn: globals},
		{Sig: "hasattr($module, obj, name, /)", Doc: "Return whether the object has an attribute with the given name.\n\nThis is done by calling getattr(obj, name) and catching AttributeError.", Fn: hasattr},
		{Sig: "hash($module, obj, /)", Doc: "Return the hash value for the given object.", Fn: hash},
		{Sig: "hex($module, number, /)", Doc: "Return the hexadecimal representation of an integer.\n\n   >>> hex(12648430)\n   '0xc0ffee'", Fn: hex},
		{Sig: "id($module, obj, /)", Doc: "Return the identity of an object.", Fn: id},
		{Sig: "input($module, prompt='', /)", Doc: "Read a string from standard input.  The trailing newline is stripped.", Fn: input},
		{Sig: "isinstance($module, obj, class_or_tuple, /)", Doc: "Return whether an object is an instance of a class or of a subclass thereof.", Fn: isinstance},
		{Sig: "issubclass($module, cls, class_or_tuple, /)", Doc: "Return whether 'cls' is derived from another class or is the same class.", Fn: issubclass},
		{Sig: "iter", Doc: "iter(iterable) -> iterator\niter(callable, sentinel) -> iterator\n\nGet an iterator from an object.  In the first form, the argument must\n" +
			"supply its own iterator, or be a sequence.\nIn the second form, the callable is called until it returns the sentinel.", Fn: iter},
		{Sig: "len($module, obj, /)", Doc: "Return the number of items in a container.", Fn: length},
		{Sig: "locals($module, /)", Doc: "Return a dictionary containing the current scope's local variables.", Fn: locals},
		{Sig: "max", Doc: "max(iterable, *[, default=obj, key=func]) -> value\nmax(arg1, arg2, *args, *[, key=func]) -> value", Fn: maximum},
		{Sig: "min", Doc: "min(iterable, *[, default=obj, key=func]) -> value\nmin(arg1, arg2, *args, *[, key=func]) -> value", Fn: minimum},
		{Sig: "next", Doc: "next(iterator[, default])\n\nReturn the next item from the iterator. If default is given and the iterator\nis exhausted, it is returned instead of raising StopIteration.", Fn: next},
		{Sig: "oct($module, number, /)", Doc: "Return the octal representation of an integer.\n\n   >>> oct(342391)\n   '0o1234567'", Fn: oct},
		{Sig: "ord($module, c, /)", Doc: "Return the Unicode code point for a one-character string.", Fn: ord, Until: 13},
		{Sig: "ord($module, character, /)", Doc: "Return the ordinal value of a character.", Fn: ord, Since: 14},
		{Sig: "pow($module, /, base, exp, mod=None)", Doc: "Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments", Fn: pow},
		{Sig: "print($module, /, *args, sep=' ', end='\\n', file=None, flush=False)", Doc: printDoc, Fn: printValues},
		{Sig: "repr($module, obj, /)", Doc: "Return the canonical string representation of the object.\n\nFor many object types, including most builtins, eval(repr(obj)) == obj.", Fn: repr},
		{Sig: "round($module, /, number, ndigits=None)", Doc: "Round a number to a given precision in decimal digits.", Fn: round},
		{Sig: "setattr($module, obj, name, value, /)", Doc: "Sets the named attribute on the given object to the specified value.\n\nsetattr(x, 'y', v) is equivalent to ``x.y = v``", Fn: setattr},
		{Sig: "sorted($module, iterable, /, *, key=None, reverse=False)", Doc: "Return a new list containing all items from the iterable in ascending order.\n\n" +
			"A custom key function can be supplied to customize the sort order, and the\nreverse flag can be set to request the result in descending order.", Fn: sorted},
		{Sig: "sum($module, iterable, /, start=0)", Doc: "Return the sum of a 'start' value (default: 0) plus an iterable of numbers\n\n" +
			"When the iterable is empty, return the start value.\nThis function is intended specifically for use with numeric values and may\nreject non-numeric types.", Fn: sum},
		{Sig: "vars", Doc: "vars([object]) -> dictionary\n\nWithout arguments, equivalent to locals().\nWith an argument, equivalent to object.__dict__.", Fn: vars},
	},
	Types: []*runtime.Type{
		runtime.BoolType, runtime.MemoryViewType, runtime.ByteArrayType, runtime.BytesType, runtime.ClassMethodType, runtime.ComplexType, runtime.DictType,
		runtime.EnumerateType, runtime.FilterType, runtime.FloatType, runtime.FrozenSetType, runtime.PropertyType, runtime.IntType, runtime.ListType,
		runtime.MapType, runtime.ObjectType, runtime.RangeType, runtime.ReversedType, runtime.SetType, runtime.SliceType, runtime.StaticMethodType,
		runtime.StrType, runtime.SuperType, runtime.TupleType, runtime.TypeType, runtime.ZipType,
	},
	TypeSpecs: []*runtime.TypeSpec{&quitterSpec, &printerSpec, &helperSpec},
	Init:      fill,
}

// fill adds the constants and the exceptions.
func fill(t *Thread, m *runtime.Module) *Exception {
	m.Set(t, "None", runtime.None)
	m.Set(t, "Ellipsis", runtime.Ellipsis)
	m.Set(t, "NotImplemented", runtime.NotImplemented)
	m.Set(t, "False", runtime.False)
	m.Set(t, "True", runtime.True)
	m.Set(t, "__debug__", runtime.Bool(t.Interp().Config.Optimize == 0))
	for _, e := range runtime.BuiltinExceptions(t.Interp().Version) {
		m.Set(t, e.Name(), e.Value())
	}
	m.Set(t, "EnvironmentError", runtime.OSErrorType.Value())
	m.Set(t, "IOError", runtime.OSErrorType.Value())
	m.Set(t, "__package__", t.Intern("").Value())
	if !t.Interp().Config.NoSite {
		addSite(t, m)
	}
	return nil
}
