package runtime

import "unsafe"

// The charmap codec: single bytes through a mapping, which the single-byte encodings of the standard library use.

// EncodingMapType is EncodingMap, what charmap_build makes.
var EncodingMapType = &Type{name: "EncodingMap"}

var encodingMapShape = &Shape{typ: EncodingMapType}

// An EncodingMap maps characters to bytes.
type EncodingMap struct {
	Header
	bytes map[rune]byte
}

var encodingMapSpec = TypeSpec{
	Type: EncodingMapType, Name: "EncodingMap", Flags: typeOwnLayout | TypeNoInstantiation, Shape: encodingMapShape,
	Methods: []MethodSpec{{Sig: "size($self, /)", Doc: "Return the size (in bytes) of this object.", Fn: func(_ *Thread, self Value) (Value, *Exception) {
		return Int(int64(56 + 128*len((*EncodingMap)(self.p).bytes)/32)), nil
	}}},
}

// undefinedChar is what decoding tables have where there is no character.
const undefinedChar = 0xfffe

const mapsToUndefined = "character maps to <undefined>"

// BuildCharmap turns a decoding table into an encoding table: an EncodingMap, or a dict for tables of unusual form.
func BuildCharmap(t *Thread, table *Str) (Value, *Exception) {
	n := min(table.Len(), 256)
	plain := n > 0 && table.At(0) == 0
	for i := 1; i < n && plain; i++ {
		r := table.At(i)
		plain = r != 0 && r <= 0xffff
	}
	if !plain {
		d := NewDict(t)
		for i := 0; i < n; i++ {
			if exc := d.Set(t, Int(int64(table.At(i))), Int(int64(i))); exc != nil {
				return Null, exc
			}
		}
		return d.Value(), nil
	}
	m := alloc[EncodingMap](t)
	m.shape, m.bytes = encodingMapShape, make(map[rune]byte, n)
	for i := 0; i < n; i++ {
		if r := table.At(i); r != undefinedChar {
			m.bytes[r] = byte(i)
		}
	}
	return obj(unsafe.Pointer(m)), nil
}

// DecodeCharmap decodes bytes through a mapping: a str, or anything with items for ints. None is Latin-1.
func DecodeCharmap(t *Thread, b []byte, errors string, mapping Value) (*Str, *Exception) {
	if mapping.IsNone() {
		return DecodeText(t, CodecLatin1, NewBytes(t, b).Value(), b, errors)
	}
	var out strBuilder
	out.start(t)
	out.expect(len(b))
	e := decodeErrors{t: t, b: b, encoding: "charmap", name: errors, handler: Null}
	table := exactStr(mapping)
	for i := 0; i < len(b); {
		ok := false
		var exc *Exception
		if table != nil {
			if int(b[i]) < table.Len() {
				if r := table.At(int(b[i])); r != undefinedChar {
					out.rune(r)
					ok = true
				}
			}
		} else {
			ok, exc = out.mapped(mapping, b[i])
		}
		if ok {
			i++
			continue
		}
		if exc == nil {
			i, exc = e.handle(&out, i, i+1, mapsToUndefined)
		}
		if exc != nil {
			out.drop()
			return nil, exc
		}
	}
	return out.finish()
}

// mapped appends what a mapping has for a byte; ok is false when it is undefined.
func (b *strBuilder) mapped(mapping Value, c byte) (ok bool, exc *Exception) {
	t := b.t
	v, exc := GetItem(t, mapping, Int(int64(c)))
	if exc != nil {
		if exc.Is(LookupErrorType) {
			return false, nil
		}
		return false, exc
	}
	if s := asStr(v); s != nil {
		if s.Len() == 1 && s.At(0) == undefinedChar {
			return false, nil
		}
		b.str(s)
		return true, nil
	}
	switch {
	case v.IsNone():
		return false, nil
	case !TypeOf(v).Is(TypeInt):
		return false, Raise(t, TypeErrorType, "character mapping must return integer, None or str")
	}
	n, fits := AsInt64(v)
	if !fits || n < 0 || n > 0x10ffff {
		return false, Raise(t, TypeErrorType, "character mapping must be in range(0x110000)")
	}
	if n == undefinedChar {
		return false, nil
	}
	b.rune(rune(n))
	return true, nil
}

// appendMapped appends the bytes that a mapping has for a character; ok is false when it has none.
func appendMapped(t *Thread, out []byte, mapping Value, r rune) (_ []byte, ok bool, exc *Exception) {
	if ShapeOf(mapping) == encodingMapShape {
		c, ok := (*EncodingMap)(mapping.p).bytes[r]
		if ok {
			out = append(out, c)
		}
		return out, ok, nil
	}
	v, exc := GetItem(t, mapping, Int(int64(r)))
	if exc != nil {
		if exc.Is(LookupErrorType) {
			return out, false, nil
		}
		return nil, false, exc
	}
	if b := asBytes(v); b != nil {
		return append(out, b.B...), true, nil
	}
	switch {
	case v.IsNone():
		return out, false, nil
	case !TypeOf(v).Is(TypeInt):
		return nil, false, TypeErrorf(t, "character mapping must return integer, bytes or None, not %s", TypeOf(v).fullName())
	}
	n, fits := AsInt64(v)
	if !fits || n < 0 || n > 255 {
		return nil, false, Raise(t, TypeErrorType, "character mapping must be in range(256)")
	}
	return append(out, byte(n)), true, nil
}

// EncodeCharmap encodes through a mapping from code points: an EncodingMap, or anything with items for ints. None is Latin-1.
func EncodeCharmap(t *Thread, s *Str, errors string, mapping Value) ([]byte, *Exception) {
	if mapping.IsNone() {
		return EncodeText(t, CodecLatin1, s, errors)
	}
	n := s.Len()
	if exc := reserveText(t, n); exc != nil {
		return nil, exc
	}
	out := make([]byte, 0, n)
	e := encodeErrors{t: t, s: s, encoding: "charmap", name: errors, handler: Null}
	for i := 0; i < n; {
		var ok bool
		var exc *Exception
		if out, ok, exc = appendMapped(t, out, mapping, s.At(i)); exc != nil {
			return nil, exc
		}
		if ok {
			i++
			continue
		}
		end := i + 1
		for ; end < n; end++ {
			_, ok, exc := appendMapped(t, out[len(out):], mapping, s.At(end))
			if exc != nil {
				return nil, exc
			}
			if ok {
				break
			}
		}
		text, raw, next, exc := e.handle(i, end, mapsToUndefined)
		if exc != nil {
			return nil, exc
		}
		out = append(out, raw...)
		for k := 0; text != nil && k < text.Len(); k++ {
			if out, ok, exc = appendMapped(t, out, mapping, text.At(k)); exc != nil {
				return nil, exc
			}
			if !ok {
				return nil, e.raise(i, end, mapsToUndefined)
			}
		}
		i = next
	}
	return out, nil
}
