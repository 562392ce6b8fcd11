def f(a, b):
    for i in a:
        if i and b is None or i is not None:
            x = a.b + 1
        while a[0]: f(i, k=1)
    with a: return [*a] if a in b else super().x
async def g(it):
    return [x async for x in it]
