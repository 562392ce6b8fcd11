package main

import (
	"context"
	"errors"
	"io"
	"os"

	"github.com/urfave/cli/v3"

	"github.com/krait-vm/krait/marshal"
	"github.com/krait-vm/krait/marshal/pycinfo"
)

// infoCommand describes a .pyc file.
func infoCommand() *cli.Command {
	return &cli.Command{
		Name: "info", Usage: "show the header, the version and the code objects of a .pyc file", ArgsUsage: "file",
		Flags: []cli.Flag{&cli.BoolFlag{Name: "json", Usage: "print JSON"}},
		Action: func(_ context.Context, c *cli.Command) error {
			if c.NArg() != 1 {
				return &usageError{"krait: info wants one file"}
			}
			name := c.Args().First()
			data, err := readPyc(name)
			if err != nil {
				return err
			}
			f, err := pycinfo.Read(name, data)
			if f != nil {
				text := f.Text()
				if c.Bool("json") {
					text = string(f.JSON())
				}
				if _, failed := io.WriteString(os.Stdout, text); failed != nil {
					err = errors.Join(err, failed)
				}
			}
			return err
		},
	}
}

// readPyc reads a whole file if its first bytes are those of a .pyc file, else only these.
func readPyc(name string) (string, error) {
	f := os.Stdin
	if name != "-" {
		var err error
		if f, err = os.Open(name); err != nil {
			return "", err
		}
		defer f.Close()
	}
	header, err := readHeader(f)
	if _, ok := marshal.Sniff([]byte(header)); err != nil || !ok {
		return header, err
	}
	rest, err := io.ReadAll(f)
	return header + string(rest), err
}
