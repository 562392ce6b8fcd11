package codecs

import "github.com/krait-vm/krait/runtime"

// A registry is the state of the module in an interpreter.
type registry struct {
	search  []Value          // search functions
	cache   map[string]Value // what they found, by normalized name
	errors  map[string]Value // error handlers
	started bool             // package encodings was imported, or is being
}

type registryKey struct{}

func registryOf(in *runtime.Interp) *registry {
	return runtime.State(in, registryKey{}, func() *registry {
		return &registry{cache: map[string]Value{}, errors: map[string]Value{}}
	})
}

func (r *registry) traverse(visit runtime.VisitFunc) {
	for _, v := range r.search {
		visit(v)
	}
	for _, v := range r.cache {
		visit(v)
	}
	for _, v := range r.errors {
		visit(v)
	}
}

// normalize makes the name under which codecs are searched: lower case, runs of other characters than letters, digits and dots as one underscore.
func normalize(name string) string {
	out := make([]byte, 0, len(name))
	gap := false
	for i := 0; i < len(name); i++ {
		c := name[i]
		if c < 0x80 && c != '.' && (c|0x20 < 'a' || c|0x20 > 'z') && (c < '0' || c > '9') {
			gap = true
			continue
		}
		if c >= 0x80 {
			continue
		}
		if gap && len(out) > 0 {
			out = append(out, '_')
		}
		gap = false
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		out = append(out, c)
	}
	return string(out)
}

// find returns the codec tuple of an encoding.
func (r *registry) find(t *Thread, encoding string) (*runtime.Tuple, *Exception) {
	key := normalize(encoding)
	if v, ok := r.cache[key]; ok {
		tuple, _ := runtime.AsTuple(v)
		return tuple, nil
	}
	if !r.started {
		r.started = true
		if _, exc := runtime.ImportModule(t, "encodings"); exc != nil && !exc.Is(runtime.ImportErrorType) {
			r.started = false
			return nil, exc
		}
	}
	for i := 0; i < len(r.search); i++ { // a search function may register others
		v, exc := runtime.Call(t, r.search[i], runtime.NewStr(t, key).Value())
		if exc != nil {
			return nil, exc
		}
		if v.IsNone() {
			continue
		}
		tuple, ok := runtime.AsTuple(v)
		if !ok || len(tuple.Items) != 4 {
			return nil, runtime.Raise(t, runtime.TypeErrorType, "codec search functions must return 4-tuples")
		}
		r.cache[key] = v
		return tuple, nil
	}
	if len(r.search) == 0 {
		if tuple := nativeCodec(t, encoding, key); tuple != nil {
			r.cache[key] = tuple.Value()
			return tuple, nil
		}
	}
	return nil, runtime.Raise(t, runtime.LookupErrorType, "unknown encoding: "+encoding)
}

// run calls the encoder (0) or decoder (1) of a codec and returns the first item of its result.
func (r *registry) run(t *Thread, tuple *runtime.Tuple, which int, v Value, encoding, errors string) (Value, *Exception) {
	operation, wrong := "encoding", "encoder must return a tuple (object, integer)"
	if which == 1 {
		operation, wrong = "decoding", "decoder must return a tuple (object,integer)"
	}
	args := []Value{v}
	if errors != "" {
		args = append(args, runtime.NewStr(t, errors).Value())
	}
	x, exc := runtime.Call(t, tuple.Items[which], args...)
	if exc == nil {
		pair, ok := runtime.AsTuple(x)
		if ok && len(pair.Items) == 2 {
			return pair.Items[0], nil
		}
		return null, runtime.Raise(t, runtime.TypeErrorType, wrong)
	}
	if t.Interp().Version.At(12) {
		runtime.AddNote(t, exc, operation+" with '"+encoding+"' codec failed")
	}
	return null, exc
}

var sIsTextEncoding = runtime.Static("_is_text_encoding")

// text finds a codec that converts between str and bytes.
func (r *registry) text(t *Thread, encoding, alternative string) (*runtime.Tuple, *Exception) {
	tuple, exc := r.find(t, encoding)
	if exc != nil || runtime.TypeOf(tuple.Value()) == runtime.TupleType {
		return tuple, exc
	}
	v, ok, exc := runtime.FindAttr(t, tuple.Value(), sIsTextEncoding)
	if exc != nil || !ok {
		return tuple, exc
	}
	is, exc := runtime.Truth(t, v)
	if exc == nil && !is {
		exc = runtime.Raise(t, runtime.LookupErrorType, "'"+encoding+"' is not a text encoding; use "+alternative+" to handle arbitrary codecs")
	}
	return tuple, exc
}

// Encode implements runtime.CodecRegistry.
func (r *registry) Encode(t *Thread, v Value, encoding, errors string) (Value, *Exception) {
	tuple, exc := r.text(t, encoding, "codecs.encode()")
	if exc != nil {
		return null, exc
	}
	return r.run(t, tuple, 0, v, encoding, errors)
}

// Decode implements runtime.CodecRegistry.
func (r *registry) Decode(t *Thread, v Value, encoding, errors string) (Value, *Exception) {
	tuple, exc := r.text(t, encoding, "codecs.decode()")
	if exc != nil {
		return null, exc
	}
	return r.run(t, tuple, 1, v, encoding, errors)
}

