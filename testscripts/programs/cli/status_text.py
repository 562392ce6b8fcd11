# exit: 1
# stderr: whole
# SystemExit with a text goes to standard error, without a traceback.
def leave(text):
    try:
        raise ValueError('inner')
    except ValueError:
        raise SystemExit(text)


try:
    leave('caught')
except SystemExit as e:
    print(repr(e), e.code, e.args, isinstance(e, Exception), isinstance(e, BaseException))
leave('the final word')
