package main

const helpOptions = `usage: krait [option] ... [-m mod | file | -] [arg] ...
       krait run [option] ... [-m mod | file | -] [arg] ...
       krait dis|info|verify ...   (see krait help)

Runs a compiled Python program: a .pyc file, a .py file that has an up-to-date .pyc in
__pycache__, or - for a .pyc file on standard input. What follows the file belongs to the program.

Options (and corresponding environment variables):
-b     : issue warnings about converting or comparing bytes with str (-bb: issue errors)
-B     : don't write .pyc files on import; also PYTHONDONTWRITEBYTECODE=x
-d     : without effect; also PYTHONDEBUG=x
-E     : ignore PYTHON* environment variables
-h     : print this help message and exit (also -? or --help)
-i     : set sys.flags.inspect; there is no interactive mode; also PYTHONINSPECT=x
-I     : isolate krait from the user's environment (implies -E, -P and -s)
-m mod : run a module as a program (terminates the option list)
-O     : look for .opt-1.pyc files and unset __debug__; also PYTHONOPTIMIZE=x
-OO    : look for .opt-2.pyc files
-P     : don't put the program's folder in front of sys.path; also PYTHONSAFEPATH=x
-q     : without effect
-s     : don't add the user's site directory to sys.path; also PYTHONNOUSERSITE=x
-S     : don't imply 'import site' on initialization
-u     : write standard output and error unbuffered; also PYTHONUNBUFFERED=x
-v     : trace import statements; also PYTHONVERBOSE=x
-V     : print the version and exit (also --version); given twice, print more
-W arg : warning control, arg is action:message:category:module:lineno; also PYTHONWARNINGS=arg
-x     : without effect
-X opt : set an implementation-specific option (see --help-xoptions)
--check-hash-based-pycs always|default|never:
         how compiled files that carry a hash of their source are checked
--stdlib DIR: where the standard library is; also KRAIT_STDLIB
--help-env      : print help about environment variables and exit
--help-xoptions : print help about -X options and exit
--help-all      : print complete help and exit
`

const helpVariables = `Environment variables that change behavior:
KRAIT_STDLIB            : list of folders with standard libraries; each serves the Python version it is for
PYTHONPATH              : list of folders put in front of the standard library in sys.path
PYTHONHASHSEED          : 'random' or an integer in [0; 4294967295]: the seed of str and bytes hashes
PYTHONDEBUG             : see -d
PYTHONDEVMODE           : see -X dev
PYTHONDONTWRITEBYTECODE : see -B
PYTHONINSPECT           : see -i
PYTHONINTMAXSTRDIGITS   : see -X int_max_str_digits
PYTHONIOENCODING        : encoding[:errors] of standard input, output and error
PYTHONNODEBUGRANGES     : see -X no_debug_ranges
PYTHONNOUSERSITE        : see -s
PYTHONOPTIMIZE          : see -O
PYTHONPROFILEIMPORTTIME : see -X importtime
PYTHONPYCACHEPREFIX     : see -X pycache_prefix
PYTHONSAFEPATH          : see -P
PYTHONUNBUFFERED        : see -u
PYTHONUTF8              : see -X utf8
PYTHONVERBOSE           : see -v
PYTHONWARNDEFAULTENCODING: see -X warn_default_encoding
PYTHONWARNINGS          : see -W
`

const helpXOptions = `The following implementation-specific options are available:
-X dev                       : Python's development mode; also PYTHONDEVMODE
-X importtime                : show how long each import takes; also PYTHONPROFILEIMPORTTIME
-X int_max_str_digits=N      : limit the digits of conversions between int and str; 0 for no limit;
                               also PYTHONINTMAXSTRDIGITS
-X no_debug_ranges           : show no columns in tracebacks; also PYTHONNODEBUGRANGES
-X pycache_prefix=DIR        : look for compiled files in a tree of folders below DIR; also PYTHONPYCACHEPREFIX
-X utf8[=0|1]                : enable or disable UTF-8 mode; also PYTHONUTF8
-X warn_default_encoding     : warn about text files opened without an encoding; also PYTHONWARNDEFAULTENCODING
Others are kept in sys._xoptions.
`
