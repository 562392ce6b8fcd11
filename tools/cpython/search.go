package cpython

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// probeText prints what a Python holds, one line each.
const probeText = `
import os, sys
print(sys.implementation.name)
print('%d.%d' % sys.version_info[:2])
print(sys.version.split()[0])
print(os.path.dirname(os.__file__))
print(sys.executable)
`

// searchAll looks for one version in all places. What KRAIT_PYTHONS lists comes first; of PATH and pyenv the newest release
// counts, so that the order of PATH makes no difference.
func searchAll(version string) (*Python, error) {
	for exe := range strings.SplitSeq(os.Getenv("KRAIT_PYTHONS"), string(os.PathListSeparator)) {
		if exe == "" {
			continue
		}
		p, err := probe(exe)
		if err != nil {
			return nil, fmt.Errorf("KRAIT_PYTHONS: %w", err)
		}
		if p.Version == version {
			return p, nil
		}
	}
	var newest *Python
	for _, exe := range append(onPath(version), inPyenv(version)...) {
		// A shim of a version manager may be there and refuse to run: look further.
		p, err := probe(exe)
		if err == nil && p.Version == version && (newest == nil || p.patch() > newest.patch()) {
			newest = p
		}
	}
	if newest != nil {
		return newest, nil
	}
	exe, err := fromModule(version)
	if err != nil {
		return nil, err
	}
	if exe == "" {
		return nil, &Missing{version}
	}
	p, err := probe(exe)
	if err != nil {
		return nil, err
	}
	if p.Version != version {
		return nil, fmt.Errorf("%s is CPython %s, want %s", exe, p.Version, version)
	}
	return p, nil
}

// probe asks an executable what it is.
func probe(exe string) (*Python, error) {
	exe, err := filepath.Abs(exe)
	if err != nil {
		return nil, err
	}
	p := &Python{Exe: exe}
	cmd := p.Command("-c", probeText)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%s does not run: %v: %s", exe, err, firstLine(stderr.String()))
	}
	lines := strings.Split(strings.ReplaceAll(string(out), "\r\n", "\n"), "\n")
	if len(lines) < 5 || lines[0] != "cpython" {
		return nil, fmt.Errorf("%s is not a CPython", exe)
	}
	p.Version, p.Release, p.Stdlib = lines[1], lines[2], lines[3]
	p.Exe = lines[4] // what a version manager's shim stands for
	return p, nil
}

// onPath lists the executables called python3.X in the folders of PATH.
func onPath(version string) []string {
	var exes []string
	for _, dir := range filepath.SplitList(os.Getenv("PATH")) {
		exe, err := exec.LookPath(filepath.Join(dir, "python"+version))
		if err == nil {
			exes = append(exes, exe)
		}
	}
	return exes
}

// inPyenv lists the executables of a version that pyenv has.
func inPyenv(version string) []string {
	out, err := exec.Command("pyenv", "versions", "--bare").Output()
	if err != nil {
		return nil
	}
	var exes []string
	for _, name := range strings.Fields(string(out)) {
		if !strings.HasPrefix(name, version+".") {
			continue
		}
		prefix, err := exec.Command("pyenv", "prefix", name).Output()
		if err == nil {
			exes = append(exes, filepath.Join(strings.TrimSpace(string(prefix)), "bin", "python"+version))
		}
	}
	return exes
}

// patch is the last number of the release, -1 for one that has none, as "3.15.0rc1" has.
func (p *Python) patch() int {
	n, err := strconv.Atoi(strings.TrimPrefix(p.Release, p.Version+"."))
	if err != nil {
		return -1
	}
	return n
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	return line
}
