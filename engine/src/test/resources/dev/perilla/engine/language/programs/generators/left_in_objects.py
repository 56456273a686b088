# Objects, closures and calls lead to what is left.
def gen(n):
    try: yield n
    finally: print('end', n)
def at(n):
    g = gen(n)
    next(g)
    return g
class Source:
    def __init__(self, n):
        self.n = n
        self.items = self.run()
        next(self.items)
    def run(self):
        try: yield self.n
        finally: print('run', self.n, self.items is not None)
first = Source(1)
second = Source(2)
def counter():
    g = at(3)
    def inner(): return g
    return inner
c = counter()
print('last')
