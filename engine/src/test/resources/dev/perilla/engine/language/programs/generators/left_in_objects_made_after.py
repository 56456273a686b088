# What objects were made with is closed behind what names hold, object by object.
def gen(n):
    try: yield n
    finally: print('end', n)
def at(n):
    g = gen(n)
    next(g)
    return g
class Pair:
    def __init__(self, a, b=None):
        self.a = a
        self.b = b
x = at(1)
first = Pair(at(2))
second = Pair(at(3), at(4))
y = at(5)
print('last')
