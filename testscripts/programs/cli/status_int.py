# exit: 5
# The exit status of sys.exit with an int, after finally blocks have run.
import sys

try:
    print('working')
    sys.exit(5)
finally:
    print('cleaning up')
