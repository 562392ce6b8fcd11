# Reading standard input: input(), iteration, read, readline; conversions and end of file.
import sys

name = input('Name? ')
print(f'[{name}]')
age = int(input())
print(age + 1)
print(repr(input('prompt without newline: ')))
a, b = map(int, input().split())
print(a * b)
print([float(x) for x in input().split(',')])
try:
    int(input())
except ValueError as e:
    print(e)
print(repr(sys.stdin.readline()))
print(repr(sys.stdin.readline(3)), repr(sys.stdin.readline()))
print(repr(sys.stdin.read(4)))
print(repr(sys.stdin.readline()))
total = 0
for line in sys.stdin:
    if line.strip() == 'end':
        break
    total += len(line)
    print('line', repr(line))
print(total)
print(sys.stdin.readlines())
print(repr(sys.stdin.read()), repr(sys.stdin.readline()), list(sys.stdin))
try:
    input('at the end: ')
except EOFError as e:
    print(type(e).__name__, e)
print(sys.stdin.name, sys.stdin.encoding, sys.stdin.closed, sys.stdin.mode)
