# Numbers the lines of its standard input with input().
n = 0
while True:
    try:
        line = input()
    except EOFError:
        break
    n += 1
    print(n, repr(line))
print('end of input')
