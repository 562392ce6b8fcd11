# _thread: locks, reentrant locks, threads that finish in a fixed order, errors.
import _thread


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ':', e)


lock = _thread.allocate_lock()
print(lock.locked(), lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(timeout=0.001), lock.release(), lock.locked())
with lock:
    print('held', lock.locked())
print(lock.locked())
attempt(lock.release)
attempt(lambda: lock.acquire(False, 5))
attempt(lambda: lock.acquire(timeout=-5))
attempt(lambda: lock.acquire('x', 'y'))
try:
    with lock:
        raise ValueError('inside')
except ValueError as e:
    print(e, lock.locked())
r = _thread.RLock()
print(r.acquire(), r.acquire(), r.release(), r.release(), r.acquire(blocking=False))
r.release()
attempt(r.release)
with r, r:
    print('twice')
log = []
turn = [_thread.allocate_lock() for _ in range(4)]
for t in turn[1:]:
    t.acquire()
done = _thread.allocate_lock()
done.acquire()


def worker(n, text, k='kw'):
    with turn[n]:
        log.append((n, text, k))
    if n + 1 < len(turn):
        turn[n + 1].release()
    else:
        done.release()


_thread.start_new_thread(worker, (3, 'three'))
_thread.start_new_thread(worker, (1, 'one'), {'k': 'named'})
_thread.start_new_thread(worker, (2, 'two'))
_thread.start_new_thread(worker, (0, 'zero'))
done.acquire()
print(log)
total = [0]
finished = [_thread.allocate_lock() for _ in range(3)]
guard = _thread.allocate_lock()


def add(n, fin):
    for _ in range(n):
        with guard:
            total[0] += 1
    fin.release()


for f in finished:
    f.acquire()
    _thread.start_new_thread(add, (200, f))
for f in finished:
    f.acquire()
print(total)
ids = []


def who(fin):
    ids.append(_thread.get_ident())
    fin.release()


_thread.start_new_thread(who, (finished[0],))
finished[0].acquire()
print(ids[0] != _thread.get_ident(), isinstance(ids[0], int), _thread.get_ident() == _thread.get_ident())
attempt(lambda: _thread.start_new_thread(5, ()))
attempt(lambda: _thread.start_new_thread(who, 5))
attempt(lambda: _thread.start_new_thread(who, (), 5))
attempt(lambda: _thread.start_new_thread(who))


def exits(fin):
    try:
        _thread.exit()
    finally:
        fin.release()


_thread.start_new_thread(exits, (finished[1],))
finished[1].acquire()
print('thread left by exit()')
local = _thread._local()
local.x = 'main'


def other(fin):
    try:
        local.x
    except AttributeError as e:
        log.append(str(e))
    local.x = 'thread'
    log.append(local.x)
    fin.release()


_thread.start_new_thread(other, (finished[2],))
finished[2].acquire()
print(local.x, log[-2:])
print(_thread.error is RuntimeError, _thread.TIMEOUT_MAX > 1000, type(lock).__name__)


class Channel:
    def __init__(self):
        self.items, self.lock, self.ready = [], _thread.allocate_lock(), _thread.allocate_lock()
        self.ready.acquire()

    def put(self, x):
        with self.lock:
            self.items.append(x)
            if len(self.items) == 1:
                self.ready.release()

    def get(self):
        self.ready.acquire()
        with self.lock:
            x = self.items.pop(0)
            if self.items:
                self.ready.release()
        return x


a, b = Channel(), Channel()


def square():
    while (n := a.get()) is not None:
        b.put(n * n)
    b.put('end')


_thread.start_new_thread(square, ())
for n in (3, 4, 5):
    a.put(n)
a.put(None)
print([b.get() for _ in range(4)])
