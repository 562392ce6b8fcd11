package runtime

import "strconv"

// The members of SyntaxError in Ext.
const (
	syntaxMsg = iota
	syntaxFilename
	syntaxLineno
	syntaxOffset
	syntaxText
	syntaxEndLineno
	syntaxEndOffset
	syntaxPrint
	syntaxMetadata
)

func syntaxErrorSpec() *TypeSpec {
	s := memberSpec(Slots{Init: syntaxErrorInit, Str: syntaxErrorStr},
		member{"msg", "exception msg"}, member{"filename", "exception filename"}, member{"lineno", "exception lineno"}, member{"offset", "exception offset"},
		member{"text", "exception text"}, member{"end_lineno", "exception end lineno"}, member{"end_offset", "exception end offset"},
		member{"print_file_and_line", "exception print_file_and_line"}, member{"_metadata", "exception private metadata"})
	s.GetSets[syntaxMetadata].Since = 14
	return s
}

// syntaxErrorInit takes a message, and as second argument the details (filename, lineno, offset, text[, end_lineno, end_offset[, metadata]]).
func syntaxErrorInit(t *Thread, self Value, args []Value, kw *Tuple) *Exception {
	if exc := exceptionInit(t, self, args, kw); exc != nil {
		return exc
	}
	e := (*Exception)(self.p)
	if len(args) > 0 {
		e.Ext[syntaxMsg] = args[0]
	}
	if len(args) != 2 {
		return nil
	}
	info, exc := Collect(t, args[1])
	if exc != nil {
		return exc
	}
	most := 6
	if t.interp.Version.At(14) {
		most = 7
	}
	switch {
	case len(info) < 4:
		return TypeErrorf(t, "function takes at least 4 arguments (%d given)", len(info))
	case len(info) > most:
		return TypeErrorf(t, "function takes at most %d arguments (%d given)", most, len(info))
	}
	at := [...]int{syntaxFilename, syntaxLineno, syntaxOffset, syntaxText, syntaxEndLineno, syntaxEndOffset, syntaxMetadata}
	for i, v := range info {
		e.Ext[at[i]] = v
	}
	if len(info) == 5 {
		return Raise(t, TypeErrorType, "end_offset must be provided when end_lineno is provided")
	}
	return nil
}

func syntaxErrorStr(t *Thread, v Value) (Value, *Exception) {
	e := (*Exception)(v.p)
	msg, exc := ToStr(t, orNone(e.Ext[syntaxMsg]))
	if exc != nil {
		return Null, exc
	}
	where := ""
	if f := asStr(e.Ext[syntaxFilename]); f != nil {
		where = f.GoString()
		for i := len(where) - 1; i >= 0; i-- {
			if where[i] == '/' {
				where = where[i+1:]
				break
			}
		}
	}
	if line := e.Ext[syntaxLineno]; line.IsInt() {
		if where != "" {
			where += ", "
		}
		where += "line " + strconv.FormatInt(line.AsInt(), 10)
	}
	if where == "" {
		return msg.Value(), nil
	}
	return NewStr(t, msg.GoString()+" ("+where+")").Value(), nil
}
