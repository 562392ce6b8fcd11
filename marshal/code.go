package marshal

import "fmt"

// A Version is a Python version as its minor number below its major number in a
// byte each, so that versions compare with < and >. The zero Version is unknown.
type Version uint16

// The versions whose code objects can be read and written.
const (
	Py38  Version = 0x0308
	Py39  Version = 0x0309
	Py310 Version = 0x030a
	Py311 Version = 0x030b
	Py312 Version = 0x030c
	Py313 Version = 0x030d
	Py314 Version = 0x030e
)

// Latest is the newest version supported; it is what a zero LoadOptions reads.
const Latest = Py314

// String gives "3.14" for Py314.
func (v Version) String() string { return fmt.Sprintf("%d.%d", v>>8, v&0xff) }

// Supported says whether code objects of this version can be read and written.
func (v Version) Supported() bool { return Py38 <= v && v <= Latest }

// MarshalVersion is the marshal format that this Python version writes.
func (v Version) MarshalVersion() int {
	if v >= Py314 {
		return 5
	}
	return 4
}

// Bits of Code.Flags that matter to the shape of a code object.
const (
	FlagVarArgs     = 0x04
	FlagVarKeywords = 0x08
)

// Bits of Code.LocalsPlusKinds.
const (
	KindArgPos = 0x02 // 3.14: takes a positional argument
	KindArgKw  = 0x04 // 3.14: takes a keyword argument
	KindArgVar = 0x08 // 3.14: *args or **kwargs
	KindHidden = 0x10 // 3.12: local of an inlined comprehension
	KindLocal  = 0x20
	KindCell   = 0x40
	KindFree   = 0x80
)

const codeUnitBytes = 2

// A Code is a code object. No field is nil, but for the two layouts: code of 3.11
// and later has LocalsPlusNames, LocalsPlusKinds, QualName and ExceptionTable and
// a nil Old, earlier code the reverse. The items of all name tuples are *Str, and
// the two LocalsPlus fields have equal length. Nothing else has been checked:
// bytecode and tables are whatever the file held.
type Code struct {
	Version Version

	ArgCount        int32
	PosOnlyArgCount int32
	KwOnlyArgCount  int32
	StackSize       int32
	Flags           int32
	FirstLineNo     int32

	Code            *Bytes
	Consts          *Tuple
	Names           *Tuple
	LocalsPlusNames *Tuple
	LocalsPlusKinds *Bytes
	Filename        *Str
	Name            *Str
	QualName        *Str
	LineTable       *Bytes // co_lnotab in 3.8 and 3.9
	ExceptionTable  *Bytes

	Old *OldLocals
}

// OldLocals is how code objects up to 3.10 name their variables.
type OldLocals struct {
	NLocals  int32
	VarNames *Tuple
	FreeVars *Tuple
	CellVars *Tuple
}

// VarNames lists co_varnames: arguments first, then other locals.
func (c *Code) VarNames() []*Str {
	if c.Old != nil {
		return strs(c.Old.VarNames)
	}
	return c.localsOfKind(KindLocal)
}

// CellVars lists co_cellvars: variables of this code that inner functions use.
func (c *Code) CellVars() []*Str {
	if c.Old != nil {
		return strs(c.Old.CellVars)
	}
	return c.localsOfKind(KindCell)
}

// FreeVars lists co_freevars: variables taken from enclosing functions.
func (c *Code) FreeVars() []*Str {
	if c.Old != nil {
		return strs(c.Old.FreeVars)
	}
	return c.localsOfKind(KindFree)
}

func (c *Code) localsOfKind(kind byte) []*Str {
	var out []*Str
	for i, o := range c.LocalsPlusNames.Items {
		if c.LocalsPlusKinds.S[i]&kind != 0 {
			out = append(out, o.(*Str))
		}
	}
	return out
}

func strs(t *Tuple) []*Str {
	out := make([]*Str, len(t.Items))
	for i, o := range t.Items {
		out[i] = o.(*Str)
	}
	return out
}

// codeField names one item of a code object as marshal lays it out.
type codeField uint8

const (
	fieldArgCount codeField = iota
	fieldPosOnlyArgCount
	fieldKwOnlyArgCount
	fieldNLocals
	fieldStackSize
	fieldFlags
	fieldFirstLineNo
	lastIntField = fieldFirstLineNo
)

