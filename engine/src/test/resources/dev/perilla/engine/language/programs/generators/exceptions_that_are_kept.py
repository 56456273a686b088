# An exception that somebody keeps keeps the variables of the calls that it passed.
def gen(name):
    try:
        yield name
    finally:
        print("over", name)


def started(name):
    g = gen(name)
    next(g)
    return g


saved = []


def handled():
    g = started("handled")
    try:
        1 / 0
    except ZeroDivisionError as e:
        print("caught", e)


handled()
print("a call that keeps nothing lets go")


def raised():
    g = started("raised")
    raise KeyError("k")


def around():
    h = started("around")
    try:
        raised()
    except KeyError as e:
        print("caught", e)
    print("the handler is over")


around()
print("so does one around")

try:
    raised()
except KeyError as e:
    saved.append(e)
print("kept")
saved.clear()
print("let go")
print("end")
