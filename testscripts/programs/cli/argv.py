# Prints its arguments.
import sys

print(sys.argv)
print(__name__, __file__ == sys.argv[0], sys.argv[0].endswith('.pyc'))
