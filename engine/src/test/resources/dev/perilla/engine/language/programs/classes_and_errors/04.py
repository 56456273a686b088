class Stack:
    "A doc"
    count = 0
    def __init__(self, *items):
        self._items = list(items)
        Stack.count += 1
    def push(self, x):
        self._items.append(x)
        return self
    def __iter__(self): return iter(self._items)
    def __len__(self): return len(self._items)
    def __bool__(self): return bool(self._items)
    def __getitem__(self, i): return self._items[i]
    def __contains__(self, x): return x in self._items
    def __eq__(self, other): return isinstance(other, Stack) and self._items == other._items
s = Stack(1, 2).push(3).push(4)
print(list(s), len(s), s[0], s[-1], s[1:3], 3 in s, s == Stack(1, 2, 3, 4), s != Stack(), Stack.count, Stack.__doc__, bool(Stack()), [x * 2 for x in s], sum(s), max(s), sorted(s, reverse=True), tuple(s), set(s) == {1, 2, 3, 4})
a, *rest = s
print(a, rest, *s, dict(enumerate(s)), list(zip(s, 'abcd')), list(map(str, s)), ''.join(str(x) for x in s))
class Private:
    def __init__(self): self.__x = 1; self._y = 2
    def get(self): return self.__x
p = Private(); print(p.get(), p._Private__x, p.__dict__, hasattr(p, '__x'))
class Base:
    def hello(self): return f'hello from {type(self).__name__}'
    def tmpl(self): return self.step() + 1
    def step(self): raise NotImplementedError('step')
class Child(Base):
    def step(self): return 41
    @classmethod
    def make(cls): return cls()
print(Child().hello(), Child().tmpl(), Child.make().hello())
try: Base().tmpl()
except NotImplementedError as e: print(type(e).__name__, e)
class Counter:
    def __init__(self): self.n = 0
    def __call__(self): self.n += 1; return self.n
c = Counter(); c(); print(c(), callable(c), callable(5))
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n
print(list(It(3)), sum(It(4)), 2 in It(5), list(zip(It(2), It(3))))
class Seq:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
print(list(Seq()), 20 in Seq())
class Dyn:
    def __getattr__(self, n): return n.upper()
d = Dyn(); d.x = 5; print(d.x, d.y)
class Set:
    def __setattr__(self, n, v): super().__setattr__(n, v * 2)
q = Set(); q.a = 5; print(q.a)
x = 10
class Scope:
    x = 20
    y = x + 1
    def f(self): return x
    l = [i for i in range(3)]
print(Scope.y, Scope().f(), Scope.l)
def deco(f):
    def w(*a, **k):
        print('call', f.__name__)
        return f(*a, **k)
    return w
@deco
def add(a, b): return a + b
print(add(1, b=2))
def rep(n):
    def d(f): return lambda *a: [f(*a) for _ in range(n)]
    return d
@rep(3)
def hi(x): return x
print(hi('q'))
@deco
class Deco: pass
Deco()
