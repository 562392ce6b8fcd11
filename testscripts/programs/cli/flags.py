# What the options before the program's name decide.
import sys

f = sys.flags
for name in ("debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site", "ignore_environment",
             "verbose", "bytes_warning", "quiet", "isolated", "dev_mode", "safe_path", "int_max_str_digits", "warn_default_encoding"):
    value = getattr(f, name)
    if value not in (0, 4300) and len(sys.argv) > 1:
        print(name, value)
if len(sys.argv) > 1:
    print("argv", sys.argv[1:])
    print("warnoptions", sys.warnoptions)
    print("_xoptions", sys._xoptions)
    print("own folder first", [p.replace("\\", "/").split("/")[-1] for p in sys.path[:1]] == ["cli"])
    print("dont_write_bytecode", sys.dont_write_bytecode)
print(__name__, __package__, __spec__, __debug__)
