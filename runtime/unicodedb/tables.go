// Package unicodedb answers what Python's str methods and its module unicodedata ask about characters, for the Unicode version of each
// Python: 14.0 (3.11), 15.0 (3.12), 15.1 (3.13) and 16.0 (3.14).
//
// One trie maps code points to classes: the code points of a class have the same properties as each other in every version. A version is
// an array from classes to records, so that it costs little and needs no setting up. All tables are constant data.
//
// The files zz_*.go are written by tools/unidb from what the CPython interpreters themselves say. Code points outside Unicode have the
// properties of unassigned ones. Start reading at Tables.
package unicodedb

// Tables is one Unicode version. It is immutable and shared.
type Tables struct {
	minor   int
	version string
	core    *coreClassTable
	ucd     *ucdClassTable
}

var tables = [...]Tables{
	{11, "14.0.0", &coreClasses[0], &ucdClasses[0]},
	{12, "15.0.0", &coreClasses[1], &ucdClasses[1]},
	{13, "15.1.0", &coreClasses[2], &ucdClasses[2]},
	{14, "16.0.0", &coreClasses[3], &ucdClasses[3]},
}

// For returns the tables of Python 3.minor; other versions than 11 to 14 get the nearest one's.
func For(minor int) *Tables {
	return &tables[min(max(minor, 11), 14)-11]
}

// Version is unicodedata.unidata_version.
func (t *Tables) Version() string { return t.version }

// A coreRecord holds the properties behind the methods of str.
type coreRecord struct {
	flags    uint16
	category Category
	digit    int8  // value, or -1
	numeric  uint8 // index into numericValues
	lower    int32 // simple mappings, as differences
	upper    int32
	title    int32
}

// The flags, in the order in which the generator writes them.
const (
	flagAlpha uint16 = 1 << iota
	flagDecimal
	flagDigit
	flagNumeric
	flagSpace
	flagPrintable
	flagStart
	flagContinue
	flagLower
	flagUpper
	flagTitle
	flagCased
	flagIgnorable
	flagLineBreak
	flagSpecial // caseSpecials has the full mappings
)

// maxRune is the last code point.
const maxRune = 0x10FFFF

// record looks r up.
func (t *Tables) record(r rune) *coreRecord {
	if uint32(r) > maxRune {
		return &coreRecords[t.core[0]]
	}
	mid := coreMid[int(coreTop[r>>8])<<4|int(r>>4&15)]
	return &coreRecords[t.core[coreLeaf[int(mid)<<4|int(r&15)]]]
}

// has tells whether r has one of the flags.
func (t *Tables) has(r rune, flag uint16) bool {
	if uint32(r) < uint32(len(asciiFlags)) {
		return asciiFlags[r]&flag != 0
	}
	return t.record(r).flags&flag != 0
}

// IsAlpha is str.isalpha of one character.
func (t *Tables) IsAlpha(r rune) bool { return t.has(r, flagAlpha) }

// IsDecimal is str.isdecimal of one character.
func (t *Tables) IsDecimal(r rune) bool { return t.has(r, flagDecimal) }

// IsDigit is str.isdigit of one character.
func (t *Tables) IsDigit(r rune) bool { return t.has(r, flagDigit) }

// IsNumeric is str.isnumeric of one character.
func (t *Tables) IsNumeric(r rune) bool { return t.has(r, flagNumeric) }

// IsAlnum is str.isalnum of one character.
func (t *Tables) IsAlnum(r rune) bool {
	return t.has(r, flagAlpha|flagDecimal|flagDigit|flagNumeric)
}

// IsSpace is str.isspace of one character.
func (t *Tables) IsSpace(r rune) bool { return t.has(r, flagSpace) }

// IsPrintable is str.isprintable of one character; repr escapes the others.
func (t *Tables) IsPrintable(r rune) bool { return t.has(r, flagPrintable) }

// IsIDStart tells whether an identifier can start with r.
func (t *Tables) IsIDStart(r rune) bool { return t.has(r, flagStart) }

// IsIDContinue tells whether r can stand in an identifier behind its start.
func (t *Tables) IsIDContinue(r rune) bool { return t.has(r, flagContinue) }

// IsLower is str.islower of one character.
func (t *Tables) IsLower(r rune) bool { return t.has(r, flagLower) }

// IsUpper is str.isupper of one character.
func (t *Tables) IsUpper(r rune) bool { return t.has(r, flagUpper) }

// IsTitle tells whether r is a titlecase letter such as U+01C5. For str.istitle upper case counts as well.
func (t *Tables) IsTitle(r rune) bool { return t.has(r, flagTitle) }

// IsCased tells whether r has case: str.title goes on in lower case behind it.
func (t *Tables) IsCased(r rune) bool { return t.has(r, flagCased) }

// IsCaseIgnorable tells whether r is passed over when str.lower looks for the letters around a capital sigma.
func (t *Tables) IsCaseIgnorable(r rune) bool { return t.has(r, flagIgnorable) }

// IsLineBreak tells whether str.splitlines breaks at r.
func (t *Tables) IsLineBreak(r rune) bool { return t.has(r, flagLineBreak) }

// Decimal is the value of a decimal digit.
func (t *Tables) Decimal(r rune) (value int, ok bool) {
	if uint32(r) < 0x80 {
		return int(r - '0'), '0' <= r && r <= '9'
	}
	rec := t.record(r)
	return int(rec.digit), rec.flags&flagDecimal != 0
}

// Digit is the value of a digit, superscripts and the like included.
func (t *Tables) Digit(r rune) (value int, ok bool) {
	if uint32(r) < 0x80 {
		return int(r - '0'), '0' <= r && r <= '9'
	}
	rec := t.record(r)
	return int(rec.digit), rec.digit >= 0
}

// Numeric is the value of a character that stands for a number, fractions included.
func (t *Tables) Numeric(r rune) (value float64, ok bool) {
	rec := t.record(r)
	return numericValues[rec.numeric], rec.flags&flagNumeric != 0
}

// NumberByte is how int, float and complex read r in a str that is not ASCII: a decimal digit as its ASCII digit, white space as a
// blank, ASCII as it is, and anything else as "?", which stands in no number.
func (t *Tables) NumberByte(r rune) byte {
	if uint32(r) < 0x7F {
		return byte(r)
	}
	rec := t.record(r)
	switch {
	case rec.flags&flagSpace != 0:
		return ' '
	case rec.flags&flagDecimal != 0:
		return '0' + byte(rec.digit)
	}
	return '?'
}
