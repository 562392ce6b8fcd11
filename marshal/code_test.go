package marshal_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/krait-vm/krait/marshal"
)

// TestOldLayouts reads code objects as they were before 3.11. The expectations
// are what these versions print of testdata/old.py.
func TestOldLayouts(t *testing.T) {
	for _, v := range []marshal.Version{marshal.Py38, marshal.Py39, marshal.Py310} {
		file := filepath.Join("testdata", fmt.Sprintf("old.cpython-3%d.pyc", v&0xff))
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		p := mustProgram(t, data)
		roundTrip(t, file, string(data))
		outer := firstCode(t, p.Code)
		inner := firstCode(t, outer)
		for _, c := range []struct {
			code *marshal.Code
			want string
		}{
			{outer, "outer ('a' 'b' 'c' 'args' 'kw' 'inner') ('c' 'local') () 2 2 1 6 4 0xf 3 'old.py'"},
			{inner, "inner ('x') () ('c' 'local') 1 0 0 1 7 0x13 2 'old.py'"},
		} {
			got := fmt.Sprintf("%s (%s) (%s) (%s) %d %d %d %d %d %#x %d %s", c.code.Name.S, briefs(c.code.VarNames()), briefs(c.code.CellVars()), briefs(c.code.FreeVars()),
				c.code.ArgCount, c.code.PosOnlyArgCount, c.code.KwOnlyArgCount, c.code.Old.NLocals, c.code.FirstLineNo, c.code.Flags, c.code.StackSize, marshal.Brief(c.code.Filename))
			if got != c.want {
				t.Errorf("%v: %s, want %s", v, got, c.want)
			}
		}
	}
}

func firstCode(t *testing.T, c *marshal.Code) *marshal.Code {
	t.Helper()
	for _, o := range c.Consts.Items {
		if inner, ok := o.(*marshal.Code); ok {
			return inner
		}
	}
	t.Fatalf("no code object in %s", marshal.Brief(c))
	return nil
}
