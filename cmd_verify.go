package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"github.com/krait-vm/krait/eval/api"
)

// verifyCommand checks files without running them.
func verifyCommand(status *int) *cli.Command {
	return &cli.Command{
		Name: "verify", Usage: "check that all code objects of .pyc files can run", ArgsUsage: "file|folder ...",
		Action: func(c *cli.Context) error {
			if c.NArg() == 0 {
				return &usageError{"krait: verify wants files or folders"}
			}
			v := verifier{engine: api.New(api.Options{})}
			for _, name := range c.Args().Slice() {
				v.tree(name)
			}
			fmt.Printf("%d files, %d bad\n", v.files, v.bad)
			if v.bad > 0 {
				*status = exitFailure
			}
			return nil
		},
	}
}

// A verifier checks files and counts them.
type verifier struct {
	engine     *api.Engine
	files, bad int
}

// tree checks a file, or all .pyc files below a folder.
func (v *verifier) tree(name string) {
	st, err := os.Stat(name)
	if err != nil || !st.IsDir() {
		v.file(name)
		return
	}
	err = filepath.WalkDir(name, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			v.report(fmt.Errorf("%s: %w", path, err))
		} else if d.Type().IsRegular() && filepath.Ext(path) == ".pyc" {
			v.file(path)
		}
		return nil
	})
	if err != nil {
		v.report(err)
	}
}

func (v *verifier) file(name string) {
	v.files++
	code, err := openCode(name)
	if err != nil {
		v.report(err)
		return
	}
	p, err := v.engine.NewProgram(name, code)
	if err == nil {
		err = p.Verify()
	}
	if err != nil {
		v.report(err)
	}
}

func (v *verifier) report(err error) {
	v.bad++
	fmt.Println(err)
}
