package runtime

// encodeLatin encodes to ascii or latin-1: limit is the highest character.
func encodeLatin(t *Thread, s *Str, errors, encoding string, limit rune) ([]byte, *Exception) {
	if s.shift() == 0 && (limit == 0xff || s.IsASCII()) {
		return stringBytes(s.s), nil
	}
	n := s.Len()
	if exc := reserveText(t, n); exc != nil {
		return nil, exc
	}
	out := make([]byte, 0, n)
	reason := "ordinal not in range(128)"
	if limit == 0xff {
		reason = "ordinal not in range(256)"
	}
	e := encodeErrors{t: t, s: s, encoding: encoding, name: errors, handler: Null}
	for i := 0; i < n; {
		r := s.At(i)
		if r <= limit {
			out = append(out, byte(r))
			i++
			continue
		}
		end := i + 1
		for end < n && s.At(end) > limit {
			end++
		}
		text, raw, next, exc := e.handle(i, end, reason)
		if exc != nil {
			return nil, exc
		}
		if text != nil {
			for k, m := 0, text.Len(); k < m; k++ {
				r := text.At(k)
				if r > limit {
					return nil, e.raise(i, end, reason)
				}
				out = append(out, byte(r))
			}
		} else {
			out = append(out, raw...)
		}
		i = next
	}
	return out, nil
}

// decodeLatin1 makes a str of Latin-1 bytes of which some are not ASCII.
func decodeLatin1(t *Thread, b []byte) (*Str, *Exception) {
	if exc := reserveText(t, len(b)); exc != nil {
		return nil, exc
	}
	if len(b) == 1 {
		return latin1[b[0]], nil
	}
	x, units := allocStr(t, len(b), 0)
	copy(units, b)
	return x, nil
}

func decodeASCII(t *Thread, b []byte, errors string) (*Str, *Exception) {
	var out strBuilder
	out.start(t)
	e := decodeErrors{t: t, b: b, encoding: "ascii", name: errors, handler: Null}
	for i := 0; i < len(b); {
		from := i
		for i < len(b) && b[i] < 0x80 {
			i++
		}
		out.ascii(bytesString(b[from:i]))
		if i == len(b) {
			break
		}
		next, exc := e.handle(&out, i, i+1, "ordinal not in range(128)")
		if exc != nil {
			out.drop()
			return nil, exc
		}
		i = next
	}
	return out.finish()
}
