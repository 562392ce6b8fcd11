package main

import (
	"os"

	"github.com/urfave/cli/v2"

	"github.com/krait-vm/krait/opcodes"
	"github.com/krait-vm/krait/opcodes/dis"
)

// disCommand prints a file's bytecode as the dis module of its Python version does.
func disCommand() *cli.Command {
	return &cli.Command{
		Name: "dis", Usage: "print the bytecode of a .pyc file as CPython's dis module does", ArgsUsage: "file",
		UseShortOptionHandling: true,
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "show-caches", Aliases: []string{"C"}, Usage: "show inline caches"},
			&cli.BoolFlag{Name: "show-offsets", Aliases: []string{"O"}, Usage: "show instruction offsets"},
			&cli.BoolFlag{Name: "show-positions", Aliases: []string{"P"}, Usage: "show source positions (3.14)"},
			&cli.BoolFlag{Name: "specialized", Aliases: []string{"S"}, Usage: "show specialized bytecode (3.14)"},
		},
		Action: func(c *cli.Context) error {
			if c.NArg() != 1 {
				return &usageError{"krait: dis wants one file"}
			}
			code, err := openCode(c.Args().First())
			if err != nil {
				return err
			}
			return dis.Print(os.Stdout, code, opcodes.Version(code.Version), dis.Options{
				ShowCaches: c.Bool("show-caches"), ShowOffsets: c.Bool("show-offsets"),
				ShowPositions: c.Bool("show-positions"), Specialized: c.Bool("specialized"),
			})
		},
	}
}
