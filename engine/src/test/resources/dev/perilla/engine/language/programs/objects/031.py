e = ValueError('a', 1); print(repr(e), str(e), e.args, repr(ValueError()), repr(KeyError('k')), str(KeyError('k')), repr(OSError(2, 'No')), str(OSError(2, 'No', 'f')), StopIteration(3).value, isinstance(e, Exception), e.with_traceback(None) is e)
class E(Exception):
    def __init__(self, a, b): self.a = a; super().__init__(a)
print(repr(E(1, 2)), str(E(1, 2)), E(1, 2).args)
class F(Exception):
    def __str__(self): return 'F!'
try: raise F(1)
except F as x: print(x, repr(x))
try: raise E
except TypeError as x: print(x)
try: raise 5
except TypeError as x: print(x)
try:
    raise
except RuntimeError as x: print(x)
try: raise ValueError from 5
except TypeError as x: print(x)
try:
    try: raise KeyError(1)
    except (ValueError, KeyError) as q: raise
except KeyError as q: print('re', q)
try:
    try: 1/0
    except 5: pass
except TypeError as q: print(q)
try: assert 1 == 2, 'msg'
except AssertionError as q: print(q, q.args)
try: assert False
except AssertionError as q: print(repr(q))
