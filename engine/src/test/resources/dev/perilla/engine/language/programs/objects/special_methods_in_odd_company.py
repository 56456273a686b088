class Meta1:
    registry = {}
    def __init__(self, name, *args, **kw):
        self.name = name
        type(self).registry[name] = (args, kw)
    def __contains__(self, k): return k in self.registry
    def __len__(self): return len(self.registry)
    def __iter__(self): return iter(sorted(self.registry))
    def __reversed__(self): return iter(sorted(self.registry, reverse=True))
    def __call__(self, *a, **k): return self.name, a, k
m = Meta1('a', 1, 2, z=3)
n = Meta1('b')
print(list(m), len(n), 'a' in n, list(reversed(m)), m(1, *[2], k=3), bool(m))
print(Meta1.registry)
class Base:
    kind = 'base'
    def __init__(self, x=0): self.x = x
    def describe(self): return f'{self.kind}:{self.x}'
    @classmethod
    def make(cls, *a): return cls(*a)
    @staticmethod
    def helper(v): return v * 2
    @property
    def double(self): return self.helper(self.x)
    @double.setter
    def double(self, v): self.x = v / 2
    @double.deleter
    def double(self): self.x = None
class Mid(Base):
    kind = 'mid'
    def describe(self): return 'M' + super().describe()
class Leaf(Mid):
    kind = 'leaf'
    def __init__(self, x, y):
        super().__init__(x)
        self.y = y
    def describe(self): return 'L' + super().describe() + f'/{self.y}'
    @property
    def double(self): return super().double + 1
    @classmethod
    def make(cls, *a): return super().make(*a, 9)
for o in (Base.make(), Mid.make(3), Leaf.make(4)):
    print(o.describe(), o.double, type(o).__name__, o.__dict__)
b = Base(5); b.double = 20; print(b.x, b.double); del b.double; print(b.x)
try: Leaf(1, 2).double = 3
except AttributeError as e: print(e)
try: del Leaf(1, 2).double
except AttributeError as e: print(e)
print(Leaf.__mro__, Leaf.__bases__, Leaf.__name__, Leaf.__qualname__, Leaf.__module__)
print(isinstance(Leaf(1,1), Base), issubclass(Leaf, Mid), issubclass(Mid, Leaf), isinstance(Mid, type))
class V:
    def __init__(s, *c): s.c = c
    def __eq__(s, o): return s.c == o.c if isinstance(o, V) else NotImplemented
    def __hash__(s): return hash(s.c)
    def __lt__(s, o): return s.c < o.c
    def __repr__(s): return f'V{s.c}'
    def __add__(s, o):
        if isinstance(o, V): return V(*[a + b for a, b in zip(s.c, o.c)])
        if isinstance(o, (int, float)): return V(*(a + o for a in s.c))
        return NotImplemented
    __radd__ = __add__
    def __mul__(s, k): return V(*(a * k for a in s.c))
    __rmul__ = __mul__
    def __matmul__(s, o): return sum(a * b for a, b in zip(s.c, o.c))
    def __neg__(s): return s * -1
    def __sub__(s, o): return s + -o
    def __rsub__(s, o): return -s + o
    def __getitem__(s, i): return s.c[i]
    def __bool__(s): return any(s.c)
    def __abs__(s): return (s @ s) ** 0.5
a, b = V(1, 2), V(3, 4)
print(a + b, a + 1, 1 + a, a * 2, 2 * a, a @ b, -a, a - b, 10 - a, abs(b), bool(V(0, 0)), a[0], a[-1], a[:], [*a])
print(sum([a, b, V(5, 6)]), sorted([b, a]), max(a, b), {a: 1}[V(1, 2)], len({a, V(1, 2), b}), a == V(1, 2), a != b, a == 3, a in [V(1,2)])
try: a + 'x'
except TypeError as e: print(e)
try: 'x' + a
except TypeError as e: print(e)
try: a < 3
except AttributeError as e: print(e)
try: a > b; print(a > b, b > a)
except TypeError as e: print(e)
try: a <= b
except TypeError as e: print(e)
try: a @ 3
except AttributeError as e: print(e)
try: 3 @ a
except TypeError as e: print(e)
a += b; print(a); a -= 1; print(a); a *= 3; print(a)
x, y = a; print(x, y)
class C:
    def __format__(self, spec): return f'<{spec}>'
    def __str__(self): return 'str'
    def __repr__(self): return 'rep'
