package runtime

import (
	"math/big"

	"github.com/krait-vm/krait/runtime/numfmt"
)

// BigResult runs a computation of package numfmt on behalf of a native module: it may be interrupted, and its failure becomes an exception.
func BigResult(t *Thread, f func(b *numfmt.Budget) (*big.Int, *numfmt.Error)) (Value, *Exception) {
	w := newBigWork(t)
	z, err := f(&w.Budget)
	if err != nil {
		return Null, w.raise(err)
	}
	return BigFrom(t, z), nil
}
