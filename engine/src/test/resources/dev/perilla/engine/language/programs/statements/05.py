class A:
    x = 1
    def __init__(self, v): self.v = v
    def m(self): return self.v
    @property
    def p(self): return self.v * 2
    @p.setter
    def p(self, val): self.v = val // 2
    @staticmethod
    def s(a): return a + 1
    @classmethod
    def k(cls, v): return cls(v)
    def __repr__(self): return f"A({self.v})"
class B(A):
    x = 2
    def __init__(self, v):
        super().__init__(v + 1)
    def m(self): return super().m() * 10
a = A(3); b = B(4)
print(a.m(), b.m(), a.p, b.p, A.s(1), b.s(2), A.k(7), B.k(7), a.x, b.x)
a.p = 10
print(a, a.v, isinstance(b, A), issubclass(B, A), type(b).__name__, B.__mro__)
print(hasattr(a, 'v'), hasattr(a, 'zz'), getattr(a, 'zz', 5))
setattr(a, 'w', 9); print(a.w, a.__dict__)
del a.w
try: a.w
except AttributeError as e: print(e)
try: A.zz
except AttributeError as e: print(e)
try: a.p2 = 1; print(a.p2)
except AttributeError as e: print(e)
print(A, a.m.__name__, A.m.__name__, A.__name__, A.m.__qualname__)
