package marshal

import (
	"errors"
	"testing"
)

func TestLoadTruncated(t *testing.T) {
	data := "\xa9\x03\xda\x03abc\xe9\x01\x00\x00\x00g\x00\x00\x00\x00\x00\x00\xf8?"
	if _, err := Load(data); err != nil {
		t.Fatalf("Load(%q) = %v", data, err)
	}
	for n := range len(data) {
		_, err := Load(data[:n])
		var e *Error
		if !errors.As(err, &e) || e.Class != "EOFError" {
			t.Errorf("Load(%q) = %v, want EOFError", data[:n], err)
		}
	}
}
