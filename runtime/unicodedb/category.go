package unicodedb

// A Category is a general category.
type Category uint8

// The general categories. Cn, unassigned, is the zero value.
const (
	Cn Category = iota
	Lu
	Ll
	Lt
	Mn
	Mc
	Me
	Nd
	Nl
	No
	Zs
	Zl
	Zp
	Cc
	Cf
	Cs
	Co
	Lm
	Lo
	Pc
	Pd
	Ps
	Pe
	Pi
	Pf
	Po
	Sm
	Sc
	Sk
	So
)

const categoryNames = "CnLuLlLtMnMcMeNdNlNoZsZlZpCcCfCsCoLmLoPcPdPsPePiPfPoSmScSkSo"

// String is the two-letter name.
func (c Category) String() string { return categoryNames[2*c : 2*c+2] }

// Category is the general category of r.
func (t *Tables) Category(r rune) Category { return t.record(r).category }
