# How deep __init__ gets. CPython's count jumps when it specialises the call: from then on each takes two frames.
reached = 0


class C:
    def __init__(self, n):
        global reached
        reached = n
        C(n + 1)


try:
    C(1)
except RecursionError as e:
    print(reached, str(e)[:32])
