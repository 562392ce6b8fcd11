package main

import (
	"os"
	"path/filepath"
	"strings"
)

// goldenModes lists the sources in the test data of package dis and the modes in which each version shows them.
var goldenModes = map[string]map[string]string{
	"statements": {"3.11": "D", "3.12": "D", "3.13": "D", "3.14": "D"},
	"constants":  {"3.11": "D", "3.12": "D", "3.13": "D", "3.14": "D"},
	"brief":      {"3.11": "C", "3.12": "C", "3.13": "C,O", "3.14": "P,COPS"},
}

// compileScript compiles a source under its bare name, so that no folder gets into the file.
const compileScript = `
import importlib.util, marshal, sys
source, name, target = sys.argv[1:]
with open(source, "rb") as f:
    code = compile(f.read(), name, "exec", dont_inherit=True)
header = importlib.util.MAGIC_NUMBER + (1).to_bytes(4, "little") + bytes(8)
with open(target, "wb") as f:
    f.write(header + marshal.dumps(code))
`

// golden compiles the sources in dir and writes what the interpreter's dis and repr say of them.
func (c *checker) golden(dir string) error {
	version := strings.ReplaceAll(c.python.Version, ".", "")
	for name, modes := range goldenModes {
		pyc := filepath.Join(dir, name+"."+version+".pyc")
		source := filepath.Join(dir, name+".py")
		cmd := c.python.Command("-c", compileScript, source, name+".py", pyc)
		cmd.Stderr = os.Stderr
		if err := cmd.Run(); err != nil {
			return err
		}
		for _, mode := range strings.Split(modes[c.python.Version], ",") {
			text, err := c.text(pyc, mode)
			if err != nil {
				return err
			}
			if err := os.WriteFile(filepath.Join(dir, name+"."+version+"."+mode+".txt"), text, 0o644); err != nil {
				return err
			}
		}
	}
	cmd := c.python.Command(filepath.Join(dir, "reprs.py"))
	cmd.Stderr = os.Stderr
	text, err := cmd.Output()
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "reprs."+version+".txt"), text, 0o644)
}
