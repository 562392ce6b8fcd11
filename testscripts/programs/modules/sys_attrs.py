# The sys module: what programs commonly read.
import sys

print(sys.version_info[:2], type(sys.version_info).__name__, sys.version_info >= (3, 13), sys.version_info.major, sys.version_info.releaselevel, sys.version.startswith('%d.%d' % sys.version_info[:2]), len(sys.version_info), repr(sys.version_info).startswith('sys.version_info(major=3, minor='))
print(sys.maxsize, sys.maxunicode, sys.byteorder, sys.implementation.name, sys.implementation.cache_tag, sys.hexversion >> 16, sys.implementation.version[:2])
print(sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.float_info.mant_dig, sys.float_info.min, sys.float_repr_style, sys.int_info.bits_per_digit, sys.int_info.default_max_str_digits, sys.hash_info.width, sys.hash_info.modulus, sys.hash_info.inf, sys.hash_info.algorithm)
print(sys.getrecursionlimit(), sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.intern('abc') is sys.intern('ab' + 'c'), sys.getswitchinterval(), sys.is_finalizing(), sys.getsizeof(0) > 0, callable(sys.exit), sys.flags.optimize, sys.dont_write_bytecode in (True, False))
print(sys.modules['sys'] is sys, sys.modules['__main__'].__name__, 'builtins' in sys.modules, isinstance(sys.path, list), isinstance(sys.argv, list), len(sys.argv), sys.argv[0].endswith('.pyc'), 'sys' in sys.builtin_module_names, isinstance(sys.builtin_module_names, tuple))
print(sys.exc_info(), sys.exception(), sys.gettrace(), sys.getprofile(), sys.displayhook is sys.__displayhook__, sys.excepthook is sys.__excepthook__, sys.stdin is sys.__stdin__, sys.stdout.name, sys.stderr.name, sys.stdin.name)
sys.displayhook(5)
sys.displayhook(None)
sys.displayhook('text')
import builtins
print(builtins._)


def attempt(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__ + ':', e)


attempt(lambda: sys.exit())
attempt(lambda: sys.exit('bye'))
attempt(lambda: sys.exit(1, 2))
attempt(lambda: sys.intern(5))
attempt(lambda: sys.nope)
attempt(lambda: sys.getrefcount(object()) > 0)
attempt(lambda: sys.set_int_max_str_digits(10))
attempt(lambda: sys.get_int_max_str_digits())
attempt(lambda: sys.setswitchinterval(-1))
attempt(lambda: sys._getframe().f_code.co_name)
attempt(lambda: setattr(sys.version_info, 'major', 4))
attempt(lambda: sys.version_info.nope)
attempt(lambda: type(sys.version_info)((1, 2)))
attempt(lambda: sys.float_info[0])
attempt(lambda: sys.getsizeof())
attempt(lambda: sys.exc_info(1))
old = sys.get_int_max_str_digits()
sys.set_int_max_str_digits(700)
attempt(lambda: len(str(10 ** 800)))
attempt(lambda: int('9' * 701))
attempt(lambda: len(str(10 ** 699)))
sys.set_int_max_str_digits(0)
attempt(lambda: len(str(10 ** 5000)))
sys.set_int_max_str_digits(old)
print(sys.getallocatedblocks() >= 0, sys.platform in ('linux', 'darwin', 'win32', 'wasi'), sys.api_version > 1000, sys.copyright.startswith('Copyright'), sys.executable is not None, isinstance(sys.prefix, str))


def hook(typ, value, tb):
    print('hook got', typ.__name__, value, tb is not None)


sys.excepthook = hook
print(sys.excepthook is hook)
sys.excepthook = sys.__excepthook__
sys.ps3 = 'any attribute'
print(sys.ps3, hasattr(sys, 'ps1'))
del sys.ps3
