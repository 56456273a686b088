def f(): return super().x
def g(a): return super().x
def h(*a): return super().x
def i(*, k=1): return super().x
def j(**k): return super().x
for f in [f, g, h, i, j]:
    for a in [(), (1,)]:
        try: print(f(*a))
        except Exception as e: print(type(e).__name__, e)
class A:
    def m(): return super().x
    def n(*a): return super().x
    @staticmethod
    def s(a): return super().x
    @classmethod
    def c(cls): return super().x
    def p(self): return [super().x for i in range(1)]
    def q(self):
        del self
        return super().x
    def r(self):
        self = 3
        return super().x
for f in [A.m, A.n, lambda: A.n(A()), lambda: A.s(1), lambda: A.s(A()), A.c, lambda: A().p(), lambda: A().q(), lambda: A().r()]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
try: super()
except Exception as e: print(type(e).__name__, e)
class B:
    try: super().x
    except Exception as e: print(type(e).__name__, e)
    print([lambda: super()][0] is None)
    t = [type(super(B, 1)).__name__ for B in []]
    def u(self):
        return list(super() for i in [1])
    def v(self):
        return (lambda: super())()
    def w(self):
        return (lambda s: super().__init__)(self) is None
    def x(self):
        def inner(): return super()
        return inner()
    def y(self):
        def inner(a): return super()
        return inner(3)
for f in [B.u, B.v, B.w, B.x, B.y]:
    try: print(f(B()))
    except Exception as e: print(type(e).__name__, e)
