# Waits for Ctrl-C in the way that the first argument names; without one it ends at once.
import sys

how = sys.argv[1] if len(sys.argv) > 1 else ""


def ready():
    print("ready", flush=True)


def spin():
    ready()
    while True:
        pass


def nap():
    import time

    ready()
    time.sleep(60)


def read():
    ready()
    input()


def catch():
    try:
        spin()
    except KeyboardInterrupt as e:
        print("caught", repr(e))
    try:
        spin()
    finally:
        print("finally")


def call():
    ready()
    sum(i for i in iter(int, 1))


ways = {"spin": spin, "nap": nap, "read": read, "catch": catch, "call": call}
if how:
    ways[how]()
print("done", sorted(ways))
