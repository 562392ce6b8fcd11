package runtime

// The exception classes.
var (
	BaseExceptionType             = &Type{name: "BaseException"}
	BaseExceptionGroupType        = &Type{name: "BaseExceptionGroup"}
	ExceptionType                 = &Type{name: "Exception"}
	ArithmeticErrorType           = &Type{name: "ArithmeticError"}
	FloatingPointErrorType        = &Type{name: "FloatingPointError"}
	OverflowErrorType             = &Type{name: "OverflowError"}
	ZeroDivisionErrorType         = &Type{name: "ZeroDivisionError"}
	AssertionErrorType            = &Type{name: "AssertionError"}
	AttributeErrorType            = &Type{name: "AttributeError"}
	BufferErrorType               = &Type{name: "BufferError"}
	EOFErrorType                  = &Type{name: "EOFError"}
	ImportErrorType               = &Type{name: "ImportError"}
	ModuleNotFoundErrorType       = &Type{name: "ModuleNotFoundError"}
	LookupErrorType               = &Type{name: "LookupError"}
	IndexErrorType                = &Type{name: "IndexError"}
	KeyErrorType                  = &Type{name: "KeyError"}
	MemoryErrorType               = &Type{name: "MemoryError"}
	NameErrorType                 = &Type{name: "NameError"}
	UnboundLocalErrorType         = &Type{name: "UnboundLocalError"}
	OSErrorType                   = &Type{name: "OSError"}
	BlockingIOErrorType           = &Type{name: "BlockingIOError"}
	ChildProcessErrorType         = &Type{name: "ChildProcessError"}
	ConnectionErrorType           = &Type{name: "ConnectionError"}
	BrokenPipeErrorType           = &Type{name: "BrokenPipeError"}
	ConnectionAbortedErrorType    = &Type{name: "ConnectionAbortedError"}
	ConnectionRefusedErrorType    = &Type{name: "ConnectionRefusedError"}
	ConnectionResetErrorType      = &Type{name: "ConnectionResetError"}
	FileExistsErrorType           = &Type{name: "FileExistsError"}
	FileNotFoundErrorType         = &Type{name: "FileNotFoundError"}
	InterruptedErrorType          = &Type{name: "InterruptedError"}
	IsADirectoryErrorType         = &Type{name: "IsADirectoryError"}
	NotADirectoryErrorType        = &Type{name: "NotADirectoryError"}
	PermissionErrorType           = &Type{name: "PermissionError"}
	ProcessLookupErrorType        = &Type{name: "ProcessLookupError"}
	TimeoutErrorType              = &Type{name: "TimeoutError"}
	ReferenceErrorType            = &Type{name: "ReferenceError"}
	RuntimeErrorType              = &Type{name: "RuntimeError"}
	NotImplementedErrorType       = &Type{name: "NotImplementedError"}
	PythonFinalizationErrorType   = &Type{name: "PythonFinalizationError"}
	RecursionErrorType            = &Type{name: "RecursionError"}
	StopAsyncIterationType        = &Type{name: "StopAsyncIteration"}
	StopIterationType             = &Type{name: "StopIteration"}
	SyntaxErrorType               = &Type{name: "SyntaxError"}
	IndentationErrorType          = &Type{name: "IndentationError"}
	TabErrorType                  = &Type{name: "TabError"}
	_IncompleteInputErrorType     = &Type{name: "_IncompleteInputError"}
	SystemErrorType               = &Type{name: "SystemError"}
	TypeErrorType                 = &Type{name: "TypeError"}
	ValueErrorType                = &Type{name: "ValueError"}
	UnicodeErrorType              = &Type{name: "UnicodeError"}
	UnicodeDecodeErrorType        = &Type{name: "UnicodeDecodeError"}
	UnicodeEncodeErrorType        = &Type{name: "UnicodeEncodeError"}
	UnicodeTranslateErrorType     = &Type{name: "UnicodeTranslateError"}
	WarningType                   = &Type{name: "Warning"}
	BytesWarningType              = &Type{name: "BytesWarning"}
	DeprecationWarningType        = &Type{name: "DeprecationWarning"}
	EncodingWarningType           = &Type{name: "EncodingWarning"}
	FutureWarningType             = &Type{name: "FutureWarning"}
	ImportWarningType             = &Type{name: "ImportWarning"}
	PendingDeprecationWarningType = &Type{name: "PendingDeprecationWarning"}
	ResourceWarningType           = &Type{name: "ResourceWarning"}
	RuntimeWarningType            = &Type{name: "RuntimeWarning"}
	SyntaxWarningType             = &Type{name: "SyntaxWarning"}
	UnicodeWarningType            = &Type{name: "UnicodeWarning"}
	UserWarningType               = &Type{name: "UserWarning"}
	GeneratorExitType             = &Type{name: "GeneratorExit"}
	KeyboardInterruptType         = &Type{name: "KeyboardInterrupt"}
	SystemExitType                = &Type{name: "SystemExit"}
	// ExceptionGroupType derives from BaseExceptionGroup and Exception.
	ExceptionGroupType = &Type{name: "ExceptionGroup"}
)

