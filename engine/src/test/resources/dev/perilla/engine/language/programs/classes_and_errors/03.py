class A:
    def __init__(self): pass
    def m(self, x): pass
    @property
    def ro(self): return 1
a = A()
for f in [lambda: A(1), lambda: a.m(), lambda: a.m(1, 2), lambda: a.zz(), lambda: A.m(), lambda: a(), lambda: a[0], lambda: a + 1, lambda: 1 + a, lambda: a < a, lambda: len(a), lambda: iter(a), lambda: -a, lambda: a.m(y=1), lambda: setattr(a, 'ro', 5), lambda: int(a), lambda: float(a), lambda: 1 in a, lambda: next(a), lambda: [*a], lambda: {**a}, lambda: round(a), lambda: abs(a), lambda: a @ 1, lambda: a[1:2], lambda: reversed(a), lambda: 'x' % a, lambda: sum([a]), lambda: f'{a:5}', lambda: divmod(a, 1), lambda: sorted([a, a]), lambda: max(a, a), lambda: range(a), lambda: [1][a], lambda: 'a'.join(a), lambda: dict(a), lambda: set(a), lambda: str(1, 2, 3) if 0 else bool(1, 2)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
try: a[0] = 1
except TypeError as e: print(e)
try: del a[0]
except TypeError as e: print(e)
try: del a.q
except AttributeError as e: print(e)
try: a += 1
except TypeError as e: print(e)
class B:
    def __init__(self): return 5
try: B()
except TypeError as e: print(e)
class C:
    def __str__(self): return 5
    def __len__(self): return -1
    def __bool__(self): return 1
    def __iter__(self): return 5
    def __hash__(self): return 'a'
for f in [lambda: str(C()), lambda: len(C()), lambda: bool(C()), lambda: iter(C()), lambda: hash(C())]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class D:
    def __eq__(self, o): return True
try: {D(): 1}
except TypeError as e: print(e)
try: class_ = type('x')
except TypeError as e: print(e)
