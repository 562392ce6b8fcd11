package main

import (
	"fmt"
	"io"
	"os"
	goruntime "runtime"
	"runtime/debug"

	"github.com/urfave/cli/v2"

	"github.com/krait-vm/krait/eval/api"
)

// isCommand reports whether a word is a command that is not handled like a program.
func isCommand(word string) bool {
	switch word {
	case "dis", "info", "verify", "help", "h":
		return true
	}
	return false
}

// runCommand runs one of the commands that are not handled like a program.
func runCommand(args []string) int {
	status := 0
	app := &cli.App{
		Name:        "krait",
		Usage:       "run compiled Python programs",
		UsageText:   "krait [option] ... [-m mod | file | -] [arg] ...\nkrait COMMAND [option] ... file ...",
		Description: fmt.Sprintf("Executes .pyc files of Python %s. Options before the file are Python's; krait -h lists them.", api.SupportedVersions()),
		Commands: []*cli.Command{
			{
				Name: "run", Usage: "run a program, as krait without a command does", ArgsUsage: "[option] ... [-m mod | file | -] [arg] ...",
				Action: func(*cli.Context) error { return nil }, // never reached: main runs programs
			},
			disCommand(), infoCommand(), verifyCommand(&status),
		},
		ExitErrHandler: func(*cli.Context, error) {},
	}
	app.OnUsageError = onUsageError
	for _, c := range app.Commands {
		c.OnUsageError = onUsageError
	}
	if err := app.Run(append([]string{"krait"}, args...)); err != nil {
		return fail(err)
	}
	return status
}

func onUsageError(_ *cli.Context, err error, _ bool) error {
	return &usageError{"krait: " + err.Error()}
}

// printHelp prints one of the texts that Python's options ask for.
func printHelp(topic string) int {
	text := map[string]string{
		"help": helpOptions, "env": helpVariables, "xoptions": helpXOptions, "all": helpOptions + "\n" + helpVariables + "\n" + helpXOptions,
	}[topic]
	return printOut(text)
}

// printVersion prints the version; asked for twice, also how the program was built.
func printVersion(times int) int {
	version, revision := "(devel)", ""
	if b, ok := debug.ReadBuildInfo(); ok {
		if b.Main.Version != "" {
			version = b.Main.Version
		}
		for _, s := range b.Settings {
			if s.Key == "vcs.revision" {
				revision = ", " + s.Value[:min(len(s.Value), 12)]
			}
		}
	}
	text := fmt.Sprintf("krait %s (Python %s)", version, api.SupportedVersions())
	if times > 1 {
		text += fmt.Sprintf(" [%s %s/%s%s]", goruntime.Version(), goruntime.GOOS, goruntime.GOARCH, revision)
	}
	return printOut(text + "\n")
}

func printOut(text string) int {
	if _, err := io.WriteString(os.Stdout, text); err != nil {
		return fail(err)
	}
	return 0
}