const (
	fieldCode codeField = lastIntField + 1 + iota
	fieldConsts
	fieldNames
	fieldLocalsPlusNames
	fieldLocalsPlusKinds
	fieldVarNames
	fieldFreeVars
	fieldCellVars
	fieldFilename
	fieldName
	fieldQualName
	fieldLineTable
	fieldExceptionTable
	fieldCount
)

var (
	layout38 = []codeField{
		fieldArgCount, fieldPosOnlyArgCount, fieldKwOnlyArgCount, fieldNLocals, fieldStackSize, fieldFlags,
		fieldCode, fieldConsts, fieldNames, fieldVarNames, fieldFreeVars, fieldCellVars,
		fieldFilename, fieldName, fieldFirstLineNo, fieldLineTable,
	}
	layout311 = []codeField{
		fieldArgCount, fieldPosOnlyArgCount, fieldKwOnlyArgCount, fieldStackSize, fieldFlags,
		fieldCode, fieldConsts, fieldNames, fieldLocalsPlusNames, fieldLocalsPlusKinds,
		fieldFilename, fieldName, fieldQualName, fieldFirstLineNo, fieldLineTable, fieldExceptionTable,
	}
)

// codeLayout is the order of the fields of a code object.
func codeLayout(v Version) []codeField {
	if v >= Py311 {
		return layout311
	}
	return layout38
}

// badCodeLine is the line that CPython's SystemError names when a field of a code
// object has the wrong type. It moves with every patch release; these are the
// lines of 3.11.7, 3.12.1, 3.13.0 and 3.14.6.
func badCodeLine(v Version) int {
	switch v {
	case Py311:
		return 250
	case Py312:
		return 354
	case Py313:
		return 412
	default:
		return 465
	}
}

// codeBuilder collects the fields of a code object that is being read.
type codeBuilder struct {
	ints [lastIntField + 1]int32
	objs [fieldCount]Object
}

// build checks the fields as CPython's constructor does, in its order, and makes
// the code object. Offset is left to the caller.
func (b *codeBuilder) build(v Version) (*Code, *Error) {
	code, ok1 := b.objs[fieldCode].(*Bytes)
	consts, ok2 := b.objs[fieldConsts].(*Tuple)
	names, ok3 := b.objs[fieldNames].(*Tuple)
	filename, ok4 := b.objs[fieldFilename].(*Str)
	name, ok5 := b.objs[fieldName].(*Str)
	linetable, ok6 := b.objs[fieldLineTable].(*Bytes)
	c := &Code{
		Version:         v,
		ArgCount:        b.ints[fieldArgCount],
		PosOnlyArgCount: b.ints[fieldPosOnlyArgCount],
		KwOnlyArgCount:  b.ints[fieldKwOnlyArgCount],
		StackSize:       b.ints[fieldStackSize],
		Flags:           b.ints[fieldFlags],
		FirstLineNo:     b.ints[fieldFirstLineNo],
		Code:            code,
		Consts:          consts,
		Names:           names,
		Filename:        filename,
		Name:            name,
		LineTable:       linetable,
	}
	if !(ok1 && ok2 && ok3 && ok4 && ok5 && ok6) ||
		c.ArgCount < c.PosOnlyArgCount || c.PosOnlyArgCount < 0 || c.KwOnlyArgCount < 0 ||
		c.StackSize < 0 || c.Flags < 0 || !b.setLocals(c) {
		return nil, badCode("SystemError", fmt.Sprintf("Objects/codeobject.c:%d: bad argument to internal function", badCodeLine(v)))
	}
	if len(code.S)%codeUnitBytes != 0 {
		return nil, badCode("ValueError", "code: co_code is malformed")
	}
	if c.totalArgs() > c.nLocals() {
		return nil, badCode("ValueError", "code: co_varnames is too small")
	}
	for _, t := range c.nameTuples() {
		for _, o := range t.Items {
			if _, ok := o.(*Str); !ok {
				return nil, badCode("SystemError", "non-string found in code slot")
			}
		}
	}
	return c, nil
}

func badCode(class, msg string) *Error { return &Error{Class: class, Msg: msg} }

