package opcodes

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestTablesAgreeWithCPython(t *testing.T) {
	dumps(t, "op", func(t *testing.T, table *Table, records []record) {
		var opargs []int
		named, shown := map[int]bool{}, map[int]int{}
		for _, r := range records {
			switch r[0] {
			case "python":
				if r[1] != table.Version().String() {
					t.Fatalf("dump is of %s", r[1])
				}
			case "opargs":
				for i := range r[1:] {
					opargs = append(opargs, r.int(i+1))
				}
			case "op":
				named[r.int(1)] = true
				checkOp(t, table, r)
			case "specialized":
				if r[1] != "-" {
					named[r.int(1)] = true
				}
				checkSpecialized(t, table, r)
			case "effect":
				checkEffect(t, table, opargs, r)
			case "stored":
				shown[r.int(1)] = r.int(2)
			case "cache":
				var fields []string
				for _, f := range table.CacheLayout(ByName(r[1])) {
					fields = append(fields, fmt.Sprintf("%s:%d", f.Name, f.Size))
				}
				if !slices.Equal(fields, r[2:]) {
					t.Errorf("CacheLayout(%s) = %v, want %v", r[1], fields, r[2:])
				}
			default:
				checkOperand(t, table, r)
			}
		}
		for n := range maxNumber {
			if got := table.Op(n) != Invalid; got != named[n] {
				t.Errorf("Op(%d) = %v, known to CPython: %v", n, table.Op(n), named[n])
			}
		}
		checkShown(t, table, shown)
		checkOperandCounts(t, table, records)
	})
}

func checkOp(t *testing.T, table *Table, r record) {
	number, name := r.int(1), r[2]
	op := ByName(name)
	if got := table.Op(number); got != op || op == Invalid {
		t.Errorf("Op(%d) = %v, want %s", number, got, name)
		return
	}
	if got, ok := table.Number(op); got != number || !ok {
		t.Errorf("Number(%v) = %d, %v, want %d", op, got, ok, number)
	}
	if got := table.Name(number); got != name {
		t.Errorf("Name(%d) = %s, want %s", number, got, name)
	}
	if got := table.Caches(op); got != r.int(3) {
		t.Errorf("Caches(%v) = %d, want %d", op, got, r.int(3))
	}
	if got := opcodeLists(table.Flags(op)); got != r[4] {
		t.Errorf("Flags(%v) = %s, want %s", op, got, r[4])
	}
	f := table.Flags(op)
	if got, want := f&Pseudo != 0, number > 255; got != want {
		t.Errorf("Flags(%v) has Pseudo: %v, want %v", op, got, want)
	}
	if got, want := f&Instrumented != 0, strings.HasPrefix(name, "INSTRUMENTED_"); got != want {
		t.Errorf("Flags(%v) has Instrumented: %v, want %v", op, got, want)
	}
	if f&Specialized != 0 {
		t.Errorf("Flags(%v) has Specialized", op)
	}
	if back := strings.Contains(name, "JUMP_BACKWARD"); back != (f&JumpsBackward != 0) && f&HasTarget != 0 {
		t.Errorf("Flags(%v) has JumpsBackward: %v, want %v", op, !back, back)
	}
	if got := table.Base(op); got != op && f&Instrumented == 0 {
		t.Errorf("Base(%v) = %v", op, got)
	}
}

// opcodeLists renders flags as the dump does.
func opcodeLists(f Flags) string {
	var names []string
	for _, l := range []struct {
		flag Flags
		name string
	}{
		{HasArg, "hasarg"},
		{HasConst, "hasconst"},
		{HasName, "hasname"},
		{HasTarget, "hasjrel"},
		{HasLocal, "haslocal"},
		{HasFree, "hasfree"},
		{HasCompare, "hascompare"},
		{HasExc, "hasexc"},
	} {
		if f&l.flag != 0 {
			names = append(names, l.name)
		}
	}
	if names == nil {
		return "-"
	}
	return strings.Join(names, ",")
}

func checkSpecialized(t *testing.T, table *Table, r record) {
	op, base := ByName(r[2]), ByName(r[3])
	if op == Invalid || table.Base(op) != base || table.Flags(op)&Specialized == 0 || !slices.Contains(table.Family(base), op) {
		t.Errorf("Base(%s) = %v, want %s", r[2], table.Base(op), r[3])
	}
	if r[1] != "-" && table.Op(r.int(1)) != op {
		t.Errorf("Op(%s) = %v, want %s", r[1], table.Op(r.int(1)), r[2])
	}
}

// checkShown compares Base with what co_code shows of a stored number. Until 3.13 it shows an unassigned number as 0.
func checkShown(t *testing.T, table *Table, shown map[int]int) {
	for n := range 256 {
		want, ok := shown[n]
		if !ok {
			want = n
		}
		op := table.Op(n)
		if op == Invalid {
			unassigned := 0
			if table.Version() >= V314 {
				unassigned = n
			}
			if want != unassigned {
				t.Errorf("number %d is unassigned and shown as %d, not as %d", n, want, unassigned)
			}
			continue
		}
		if got, _ := table.Number(table.Base(op)); got != want {
			t.Errorf("Base(%v) has number %d, want %d", op, got, want)
		}
	}
}

