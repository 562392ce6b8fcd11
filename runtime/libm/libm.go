<<<<<<< HEAD
// Package libm is the part of C's mathematical library that CPython's floats show: elementary functions whose results agree with glibc's, which Go's
// package math, made for speed, does not (a quarter of its sines differ in the last digit).
//
// Each function computes a result of some 68 bits as the sum of two floats and rounds it once, so that all but about one result in ten thousand is the
// float nearest to the true value. glibc's exp, log, pow, sin, cos and the like are nearly as good: two correct roundings of one number agree.
// The hyperbolic functions follow the formulas of the classic C libraries instead, as glibc does, with these functions inside.
//
// Special cases are those of C99's annex F. Nothing here raises: who calls decides what an infinity means.
//
// Start reading at dd.go, the arithmetic of pairs, and exp.go.
package libm

//go:generate go run ../../tools/libmgen
=======
// Package libm has the elementary functions of C's math library.
package libm

import "math"

func Sin(x float64) float64      { return math.Sin(x) }
func Cos(x float64) float64      { return math.Cos(x) }
func Tan(x float64) float64      { return math.Tan(x) }
func Asin(x float64) float64     { return math.Asin(x) }
func Acos(x float64) float64     { return math.Acos(x) }
func Atan(x float64) float64     { return math.Atan(x) }
func Atan2(y, x float64) float64 { return math.Atan2(y, x) }
func Sinh(x float64) float64     { return math.Sinh(x) }
func Cosh(x float64) float64     { return math.Cosh(x) }
func Tanh(x float64) float64     { return math.Tanh(x) }
func Asinh(x float64) float64    { return math.Asinh(x) }
func Acosh(x float64) float64    { return math.Acosh(x) }
func Atanh(x float64) float64    { return math.Atanh(x) }
func Exp(x float64) float64      { return math.Exp(x) }
func Exp2(x float64) float64     { return math.Exp2(x) }
func Expm1(x float64) float64    { return math.Expm1(x) }
func Log(x float64) float64      { return math.Log(x) }
func Log2(x float64) float64     { return math.Log2(x) }
func Log10(x float64) float64    { return math.Log10(x) }
func Log1p(x float64) float64    { return math.Log1p(x) }
func Pow(x, y float64) float64   { return math.Pow(x, y) }
func Cbrt(x float64) float64     { return math.Cbrt(x) }
func Erf(x float64) float64      { return math.Erf(x) }
func Erfc(x float64) float64     { return math.Erfc(x) }
>>>>>>> a744d2b (wip)