c = C()
print(f'{c}|{c!s}|{c!r}|{c:abc}|{c!s:>6}|{c!r:^7}|{c=}|{c=:x}|{c = !s}', '{:q} {!r:>5} {0}'.format(c, c) if False else '{:q} {!r:>5}'.format(c, c), '%s %r %5s' % (c, c, c), format(c), format(c, '>3'))
class D: pass
try: format(D(), '>10')
except TypeError as e: print(e)
try: f'{[1]:>5}'
except TypeError as e: print(e)
try: f'{None:5}'
except TypeError as e: print(e)
class E:
    def __format__(self, s): return 5
try: f'{E()}'
except TypeError as e: print(e)
class F:
    def __str__(self): return 5
try: str(F())
except TypeError as e: print(e)
try: print(F())
except TypeError as e: print(e)
class G:
    def __repr__(self): return None
try: repr(G())
except TypeError as e: print(e)
try: print([G()])
except TypeError as e: print(e)
class Temp:
    def __init__(self, c): self.c = c
    f = property(lambda s: s.c * 9 / 5 + 32, lambda s, v: setattr(s, 'c', (v - 32) * 5 / 9), doc='x')
t = Temp(100); print(t.f); t.f = 32; print(t.c)
class R:
    @property
    def x(self): raise AttributeError('inner')
try: R().x
except AttributeError as e: print(e)
print(hasattr(R(), 'x'), getattr(R(), 'x', 7))
class R2:
    @property
    def x(self): return self.nope
    def __getattr__(self, n): return 'ga:' + n
print(R2().x, R2().y)
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n
print(list(It(3)), sum(It(5)), max(It(4)), [*zip(It(3), It(2))], dict(zip('abc', It(3))), tuple(map(lambda x: x * x, It(3))))
i = It(2); print(next(i), next(i), next(i, 'end'))
try: next(i)
except StopIteration as e: print(repr(e), e.value)
a, *b = It(4); print(a, b)
print(3 in It(5), 9 in It(5), sorted(It(4)), enumerate(It(1)).__next__(), set(It(3)), any(It(1)), all(It(2)))
class Bad:
    def __iter__(self): return 5
try: iter(Bad())
except TypeError as e: print(e)
try: list(Bad())
except TypeError as e: print(e)
try: a, b = Bad()
except TypeError as e: print(e)
class Seq:
    def __getitem__(self, i):
        if i > 3: raise IndexError(i)
        return i * 10
print(list(Seq()), 20 in Seq(), [*Seq()], max(Seq()), list(zip(Seq(), 'ab')))
try: len(Seq())
except TypeError as e: print(e)
try: reversed(Seq())
except TypeError as e: print(e)
class Num:
    def __init__(s, v): s.v = v
    def __int__(s): return int(s.v)
    def __float__(s): return float(s.v)
    def __index__(s): return int(s.v)
    def __round__(s, n=None): return ('round', n)
    def __trunc__(s): return 'tr'
    def __floor__(s): return 'fl'
    def __ceil__(s): return 'ce'
    def __divmod__(s, o): return ('dm', o)
    def __rdivmod__(s, o): return ('rdm', o)
    def __pow__(s, o, m=None): return ('pow', o, m)
    def __rpow__(s, o): return ('rpow', o)
    def __lshift__(s, o): return 'ls'
    def __rshift__(s, o): return 'rs'
    def __and__(s, o): return 'and'
    def __ror__(s, o): return 'ror'
    def __xor__(s, o): return 'xor'
    def __invert__(s): return 'inv'
    def __pos__(s): return 'pos'
