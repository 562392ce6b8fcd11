package runtime

import (
	"sync"
	"sync/atomic"
	"time"
	"weak"
)

// An Interp is one Python interpreter: its modules, interned strings, GIL and everything else a program can change. Two interpreters of a process
// share only immutable data.
type Interp struct {
	engine   Engine
	host     Host
	Version  Version
	gil      sync.Mutex
	maxAlloc int64

	Modules  *Dict // sys.modules
	Builtins *Dict // the namespace of the builtins module
	Sys      *Module
	Main     *Thread

	interned map[string]*Str
	methods  methodCache
	subs     map[*Type]*[]weak.Pointer[Type]
	threads  []*Thread
	state    map[any]any // per-module native state, by the module's own key
	Config   Config

	finalizers     []*Header // objects whose type has __del__, until they died
	weakrefs       weakTable
	epoch          uint32
	collecting     bool
	Watching       bool // objects with finalizers or weak references exist: deaths are of interest
	roots          []func(visit VisitFunc)
	started        time.Time
	censusWork     int           // objects that censuses marked
	censusTime     time.Duration // spent in censuses
	interrupted    atomic.Bool
	cancelled      atomic.Bool
	nextID         int64
	recursionLimit int
	codecs         CodecRegistry // nil until the _codecs module is there
	nanSerial      uint64        // how many NaNs got an identity
	importer       Importer
	natives        map[string]*ModuleSpec
	pathZero       string // the folder put in front of sys.path for the program
	hasPathZero    bool
	descriptors    fileTable
	running        atomic.Pointer[Thread] // the thread that holds the GIL
	exitFirst      []func(t *Thread)
	eachObject     func(v Value) // told of every object a census reaches, nil for none
	exitFuncs      []func(t *Thread)
	unraisable     func(t *Thread, e *Exception, where string, about Value) // of the sys module
}

// A Version is the Python version a program was compiled for.
type Version struct {
	Minor int // 3.Minor
	Micro int
}

// At reports whether the version is 3.minor or later.
func (v Version) At(minor int) bool { return v.Minor >= minor }

// Config holds the settings that Python's options and environment variables decide.
type Config struct {
	Args                                                                                                                                  []string // sys.argv
	Executable                                                                                                                            string
	Path                                                                                                                                  []string // sys.path
	Optimize                                                                                                                              int
	BytesWarning                                                                                                                          int
	Verbose                                                                                                                               int
	Quiet, Inspect, Interactive, Isolated, NoSite, NoUserSite, IgnoreEnvironment, SafePath, DontWriteBytecode, Unbuffered, DevMode, Debug bool
	UTF8Mode                                                                                                                              int
	WarnOptions                                                                                                                           []string
	XOptions                                                                                                                              []string // key=value or key
	MaxIntDigits                                                                                                                          int      // digit limit of int and str conversions: 0 for the default, negative for none
	HashSeed                                                                                                                              HashSeed
	CountSteps                                                                                                                            bool
	Reference                                                                                                                             bool  // run on the reference engine
	MaxAlloc                                                                                                                              int64 // the most bytes that one object may ask for, 0 for what an address space has

	OrigArgs            []string // sys.orig_argv
	HashRandomization   bool     // HashSeed is a random one
	CheckHashPycs       string   // --check-hash-based-pycs: default, always or never
	PycachePrefix       string   // PYTHONPYCACHEPREFIX, -X pycache_prefix
	IOEncoding          string   // PYTHONIOENCODING: encoding:errors
	WarnDefaultEncoding bool
	NoDebugRanges       bool
	ImportTime          bool
	Stdlib              string // --stdlib: where the standard library is
}

// maxAlloc is the bound of one allocation. Beyond 64 TiB Go panics rather than trying.
func (c *Config) maxAlloc() int64 {
	if c.MaxAlloc > 0 {
		return c.MaxAlloc
	}
	return 1 << 46
}

// NewInterp makes an interpreter and its main thread. The first call in a process fixes the hash seed, as in CPython.
func NewInterp(engine Engine, host Host, v Version, c Config) *Interp {
	bootstrap(c.HashSeed)
	in := &Interp{
		engine: engine, host: host, Version: v, Config: c, maxAlloc: c.maxAlloc(), interned: map[string]*Str{},
		subs: map[*Type]*[]weak.Pointer[Type]{}, state: map[any]any{}, recursionLimit: 1000,
	}
	in.started = time.Now()
	t := in.NewThread()
	in.Main = t
	in.Modules = NewDict(t)
	in.Builtins = NewDict(t)
	return in
}

// NewThread makes a thread of the interpreter.
func (in *Interp) NewThread() *Thread {
	in.nextID++
	t := in.engine.NewThread()
	t.interp, t.ID = in, in.nextID
	t.excInfo = &t.excBase
	t.asyncHooks.firstIter, t.asyncHooks.finalizer = None, None
	in.threads = append(in.threads, t)
	return t
}

// Engine returns the engine the interpreter runs on.
func (in *Interp) Engine() Engine { return in.engine }

// Host returns the capabilities of the interpreter: native modules reach files, clock, environment and the rest only through it.
func (in *Interp) Host() Host { return in.host }

// SetUnraisable installs what reports exceptions that cannot be raised; the sys module does.
func (in *Interp) SetUnraisable(f func(t *Thread, e *Exception, where string, about Value)) {
	in.unraisable = f
}

// RecursionLimit returns sys.getrecursionlimit().
func (in *Interp) RecursionLimit() int { return in.recursionLimit }

// SetRecursionLimit changes it for frames pushed from now on.
func (in *Interp) SetRecursionLimit(n int) {
	in.recursionLimit = n
	for _, t := range in.threads {
		in.engine.RecursionLimitChanged(t)
	}
}

// State returns the interpreter's own piece of native state for key, made by mk at the first call. A module keeps its mutable state here.
func State[T any](in *Interp, key any, mk func() *T) *T {
	if s, ok := in.state[key]; ok {
		return s.(*T)
	}
	s := mk()
	in.state[key] = s
	return s
}

func (in *Interp) builtinSubclasses(tp *Type) *[]weak.Pointer[Type] {
	l := in.subs[tp]
	if l == nil {
		l = new([]weak.Pointer[Type])
		in.subs[tp] = l
	}
	return l
}

// Threads returns the live threads.
func (in *Interp) Threads() []*Thread { return in.threads }
