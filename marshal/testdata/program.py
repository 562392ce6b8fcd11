"""Every kind of constant and variable that a compiled file can hold."""
import math as _math
from typing import Generic

CONSTANTS = (
    None, True, False, ..., 0, -1, 255, 256, 257, 2**31 - 1, 2**31, -(2**31), -(2**31) - 1,
    2**63 - 1, 2**63, -(2**63), 10**30, -(10**30), 0.0, -0.0, 1.5, 1e300, 5e-324, 1e999, -1e999,
    1j, -2.5j, "", "a", "\xe9", "name_like", "not name-like", "\u20ac", "\U0001f600", "\ud800", "\udc00x",
    b"", b"x", b"\x00\xff", ("nested", ("tuple", (1, 2.0))), "x" * 300, "\u0416" * 300,
)


def membership(x):
    return x in {1, 2.5, "three", b"four", None, (5, "six")}


def slices(s):
    return s[1:2], s[::-1], s[:], s[None:"a":...]


def arguments(a, b=2, /, c=3, *rest, d, e=5, **kw):
    local = a
    return lambda: (a, local, rest, kw, c)


def big_tuple():
    return (
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
    ) * 8


class Outer(dict):
    """A class with a cell for __class__."""

    field: int = 3

    class Inner:
        async def coroutine(self):
            async with self as x, x:
                return [i async for i in x if await i]

    def method(self):
        try:
            return super().get("key") or [y for y in self if y]
        except* ValueError as group:
            raise RuntimeError from group
        finally:
            self.done = True


def generator(n):
    total = 0

    def add(k):
        nonlocal total
        total += k
        yield total

    while n:
        n -= 1
        yield from add(n)
    match n:
        case {"a": [1, *others], **more}:
            return others, more
        case str() | None:
            return f"{n!r:>{10}}"
