# What a loop goes through goes when it is at its end, before `else`, in a generator too.


def count(name):
    try:
        yield 1
        yield 2
    finally:
        print("closed", name)


def started(name):
    generator = count(name)
    next(generator)
    return generator


def loop():
    for generator in [started("a"), started("b")]:
        yield "turn"
    else:
        print("else")
        yield "in else"
    print("after")


def nested():
    for generator in [started("c")]:
        for other in (started("d"), started("e")):
            yield from loop()
        else:
            generator = other = None
            print("inner else")
    else:
        print("outer else")


for word in loop():
    print(word)
for word in nested():
    print(word)
