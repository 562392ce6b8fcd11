# exit: 1
# stderr: whole
# A BaseException that is no Exception passes handlers for Exception and prints as any other; exit status 1.
class Stop(BaseException):
    pass


def work(n):
    try:
        if n == 0:
            raise Stop('enough', n)
        work(n - 1)
    except Exception:
        print('never')
    finally:
        print('leaving', n)


try:
    work(2)
except Exception:
    print('never either')
