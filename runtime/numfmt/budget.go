package numfmt

import "math/bits"

// A Budget carries an interpreter's limits into a computation. Spend is told, before each piece of work of a few milliseconds
// at most, how many machine words the piece touches; when it returns false the computation ends with Stopped. MaxStrDigits is
// sys.get_int_max_str_digits(), 0 for none; LimitFirst is how Python 3.11 reads text: too many digits count before something
// invalid behind them. A nil *Budget and a nil Spend never stop anything.
type Budget struct {
	Spend        func(words int) bool
	MaxStrDigits int
	LimitFirst   bool

	direct int // replaces directWords in tests
}

// Stopped is what an interrupted computation returns. The exception to raise is the business of whoever stopped it.
var Stopped = &Error{Class: "KeyboardInterrupt"}

// spend asks for work on n words.
func (b *Budget) spend(n int) *Error {
	if b != nil && b.Spend != nil && !b.Spend(n) {
		return Stopped
	}
	return nil
}

// maxDigits is the largest number of decimal digits to convert, or 0.
func (b *Budget) maxDigits() int {
	if b == nil {
		return 0
	}
	return b.MaxStrDigits
}

// directWords is the size up to which math/big works in one go: a million bits, some ten milliseconds.
const directWords = 1 << 20 / bits.UintSize

// directSize is directWords, or what a test put in its place.
func (b *Budget) directSize() int {
	if b == nil || b.direct == 0 {
		return directWords
	}
	return b.direct
}