// setLocals fills the fields that differ between the layouts; false means that
// one has the wrong type.
func (b *codeBuilder) setLocals(c *Code) bool {
	if c.Version < Py311 {
		varNames, ok1 := b.objs[fieldVarNames].(*Tuple)
		freeVars, ok2 := b.objs[fieldFreeVars].(*Tuple)
		cellVars, ok3 := b.objs[fieldCellVars].(*Tuple)
		nLocals := b.ints[fieldNLocals]
		c.Old = &OldLocals{NLocals: nLocals, VarNames: varNames, FreeVars: freeVars, CellVars: cellVars}
		return ok1 && ok2 && ok3 && nLocals >= 0
	}
	var ok1, ok2, ok3, ok4 bool
	c.LocalsPlusNames, ok1 = b.objs[fieldLocalsPlusNames].(*Tuple)
	c.LocalsPlusKinds, ok2 = b.objs[fieldLocalsPlusKinds].(*Bytes)
	c.QualName, ok3 = b.objs[fieldQualName].(*Str)
	c.ExceptionTable, ok4 = b.objs[fieldExceptionTable].(*Bytes)
	return ok1 && ok2 && ok3 && ok4 && len(c.LocalsPlusNames.Items) == len(c.LocalsPlusKinds.S)
}

func (c *Code) totalArgs() int64 {
	n := int64(c.ArgCount) + int64(c.KwOnlyArgCount)
	if c.Flags&FlagVarArgs != 0 {
		n++
	}
	if c.Flags&FlagVarKeywords != 0 {
		n++
	}
	return n
}

func (c *Code) nLocals() int64 {
	if c.Old != nil {
		return int64(len(c.Old.VarNames.Items))
	}
	var n int64
	for i := 0; i < len(c.LocalsPlusKinds.S); i++ {
		if c.LocalsPlusKinds.S[i]&KindLocal != 0 {
			n++
		}
	}
	return n
}

func (c *Code) nameTuples() []*Tuple {
	if c.Old != nil {
		return []*Tuple{c.Names, c.Old.VarNames, c.Old.FreeVars, c.Old.CellVars}
	}
	return []*Tuple{c.Names, c.LocalsPlusNames}
}

func (c *Code) intField(f codeField) int32 {
	switch f {
	case fieldArgCount:
		return c.ArgCount
	case fieldPosOnlyArgCount:
		return c.PosOnlyArgCount
	case fieldKwOnlyArgCount:
		return c.KwOnlyArgCount
	case fieldNLocals:
		return c.Old.NLocals
	case fieldStackSize:
		return c.StackSize
	case fieldFlags:
		return c.Flags
	case fieldFirstLineNo:
		return c.FirstLineNo
	}
	panic("marshal: not an int field of code")
}

func (c *Code) objectField(f codeField) Object {
	switch f {
	case fieldCode:
		return c.Code
	case fieldConsts:
		return c.Consts
	case fieldNames:
		return c.Names
	case fieldLocalsPlusNames:
		return c.LocalsPlusNames
	case fieldLocalsPlusKinds:
		return c.LocalsPlusKinds
	case fieldVarNames:
		return c.Old.VarNames
	case fieldFreeVars:
		return c.Old.FreeVars
	case fieldCellVars:
		return c.Old.CellVars
	case fieldFilename:
		return c.Filename
	case fieldName:
		return c.Name
	case fieldQualName:
		return c.QualName
	case fieldLineTable:
		return c.LineTable
	case fieldExceptionTable:
		return c.ExceptionTable
	}
	panic("marshal: not an object field of code")
}

// codeFieldNames are the fields as Python names them, for messages and listings.
var codeFieldNames = [fieldCount]string{
	fieldArgCount:        "co_argcount",
	fieldPosOnlyArgCount: "co_posonlyargcount",
	fieldKwOnlyArgCount:  "co_kwonlyargcount",
	fieldNLocals:         "co_nlocals",
	fieldStackSize:       "co_stacksize",
	fieldFlags:           "co_flags",
	fieldFirstLineNo:     "co_firstlineno",
	fieldCode:            "co_code",
	fieldConsts:          "co_consts",
	fieldNames:           "co_names",
	fieldLocalsPlusNames: "co_localsplusnames",
	fieldLocalsPlusKinds: "co_localspluskinds",
	fieldVarNames:        "co_varnames",
	fieldFreeVars:        "co_freevars",
	fieldCellVars:        "co_cellvars",
	fieldFilename:        "co_filename",
	fieldName:            "co_name",
	fieldQualName:        "co_qualname",
	fieldLineTable:       "co_linetable",
	fieldExceptionTable:  "co_exceptiontable",
}
