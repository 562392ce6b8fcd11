"""Constants of every type that the compiler makes."""
a = 0, 1, -1, 255, 256, 2**31, -2**63, 2**63, 10**40, -10**40, True, None, ...
b = 0.0, -0.0, 1.5, 1e16, 1e-5, 123456789.123, 1e308 * 10, -1e309, 5e-324, 2j, -0j, 1e400j, 1 + 2j
c = '', "it's", 'say "x"', 'both \' and "', '\n\t\r\x00\x7f\\', 'é\x85\xa0\xad', '€\u200b', '😀\U000e0001', '\ud800', 'ÿĀ'
d = b'', b"it's", b'\x00\xff"\'\n', (), (1,), ((), ((1,),)), (1, 'a', (2.5, None))
def f(x):
    x in {1, 2, 3, 'a', 'b', b'a', 1.5, 2.5, -1, (1, 2), 'é', '€', '😀', 10**30, 1j, True}
    x in {-3, -2, -1, 100, 1000, 10000, 0.5, 0.25, 1e100, 'key', 'other', 'third', 'fourth', 'fifth', 'sixth', 'seventh'}
    x in {'and', 'as', 'assert', 'break', 'class', 'continue', 'def', 'del', 'elif', 'else', 'except', 'finally', 'for', 'from',
          'global', 'if', 'import', 'in', 'is', 'lambda', 'nonlocal', 'not', 'or', 'pass', 'raise', 'return', 'try', 'while', 'with'}
    x in {()}, x in {(1, ('a', b'b')), ('z',), 'q'}
    return x[1:2], x[:, ::3], x[:'a']
