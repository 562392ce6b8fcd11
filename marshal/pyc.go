package marshal

import (
	"encoding/binary"
	"fmt"
)

// HeaderSize is the length of a .pyc header from Python 3.7 on.
const HeaderSize = 16

// Invalidation says how a .pyc file is matched with its source (PEP 552). The
// values are those of the header's flags.
type Invalidation uint32

const (
	Timestamp     Invalidation = 0 // by the source's modification time and size
	UncheckedHash Invalidation = 1 // not at all
	CheckedHash   Invalidation = 3 // by the source's hash
)

// String is the name that compileall's --invalidation-mode gives the mode.
func (i Invalidation) String() string {
	switch i {
	case Timestamp:
		return "timestamp"
	case UncheckedHash:
		return "unchecked-hash"
	case CheckedHash:
		return "checked-hash"
	}
	return fmt.Sprintf("flags %#x", uint32(i))
}

// A Header is the first 16 bytes of a .pyc file.
type Header struct {
	Magic Magic
	Mode  Invalidation

	// For Timestamp: the low 32 bits of the source's modification time in seconds
	// and of its size.
	ModTime    uint32
	SourceSize uint32

	// For the hash modes: see SourceHash.
	Hash uint64
}

// Version is the version that the magic number belongs to, 0 if unknown.
func (h Header) Version() Version {
	v, _ := h.Magic.Version()
	return v
}

// ParseHeader reads the header at the start of data. Any magic number that ends in
// CR LF is accepted; [Header.Check] decides whether it is one that can be loaded.
// A bad magic number is reported in the words CPython has for a script (its
// importer says ImportError, "bad magic number in 'm': b'...'"), other faults in
// the words of the importer, without the " of 'm'" or " in 'm'" at the end.
func ParseHeader(data string) (Header, error) {
	if len(data) < 4 {
		return Header{}, errBadMagic()
	}
	b := []byte(data[:min(len(data), HeaderSize)])
	h := Header{Magic: Magic(binary.LittleEndian.Uint32(b))}
	if h.Magic&0xffff0000 != crlf {
		return h, errBadMagic()
	}
	if len(b) < HeaderSize {
		return h, &Error{Kind: Truncated, Class: "EOFError", Msg: "reached EOF while reading pyc header", Offset: len(data)}
	}
	h.Mode = Invalidation(binary.LittleEndian.Uint32(b[4:]))
	switch h.Mode {
	case Timestamp:
		h.ModTime = binary.LittleEndian.Uint32(b[8:])
		h.SourceSize = binary.LittleEndian.Uint32(b[12:])
	case UncheckedHash, CheckedHash:
		h.Hash = binary.LittleEndian.Uint64(b[8:])
	default:
		return h, &Error{Kind: BadData, Class: "ImportError", Msg: fmt.Sprintf("invalid flags %d", uint32(h.Mode)), Offset: 4}
	}
	return h, nil
}

// Check reports a file whose code objects cannot be read: one that is not a .pyc
// file, or one of a version that is not supported or that was never released.
func (h Header) Check() error {
	if v, released := h.Magic.Version(); released && v.Supported() {
		return nil
	}
	return errBadMagic()
}

// Unsupported describes, for a person, the version of a file that Check refused.
func (h Header) Unsupported() string {
	v, released := h.Magic.Version()
	switch {
	case v == 0:
		return fmt.Sprintf("magic number %d belongs to no known Python version", h.Magic.Number())
	case !released:
		return fmt.Sprintf("the file was compiled by a pre-release of Python %s (magic number %d)", v, h.Magic.Number())
	default:
		return fmt.Sprintf("the file was compiled by Python %s (magic number %d)", v, h.Magic.Number())
	}
}

func errBadMagic() *Error {
	return &Error{Kind: BadMagic, Class: "RuntimeError", Msg: "Bad magic number in .pyc file"}
}

// Append writes the header's 16 bytes.
func (h Header) Append(b []byte) []byte {
	b = binary.LittleEndian.AppendUint32(b, uint32(h.Magic))
	b = binary.LittleEndian.AppendUint32(b, uint32(h.Mode))
	if h.Mode == Timestamp {
		b = binary.LittleEndian.AppendUint32(b, h.ModTime)
		return binary.LittleEndian.AppendUint32(b, h.SourceSize)
	}
	return binary.LittleEndian.AppendUint64(b, h.Hash)
}

// MatchesSource says whether a CheckedHash file was made from this source.
func (h Header) MatchesSource(source []byte) bool {
	return h.Hash == SourceHash(h.Version(), source)
}

// MatchesStat says whether a Timestamp file was made from a source with this
// modification time, in seconds, and size.
func (h Header) MatchesStat(modTime, size int64) bool {
	return h.ModTime == uint32(modTime) && h.SourceSize == uint32(size)
}

// A Pyc is a .pyc file.
type Pyc struct {
	Header Header
	Code   *Code
}

// LoadPyc reads a .pyc file of any supported version. What follows the code
// object is ignored, as CPython does. The result shares the memory of data.
func LoadPyc(data string) (*Pyc, error) { return LoadOptions{}.LoadPyc(data) }

// LoadPyc reads a .pyc file; the version of opts is replaced by the file's.
func (opts LoadOptions) LoadPyc(data string) (*Pyc, error) {
	h, err := ParseHeader(data)
	if err != nil {
		return nil, err
	}
	if err := h.Check(); err != nil {
		return nil, err
	}
	opts.Version = h.Version()
	o, n, err := opts.Load(data[HeaderSize:])
	if err != nil {
		if e, ok := err.(*Error); ok {
			e.Offset += HeaderSize
		}
		return nil, err
	}
	c, ok := o.(*Code)
	if !ok {
		return nil, &Error{Kind: BadData, Class: "RuntimeError", Msg: "Bad code object in .pyc file", Offset: HeaderSize + n}
	}
	return &Pyc{Header: h, Code: c}, nil
}
