// Package math is Python's math module. What C's math library computes comes from package libm; results, errors and their order are those of CPython's
// mathmodule.c.
//
// Start reading at Spec; elementary.go has the functions of one float, integers.go those of ints, sums.go those of many numbers.
package math

import (
	gomath "math"

	"github.com/krait-vm/krait/runtime"
)

type (
	// Value is a Python value.
	Value = runtime.Value
	// Exception is a Python exception.
	Exception = runtime.Exception
	// Thread is a Python thread.
	Thread = runtime.Thread
)

// Spec describes the module.
var Spec = &runtime.ModuleSpec{
	Name: "math",
	Doc:  "This module provides access to the mathematical functions\ndefined by the C standard.",
	Functions: []runtime.MethodSpec{
		{Sig: "acos($module, x, /)", Doc: "Return the arc cosine (measured in radians) of x.\n\nThe result is between 0 and pi.", Fn: acos},
		{Sig: "acosh($module, x, /)", Doc: "Return the inverse hyperbolic cosine of x.", Fn: acosh},
		{Sig: "asin($module, x, /)", Doc: "Return the arc sine (measured in radians) of x.\n\nThe result is between -pi/2 and pi/2.", Fn: asin},
		{Sig: "asinh($module, x, /)", Doc: "Return the inverse hyperbolic sine of x.", Fn: asinh},
		{Sig: "atan($module, x, /)", Doc: "Return the arc tangent (measured in radians) of x.\n\nThe result is between -pi/2 and pi/2.", Fn: atan},
		{Sig: "atan2($module, y, x, /)", Doc: "Return the arc tangent (measured in radians) of y/x.\n\nUnlike atan(y/x), the signs of both x and y are considered.", Fn: atan2},
		{Sig: "atanh($module, x, /)", Doc: "Return the inverse hyperbolic tangent of x.", Fn: atanh},
		{Sig: "cbrt($module, x, /)", Doc: "Return the cube root of x.", Fn: cbrt},
		{Sig: "ceil($module, x, /)", Doc: "Return the ceiling of x as an Integral.\n\nThis is the smallest integer >= x.", Fn: ceil},
		{Sig: "comb($module, n, k, /)", Doc: "Number of ways to choose k items from n items without repetition and without order.", Fn: comb},
		{Sig: "copysign($module, x, y, /)", Doc: "Return a float with the magnitude (absolute value) of x but the sign of y.", Fn: copysign},
		{Sig: "cos($module, x, /)", Doc: "Return the cosine of x (measured in radians).", Fn: cos},
		{Sig: "cosh($module, x, /)", Doc: "Return the hyperbolic cosine of x.", Fn: cosh},
		{Sig: "degrees($module, x, /)", Doc: "Convert angle x from radians to degrees.", Fn: degrees},
		{Sig: "dist($module, p, q, /)", Doc: "Return the Euclidean distance between two points p and q.", Fn: dist},
		{Sig: "erf($module, x, /)", Doc: "Error function at x.", Fn: erf},
		{Sig: "erfc($module, x, /)", Doc: "Complementary error function at x.", Fn: erfc},
		{Sig: "exp($module, x, /)", Doc: "Return e raised to the power of x.", Fn: exp},
		{Sig: "exp2($module, x, /)", Doc: "Return 2 raised to the power of x.", Fn: exp2},
		{Sig: "expm1($module, x, /)", Doc: "Return exp(x)-1.\n\nThis function avoids the loss of precision involved in the direct evaluation of exp(x)-1 for small x.", Fn: expm1},
		{Sig: "fabs($module, x, /)", Doc: "Return the absolute value of the float x.", Fn: fabs},
		{Sig: "factorial($module, n, /)", Doc: "Find n!.", Fn: factorial},
		{Sig: "floor($module, x, /)", Doc: "Return the floor of x as an Integral.\n\nThis is the largest integer <= x.", Fn: floor},
		{Sig: "fma($module, x, y, z, /)", Doc: "Fused multiply-add operation.\n\nCompute (x * y) + z with a single round.", Fn: fma, Since: 13},
		{Sig: "fmod($module, x, y, /)", Doc: "Return fmod(x, y), according to platform C.\n\nx % y may differ.", Fn: fmod},
		{Sig: "frexp($module, x, /)", Doc: "Return the mantissa and exponent of x, as pair (m, e).", Fn: frexp},
		{Sig: "fsum($module, seq, /)", Doc: "Return an accurate floating-point sum of values in the iterable seq.\n\nAssumes IEEE-754 floating-point arithmetic.", Fn: fsum},
		{Sig: "gamma($module, x, /)", Doc: "Gamma function at x.", Fn: gamma},
		{Sig: "gcd($module, *integers)", Doc: "Greatest Common Divisor.", Fn: gcd, Until: 13},
		{Sig: "gcd($module, /, *integers)", Doc: "Greatest Common Divisor.", Fn: gcd, Since: 14},
		{Sig: "hypot", Doc: "hypot(*coordinates) -> value\n\nMultidimensional Euclidean distance from the origin to a point.", Fn: hypot, Until: 13},
		{Sig: "hypot($module, /, *coordinates)", Doc: "Multidimensional Euclidean distance from the origin to a point.", Fn: hypot, Since: 14},
		{
			Sig: "isclose($module, /, a, b, *, rel_tol=1e-09, abs_tol=0.0)",
			Doc: "Determine whether two floating-point numbers are close in value.", Fn: isclose,
		},
		{Sig: "isfinite($module, x, /)", Doc: "Return True if x is neither an infinity nor a NaN, and False otherwise.", Fn: isfinite},
		{Sig: "isinf($module, x, /)", Doc: "Return True if x is a positive or negative infinity, and False otherwise.", Fn: isinf},
		{Sig: "isnan($module, x, /)", Doc: "Return True if x is a NaN (not a number), and False otherwise.", Fn: isnan},
		{Sig: "isqrt($module, n, /)", Doc: "Return the integer part of the square root of the input.", Fn: isqrt},
		{Sig: "lcm($module, *integers)", Doc: "Least Common Multiple.", Fn: lcm, Until: 13},
		{Sig: "lcm($module, /, *integers)", Doc: "Least Common Multiple.", Fn: lcm, Since: 14},
		{Sig: "ldexp($module, x, i, /)", Doc: "Return x * (2**i).\n\nThis is essentially the inverse of frexp().", Fn: ldexp},
		{Sig: "lgamma($module, x, /)", Doc: "Natural logarithm of absolute value of Gamma function at x.", Fn: lgamma},
		{Sig: "log", Doc: "log(x, [base=math.e])\nReturn the logarithm of x to the given base.\n\nIf the base is not specified, returns the natural logarithm (base e) of x.", Fn: log},
		{Sig: "log10($module, x, /)", Doc: "Return the base 10 logarithm of x.", Fn: log10},
		{Sig: "log1p($module, x, /)", Doc: "Return the natural logarithm of 1+x (base e).\n\nThe result is computed in a way which is accurate for x near zero.", Fn: log1p},
		{Sig: "log2($module, x, /)", Doc: "Return the base 2 logarithm of x.", Fn: log2},
		{Sig: "modf($module, x, /)", Doc: "Return the fractional and integer parts of x.\n\nBoth results carry the sign of x and are floats.", Fn: modf},
		{Sig: "nextafter($module, x, y, /)", Doc: "Return the next floating-point value after x towards y.", Fn: nextafter, Until: 11},
		{
			Sig: "nextafter($module, x, y, /, *, steps=None)",
			Doc: "Return the floating-point value the given number of steps after x towards y.", Fn: nextafterSteps, Since: 12,
		},
		{Sig: "perm($module, n, k=None, /)", Doc: "Number of ways to choose k items from n items without repetition and with order.", Fn: perm},
		{Sig: "pow($module, x, y, /)", Doc: "Return x**y (x to the power of y).", Fn: pow},
		{Sig: "prod($module, iterable, /, *, start=1)", Doc: "Calculate the product of all the elements in the input iterable.", Fn: prod},
		{Sig: "radians($module, x, /)", Doc: "Convert angle x from degrees to radians.", Fn: radians},
		{Sig: "remainder($module, x, y, /)", Doc: "Difference between x and the closest integer multiple of y.", Fn: remainder},
		{Sig: "sin($module, x, /)", Doc: "Return the sine of x (measured in radians).", Fn: sin},
		{Sig: "sinh($module, x, /)", Doc: "Return the hyperbolic sine of x.", Fn: sinh},
		{Sig: "sqrt($module, x, /)", Doc: "Return the square root of x.", Fn: sqrt},
		{Sig: "sumprod($module, p, q, /)", Doc: "Return the sum of products of values from two iterables p and q.", Fn: sumprod, Since: 12},
		{Sig: "tan($module, x, /)", Doc: "Return the tangent of x (measured in radians).", Fn: tan},
		{Sig: "tanh($module, x, /)", Doc: "Return the hyperbolic tangent of x.", Fn: tanh},
		{Sig: "trunc($module, x, /)", Doc: "Truncates the Real x to the nearest Integral toward 0.\n\nUses the __trunc__ magic method.", Fn: trunc},
		{Sig: "ulp($module, x, /)", Doc: "Return the value of the least significant bit of the float x.", Fn: ulp},
	},
	Init: func(t *Thread, m *runtime.Module) *Exception {
		m.Set(t, "pi", runtime.Float(gomath.Pi))
		m.Set(t, "e", runtime.Float(gomath.E))
		m.Set(t, "tau", runtime.Float(2*gomath.Pi))
		m.Set(t, "inf", runtime.Float(gomath.Inf(1)))
		m.Set(t, "nan", runtime.Float(runtime.NewNaN(t, false)))
		return nil
	},
}
