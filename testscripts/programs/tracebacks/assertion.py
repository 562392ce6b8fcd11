# exit: 1
# stderr: whole
# A failing assertion inside a generator inside a comprehension inside a method, with finally blocks printing on the way.
class Account:
    def __init__(self, balance):
        self.balance = balance

    def withdraw(self, amounts):
        for a in amounts:
            assert a <= self.balance, f'cannot withdraw {a} from {self.balance}'
            self.balance -= a
            yield self.balance

    def run(self, amounts):
        try:
            return [b for b in self.withdraw(amounts)]
        finally:
            print('balance', self.balance)


try:
    print(Account(100).run([10, 20]))
    print(Account(50).run([30, 30]))
finally:
    print('leaving')