// exceptionTable has one row for each exception class, bases first.
var exceptionTable = []struct {
	typ  *Type
	base *Type
	doc  string
}{
	{BaseExceptionType, nil, "Common base class for all exceptions"},
	{BaseExceptionGroupType, BaseExceptionType, "A combination of multiple unrelated exceptions."},
	{ExceptionType, BaseExceptionType, "Common base class for all non-exit exceptions."},
	{ArithmeticErrorType, ExceptionType, "Base class for arithmetic errors."},
	{FloatingPointErrorType, ArithmeticErrorType, "Floating-point operation failed."},
	{OverflowErrorType, ArithmeticErrorType, "Result too large to be represented."},
	{ZeroDivisionErrorType, ArithmeticErrorType, "Second argument to a division or modulo operation was zero."},
	{AssertionErrorType, ExceptionType, "Assertion failed."},
	{AttributeErrorType, ExceptionType, "Attribute not found."},
	{BufferErrorType, ExceptionType, "Buffer error."},
	{EOFErrorType, ExceptionType, "Read beyond end of file."},
	{ImportErrorType, ExceptionType, "Import can't find module, or can't find name in module."},
	{ModuleNotFoundErrorType, ImportErrorType, "Module not found."},
	{LookupErrorType, ExceptionType, "Base class for lookup errors."},
	{IndexErrorType, LookupErrorType, "Sequence index out of range."},
	{KeyErrorType, LookupErrorType, "Mapping key not found."},
	{MemoryErrorType, ExceptionType, "Out of memory."},
	{NameErrorType, ExceptionType, "Name not found globally."},
	{UnboundLocalErrorType, NameErrorType, "Local name referenced but not bound to a value."},
	{OSErrorType, ExceptionType, "Base class for I/O related errors."},
	{BlockingIOErrorType, OSErrorType, "I/O operation would block."},
	{ChildProcessErrorType, OSErrorType, "Child process error."},
	{ConnectionErrorType, OSErrorType, "Connection error."},
	{BrokenPipeErrorType, ConnectionErrorType, "Broken pipe."},
	{ConnectionAbortedErrorType, ConnectionErrorType, "Connection aborted."},
	{ConnectionRefusedErrorType, ConnectionErrorType, "Connection refused."},
	{ConnectionResetErrorType, ConnectionErrorType, "Connection reset."},
	{FileExistsErrorType, OSErrorType, "File already exists."},
	{FileNotFoundErrorType, OSErrorType, "File not found."},
	{InterruptedErrorType, OSErrorType, "Interrupted by signal."},
	{IsADirectoryErrorType, OSErrorType, "Operation doesn't work on directories."},
	{NotADirectoryErrorType, OSErrorType, "Operation only works on directories."},
	{PermissionErrorType, OSErrorType, "Not enough permissions."},
	{ProcessLookupErrorType, OSErrorType, "Process not found."},
	{TimeoutErrorType, OSErrorType, "Timeout expired."},
	{ReferenceErrorType, ExceptionType, "Weak ref proxy used after referent went away."},
	{RuntimeErrorType, ExceptionType, "Unspecified run-time error."},
	{NotImplementedErrorType, RuntimeErrorType, "Method or function hasn't been implemented yet."},
	{PythonFinalizationErrorType, RuntimeErrorType, "Operation blocked during Python finalization."},
	{RecursionErrorType, RuntimeErrorType, "Recursion limit exceeded."},
	{StopAsyncIterationType, ExceptionType, "Signal the end from iterator.__anext__()."},
	{StopIterationType, ExceptionType, "Signal the end from iterator.__next__()."},
	{SyntaxErrorType, ExceptionType, "Invalid syntax."},
	{IndentationErrorType, SyntaxErrorType, "Improper indentation."},
	{TabErrorType, IndentationErrorType, "Improper mixture of spaces and tabs."},
	{_IncompleteInputErrorType, SyntaxErrorType, "incomplete input."},
	{SystemErrorType, ExceptionType, "Internal error in the Python interpreter.\n\nPlease report this to the Python maintainer, along with the traceback,\nthe Python version, and the hardware/OS platform and version."},
	{TypeErrorType, ExceptionType, "Inappropriate argument type."},
	{ValueErrorType, ExceptionType, "Inappropriate argument value (of correct type)."},
	{UnicodeErrorType, ValueErrorType, "Unicode related error."},
	{UnicodeDecodeErrorType, UnicodeErrorType, "Unicode decoding error."},
	{UnicodeEncodeErrorType, UnicodeErrorType, "Unicode encoding error."},
	{UnicodeTranslateErrorType, UnicodeErrorType, "Unicode translation error."},
	{WarningType, ExceptionType, "Base class for warning categories."},
	{BytesWarningType, WarningType, "Base class for warnings about bytes and buffer related problems, mostly\nrelated to conversion from str or comparing to str."},
	{DeprecationWarningType, WarningType, "Base class for warnings about deprecated features."},
	{EncodingWarningType, WarningType, "Base class for warnings about encodings."},
	{FutureWarningType, WarningType, "Base class for warnings about constructs that will change semantically\nin the future."},
	{ImportWarningType, WarningType, "Base class for warnings about probable mistakes in module imports"},
	{PendingDeprecationWarningType, WarningType, "Base class for warnings about features which will be deprecated\nin the future."},
	{ResourceWarningType, WarningType, "Base class for warnings about resource usage."},
	{RuntimeWarningType, WarningType, "Base class for warnings about dubious runtime behavior."},
	{SyntaxWarningType, WarningType, "Base class for warnings about dubious syntax."},
	{UnicodeWarningType, WarningType, "Base class for warnings about Unicode related problems, mostly\nrelated to conversion problems."},
	{UserWarningType, WarningType, "Base class for warnings generated by user code."},
	{GeneratorExitType, BaseExceptionType, "Request that a generator exit."},
	{KeyboardInterruptType, BaseExceptionType, "Program interrupted by user."},
	{SystemExitType, BaseExceptionType, "Request to exit from the interpreter."},
}

