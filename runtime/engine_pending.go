package runtime

// What the engine calls and its owner has not brought yet: each raises, naming what is missing. The owner deletes it here.

// Intrinsic1 is CALL_INTRINSIC_1 but for what the engine does itself; n is its operand.
func Intrinsic1(t *Thread, _ int, _ Value) (Value, *Exception) {
	return Null, Unsupported(t, "type parameters")
}

// Intrinsic2 is CALL_INTRINSIC_2 but for what the engine does itself; n is its operand.
func Intrinsic2(t *Thread, _ int, _, _ Value) (Value, *Exception) {
	return Null, Unsupported(t, "type parameters")
}

// BuildInterpolation is BUILD_INTERPOLATION.
func BuildInterpolation(t *Thread, _, _ Value, _ int, _ Value) (Value, *Exception) {
	return Null, Unsupported(t, "t-strings")
}

// BuildTemplate is BUILD_TEMPLATE.
func BuildTemplate(t *Thread, _, _ Value) (Value, *Exception) {
	return Null, Unsupported(t, "t-strings")
}
