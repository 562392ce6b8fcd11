package api_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/krait-vm/krait/eval/api"
)

// TestVerifyMutated changes each byte of a valid file, one at a time. Loading or verifying may refuse it; nothing else may happen.
func TestVerifyMutated(t *testing.T) {
	e := api.New(api.Options{})
	for _, version := range []string{"313", "314"} {
		data, err := os.ReadFile(filepath.Join("testdata", "shop.cpython-"+version+".pyc"))
		if err != nil {
			t.Fatal(err)
		}
		refused := 0
		for i := range data {
			for _, change := range []byte{0x01, 0x80, 0xff} {
				old := data[i]
				data[i] ^= change
				if p, err := e.Load("shop.pyc", string(data)); err != nil || p.Verify() != nil {
					refused++
				}
				data[i] = old
			}
		}
		if refused == 0 || refused == 3*len(data) {
			t.Errorf("%d of %d changed files were refused, want some", refused, 3*len(data))
		}
	}
}

// FuzzVerify loads and verifies anything.
func FuzzVerify(f *testing.F) {
	for _, version := range []string{"313", "314"} {
		data, err := os.ReadFile(filepath.Join("testdata", "shop.cpython-"+version+".pyc"))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	e := api.New(api.Options{})
	f.Fuzz(func(t *testing.T, data string) {
		if p, err := e.Load("x.pyc", data); err == nil {
			_ = p.Verify() // any answer will do, but it must come
		}
	})
}
