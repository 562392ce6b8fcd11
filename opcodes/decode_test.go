package opcodes

import (
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// A sample is a code object of a dump.
type sample struct {
	name                         string
	firstLine                    int32
	code, linetable, exceptions_ string
}

func readSample(t *testing.T, r record) sample {
	s := sample{name: r[1], firstLine: int32(r.int(2))}
	for i, to := range []*string{&s.code, &s.linetable, &s.exceptions_} {
		if r[3+i] == "-" {
			continue
		}
		b, err := hex.DecodeString(r[3+i])
		if err != nil {
			t.Fatal(err)
		}
		*to = string(b)
	}
	return s
}

// Every line of the dump is rendered again from our own decoders.
func TestDecodersAgreeWithCPython(t *testing.T) {
	dumps(t, "code", func(t *testing.T, table *Table, records []record) {
		var s sample
		lines := 0
		for n, r := range records {
			if r[0] == "code" {
				s = readSample(t, r)
				continue
			}
			var got []string
			switch r[0] {
			case "instrs":
				got = renderInstrs(t, table, s)
			case "branches":
				got = renderBranches(t, table, s)
			case "handlers":
				got = renderHandlers(t, s, r)
			case "positions":
				got = renderPositions(s)
			case "lines":
				for _, l := range table.Lines(s.linetable, s.firstLine, nil) {
					got = append(got, fmt.Sprintf("%d:%d:%s", l.Start, l.End, orNone(l.Line)))
				}
			case "starts":
				for _, l := range table.LineStarts(s.linetable, s.firstLine, nil) {
					got = append(got, fmt.Sprintf("%d:%s", l.Offset, orNone(l.Line)))
				}
			default:
				t.Fatalf("unknown line in the dump: %v", r[0])
			}
			if got == nil {
				got = []string{"-"}
			}
			lines++
			if !slices.Equal(got, r[1:]) {
				t.Errorf("line %d, %s of %s:\n got %v\nwant %v\nlinetable %x\nexceptions %x", n+1, r[0], s.name, got, r[1:], s.linetable, s.exceptions_)
			}
		}
		if lines < 100 {
			t.Errorf("only %d lines compared", lines)
		}
	})
}

// orNone renders -1 as None.
func orNone(n int32) string {
	if n == -1 {
		return "-"
	}
	return strconv.Itoa(int(n))
}

func renderInstrs(t *testing.T, table *Table, s sample) (out []string) {
	instrs, err := table.Decode(s.code, nil)
	if err != nil {
		t.Errorf("Decode(%s): %v", s.name, err)
	}
	for i := range instrs {
		in := &instrs[i]
		arg := "-"
		if table.Flags(in.Op)&HasArg != 0 {
			arg = strconv.Itoa(int(in.Arg))
		}
		target := orNone(in.Target)
		if in.Target == BadTarget { // the dump has the place outside the code
			units := int(in.Arg)
			if table.Flags(in.Op)&JumpsForward == 0 {
				units = -units
			}
			target = strconv.Itoa(int(in.End()) + 2*units)
		}
		number, _ := table.Number(in.Op)
		out = append(out, fmt.Sprintf("%d:%d:%d:%s:%s", in.Offset, in.Offset-in.Start, number, arg, target))
		if j, ok := IndexOf(instrs, in.Start); j != i || !ok {
			t.Errorf("IndexOf(%d) = %d, %v, want %d", in.Start, j, ok, i)
		}
		if j, ok := IndexOf(instrs, in.Offset+1); ok {
			t.Errorf("IndexOf(%d) = %d, want none", in.Offset+1, j)
		}
	}
	return out
}

func renderBranches(t *testing.T, table *Table, s sample) (out []string) {
	for _, b := range table.Branches(s.code, nil) {
		out = append(out, fmt.Sprintf("%d:%d:%d", b.Source, b.Left, b.Right))
	}
	return out
}

// renderHandlers stops, as ExceptionTable does, where the numbers exceed what code can have.
func renderHandlers(t *testing.T, s sample, r record) (out []string) {
	handlers, err := ExceptionTable(s.exceptions_, nil)
	for _, h := range handlers {
		lasti := 0
		if h.Lasti {
			lasti = 1
		}
		out = append(out, fmt.Sprintf("%d:%d:%d:%d:%d", h.Start, h.End, h.Target, h.Depth, lasti))
	}
	if err != nil {
		next := r[1+len(out)]
		large := false
		for _, n := range strings.Split(next, ":") {
			large = large || len(n) > 9
		}
		if !large {
			t.Errorf("ExceptionTable(%x): %v at %s", s.exceptions_, err, next)
		}
		out = append(out, r[1+len(out):]...)
	}
	return out
}

func renderPositions(s sample) (out []string) {
	last, repeat := "", 0
	flush := func() {
		if repeat > 0 {
			out = append(out, fmt.Sprintf("%d*%s", repeat, last))
		}
	}
	for _, r := range PositionRanges(s.linetable, s.firstLine, nil) {
		text := strings.Join([]string{orNone(r.Line), orNone(r.EndLine), orNone(r.Col), orNone(r.EndCol)}, ":")
		if text != last {
			flush()
			last, repeat = text, 0
		}
		repeat += int(r.End-r.Start) / 2
	}
	flush()
	return out
}

func TestPositionAtAgreesWithRanges(t *testing.T) {
	dumps(t, "code", func(t *testing.T, table *Table, records []record) {
		for _, r := range records {
			if r[0] != "code" {
				continue
			}
			s := readSample(t, r)
			end := int32(0)
			for _, p := range PositionRanges(s.linetable, s.firstLine, nil) {
				end = p.End
				for _, offset := range []int32{p.Start, p.End - 1} {
					if got, ok := PositionAt(s.linetable, s.firstLine, offset); got != p.Position || !ok {
						t.Fatalf("PositionAt(%s, %d) = %v, %v, want %v", s.name, offset, got, ok, p.Position)
					}
				}
			}
			if _, ok := PositionAt(s.linetable, s.firstLine, end); ok {
				t.Errorf("PositionAt(%s, %d) is beyond the table and has a position", s.name, end)
			}
			for _, l := range table.Lines(s.linetable, s.firstLine, nil) {
				if got := table.yieldedLine(LineAt(s.linetable, s.firstLine, l.End-1)); got != l.Line {
					t.Errorf("LineAt(%s, %d) = %d, want %d", s.name, l.End-1, got, l.Line)
				}
			}
		}
	})
}

func TestDecodeMalformed(t *testing.T) {
	table := For(V313)
	number := func(op Op) byte {
		n, ok := table.Number(op)
		if !ok {
			t.Fatalf("no %v", op)
		}
		return byte(n)
	}
	ext, add, call := number(ExtendedArg), number(BinaryOpAddInt), number(InstrumentedCall)
	for _, c := range []struct {
		name string
		code []byte
		want []Instr
	}{
		{"empty", nil, nil},
		{"prefix at the end", []byte{ext, 1, ext, 2}, []Instr{
			{Op: ExtendedArg, Number: ext, Arg: 1<<8 | 2, Start: 0, Offset: 2, Target: NoTarget},
		}},
		{"cache beyond the end", []byte{number(LoadAttr), 2, 0, 0}, []Instr{
			{Op: LoadAttr, Number: number(LoadAttr), Caches: 9, Arg: 2, Target: NoTarget},
		}},
		{"unassigned number", []byte{130, 7}, []Instr{{Op: Invalid, Number: 130, Target: NoTarget}}},
		{"specialized", []byte{add, 7, 0, 0}, []Instr{{Op: BinaryOp, Number: add, Caches: 1, Arg: 7, Target: NoTarget}}},
		{"instrumented", []byte{call, 1, 0, 0, 0, 0, 0, 0}, []Instr{{Op: Call, Number: call, Caches: 3, Arg: 1, Target: NoTarget}}},
		{"jump out", []byte{number(JumpForward), 0}, []Instr{{Op: JumpForward, Number: number(JumpForward), Target: BadTarget}}},
		{"jump to before the code", []byte{number(JumpBackwardNoInterrupt), 2}, []Instr{
			{Op: JumpBackwardNoInterrupt, Number: number(JumpBackwardNoInterrupt), Arg: 2, Target: BadTarget},
		}},
	} {
		got, err := table.Decode(string(c.code), nil)
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s: Decode(%x) = %+v, %v, want %+v", c.name, c.code, got, err, c.want)
		}
	}
	if _, err := table.Decode("\t", nil); err != ErrOddCode {
		t.Errorf("Decode of an odd length: %v, want %v", err, ErrOddCode)
	}
}

