# What throw() is called with reaches an object with a method throw as it is.
class It:
    def __iter__(self): return self
    def __next__(self): return 1
    def throw(self, *a):
        print([x.__name__ if isinstance(x, type) else repr(x) for x in a])
        raise ValueError('x')
def g():
    yield from It()
for args in [(5,), (KeyError,), (KeyError, 'a'), (KeyError('q'),), (KeyError, None)]:
    x = g()
    next(x)
    try: x.throw(*args)
    except BaseException as e: print(type(e).__name__, e)
def h():
    yield 1
    yield 2
def d():
    try: yield from h()
    except TypeError as e: print('in d', e)
    yield 3
x = d()
next(x)
print(x.throw(5))
x = h()
next(x)
for args in [('s',), (ValueError('v'), 1), (ValueError, None, 2)]:
    try: x.throw(*args)
    except TypeError as e: print(e)
print(next(x))
x = h()
try: x.throw(StopIteration(3))
except RuntimeError as e: print(e, repr(e.__cause__))
try: x.throw(StopIteration(4))
except StopIteration as e: print(e.value)
