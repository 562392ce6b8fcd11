package runtime

import "testing"

// TestTextAllocations bounds the allocations of the text operations that programs run most.
func TestTextAllocations(t *testing.T) {
	th := newTestThread()
	str := func(s string) Value { return NewStr(th, s).Value() }
	ok := func(v Value, exc *Exception) Value {
		if exc != nil {
			t.Fatal(message(th, exc))
		}
		return v
	}
	comma, line := str(","), str("alpha,beta,gamma,delta")
	words := ok(line.p0split(th, comma))
	key, number := str("key%d"), MakeTuple(th, Int(123456)).Value()
	spec, price := asStr(str(".2f")), Float(1234.5)
	long := str("the quick brown fox jumps over the lazy dog, again and again")
	text := asBytes(ok(EncodeValue(th, long, "utf-8", "strict")))
	parts := []Value{str("a = "), str("12345"), str(", b = "), str("678")}
	template := str("{} is {!r} and {:>5}")
	for _, c := range []struct {
		name string
		max  float64
		f    func()
	}{
		{"join", 1, func() { ok(strJoin(th, comma, words)) }},
		{"split", 6, func() { ok(line.p0split(th, comma)) }},
		{"str(int)", 1, func() { NewStrInt(th, 1234567) }},
		{"key%d", 1, func() { ok(strMod(th, key, Int(123456))) }},
		{"key%d tuple", 1, func() { ok(strMod(th, key, number)) }},
		{"s[i]", 0, func() { ok(strGetItem(th, line, Int(3))) }},
		{"s[i:j]", 1, func() { Concat(th, asStr(line), emptyStr); asStr(line).Slice(th, 2, 9) }},
		{"short +", 1, func() { Concat(th, asStr(comma), asStr(line)) }},
		{"==", 0, func() { ok(strCompare(th, line, long, EQ)) }},
		{"f-string int", 1, func() { FormatSimple(th, Int(99887766)) }},
		{"format .2f", 1, func() { Format(th, price, spec) }},
		{"format int", 1, func() { Format(th, Int(12345), asStr(comma)) }},
		{"BUILD_STRING", 1, func() { JoinStrs(th, parts) }},
		{"lower", 2, func() { ok(strLower(th, long)) }},
		{"strip", 1, func() { ok(strStrip(th, line, comma)) }},
		{"replace", 2, func() { asStr(long).Replace(th, asStr(str("o")), asStr(str("0")), maxInt) }},
		{"find", 0, func() { asStr(long).Find(asStr(comma), 0, 10) }},
		{"encode", 1, func() { ok(EncodeValue(th, long, "utf-8", "strict")) }},
		{"decode", 1, func() { ok(DecodeValue(th, text.Value(), text.B, "utf-8", "strict")) }},
		{"str.format", 4, func() { ok(strFormat(th, template, []Value{Int(5000), comma, Int(12)}, nil)) }},
		{"repr", 2, func() { ok(strRepr(th, long)) }},
		{"iterate", 1, func() {
			it := AsStrIter(ok(strIter(th, line)))
			for more := true; more; {
				_, more = it.Next(th)
			}
		}},
	} {
		c.f()
		if n := testing.AllocsPerRun(100, c.f); n > c.max {
			t.Errorf("%s: %v allocations, want at most %v", c.name, n, c.max)
		}
	}
}

func (v Value) p0split(t *Thread, sep Value) (Value, *Exception) {
	return strSplit(t, v, []Value{sep, Int(-1)})
}
