class It:
    def __iter__(self): return self
    def __next__(self): return 1
    def throw(self, *a): print('throw', a); return 456
def gen():
    yield from It()
g = gen(); print(next(g)); pass
g = gen(); print(next(g)); pass
g = gen(); print(next(g)); print(g.throw(ZeroDivisionError('x')))
g = gen(); print(next(g)); g.close()