func TestFindHandler(t *testing.T) {
	handlers := []Handler{{Start: 0, End: 4, Target: 20}, {Start: 4, End: 10, Target: 30, Depth: 2, Lasti: true}}
	for offset, want := range map[int32]int32{0: 20, 2: 20, 4: 30, 8: 30} {
		if got, ok := FindHandler(handlers, offset); !ok || got.Target != want {
			t.Errorf("FindHandler(%d) = %v, %v, want target %d", offset, got, ok, want)
		}
	}
	if got, ok := FindHandler(handlers, 10); ok {
		t.Errorf("FindHandler(10) = %v", got)
	}
}

// FuzzDecoders checks that any bytes decode, and that what comes out is consistent.
func FuzzDecoders(f *testing.F) {
	f.Add([]byte{144, 1, 100, 2})
	f.Add([]byte{0xf8, 0x7f, 0x7f, 0x7f, 0x7f, 0x7f, 0x7f, 0x7f, 0x7f, 0x7f, 0x3f})
	rng := rand.New(rand.NewPCG(1, 2))
	b := make([]byte, 300)
	for i := range b {
		b[i] = byte(rng.Uint32())
	}
	f.Add(b)
	f.Fuzz(func(t *testing.T, data []byte) {
		b := string(data)
		ExceptionTable(b, nil)
		PositionRanges(b, -5, nil)
		for _, v := range Versions() {
			table := For(v)
			table.Lines(b, 1, nil)
			table.LineStarts(b, 1, nil)
			table.Branches(b, nil)
			instrs, err := table.Decode(b, nil)
			if (err != nil) != (len(b)%2 != 0) {
				t.Fatalf("Decode: %v", err)
			}
			end := int32(0)
			for i := range instrs {
				in := &instrs[i]
				if in.Start != end || in.Offset < in.Start || int(in.Offset) >= len(b) || int(in.Target) >= len(b) {
					t.Fatalf("%v: instruction %d after %d: %+v", v, i, end, *in)
				}
				end = in.End()
			}
			if err == nil && int(end) < len(b) {
				t.Fatalf("%v: decoded %d of %d bytes", v, end, len(b))
			}
		}
	})
}