// LookupError implements runtime.CodecRegistry.
func (r *registry) LookupError(t *Thread, name string) (Value, *Exception) {
	if v, ok := r.errors[name]; ok {
		return v, nil
	}
	if n, ok := handlers[name]; ok {
		v := runtime.NewBuiltin(t, n, null, null)
		r.errors[name] = v
		return v, nil
	}
	return null, runtime.Raise(t, runtime.LookupErrorType, "unknown error handler name '"+name+"'")
}

// handlers are the built-in error handlers.
var handlers = map[string]*runtime.Native{
	"strict":            handler("strict", "strict", "Implements the 'strict' error handling, which raises a UnicodeError on coding errors."),
	"ignore":            handler("ignore", "ignore", "Implements the 'ignore' error handling, which ignores malformed data and continues."),
	"replace":           handler("replace", "replace", "Implements the 'replace' error handling, which replaces malformed data with a replacement marker."),
	"xmlcharrefreplace": handler("xmlcharrefreplace", "xmlcharrefreplace", "Implements the 'xmlcharrefreplace' error handling, which replaces an unencodable character with the appropriate XML character reference."),
	"backslashreplace":  handler("backslashreplace", "backslashreplace", "Implements the 'backslashreplace' error handling, which replaces malformed data with a backslashed escape sequence."),
	"namereplace":       handler("namereplace", "namereplace", "Implements the 'namereplace' error handling, which replaces an unencodable character with a \\N{...} escape sequence."),
	"surrogatepass":     handler("surrogatepass", "surrogatepass", ""),
	"surrogateescape":   handler("surrogateescape", "surrogateescape", ""),
}

func handler(name, function, doc string) *runtime.Native {
	if len(doc) > 0 {
		function += "_errors"
	}
	return runtime.NewNative(&runtime.MethodSpec{Sig: function + "(exception, /)", Doc: doc, Fn: func(t *Thread, _, e Value) (Value, *Exception) {
		return runtime.HandleUnicodeError(t, name, e)
	}})
}

// name converts an argument that C code takes as a string without null characters.
func nameArg(t *Thread, function, place string, v Value) (string, *Exception) {
	s, ok := runtime.AsStr(v)
	if !ok {
		return "", runtime.TypeErrorf(t, "%s() argument%s must be str, not %s", function, place, typeName(v))
	}
	text := s.GoString()
	for i := 0; i < len(text); i++ {
		if text[i] == 0 {
			return "", runtime.Raise(t, runtime.ValueErrorType, "embedded null character")
		}
	}
	return text, nil
}

func typeName(v Value) string {
	if v.IsNone() {
		return "None"
	}
	return runtime.TypeOf(v).FullName()
}

func callable(v Value) bool { return runtime.TypeOf(v).Call != nil }

func register(t *Thread, _, search Value) (Value, *Exception) {
	if !callable(search) {
		return null, runtime.Raise(t, runtime.TypeErrorType, "argument must be callable")
	}
	r := registryOf(t.Interp())
	r.search = append(r.search, search)
	return runtime.None, nil
}

func unregister(t *Thread, _, search Value) (Value, *Exception) {
	r := registryOf(t.Interp())
	for i, v := range r.search {
		if runtime.Is(v, search) {
			r.search = append(r.search[:i:i], r.search[i+1:]...)
			clear(r.cache)
			break
		}
	}
	return runtime.None, nil
}

func lookup(t *Thread, _, encoding Value) (Value, *Exception) {
	name, exc := nameArg(t, "lookup", "", encoding)
	if exc != nil {
		return null, exc
	}
	tuple, exc := registryOf(t.Interp()).find(t, name)
	if exc != nil {
		return null, exc
	}
	return tuple.Value(), nil
}

func encode(t *Thread, _ Value, args []Value) (Value, *Exception) {
	return convert(t, "encode", 0, args)
}

func decode(t *Thread, _ Value, args []Value) (Value, *Exception) {
	return convert(t, "decode", 1, args)
}

// convert is encode and decode for arbitrary codecs.
func convert(t *Thread, function string, which int, args []Value) (Value, *Exception) {
	encoding, exc := nameArg(t, function, " 'encoding'", args[1])
	if exc != nil {
		return null, exc
	}
	errors, exc := nameArg(t, function, " 'errors'", args[2])
	if exc != nil {
		return null, exc
	}
	r := registryOf(t.Interp())
	tuple, exc := r.find(t, encoding)
	if exc != nil {
		return null, exc
	}
	return r.run(t, tuple, which, args[0], encoding, errors)
}

func registerError(t *Thread, _, errors, fn Value) (Value, *Exception) {
	name, exc := nameArg(t, "register_error", " 1", errors)
	if exc != nil {
		return null, exc
	}
	if !callable(fn) {
		return null, runtime.Raise(t, runtime.TypeErrorType, "handler must be callable")
	}
	registryOf(t.Interp()).errors[name] = fn
	return runtime.None, nil
}

func unregisterError(t *Thread, _, errors Value) (Value, *Exception) {
	name, exc := nameArg(t, "_unregister_error", "", errors)
	if exc != nil {
		return null, exc
	}
	if _, ok := handlers[name]; ok {
		return null, runtime.Raise(t, runtime.ValueErrorType, "cannot un-register built-in error handler '"+name+"'")
	}
	r := registryOf(t.Interp())
	_, ok := r.errors[name]
	delete(r.errors, name)
	return runtime.Bool(ok), nil
}

func lookupError(t *Thread, _, errors Value) (Value, *Exception) {
	name, exc := nameArg(t, "lookup_error", "", errors)
	if exc != nil {
		return null, exc
	}
	return registryOf(t.Interp()).LookupError(t, name)
}
