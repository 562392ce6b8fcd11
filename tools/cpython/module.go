package cpython

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	goruntime "runtime"
	"strings"
)

// The Go module that carries one release of CPython for the usual machines, its files compressed one by one. tools/tools.mod pins
// its version. No Go code imports it.
const (
	pinnedModule  = "github.com/kluctl/go-embed-python"
	pinnedVersion = "3.14"
)

func pinnedNote(version string) string {
	if version == pinnedVersion {
		return fmt.Sprintf(", and %s has none for %s/%s", pinnedModule, goruntime.GOOS, goruntime.GOARCH)
	}
	return ""
}

// fromModule returns the executable of the pinned CPython, unpacked on first use, or "" when the version is another or the module
// has nothing for this machine.
func fromModule(version string) (string, error) {
	if version != pinnedVersion {
		return "", nil
	}
	root, err := Root()
	if err != nil {
		return "", err
	}
	release, dir, err := downloadModule(root)
	if err != nil {
		return "", err
	}
	source := filepath.Join(dir, "python", "internal", "data", goruntime.GOOS+"-"+goruntime.GOARCH)
	if _, err := os.Stat(source); err != nil {
		return "", nil
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = os.TempDir()
	}
	target := filepath.Join(cache, "krait", "cpython-"+strings.TrimPrefix(release, "v0.0.0-"))
	exe := filepath.Join(target, "bin", "python"+version)
	if goruntime.GOOS == "windows" {
		exe = filepath.Join(target, "python.exe")
	}
	if _, err := os.Stat(exe); err == nil {
		return exe, nil
	}
	if err := unpack(source, target); err != nil {
		return "", fmt.Errorf("unpacking %s: %w", pinnedModule, err)
	}
	return exe, nil
}

// downloadModule brings the pinned module into Go's module cache and returns its version and folder.
func downloadModule(root string) (version, dir string, err error) {
	cmd := exec.Command("go", "mod", "download", "-modfile=tools/tools.mod", "-json", pinnedModule)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, runErr := cmd.Output()
	var mod struct{ Version, Dir, Error string }
	if err := json.Unmarshal(out, &mod); err != nil || mod.Dir == "" {
		return "", "", fmt.Errorf("go mod download %s: %v %s %s", pinnedModule, runErr, mod.Error, firstLine(stderr.String()))
	}
	return mod.Version, mod.Dir, nil
}

// Root returns the root folder of this repository, from the working directory upwards.
func Root() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "tools", "tools.mod")); err == nil {
			return dir, nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", errors.New("not inside the repository: no tools/tools.mod above the working directory")
		}
		dir = parent
	}
}

// A listedFile is one row of the module's files.json.
type listedFile struct {
	Name       string
	Mode       fs.FileMode `json:"perm"`
	Symlink    string
	Compressed bool
}

// unpack writes the listed files of source below target, which appears whole or not at all.
func unpack(source, target string) error {
	list, err := os.ReadFile(filepath.Join(source, "files.json"))
	if err != nil {
		return err
	}
	var listed struct{ Files []listedFile }
	if err := json.Unmarshal(list, &listed); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
		return err
	}
	temp, err := os.MkdirTemp(filepath.Dir(target), ".unpack-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	for _, f := range listed.Files {
		if err := unpackFile(source, temp, f); err != nil {
			return err
		}
	}
	if err := os.Chmod(temp, 0o755); err != nil {
		return err
	}
	err = os.Rename(temp, target)
	if _, statErr := os.Stat(target); err != nil && statErr == nil {
		return nil // another process was first
	}
	return err
}

func unpackFile(source, target string, f listedFile) error {
	path := filepath.Join(target, filepath.FromSlash(f.Name))
	if f.Mode.IsDir() {
		return os.MkdirAll(path, 0o755)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	if f.Mode&fs.ModeSymlink != 0 {
		return os.Symlink(f.Symlink, path)
	}
	from := filepath.Join(source, filepath.FromSlash(f.Name))
	if !f.Compressed {
		data, err := os.ReadFile(from)
		if err != nil {
			return err
		}
		return os.WriteFile(path, data, f.Mode.Perm()|0o600)
	}
	in, err := os.Open(from + ".gz")
	if err != nil {
		return err
	}
	defer in.Close()
	zr, err := gzip.NewReader(in)
	if err != nil {
		return err
	}
	out, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, f.Mode.Perm()|0o600)
	if err != nil {
		return err
	}
	if _, err := out.ReadFrom(zr); err != nil {
		out.Close()
		return err
	}
	return out.Close()
}
