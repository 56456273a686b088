# An exception lets go of what expressions and loops worked on; its traceback keeps the variables.
def gen(n):
    try:
        yield n
        yield n + 1
    finally:
        print("end", n)


def started(n):
    g = gen(n)
    next(g)
    return g


def boom(a, b=None):
    c = started(900)
    raise ValueError(a is None)


def passes(a):
    for x in gen(901):
        try:
            boom(a, started(902))
        finally:
            print("passes")


def again():
    try:
        passes(started(903))
    except ValueError:
        print("again")
        raise KeyError from None


for call in (boom, passes):
    try:
        print([started(1), call(started(2))])
    except ValueError as e:
        print("caught", e)
    print("handled")
try:
    again()
except KeyError:
    print("caught")
print("handled")
try:
    [boom(q) for q in [started(3), started(4)]]
except ValueError:
    print("caught")
print("handled")


def inside(x):
    try:
        yield 1
        for y in gen(5):
            yield y
        yield boom(x)
    except ValueError as e:
        print("inside")
        yield 2
    finally:
        print("out")


for v in inside(started(6)):
    print(v)
g = inside(started(7))
next(g), next(g)
g = None
print("left in its loop")
g = inside(started(8))
for v in g:
    if v == 2:
        break
g = None
print("left in its handler")


def delegates(g):
    yield from g


inner = gen(9)
d = delegates(inner)
next(d)
del d
print("what it went through is closed", list(inner))
kept = []
try:
    boom(started(10))
except ValueError as e:
    kept.append(e)
print("kept")
kept.clear()
print("end")
kept = None


def two(a, b):
    return a + b


for fails in (
    lambda: [started(11), started(12) + started(13)],
    lambda: len(started(14), started(15)),
    lambda: two(started(16), started(17)),
    lambda: {started(18), [started(19)]},
    lambda: {1: started(20), []: started(21)},
    lambda: started(22)[started(23)],
    lambda: two(started(27), *started(28).__next__),
    lambda: two(started(29), started(30)).nope(started(31)),
    lambda: {1: started(32)}.nope(started(33)),
):
    try:
        fails()
    except (TypeError, AttributeError):
        print("handled")


def yields():
    try:
        x = yield started(24)
        print("went on", x)
        yield f"{next(started(25))} {(yield 26)}"
    finally:
        print("end of yields")


g = yields()
next(g)
print("nobody took it")
print(g.send(1))
g = None
print("the end")
