package unicodedb

// A ucdRecord holds properties that only the module unicodedata shows.
type ucdRecord struct {
	bidi      uint8 // index into bidiClasses
	combining uint8
	width     uint8 // index into widthNames
	mirrored  uint8
}

func (t *Tables) ucdRecord(r rune) *ucdRecord {
	if uint32(r) > maxRune {
		return &ucdRecords[t.ucd[0]]
	}
	mid := ucdMid[int(ucdTop[r>>8])<<4|int(r>>4&15)]
	return &ucdRecords[t.ucd[ucdLeaf[int(mid)<<4|int(r&15)]]]
}

// Bidirectional is unicodedata.bidirectional.
func (t *Tables) Bidirectional(r rune) string { return bidiClasses[t.ucdRecord(r).bidi] }

// Combining is the canonical combining class.
func (t *Tables) Combining(r rune) int { return int(t.ucdRecord(r).combining) }

// EastAsianWidth is unicodedata.east_asian_width.
func (t *Tables) EastAsianWidth(r rune) string { return widthNames[t.ucdRecord(r).width] }

// IsMirrored is unicodedata.mirrored.
func (t *Tables) IsMirrored(r rune) bool { return t.ucdRecord(r).mirrored != 0 }
