package main

import (
	"errors"
	"io"
	"os"

	"github.com/urfave/cli/v2"

	"github.com/krait-vm/krait/marshal"
	"github.com/krait-vm/krait/marshal/pycinfo"
)

// infoCommand describes a .pyc file.
func infoCommand() *cli.Command {
	return &cli.Command{
		Name: "info", Usage: "show the header, the version and the code objects of a .pyc file", ArgsUsage: "file",
		Flags: []cli.Flag{&cli.BoolFlag{Name: "json", Usage: "print JSON"}},
		Action: func(c *cli.Context) error {
			if c.NArg() != 1 {
				return &usageError{"krait: info wants one file"}
			}
			name := c.Args().First()
			f, err := readInfo(name)
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

// readInfo describes a file. Of one that is not what it seems to be no more is read than it takes to find out.
func readInfo(name string) (*pycinfo.File, error) {
	in := os.Stdin
	if name != "-" {
		var err error
		if in, err = os.Open(name); err != nil {
			return nil, err
		}
		defer in.Close()
	}
	header, err := readHeader(in)
	if err != nil {
		return nil, err
	}
	if _, ok := marshal.Sniff([]byte(header)); !ok {
		return pycinfo.Read(name, header)
	}
	data := []byte(header)
	for limit := int64(firstPiece); ; limit *= 4 {
		more, err := io.ReadAll(io.LimitReader(in, limit-int64(len(data))))
		if err != nil {
			return nil, err
		}
		data = append(data, more...)
		f, err := pycinfo.Read(name, string(data))
		var e *marshal.Error
		if int64(len(data)) < limit || f == nil {
			return f, err
		}
		if err == nil || !errors.As(err, &e) || e.Kind != marshal.Truncated {
			addUnread(f, in)
			return f, err
		}
	}
}

// addUnread counts what was not read of a file.
func addUnread(f *pycinfo.File, in *os.File) {
	if st, err := in.Stat(); err == nil && st.Mode().IsRegular() {
		f.TrailingBytes += int(st.Size()) - f.Size
		f.Size = int(st.Size())
	}
}
