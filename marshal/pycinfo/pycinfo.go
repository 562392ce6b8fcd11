// Package pycinfo describes a .pyc file: its header, its version and the tree of
// its code objects, for people (Text) and for programs (JSON).
package pycinfo

import (
	"encoding/hex"
	"errors"
	"fmt"
	"time"

	"github.com/krait-vm/krait/marshal"
)

// A File is what a .pyc file says about itself.
type File struct {
	Name string `json:"file"`
	Size int    `json:"size"`

	Python      string `json:"python"`       // the version that compiled it, "3.13"
	Magic       string `json:"magic"`        // the first four bytes in hexadecimal
	MagicNumber int    `json:"magic_number"` // the number in the first two
	Released    bool   `json:"released"`     // false for a pre-release of that version
	Supported   bool   `json:"supported"`    // whether the code objects could be read

	Invalidation string  `json:"invalidation"` // "timestamp", "checked-hash" or "unchecked-hash"
	SourceTime   *string `json:"source_mtime,omitempty"`
	SourceSize   *uint32 `json:"source_size,omitempty"`
	SourceHash   string  `json:"source_hash,omitempty"`

	CodeObjects   int   `json:"code_objects"`   // different ones, in the whole tree
	BytecodeSize  int   `json:"bytecode_size"`  // of all of them, in bytes
	TrailingBytes int   `json:"trailing_bytes"` // after the code, ignored
	Code          *Code `json:"code,omitempty"`
}

// A Code is one code object of the tree.
type Code struct {
	Name      string `json:"name"`
	QualName  string `json:"qualname"`
	FileName  string `json:"filename"`
	FirstLine int    `json:"firstlineno"`

	// Seen says that the code object was shown before, or lies too deep to be shown.
	// Nothing but the fields above is then set.
	Seen bool `json:"seen,omitempty"`

	ArgCount           int      `json:"argcount"`
	PosOnlyArgCount    int      `json:"posonlyargcount"`
	KwOnlyArgCount     int      `json:"kwonlyargcount"`
	StackSize          int      `json:"stacksize"`
	Flags              int      `json:"flags"`
	FlagNames          []string `json:"flag_names"`
	CodeSize           int      `json:"code_size"`
	LineTableSize      int      `json:"linetable_size"`
	ExceptionTableSize int      `json:"exceptiontable_size"`
	Consts             []Const  `json:"consts"`
	Names              []string `json:"names"`
	VarNames           []string `json:"varnames"`
	CellVars           []string `json:"cellvars"`
	FreeVars           []string `json:"freevars"`

	Children []*Code `json:"children,omitempty"`
}

// A Const is a constant: its type and a short form of its repr.
type Const struct {
	Type string `json:"type"`
	Repr string `json:"repr"`
}

// maxDepth bounds the tree. Honest code objects nest as deep as functions do;
// the rest is to be shown as seen.
const maxDepth = 200

// Read describes the file called name with the content data. A file of a version
// that is not supported, or whose body is malformed, gives both a File without
// Code and an error; a file that is no .pyc gives an error alone.
func Read(name, data string) (*File, error) {
	h, err := marshal.ParseHeader(data)
	version, released := h.Magic.Version()
	if version == 0 {
		if err == nil {
			err = h.Check()
		}
		return nil, err
	}
	magic := h.Magic.Bytes()
	f := &File{
		Name:        name,
		Size:        len(data),
		Python:      version.String(),
		Magic:       hex.EncodeToString(magic[:]),
		MagicNumber: int(h.Magic.Number()),
		Released:    released,
	}
	if version < 0x0307 || err != nil {
		if err == nil {
			err = h.Check()
		}
		return f, err // the header's layout is another, or it is cut off
	}
	f.setSource(h)
	if err := h.Check(); err != nil {
		return f, fmt.Errorf("%w: %s", err, h.Unsupported())
	}
	o, n, err := marshal.LoadOptions{Version: version}.Load(data[marshal.HeaderSize:])
	if err != nil {
		return f, err
	}
	c, ok := o.(*marshal.Code)
	if !ok {
		return f, errors.New("the file holds no code object but " + marshal.Brief(o))
	}
	f.Supported = true
	f.TrailingBytes = len(data) - marshal.HeaderSize - n
	b := builder{file: f, seen: map[*marshal.Code]bool{}}
	f.Code = b.code(c, 0)
	return f, nil
}

