// Depcheck enforces which package may import which: the arrows of this repository's architecture, the few outside modules
// and who may use them, and that Go's own runtime package is imported as goruntime.
//
//	go run ./tools/depcheck
//
// A new package needs a row here. Do not widen a row to make a build pass: the arrows are the design.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

const module = "github.com/krait-vm/krait"

// A rule says what the packages matching a pattern may import of ours, and what their tests may import besides. A pattern is a
// path below the module, "." for its root; "x/*" matches one level below x, "x/..." any level. The first rule that
// matches a package counts.
type rule struct {
	pkg   string
	may   []string
	tests []string
}

var rules = []rule{
	{pkg: ".", may: []string{"opcodes", "opcodes/dis", "marshal", "marshal/pycinfo", "runtime", "runtime/...", "eval", "eval/..."}},
	{pkg: "opcodes"},
	{pkg: "opcodes/dis", may: []string{"opcodes", "marshal", "runtime/numfmt", "runtime/siphash", "runtime/unicodedb"}},
	{pkg: "marshal"},
	{pkg: "marshal/pycinfo", may: []string{"marshal"}},
	{pkg: "runtime", may: []string{"marshal", "opcodes", "runtime/*"}},
	{pkg: "runtime/modules", may: []string{"runtime", "runtime/modules/*"}},
	{pkg: "runtime/modules/*", may: []string{"runtime", "marshal", "opcodes", "runtime/*"}},
	{pkg: "runtime/importer", may: []string{"runtime", "marshal", "opcodes"}},
	{pkg: "runtime/*"}, // leaves: algorithms without objects
	{
		pkg:   "eval",
		may:   []string{"runtime", "runtime/*", "marshal", "opcodes", "eval/lower"},
		tests: []string{"runtime/modules", "runtime/importer", "eval/asm"}, // whole programs need their builtins
	},
	{
		pkg:   "eval/lower",
		may:   []string{"runtime", "marshal", "opcodes"},
		tests: []string{"eval", "eval/asm"}, // the standard libraries are lowered in an interpreter
	},
	{pkg: "eval/asm", may: []string{"marshal", "opcodes"}},
	{pkg: "testscripts", tests: []string{"marshal", "opcodes"}},
	{pkg: "tools/opcover", may: []string{"tools/...", "marshal", "opcodes", "runtime", "runtime/host", "runtime/importer", "runtime/modules", "eval"}}, // it runs programs
	{pkg: "tools/...", may: []string{"tools/...", "marshal", "opcodes", "opcodes/dis"}},
	{pkg: "eval/api", may: []string{"eval", "runtime", "runtime/...", "marshal", "opcodes"}},
}

// testsMay is what every test may import.
var testsMay = []string{"tools/..."}

// never lists what a rule's wildcards must not let through.
var never = map[string][]string{
	"runtime":           {"runtime/modules", "runtime/importer"},
	"runtime/modules/*": {"runtime/modules", "runtime/importer"},
	"eval":              {"runtime/modules", "runtime/importer"},
}

// outside lists the modules that are not ours and the packages that may import them.
var outside = map[string][]string{
	"github.com/urfave/cli":           {"."},
	"golang.org/x/sys":                {"...", "."},
	"golang.org/x/term":               {"...", "."},
	"github.com/rogpeppe/go-internal": {"testscripts"},
}

// A pkg is one package as "go list -json" has it.
type pkg struct {
	ImportPath   string
	Dir          string
	GoFiles      []string
	TestGoFiles  []string
	XTestGoFiles []string
	Imports      []string
	TestImports  []string
	XTestImports []string
}

