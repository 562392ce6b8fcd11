package marshal

import "encoding/binary"

// A Magic is the first four bytes of a .pyc file, little-endian: a number of 16
// bits that changes with the bytecode, then CR LF, which a text-mode copy breaks.
type Magic uint32

const crlf = 0x0a0d0000

// magicRange is the numbers that one Python version used from its first alpha on,
// and the one of its release.
type magicRange struct {
	first, last uint16
	release     uint16
	version     Version
}

// Source: the list in CPython's importlib, which also reserves 50 numbers for
// each version from 3.11 on.
var magics = []magicRange{
	{3000, 3131, 3131, 0x0300},
	{3141, 3151, 3151, 0x0301},
	{3160, 3180, 3180, 0x0302},
	{3190, 3230, 3230, 0x0303},
	{3250, 3310, 3310, 0x0304},
	{3320, 3351, 3351, 0x0305},
	{3360, 3379, 3379, 0x0306},
	{3390, 3394, 3394, 0x0307},
	{3400, 3413, 3413, Py38},
	{3420, 3425, 3425, Py39},
	{3430, 3439, 3439, Py310},
	{3450, 3499, 3495, Py311},
	{3500, 3549, 3531, Py312},
	{3550, 3599, 3571, Py313},
	{3600, 3649, 3627, Py314},
	{3650, 3699, 3666, 0x030f},
	{20121, 20121, 20121, 0x0105},
	{50428, 50428, 50428, 0x0106},
	{50823, 50823, 50823, 0x0200},
	{60202, 60202, 60202, 0x0201},
	{60717, 60717, 60717, 0x0202},
	{62011, 62021, 62011, 0x0203},
	{62041, 62061, 62061, 0x0204},
	{62071, 62131, 62131, 0x0205},
	{62151, 62161, 62161, 0x0206},
	{62171, 62211, 62211, 0x0207},
}

// Magic is the number with which the release of this version marks its files. It
// is 0 for a version that is not known.
func (v Version) Magic() Magic {
	for _, r := range magics {
		if r.version == v {
			return Magic(r.release) | crlf
		}
	}
	return 0
}

// Number is the 16 bits that count.
func (m Magic) Number() uint16 { return uint16(m) }

// Version is the version that m belongs to, with released telling a release from
// the alphas and betas before it, whose bytecode differs. It is 0 for a number
// that no CPython used.
func (m Magic) Version() (v Version, released bool) {
	if m&0xffff0000 != crlf {
		return 0, false
	}
	n := m.Number()
	for _, r := range magics {
		if r.first <= n && n <= r.last {
			return r.version, n == r.release
		}
	}
	return 0, false
}

// Bytes gives the four bytes as they are in the file.
func (m Magic) Bytes() [4]byte {
	var b [4]byte
	binary.LittleEndian.PutUint32(b[:], uint32(m))
	return b
}

// Sniff tells whether a file that starts with data, of which four bytes are
// enough, is a .pyc file of any CPython, and of which version. A file of a
// version that is not supported is recognised too.
func Sniff(data []byte) (Version, bool) {
	if len(data) < 4 {
		return 0, false
	}
	v, _ := Magic(binary.LittleEndian.Uint32(data)).Version()
	return v, v != 0
}