import math
n = Num(3)
print(int(n), float(n), [0, 1, 2, 3][n], 'abcdef'[n:], range(n), round(n), round(n, 2), math.floor(n), math.ceil(n), math.trunc(n))
print(divmod(n, 2), divmod(2, n), n ** 2, 2 ** n, pow(n, 2), pow(n, 2, 5), n << 1, n >> 1, n & 1, 1 | n, n ^ 1, ~n, +n)
print(hex(n), bin(n), oct(n), chr(Num(65)), 'ab' * n, [1] * n, math.sqrt(n), math.gcd(n, 6), '%d' % n, '%.1f' % n, '%x' % n)
try: n | 1
except TypeError as e: print(e)
try: 1 ^ n
except TypeError as e: print(e)
try: n @ n
except TypeError as e: print(e)
try: n // 2
except TypeError as e: print(e)
n **= 3; print(n)
class Ctr:
    def __init__(self): self.log = []
    def __iadd__(self, o): self.log.append(('iadd', o)); return self
    def __isub__(self, o): return NotImplemented
    def __sub__(self, o): return ('sub', o)
    def __imul__(self, o): return None
c = Ctr(); d = c; c += 1; c += 'x'; print(c is d, c.log); c -= 4; print(c); d *= 2; print(d)
class Holder: pass
h = Holder(); h.c = Ctr(); h.c += 5; print(h.c.log)
l = [Ctr()]; l[0] += 7; print(l[0].log)
t = (Ctr(),)
try: t[0] += 3
except TypeError as e: print(e)
print(t[0].log)
class EqOnly:
    def __init__(s, v): s.v = v
    def __eq__(s, o): print('eq', s.v, getattr(o, 'v', o)); return s.v == getattr(o, 'v', o)
e = EqOnly(1)
print(e == EqOnly(1), e != EqOnly(2), 1 == e, e in [EqOnly(5), EqOnly(1)], [e].index(1), [e, e].count(1), [e] == [1], (e,) != (2,))
try: hash(e)
except TypeError as x: print(x)
try: {e}
except TypeError as x: print(x)
try: {}[e]
except TypeError as x: print(x)
class Child(EqOnly):
    def __hash__(s): return 7
print(hash(Child(3)), len({Child(1), Child(1)}))
class H:
    def __hash__(self): return 'x'
try: hash(H())
except TypeError as x: print(x)
class H2:
    def __hash__(self): return 2 ** 70
print(hash(H2()), hash(2 ** 70))
class H3:
    def __hash__(self): return -1
print(hash(H3()))
class LT:
    def __init__(s, v): s.v = v
    def __lt__(s, o): return NotImplemented if not isinstance(o, LT) else s.v < o.v
    def __repr__(s): return f'<{s.v}>'
print(sorted([LT(3), LT(1), LT(2)]), min(LT(2), LT(1)), max([LT(2), LT(9)]), LT(1) > LT(2), sorted([LT(1), LT(2)], reverse=True))
try: sorted([LT(1), 3])
except TypeError as e: print(e)
try: LT(1) < 3
except TypeError as e: print(e)
try: LT(1) >= LT(2)
except TypeError as e: print(e)
class BoolRes:
    def __lt__(s, o): return [] 
    def __gt__(s, o): return 'yes'
print(BoolRes() < 1, BoolRes() > 1, 1 < BoolRes(), 1 > BoolRes(), 1 < BoolRes() < 3, max(BoolRes(), 5, key=lambda x: 0).__class__.__name__)
class B0:
    def __bool__(self): return 0
try: bool(B0())
except TypeError as e: print(e)
try:
    if B0(): pass
except TypeError as e: print(e)
class L0:
    def __len__(self): return -1
try: len(L0())
except ValueError as e: print(e)
try: bool(L0())
except ValueError as e: print(e)
class L1:
    def __len__(self): return 'a'
try: len(L1())
except TypeError as e: print(e)
class L2:
    def __len__(self): return 2.0
try: len(L2())
except TypeError as e: print(e)
class L3:
    def __len__(self): return True
print(len(L3()), type(len(L3())))
class I0:
    def __index__(self): return 'a'
try: [1][I0()]
except TypeError as e: print(e)
class I1:
    def __int__(self): return 2.5
try: int(I1())
except TypeError as e: print(e)
class F1:
    def __float__(self): return 1
try: float(F1())
except TypeError as e: print(e)
class Co:
    def __contains__(self, x): return 'truthy'
print(1 in Co(), 1 not in Co())
class It0:
    def __iter__(self): yield from (1, 2)
    def __contains__(self, x): return None
print(list(It0()), 1 in It0())
