class E(Exception):
    def __init__(self, n):
        super().__init__('E', n)
        self.n = n
class F(ValueError):
    pass
def g():
    try:
        yield 1
        yield 2
    except Exception as e:
        print('in', repr(e))
        yield 3
    finally:
        print('done')
g = g()
print(next(g))
try:
    print(g.throw(F('f')))
    print(next(g, 'end'))
except Exception as e:
    print(repr(e))
