# Ends as its first argument says; the scripts of the command line run it with each.
import sys

case = sys.argv[1] if len(sys.argv) > 1 else 'default'
print('case', case)
if case == 'none':
    sys.exit()
elif case == 'zero':
    sys.exit(0)
elif case == 'three':
    raise SystemExit(3)
elif case == '263':
    sys.exit(263)
elif case == 'minus':
    sys.exit(-1)
elif case == 'true':
    sys.exit(True)
elif case == 'text':
    sys.exit('a message')
elif case == 'tuple':
    raise SystemExit(1, 2)
elif case == 'float':
    sys.exit(2.5)
elif case == 'uncaught':
    raise ValueError('uncaught')
elif case == 'interrupt':
    raise KeyboardInterrupt
print('no exit')
