# exit: 1
# stderr: whole
# "from None" hides the context; notes follow the message; several lines in a message.
def work():
    try:
        1 / 0
    except ZeroDivisionError:
        e = ValueError('first line\nsecond line')
        e.add_note('a note')
        e.add_note('a note\nof two lines')
        raise e from None


work()