func (f *File) setSource(h marshal.Header) {
	f.Invalidation = h.Mode.String()
	if h.Mode == marshal.Timestamp {
		text := time.Unix(int64(h.ModTime), 0).UTC().Format(time.RFC3339)
		f.SourceTime, f.SourceSize = &text, &h.SourceSize
		return
	}
	f.SourceHash = hex.EncodeToString(h.Append(nil)[8:])
}

// A builder makes the tree of a file. A code object that occurs twice is shown
// once, so that no file has more than linear output.
type builder struct {
	file *File
	seen map[*marshal.Code]bool
}

func (b *builder) code(c *marshal.Code, depth int) *Code {
	out := &Code{
		Name:      plain(c.Name.S),
		QualName:  plain(c.Name.S),
		FileName:  plain(c.Filename.S),
		FirstLine: int(c.FirstLineNo),
	}
	if c.QualName != nil {
		out.QualName = plain(c.QualName.S)
	}
	if b.seen[c] || depth >= maxDepth {
		out.Seen = true
		return out
	}
	b.seen[c] = true
	b.file.CodeObjects++
	b.file.BytecodeSize += len(c.Code.S)

	out.ArgCount = int(c.ArgCount)
	out.PosOnlyArgCount = int(c.PosOnlyArgCount)
	out.KwOnlyArgCount = int(c.KwOnlyArgCount)
	out.StackSize = int(c.StackSize)
	out.Flags = int(c.Flags)
	out.FlagNames = flagNames(c)
	out.CodeSize = len(c.Code.S)
	out.LineTableSize = len(c.LineTable.S)
	if c.ExceptionTable != nil {
		out.ExceptionTableSize = len(c.ExceptionTable.S)
	}
	names := make([]*marshal.Str, len(c.Names.Items))
	for i, o := range c.Names.Items {
		names[i] = o.(*marshal.Str)
	}
	out.Names = plainAll(names)
	out.VarNames = plainAll(c.VarNames())
	out.CellVars = plainAll(c.CellVars())
	out.FreeVars = plainAll(c.FreeVars())
	out.Consts = make([]Const, len(c.Consts.Items))
	for i, o := range c.Consts.Items {
		out.Consts[i] = Const{Type: marshal.TypeName(o), Repr: marshal.Brief(o)}
		if inner, ok := o.(*marshal.Code); ok {
			out.Children = append(out.Children, b.code(inner, depth+1))
		}
	}
	return out
}

// flagBits are the names of the dis module.
var flagBits = []struct {
	bit   int
	name  string
	first marshal.Version
	last  marshal.Version
}{
	{0x1, "OPTIMIZED", marshal.Py38, marshal.Latest},
	{0x2, "NEWLOCALS", marshal.Py38, marshal.Latest},
	{0x4, "VARARGS", marshal.Py38, marshal.Latest},
	{0x8, "VARKEYWORDS", marshal.Py38, marshal.Latest},
	{0x10, "NESTED", marshal.Py38, marshal.Latest},
	{0x20, "GENERATOR", marshal.Py38, marshal.Latest},
	{0x40, "NOFREE", marshal.Py38, marshal.Py313},
	{0x80, "COROUTINE", marshal.Py38, marshal.Latest},
	{0x100, "ITERABLE_COROUTINE", marshal.Py38, marshal.Latest},
	{0x200, "ASYNC_GENERATOR", marshal.Py38, marshal.Latest},
	{0x4000000, "HAS_DOCSTRING", marshal.Py314, marshal.Latest},
	{0x8000000, "METHOD", marshal.Py314, marshal.Latest},
}

func flagNames(c *marshal.Code) []string {
	names := []string{}
	rest := int(c.Flags)
	for _, f := range flagBits {
		if rest&f.bit != 0 && f.first <= c.Version && c.Version <= f.last {
			names = append(names, f.name)
			rest &^= f.bit
		}
	}
	for bit := 1; rest != 0; bit <<= 1 {
		if rest&bit != 0 {
			names = append(names, fmt.Sprintf("%#x", bit))
			rest &^= bit
		}
	}
	return names
}
