# What an expression works on goes when it is done with it, and not before.
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


def say(*a, **k):
    print("say", len(a), len(k))
    return 1


class Box:
    def __init__(self, g):
        self.g = g

    def __add__(self, other):
        print("add")
        return 1

    def __bool__(self):
        print("bool")
        return True

    def __getitem__(self, i):
        return self.g

    def take(self):
        g = self.g
        self.g = None
        return g

    def own(self):
        try:
            yield 1
            yield 2
        finally:
            print("own")


print(say(started(1), say(started(2))))
print(say(*[started(3), started(4)], k=started(5)), "stars")
print(Box(started(6)) + Box(started(7)), "operands")
print(started(8) and say(), "and")
print(started(9) is None or say(), "or")
print(f"{next(started(10))} {say(started(11))}", "fields")
print(started(12) is started(13) is None, "compared")
print([started(14), say()][1], "index")
print({1: started(15)}.get(2), "get")
print(Box(started(16)).take() is None, "taken")
print(next(Box(started(17)).own()), "its own")
print((lambda q, r=started(18): say(q))(started(19)), "lambda")
print([say(q) for q in [started(20), started(21)]], "comprehension")
print(len([x for x in [started(22), started(23)] if x is None]), "none")
while Box(started(24)) and say():
    break
x, y = started(25), started(26)
x, y = say(), y
print("assigned")
y = [y, started(27)]
y[0] = say(y.pop())
print("replaced")
z = z2 = started(28)
z = None
print("one name is left")
z2 = (x := started(29)) is None
print("no name is left")
x = None


def swapped():
    a, b = started(30), started(31)
    a, b = None, say()
    print("swapped")
    a, a = started(32), started(33)
    print("twice")


swapped()


def lost(a, b):
    a = None
    print("lost a")
    b = None
    print("lost b")


lost(started(34), started(35))
max([1], key=lambda n: lost(started(36), n) or 1)
print("end")
