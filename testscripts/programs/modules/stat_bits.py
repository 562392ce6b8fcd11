import _stat

for n in sorted(dir(_stat)):
    v = getattr(_stat, n)
    if isinstance(v, int):
        print(n, v)
for m in (0o100644, 0o040755, 0o120777, 0o104755, 0o102644, 0o101777, 0o041777, 0o020600, 0o060660, 0o010600, 0o140777, 0, 0o104644, 0o160000, 0o777):
    print(oct(m), _stat.filemode(m), oct(_stat.S_IMODE(m)), oct(_stat.S_IFMT(m)), [n for n in dir(_stat) if n.startswith("S_IS") and callable(getattr(_stat, n)) and getattr(_stat, n)(m)])
for bad in (-1, 2**33, 2**70, "x", 1.5, None):
    try:
        print(_stat.filemode(bad))
    except Exception as e:
        print(type(e).__name__, e)
