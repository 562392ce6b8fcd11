package runtime

// signature describes the parameters of a constructor, for bind: slots receive their arguments raw.
func signature(sig string) *Native {
	return newNative(&MethodSpec{Sig: sig, Fn: func(t *Thread, _ Value, _ []Value) (Value, *Exception) {
		return Null, Unsupported(t, "calling a constructor's signature")
	}})
}

// badArgument is the TypeError of an argument of the wrong type, as CPython's Argument Clinic words it.
func badArgument(t *Thread, function, argument, expected string, v Value) *Exception {
	return TypeErrorf(t, "%s() %s must be %s, not %s", function, argument, expected, argTypeName(v))
}

// argTypeName is the type of an argument in such a message: None is called by its own name.
func argTypeName(v Value) string {
	if v.IsNone() {
		return "None"
	}
	return TypeOf(v).fullName()
}

// noKeywords raises for a constructor that takes no keywords.
func noKeywords(t *Thread, name string, kw *Tuple) *Exception {
	if kw.Len() > 0 {
		return TypeErrorf(t, "%s() takes no keyword arguments", name)
	}
	return nil
}

// checkArity raises unless there are between least and most positional arguments, as PyArg_UnpackTuple words it.
func checkArity(t *Thread, name string, n, least, most int) *Exception {
	switch {
	case n >= least && n <= most:
		return nil
	case least == most:
		return TypeErrorf(t, "%s expected %d argument%s, got %d", name, least, plural(least), n)
	case n < least:
		return TypeErrorf(t, "%s expected at least %d argument%s, got %d", name, least, plural(least), n)
	}
	return TypeErrorf(t, "%s expected at most %d argument%s, got %d", name, most, plural(most), n)
}
