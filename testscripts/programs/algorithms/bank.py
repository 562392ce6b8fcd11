# A simulation with classes: accounts, transactions, interest, audit log, errors, reports; money in integer cents.
class BankError(Exception):
    pass


class InsufficientFunds(BankError):
    def __init__(self, account, amount):
        self.shortfall = amount - account.available
        super().__init__(f'{account.owner} is short of {money(self.shortfall)}')


class Frozen(BankError):
    pass


def money(cents):
    sign = '-' if cents < 0 else ''
    return f'{sign}${abs(cents) // 100:,}.{abs(cents) % 100:02d}'


class Account:
    _next = 1000
    registry = {}

    def __init_subclass__(cls, kind, rate=0, **kw):
        super().__init_subclass__(**kw)
        cls.kind, cls.rate = kind, rate
        Account.registry[kind] = cls

    def __new__(cls, *args):
        self = super().__new__(cls)
        self.number = Account._next
        Account._next += 1
        return self

    def __init__(self, owner, balance=0):
        self.owner, self._balance, self.frozen, self.history = owner, balance, False, []

    balance = property(lambda self: self._balance)

    @property
    def available(self):
        return self._balance

    def _record(self, what, amount):
        self._balance += amount
        self.history.append((what, amount, self._balance))

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError(f'cannot deposit {money(amount)}')
        self._check()
        self._record('deposit', amount)

    def withdraw(self, amount):
        self._check()
        if amount > self.available:
            raise InsufficientFunds(self, amount)
        self._record('withdraw', -amount)

    def _check(self):
        if self.frozen:
            raise Frozen(f'account {self.number} is frozen')

    def month_end(self):
        if self.rate:
            self._record('interest', round(self._balance * self.rate / 12))

    def __repr__(self):
        return f'<{self.kind} {self.number} {self.owner}: {money(self._balance)}>'

    def __lt__(self, other):
        return self._balance < other._balance


class Savings(Account, kind='savings', rate=0.036):
    def withdraw(self, amount):
        if sum(1 for w, *_ in self.history if w == 'withdraw') >= 2:
            raise BankError('only two withdrawals')
        super().withdraw(amount)


class Checking(Account, kind='checking'):
    overdraft = 50_00

    @property
    def available(self):
        return super().available + self.overdraft

    def month_end(self):
        super().month_end()
        if self.balance < 0:
            self._record('fee', -15_00)


class Bank:
    def __init__(self):
        self.accounts, self.log = {}, []

    def open(self, kind, owner, balance=0):
        try:
            cls = Account.registry[kind]
        except KeyError:
            raise BankError(f'no accounts of kind {kind!r}') from None
        a = cls(owner, balance)
        self.accounts[a.number] = a
        return a

    def transfer(self, src, dst, amount):
        with Transaction(src, dst) as t:
            src.withdraw(amount)
            dst.deposit(amount)
            t.note = f'{money(amount)} from {src.owner} to {dst.owner}'
        self.log.append((t.note, t.ok))
        return t.ok

    def __iter__(self):
        return iter(sorted(self.accounts.values(), reverse=True))

    def __getitem__(self, number):
        return self.accounts[number]


class Transaction:
    def __init__(self, *accounts):
        self.accounts, self.note, self.ok = accounts, 'nothing done', True

    def __enter__(self):
        self.saved = [(a._balance, len(a.history)) for a in self.accounts]
        return self

    def __exit__(self, typ, exc, tb):
        if typ is not None and issubclass(typ, BankError):
            for a, (bal, n) in zip(self.accounts, self.saved):
                a._balance = bal
                del a.history[n:]
            self.note, self.ok = f'rolled back: {exc}', False
            return True


bank = Bank()
ann = bank.open('savings', 'Ann', 1_000_00)
bob = bank.open('checking', 'Bob', 20_00)
cy = bank.open('checking', 'Cy')
print(ann, bob, cy, Account.registry, ann < bob, max(bank), sep='\n')
print(bank.transfer(ann, bob, 250_50), bank.transfer(bob, cy, 500_00), bank.transfer(cy, ann, 49_99))
bob.frozen = True
print(bank.transfer(ann, bob, 10_00), bank.transfer(ann, cy, 1), bank.transfer(ann, cy, 1))
for line, ok in bank.log:
    print(' +' if ok else ' -', line)
for f in (lambda: ann.deposit(-5), lambda: bob.withdraw(1), lambda: cy.withdraw(10 ** 6), lambda: bank.open('gold', 'Z'), lambda: bank[1], lambda: setattr(ann, 'balance', 5), lambda: Account('x')._check() or Account('x').kind):
    try:
        print(f())
    except (BankError, ValueError, KeyError, AttributeError) as e:
        print(type(e).__name__, e, getattr(e, 'shortfall', ''))
bob.frozen = False
for month in range(1, 13):
    for a in bank:
        a.month_end()
    if month % 4 == 0:
        print(month, [money(a.balance) for a in bank])
for a in bank:
    print(a, len(a.history))
    for what, amount, after in a.history[-3:]:
        print(f'   {what:<10}{money(amount):>14}{money(after):>14}')
print(money(sum(a.balance for a in bank)), money(-5), money(123456789))