// exceptionSpecs makes the specs of the exception classes; those with members or methods of their own have them in exceptionExtras.
func exceptionSpecs() []*TypeSpec {
	extras := exceptionExtras()
	specs := make([]*TypeSpec, 0, len(exceptionTable)+1)
	news := map[*Type]NewFunc{} // every exception class has a __new__ of its own
	for _, r := range exceptionTable {
		s := extras[r.typ]
		if s == nil {
			s = &TypeSpec{}
		}
		s.Type, s.Name, s.Base, s.Doc = r.typ, r.typ.name, r.base, r.doc
		s.Flags |= TypeBase | TypeException | TypeHasDict
		if s.Slots.New == nil {
			s.Slots.New = news[r.base]
		}
		news[r.typ] = s.Slots.New
		specs = append(specs, s)
	}
	group := &TypeSpec{
		Type: ExceptionGroupType, Name: "ExceptionGroup", Base: BaseExceptionGroupType, Bases: []*Type{BaseExceptionGroupType, ExceptionType},
		Flags: TypeBase | TypeException | TypeHasDict | TypeHasWeakref,
	}
	return append(specs, group)
}

// exceptionExtras holds what sets some exception classes apart from their base.
func exceptionExtras() map[*Type]*TypeSpec {
	return map[*Type]*TypeSpec{
		BaseExceptionType:         baseExceptionSpec(),
		BaseExceptionGroupType:    groupSpec(),
		StopIterationType:         memberSpec(Slots{Init: stopIterationInit}, member{"value", "generator return value"}),
		SystemExitType:            memberSpec(Slots{Init: systemExitInit}, member{"code", "exception code"}),
		ImportErrorType:           importErrorSpec(),
		NameErrorType:             memberSpec(Slots{Init: nameErrorInit}, member{"name", "name"}),
		AttributeErrorType:        attributeErrorSpec(),
		KeyErrorType:              {Slots: Slots{Str: keyErrorStr}},
		OSErrorType:               osErrorSpec(),
		SyntaxErrorType:           syntaxErrorSpec(),
		UnicodeEncodeErrorType:    unicodeErrorSpec(unicodeEncodeInit, unicodeEncodeStr),
		UnicodeDecodeErrorType:    unicodeErrorSpec(unicodeDecodeInit, unicodeDecodeStr),
		UnicodeTranslateErrorType: unicodeErrorSpec(unicodeTranslateInit, unicodeTranslateStr),
	}
}
