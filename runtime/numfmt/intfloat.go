package numfmt

import (
	"math"
	"math/big"
)

// BigToFloat rounds v to the nearest float, half to even; ok is false when it is too large.
func BigToFloat(v *big.Int) (f float64, ok bool) {
	if v.BitLen() > 1024 {
		return 0, false
	}
	f, _ = new(big.Float).SetInt(v).Float64()
	return f, !math.IsInf(f, 0)
}
