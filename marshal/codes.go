package marshal

// MaxDepth is how deep objects may nest in the data, as in CPython on everything
// but Windows.
const MaxDepth = 2000

// maxSize is the largest length that the format's signed 32 bits can declare.
const maxSize = 1<<31 - 1

// The type codes. Codes that only Python 2 wrote are not among them.
const (
	typeNull               = '0'
	typeNone               = 'N'
	typeFalse              = 'F'
	typeTrue               = 'T'
	typeStopIteration      = 'S'
	typeEllipsis           = '.'
	typeInt                = 'i'
	typeInt64              = 'I' // read only: no version of Python 3 writes it
	typeLong               = 'l'
	typeFloat              = 'f'
	typeBinaryFloat        = 'g'
	typeComplex            = 'x'
	typeBinaryComplex      = 'y'
	typeString             = 's' // bytes
	typeInterned           = 't'
	typeUnicode            = 'u'
	typeASCII              = 'a'
	typeASCIIInterned      = 'A'
	typeShortASCII         = 'z'
	typeShortASCIIInterned = 'Z'
	typeRef                = 'r'
	typeTuple              = '('
	typeSmallTuple         = ')'
	typeList               = '['
	typeDict               = '{'
	typeSet                = '<'
	typeFrozenSet          = '>'
	typeSlice              = ':'
	typeCode               = 'c'

	// flagRef is set in a type code when later references may name the object.
	flagRef = 0x80
)

// Ints of the 'l' code are a sequence of digits of this many bits, two bytes each.
const (
	digitBits = 15
	digitMask = 1<<digitBits - 1
)
