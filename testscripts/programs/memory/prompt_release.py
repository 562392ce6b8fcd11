# When CPython lets go of objects: __del__ and generator cleanup run as soon as the last reference goes.
class Obj:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name, end='; ')


a = Obj('rebound')
a = None
print('after rebinding')
b = Obj('deleted')
del b
print('after del')
Obj('temporary')
print('after temporary')


def f():
    local = Obj('local')
    print('in f', end='; ')


f()
print('after f')
lst = [Obj('item 0'), Obj('item 1')]
lst.pop()
print('after pop')
lst.clear()
print('after clear')
d = {'k': Obj('old value')}
d['k'] = 5
print('after replacing')


def g():
    try:
        yield 1
        yield 2
    finally:
        print('generator closed', end='; ')


for x in g():
    break
print('after loop')
it = g()
next(it)
it = None
print('after dropping')
x = y = Obj('two names')
del x
print('one name left')
del y
print('none left')
try:
    o = Obj('in frame of exception')
    raise ValueError
except ValueError:
    del o
print('after except')
