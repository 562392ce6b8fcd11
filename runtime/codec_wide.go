package runtime

import "encoding/binary"

// wideCodec describes a codec of 16- or 32-bit units.
type wideCodec struct {
	name string
	size int // bytes per unit
	big  bool
	bom  bool // written by the encoder, looked for by the decoder
}

func wideCodecOf(c Codec) wideCodec {
	switch c {
	case CodecUTF16:
		return wideCodec{"utf-16", 2, false, true}
	case CodecUTF16LE:
		return wideCodec{"utf-16-le", 2, false, false}
	case CodecUTF16BE:
		return wideCodec{"utf-16-be", 2, true, false}
	case CodecUTF32:
		return wideCodec{"utf-32", 4, false, true}
	case CodecUTF32LE:
		return wideCodec{"utf-32-le", 4, false, false}
	}
	return wideCodec{"utf-32-be", 4, true, false}
}

func (w *wideCodec) appendUnit(b []byte, u uint32) []byte {
	switch {
	case w.size == 4 && w.big:
		return binary.BigEndian.AppendUint32(b, u)
	case w.size == 4:
		return binary.LittleEndian.AppendUint32(b, u)
	case w.big:
		return binary.BigEndian.AppendUint16(b, uint16(u))
	}
	return binary.LittleEndian.AppendUint16(b, uint16(u))
}

func (w *wideCodec) unit(b []byte) rune {
	switch {
	case w.size == 4 && w.big:
		return rune(binary.BigEndian.Uint32(b))
	case w.size == 4:
		return rune(binary.LittleEndian.Uint32(b))
	case w.big:
		return rune(binary.BigEndian.Uint16(b))
	}
	return rune(binary.LittleEndian.Uint16(b))
}

// appendRune appends a character that is no surrogate.
func (w *wideCodec) appendRune(b []byte, r rune) []byte {
	if w.size == 2 && r >= 0x10000 {
		r -= 0x10000
		return w.appendUnit(w.appendUnit(b, uint32(0xd800+r>>10)), uint32(0xdc00+r&0x3ff))
	}
	return w.appendUnit(b, uint32(r))
}

// encodeWide encodes to UTF-16 or UTF-32.
func encodeWide(t *Thread, c Codec, s *Str, errors string) ([]byte, *Exception) {
	w := wideCodecOf(c)
	n := s.Len()
	if exc := reserveText(t, (n+1)*4); exc != nil {
		return nil, exc
	}
	size := (n + 1) * w.size
	if w.size == 2 && s.shift() == 2 {
		size *= 2
	}
	out := make([]byte, 0, size)
	if w.bom {
		out = w.appendUnit(out, 0xfeff)
	}
	e := encodeErrors{t: t, s: s, encoding: w.name, name: errors, handler: Null}
	const reason = "surrogates not allowed"
	for i := 0; i < n; {
		r := s.At(i)
		if r < 0xd800 || r > 0xdfff {
			out = w.appendRune(out, r)
			i++
			continue
		}
		end := i + 1 // unlike UTF-8, one at a time
		text, raw, next, exc := e.handle(i, end, reason)
		if exc != nil {
			return nil, exc
		}
		if text == nil {
			if len(raw)%w.size != 0 {
				return nil, e.raise(i, end, reason)
			}
			out = append(out, raw...)
			i = next
			continue
		}
		for k, m := 0, text.Len(); k < m; k++ {
			r := text.At(k)
			if r >= 0xd800 && r <= 0xdfff {
				return nil, e.raise(i, end, reason)
			}
			out = w.appendRune(out, r)
		}
		i = next
	}
	return out, nil
}

// DecodeWide decodes UTF-16 or UTF-32. When b is not the final part of a stream, an incomplete character at its end is left; the results tell how
// many bytes were used, and -1, 0 or 1 for little-endian, not yet known, or big-endian.
func DecodeWide(t *Thread, c Codec, b []byte, errors string, final bool) (s *Str, used, order int, exc *Exception) {
	w := wideCodecOf(c)
	if exc := reserveText(t, len(b)); exc != nil {
		return nil, 0, 0, exc
	}
	i := 0
	if w.bom {
		if len(b) >= w.size {
			switch w.unit(b) {
			case 0xfeff:
				i, order = w.size, -1
			case 0xfffe, -0x20000: // the mark in the other byte order: FF FE reads 0xfffe, 00 00 FE FF reads 0xfffe0000
				i, order, w.big = w.size, 1, true
				if w.size == 4 && !bigMark32(b) {
					i, order, w.big = 0, 0, false
				}
			}
		}
		w.name = wideName(w)
	} else if w.big {
		order = 1
	} else {
		order = -1
	}
	var out strBuilder
	out.start(t)
	e := decodeErrors{t: t, b: b, encoding: w.name, name: errors, handler: Null}
	for i < len(b) {
		r, n, reason, end := w.next(b, i)
		if reason == "" {
			out.rune(r)
			i += n
			continue
		}
		if !final && end == len(b) && (reason == "truncated data" || reason == "unexpected end of data") {
			break
		}
		next, exc := e.handle(&out, i, end, reason)
		if exc != nil {
			out.drop()
			return nil, 0, 0, exc
		}
		i = next
	}
	s, exc = out.finish()
	return s, i, order, exc
}

func bigMark32(b []byte) bool { return b[0] == 0 && b[1] == 0 && b[2] == 0xfe && b[3] == 0xff }

// wideName is the encoding's name as errors of the decoder give it.
func wideName(w wideCodec) string {
	switch {
	case w.size == 2 && w.big:
		return "utf-16-be"
	case w.size == 2:
		return "utf-16-le"
	case w.big:
		return "utf-32-be"
	}
	return "utf-32-le"
}

// next decodes the character at i; a reason tells that b[i:end] is bad.
func (w *wideCodec) next(b []byte, i int) (r rune, n int, reason string, end int) {
	if len(b)-i < w.size {
		return 0, 0, "truncated data", len(b)
	}
	r = w.unit(b[i:])
	if w.size == 4 {
		if r >= 0xd800 && r <= 0xdfff {
			return 0, 0, "code point in surrogate code point range(0xd800, 0xe000)", i + 4
		}
		if r < 0 || r > 0x10ffff {
			return 0, 0, "code point not in range(0x110000)", i + 4
		}
		return r, 4, "", 0
	}
	if r < 0xd800 || r > 0xdfff {
		return r, 2, "", 0
	}
	if r >= 0xdc00 {
		return 0, 0, "illegal encoding", i + 2
	}
	if len(b)-i < 4 {
		return 0, 0, "unexpected end of data", len(b)
	}
	low := w.unit(b[i+2:])
	if low < 0xdc00 || low > 0xdfff {
		return 0, 0, "illegal UTF-16 surrogate", i + 2
	}
	return 0x10000 + (r-0xd800)<<10 + low - 0xdc00, 4, "", 0
}
