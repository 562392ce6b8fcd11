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