func main() {
	pkgs, err := listPackages()
	if err != nil {
		fmt.Fprintln(os.Stderr, "depcheck:", err)
		os.Exit(1)
	}
	problems := check(pkgs)
	for _, p := range pkgs {
		found, err := checkRuntimeName(p)
		if err != nil {
			fmt.Fprintln(os.Stderr, "depcheck:", err)
			os.Exit(1)
		}
		problems = append(problems, found...)
	}
	for _, problem := range problems {
		fmt.Fprintln(os.Stderr, problem)
	}
	if len(problems) > 0 {
		os.Exit(1)
	}
	fmt.Printf("depcheck: %d packages\n", len(pkgs))
}

func listPackages() ([]pkg, error) {
	cmd := exec.Command("go", "list", "-json=ImportPath,Dir,GoFiles,TestGoFiles,XTestGoFiles,Imports,TestImports,XTestImports", "./...")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, err
	}
	var pkgs []pkg
	dec := json.NewDecoder(strings.NewReader(string(out)))
	for {
		var p pkg
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return pkgs, nil
		} else if err != nil {
			return nil, err
		}
		pkgs = append(pkgs, p)
	}
}

// check returns one line for every import that the rules do not allow.
func check(pkgs []pkg) []string {
	var problems []string
	for _, p := range pkgs {
		from := local(p.ImportPath)
		i := slices.IndexFunc(rules, func(r rule) bool { return matches(r.pkg, from) })
		if i < 0 {
			problems = append(problems, fmt.Sprintf("%s: no rule for this package in tools/depcheck", from))
			continue
		}
		r := rules[i]
		for _, imp := range p.Imports {
			problems = append(problems, judge(from, imp, r.may, never[r.pkg])...)
		}
		for _, imp := range slices.Concat(p.TestImports, p.XTestImports) {
			allowed := len(judge(from, imp, slices.Concat(r.tests, testsMay, []string{from}), nil)) == 0
			if !allowed {
				problems = append(problems, judge(from, imp, r.may, never[r.pkg])...)
			}
		}
	}
	slices.Sort(problems)
	return slices.Compact(problems)
}

// judge returns what is wrong with one import, nothing if it is allowed.
func judge(from, imp string, may, not []string) []string {
	if imp == module || strings.HasPrefix(imp, module+"/") {
		to := local(imp)
		if matchesAny(may, to) && !matchesAny(not, to) {
			return nil
		}
		return []string{fmt.Sprintf("%s imports %s, which it may not", from, to)}
	}
	if first, _, _ := strings.Cut(imp, "/"); !strings.Contains(first, ".") {
		return nil // the standard library
	}
	for name, users := range outside {
		if (imp == name || strings.HasPrefix(imp, name+"/")) && matchesAny(users, from) {
			return nil
		}
	}
	return []string{fmt.Sprintf("%s imports %s, which it may not", from, imp)}
}

// local is an import path below the module, "." for the module's root.
func local(importPath string) string {
	return path.Clean(strings.TrimPrefix(strings.TrimPrefix(importPath, module), "/"))
}

func matchesAny(patterns []string, name string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool { return matches(p, name) })
}

func matches(pattern, name string) bool {
	if pattern == "..." {
		return true
	}
	if base, ok := strings.CutSuffix(pattern, "/..."); ok {
		return strings.HasPrefix(name, base+"/")
	}
	if base, ok := strings.CutSuffix(pattern, "/*"); ok {
		return path.Dir(name) == base && name != "."
	}
	return pattern == name
}

// checkRuntimeName finds files that import Go's runtime under another name than goruntime.
func checkRuntimeName(p pkg) ([]string, error) {
	var problems []string
	for _, name := range slices.Concat(p.GoFiles, p.TestGoFiles, p.XTestGoFiles) {
		file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(p.Dir, name), nil, parser.ImportsOnly)
		if err != nil {
			return nil, err
		}
		for _, imp := range file.Imports {
			if imp.Path.Value == `"runtime"` && (imp.Name == nil || imp.Name.Name != "goruntime") {
				problems = append(problems, fmt.Sprintf("%s/%s imports Go's runtime; name it goruntime", local(p.ImportPath), name))
			}
		}
	}
	return problems, nil
}
