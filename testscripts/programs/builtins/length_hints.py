# What takes an iterable asks __iter__ first; who asks for a length or a hint, and when.
class Sized:
    def __iter__(self):
        print('iter')
        return iter([1, 2])

    def __len__(self):
        print('len')
        return 5


class Wrong(Sized):
    def __iter__(self):
        print('iter')
        return 5


class Steps:
    n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration
        return self.n

    def __length_hint__(self):
        print('hint of the iterator')
        return 3


class Stepping(Sized):
    def __iter__(self):
        print('iter')
        return Steps()


TAKERS = {
    'list': list, 'tuple': tuple, 'set': set, 'sorted': sorted, 'sum': sum, 'bytes': bytes, 'bytearray': bytearray,
    'extend': lambda x: [].extend(x), 'str.join': ''.join, 'bytes.join': b''.join, 'display': lambda x: [*x],
    'tuple display': lambda x: (*x,), 'call': lambda x: print(*x), 'slice': lambda x: [0].__setitem__(slice(0, 1), x),
    'fromkeys': dict.fromkeys, 'enumerate': lambda x: list(enumerate(x)), 'map': lambda x: list(map(str, x)),
}
for cls in Sized, Wrong, Stepping:
    for name, take in TAKERS.items():
        print('--', cls.__name__, name)
        try:
            print(take(cls()))
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)