func checkEffect(t *testing.T, table *Table, opargs []int, r record) {
	op := ByName(r[1])
	for column, got := range []func(oparg int) int{
		func(oparg int) int { return table.MaxStackEffect(op, oparg) },
		func(oparg int) int { return table.StackEffect(op, oparg, true) },
		func(oparg int) int { return table.StackEffect(op, oparg, false) },
	} {
		want := r[2+column]
		if want == "=" {
			want = r[2]
		}
		if op == ReturnGenerator { // see StackEffect
			want = "1"
		}
		if (want == "x") == table.HasStackEffect(op) {
			t.Errorf("HasStackEffect(%v) = %v", op, table.HasStackEffect(op))
		}
		if want == "x" {
			continue
		}
		values := strings.Split(want, ",")
		for i, oparg := range opargs {
			want := values[min(i, len(values)-1)]
			if got := got(oparg); strconv.Itoa(got) != want {
				t.Errorf("stack effect of %v %d, column %d = %d, want %s", op, oparg, column, got, want)
			}
		}
	}
}

func checkOperand(t *testing.T, table *Table, r record) {
	var got, want []string
	switch r[0] {
	case "compare":
		want = r[1:]
		for i := range r[1:] {
			got = append(got, Comparison(i).String())
		}
	case "binary":
		want = r[2:]
		got = []string{Operator(r.int(1)).String(), Operator(r.int(1)).Symbol()}
	case "intrinsic_1":
		got, want = []string{Intrinsic1(r.int(1)).String()}, r[2:]
	case "intrinsic_2":
		got, want = []string{Intrinsic2(r.int(1)).String()}, r[2:]
	case "special_method_names":
		got, want = []string{SpecialMethod(r.int(1)).String()}, r[2:]
	case "common_constant":
		got, want = []string{CommonConstant(r.int(1)).String()}, r[2:]
	case "function_flag":
		got, want = table.FunctionFlagNames()[r.int(1):][:1], r[2:]
	case "conversion":
		got, want = []string{Conversion(r.int(1)).String()}, r[2:]
		if r[2] == "-" {
			want = []string{""}
		}
	default:
		t.Fatalf("unknown line in the dump: %v", r)
	}
	if !slices.Equal(got, want) {
		t.Errorf("%v = %v, want %v", r[:2], got, want)
	}
}

func checkOperandCounts(t *testing.T, table *Table, records []record) {
	counts := map[string]int{}
	for _, r := range records {
		counts[r[0]]++
	}
	for kind, got := range map[string]int{
		"binary":               table.Operators(),
		"intrinsic_1":          table.Intrinsics1(),
		"intrinsic_2":          table.Intrinsics2(),
		"special_method_names": table.SpecialMethods(),
		"common_constant":      table.CommonConstants(),
		"function_flag":        len(table.FunctionFlagNames()),
	} {
		if got != counts[kind] {
			t.Errorf("%d operands of kind %s, want %d", got, kind, counts[kind])
		}
	}
}

// The numbers are those of the four interpreters: what co_code may hold, without CACHE, RESERVED and ENTER_EXECUTOR.
func TestExecutableOpcodes(t *testing.T) {
	union, common := map[Op]int{}, 0
	for v, want := range map[Version]int{V311: 109, V312: 109, V313: 116, V314: 119} {
		table, n := For(v), 0
		for op := Op(1); int(op) < NumOps; op++ {
			if table.Has(op) && table.Flags(op)&NotStored == 0 {
				n++
				union[op]++
			}
		}
		if n != want {
			t.Errorf("%v has %d executable opcodes, want %d", v, n, want)
		}
	}
	for _, versions := range union {
		if versions == 4 {
			common++
		}
	}
	if len(union) != 147 || common != 82 {
		t.Errorf("%d executable opcodes in all, %d in all versions, want 147 and 82", len(union), common)
	}
}

func TestOddArguments(t *testing.T) {
	if For(3<<8|7) != nil {
		t.Error("For(3.7) is not nil")
	}
	table := For(V313)
	for _, op := range []Op{Invalid, Op(NumOps), 65535} {
		if table.Flags(op) != 0 || table.Caches(op) != 0 || table.StackEffect(op, 1, true) != 0 || table.Has(op) ||
			table.Base(op) != Invalid || table.CacheLayout(op) != nil || table.Family(op) != nil || op.String() != "<invalid>" {
			t.Errorf("op %d has facts", op)
		}
	}
	for _, n := range []int{-1, 119, 255, maxNumber, 1 << 40} {
		if got, want := table.Name(n), fmt.Sprintf("<%d>", n); got != want {
			t.Errorf("Name(%d) = %s, want %s", n, got, want)
		}
	}
	if Operator(200).String() != "" || Comparison(6).String() != "" {
		t.Error("operands out of range have names")
	}
}

func TestCompare(t *testing.T) {
	for _, c := range []struct {
		version Version
		oparg   int32
		want    string
		toBool  bool
		ok      bool
	}{
		{V311, 4, ">", false, true},
		{V312, 40, "==", false, true},
		{V313, 40, "<=", false, true},
		{V313, 88, "==", true, true},
		{V314, 88, "==", true, true},
		{V314, 6 << 5, "", false, false},
		{V314, -1, "", false, false},
	} {
		got, toBool, ok := For(c.version).Compare(c.oparg)
		if ok != c.ok || ok && (got.String() != c.want || toBool != c.toBool) {
			t.Errorf("%v Compare(%d) = %v, %v, %v, want %s, %v, %v", c.version, c.oparg, got, toBool, ok, c.want, c.toBool, c.ok)
		}
	}
}
