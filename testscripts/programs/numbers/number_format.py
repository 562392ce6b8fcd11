# Format specifications for ints, floats, complex and bool, and their errors.
def show(spec, *values):
    row = []
    for v in values:
        try:
            row.append('[' + format(v, spec) + ']')
        except Exception as e:
            row.append('%s: %s' % (type(e).__name__, e))
    print(repr(spec), *row)


for spec in ('', 'd', '5d', '<5d', '^7d', '>5d', '=+6d', '05d', '+d', ' d', '-d', ',', '_', ',d', 'x', 'X', '#x', '#X', 'o', '#o', 'b', '#b', '#012b', '_x', '_b', 'c', 'n', '*^9', '#_x', '010,d'):
    show(spec, 42, -42, 1234567)
for spec in ('e', '.2e', 'E', 'f', '.0f', '.3f', 'F', 'g', '.3g', 'G', '%', '.1%', '#.0f', '#g', '08.2f', '+.1f', ' .1f', ',.2f', '_.2f', '', '.3', '10', '<10', '^10.2f', '=+12.3f', 'n', '.10', '#.3g', '012,.1f', 'z.0f', '.0e', '#.0e'):
    show(spec, 3.14159, -1234567.891, 0.00001234, 1e20, -0.0)
for spec in ('', 'f', '10.2f', 'e', 'g', '%', '+', '05'):
    show(spec, float('inf'), float('-inf'), float('nan'))
for spec in ('', '.2f', 'e', '.3', '>20', '+.1f', 'g'):
    show(spec, 1 + 2j, -0.5j, 1e20 + 1e-20j, complex('nan'))
for spec in ('', 'd', '5', 's', 'x', '.1f', '>7'):
    show(spec, True, False)
for spec in ('.2d', 's', 'q', '5.5d', ',x', '_c', '+c', '#c', ',n', '.', '5,s', ',_', '__', '_,d', 'dd', '>>', '{', '.-1f', '1000000000000000000000d', '.99999999999999999999f'):
    show(spec, 42)
for spec in ('d', 'x', 'c', 's', ',e', '_n', '.', 'q', '.2', '=5', '05', '0=10', 'zd'):
    show(spec, 2.5)
for spec in ('d', 'x', '05', '=10', '%', 'z', 'c'):
    show(spec, 1j)
show('c', 65, 0x1F600, -1, 0x110000)
show('5c', 65)
show('.3f', 10 ** 20, 1, True)
show('e', 12345678901234567890, 10 ** 30)
show('g', 10 ** 30, 100000, 1000000)
show('.5%', 1, 3)
show('z.1f', -0.01, -0.04, -0.06)
show(',', 0, 999, 1000, 10 ** 6, -10 ** 9, 10 ** 15, 1234.5678, 0.0001234)
show('_x', 0xdeadbeef, 10 ** 20)
show('020_b', 37)
show('>+10', 5, 5.5)
show('é^10', 7)
print(format(3), format(2.5), format(None), format('a'), format([1]), format(3, ''))
for value in (None, [1], {}, object, (1,), len):
    try:
        print(format(value, '>10'))
    except TypeError as e:
        print(e)
