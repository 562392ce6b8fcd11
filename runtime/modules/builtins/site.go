package builtins

import "github.com/krait-vm/krait/runtime"

// What CPython's site module adds to builtins: exit, quit, copyright, credits, license and help.

var (
	quitterType  = &runtime.Type{}
	quitterShape = runtime.NewShape(quitterType)
	printerType  = &runtime.Type{}
	printerShape = runtime.NewShape(printerType)
	helperType   = &runtime.Type{}
	helperShape  = runtime.NewShape(helperType)
)

// A quitter is exit or quit.
type quitter struct {
	runtime.Header
	name string
}

// A printer is copyright, credits or license.
type printer struct {
	runtime.Header
	text string
}

// A helper is help.
type helper struct{ runtime.Header }

var quitterSpec = runtime.TypeSpec{
	Type: quitterType, Name: "_sitebuiltins.Quitter", Shape: quitterShape, Flags: runtime.TypeOwnLayout | runtime.TypeNoInstantiation, Hidden: true,
	Slots: runtime.Slots{
		Repr: func(t *Thread, v Value) (Value, *Exception) {
			return runtime.NewStr(t, "Use "+(*quitter)(v.Ptr()).name+"() or Ctrl-D (i.e. EOF) to exit").Value(), nil
		},
		Call: quit,
	},
	GetSets: []runtime.GetSetSpec{
		{Name: "name", Member: true, Get: func(t *Thread, v Value) (Value, *Exception) {
			return runtime.NewStr(t, (*quitter)(v.Ptr()).name).Value(), nil
		}},
		{Name: "eof", Member: true, Get: func(t *Thread, _ Value) (Value, *Exception) {
			return runtime.NewStr(t, "Ctrl-D (i.e. EOF)").Value(), nil
		}},
	},
}

var quitArgs = runtime.NewSignature("__call__($self, code=None)")

// quit closes stdin, as a shell expects it, and raises SystemExit.
func quit(t *Thread, v Value, args []Value, kw *Tuple) (Value, *Exception) {
	mark := t.HandleMark()
	defer t.Release(mark)
	a, exc := quitArgs.Bind(t, args, kw)
	if exc != nil {
		return Null, exc
	}
	if in, ok := stream(t, sStdin); ok && !in.IsNone() {
		_, _ = runtime.CallMethod(t, in, sClose) // whether it can be closed does not matter any more
	}
	return Null, runtime.RaiseNew(t, runtime.SystemExitType, a[0])
}

var printerSpec = runtime.TypeSpec{
	Type: printerType, Name: "_sitebuiltins._Printer", Shape: printerShape, Flags: runtime.TypeOwnLayout | runtime.TypeNoInstantiation, Hidden: true,
	Doc: "interactive prompt objects for printing the license text, a list of\ncontributors and the copyright notice.",
	Slots: runtime.Slots{
		Repr: func(t *Thread, v Value) (Value, *Exception) {
			return runtime.NewStr(t, (*printer)(v.Ptr()).text).Value(), nil
		},
		Call: func(t *Thread, v Value, args []Value, kw *Tuple) (Value, *Exception) {
			if exc := positional(t, "__call__", args, kw, 0, 0); exc != nil {
				return Null, exc
			}
			return printValues(t, Null, []Value{runtime.NewStr(t, (*printer)(v.Ptr()).text).Value()}, nil)
		},
	},
}

const helpText = "Type help() for interactive help, or help(object) for help about object."

var helperSpec = runtime.TypeSpec{
	Type: helperType, Name: "_sitebuiltins._Helper", Shape: helperShape, Flags: runtime.TypeOwnLayout | runtime.TypeNoInstantiation, Hidden: true,
	Doc: "Define the builtin 'help'.\n\nThis is a wrapper around pydoc.help that provides a helpful message\nwhen 'help' is typed at the Python interactive prompt.\n",
	Slots: runtime.Slots{
		Repr: func(t *Thread, _ Value) (Value, *Exception) { return runtime.NewStr(t, helpText).Value(), nil },
		Call: func(t *Thread, _ Value, args []Value, kw *Tuple) (Value, *Exception) {
			pydoc, exc := runtime.ImportModule(t, "pydoc")
			if exc != nil {
				return Null, exc
			}
			fn, exc := runtime.GetAttr(t, pydoc, t.Intern("help"))
			if exc != nil {
				return Null, exc
			}
			return runtime.CallKw(t, fn, args, kw)
		},
	},
}

const (
	copyrightText = "Krait, an interpreter of Python bytecode.\nThe Python language and its standard library are the work of the Python Software Foundation\nand its contributors."
	creditsText   = "Thanks to everyone who makes Python; see www.python.org for more information."
	licenseText   = "See https://www.python.org/psf/license/ for the licence of Python's standard library."
)

func addSite(t *Thread, m *runtime.Module) {
	for _, n := range [...]string{"exit", "quit"} {
		q := runtime.Alloc[quitter](t, quitterShape)
		q.name = n
		m.Set(t, n, runtime.ObjectOf(&q.Header))
	}
	for _, p := range [...]struct{ name, text string }{{"copyright", copyrightText}, {"credits", creditsText}, {"license", licenseText}} {
		x := runtime.Alloc[printer](t, printerShape)
		x.text = p.text
		m.Set(t, p.name, runtime.ObjectOf(&x.Header))
	}
	m.Set(t, "help", runtime.ObjectOf(&runtime.Alloc[helper](t, helperShape).Header))
}
