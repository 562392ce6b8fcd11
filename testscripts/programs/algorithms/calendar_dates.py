# Dates: weekdays, leap years, day counts, Easter, calendars printed, durations parsed and shown.
DAYS = ('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday')
MONTHS = 'January February March April May June July August September October November December'.split()


def leap(y):
    return y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)


def month_days(y, m):
    return 29 if m == 2 and leap(y) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[m - 1]


class Date:
    __slots__ = '_n',

    def __init__(self, y, m, d):
        if not 1 <= m <= 12:
            raise ValueError('month must be in 1..12')
        if not 1 <= d <= month_days(y, m):
            raise ValueError(f'day is out of range for month: {y}-{m:02}-{d:02}')
        y0 = y - (m <= 2)
        era = y0 // 400
        yoe = y0 - era * 400
        doy = (153 * (m + (-3 if m > 2 else 9)) + 2) // 5 + d - 1
        self._n = era * 146097 + yoe * 365 + yoe // 4 - yoe // 100 + doy

    @classmethod
    def from_number(cls, n):
        self = object.__new__(cls)
        self._n = n
        return self

    @property
    def parts(self):
        era, doe = divmod(self._n, 146097)
        yoe = (doe - doe // 1460 + doe // 36524 - doe // 146096) // 365
        doy = doe - (365 * yoe + yoe // 4 - yoe // 100)
        mp = (5 * doy + 2) // 153
        m = mp + (3 if mp < 10 else -9)
        return yoe + era * 400 + (m <= 2), m, doy - (153 * mp + 2) // 5 + 1

    year = property(lambda self: self.parts[0])
    month = property(lambda self: self.parts[1])
    day = property(lambda self: self.parts[2])

    def weekday(self):
        return (self._n + 2) % 7

    def __add__(self, days):
        return Date.from_number(self._n + days) if isinstance(days, int) else NotImplemented
    __radd__ = __add__

    def __sub__(self, o):
        if isinstance(o, Date):
            return self._n - o._n
        return self + -o if isinstance(o, int) else NotImplemented

    def __eq__(self, o):
        return isinstance(o, Date) and self._n == o._n

    def __lt__(self, o):
        return self._n < o._n if isinstance(o, Date) else NotImplemented

    def __hash__(self):
        return hash(self._n)

    def __str__(self):
        return '%04d-%02d-%02d' % self.parts

    def __repr__(self):
        return 'Date(%d, %d, %d)' % self.parts

    def __format__(self, spec):
        if not spec:
            return str(self)
        y, m, d = self.parts
        table = {'Y': f'{y}', 'm': f'{m:02}', 'd': f'{d:02}', 'B': MONTHS[m - 1], 'b': MONTHS[m - 1][:3], 'A': DAYS[self.weekday()], 'a': DAYS[self.weekday()][:3], 'j': f'{self - Date(y, 1, 1) + 1:03}', '%': '%'}
        out, it = '', iter(spec)
        for c in it:
            out += table[next(it)] if c == '%' else c
        return out

    @classmethod
    def parse(cls, text):
        try:
            y, m, d = map(int, text.split('-'))
        except ValueError as e:
            raise ValueError(f'bad date {text!r}') from e
        return cls(y, m, d)


d = Date(2024, 2, 28)
print(d, repr(d + 1), d + 2, 1 + d, d - 59, d - Date(2000, 1, 1), Date(2000, 1, 1) < d, d == Date.parse('2024-02-28'), {d: 'x'}[Date(2024, 2, 28)], f'{d:%A, %d %B %Y (day %j, 100%%)}', f'{d} {d:%a %b}')
for f in (lambda: Date(2023, 2, 29), lambda: Date(2023, 13, 1), lambda: Date(2023, 4, 31), lambda: Date.parse('2023/1/1'), lambda: Date.parse('x'), lambda: d + 1.5, lambda: d < 5, lambda: d + d, lambda: 5 - d, lambda: f'{d:%q}', lambda: setattr(d, 'year', 5), lambda: setattr(d, 'x', 5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(all(Date.from_number(n)._n == Date(*Date.from_number(n).parts)._n for n in range(700000, 740000, 37)), [y for y in range(1890, 1910) if leap(y)], sum(leap(y) for y in range(1600, 2001)))
print([DAYS[Date(*ymd).weekday()] for ymd in ((1969, 7, 20), (2000, 1, 1), (2026, 11, 20), (1, 1, 1), (1600, 2, 29))])


def easter(y):
    a, b, c = y % 19, y // 100, y % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    l = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * l) // 451
    month, day = divmod(h + l - 7 * m + 114, 31)
    return Date(y, month, day + 1)


print([str(easter(y)) for y in range(2020, 2031)], {DAYS[easter(y).weekday()] for y in range(1900, 2100)})
print([str(Date(y, 10, 1)) for y in range(2020, 2041) if Date(y, 10, 13).weekday() == 4], sum(Date(y, m, 13).weekday() == 4 for y in range(2000, 2400) for m in range(1, 13)))


def calendar(y, m):
    yield f'{MONTHS[m - 1]} {y}'.center(20).rstrip()
    yield ' '.join(d[:2] for d in DAYS)
    cells = ['  '] * Date(y, m, 1).weekday() + [f'{d:2}' for d in range(1, month_days(y, m) + 1)]
    for i in range(0, len(cells), 7):
        yield ' '.join(cells[i:i + 7])


for ym in ((2024, 2), (2023, 10)):
    print(*calendar(*ym), sep='\n')


class Duration:
    UNITS = {'w': 604800, 'd': 86400, 'h': 3600, 'm': 60, 's': 1}

    def __init__(self, text):
        self.seconds, num = 0, ''
        for c in text.replace(' ', ''):
            if c.isdigit():
                num += c
            elif c in self.UNITS and num:
                self.seconds += int(num) * self.UNITS[c]
                num = ''
            else:
                raise ValueError(f'bad duration {text!r}')
        if num:
            raise ValueError(f'missing unit in {text!r}')

    def __str__(self):
        out, s = [], self.seconds
        for u, n in self.UNITS.items():
            q, s = divmod(s, n)
            if q:
                out.append(f'{q}{u}')
        return ' '.join(out) or '0s'

    def __mul__(self, k):
        new = Duration('0s')
        new.seconds = round(self.seconds * k)
        return new


for text in ('90m', '1w 2d 3h', '86399s', '0s', '1h30m', '5', 'x', 'h5'):
    try:
        du = Duration(text)
        print(text, '=', du.seconds, '=', du, '; half', du * 0.5)
    except ValueError as e:
        print(e)


def workdays(a, b, holidays=()):
    n = 0
    while a < b:
        n += a.weekday() < 5 and a not in holidays
        a += 1
    return n


print(workdays(Date(2024, 1, 1), Date(2025, 1, 1)), workdays(Date(2024, 12, 20), Date(2025, 1, 2), {Date(2024, 12, 25), Date(2024, 12, 26)}), max(Date(2024, 5, 1), Date(2023, 5, 1)), sorted([Date(2024, 5, 1), Date(2023, 5, 1), Date(2023, 4, 1)]), str(min(easter(y) - Date(y, 1, 1) for y in range(1900, 2000))))
