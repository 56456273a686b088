class V:
    def __init__(self, x): self.x = x
    def __add__(self, o): return V(self.x + (o.x if isinstance(o, V) else o))
    __radd__ = __add__
    def __sub__(self, o): return NotImplemented
    def __rsub__(self, o): return V(o - self.x)
    def __mul__(self, o): return V(self.x * o)
    def __iadd__(self, o): self.x += 100; return self
    def __neg__(self): return V(-self.x)
    def __pos__(self): return self
    def __invert__(self): return V(~self.x)
    def __abs__(self): return V(abs(self.x))
    def __eq__(self, o): return isinstance(o, V) and self.x == o.x
    def __lt__(self, o): return self.x < o.x
    def __le__(self, o): return self.x <= o.x
    def __hash__(self): return hash(self.x)
    def __repr__(self): return f'V({self.x!r})'
    def __str__(self): return f'<{self.x}>'
    def __len__(self): return self.x
    def __getitem__(self, i): return i
    def __setitem__(self, i, v): print('set', i, v)
    def __delitem__(self, i): print('del', i)
    def __contains__(self, i): return i == self.x
    def __call__(self, *a, **k): return a, k
    def __bool__(self): return self.x > 0
    def __int__(self): return self.x
    def __float__(self): return float(self.x)
    def __index__(self): return self.x
    def __round__(self, n=None): return (self.x, n)
    def __divmod__(self, o): return 'dm'
    def __pow__(self, o): return 'pow'
    def __matmul__(self, o): return 'mm'
    def __format__(self, s): return f'fmt[{s}]'
    def __enter__(self): return self
    def __reversed__(self): return iter([3,2,1])
v = V(3)
print(v + 1, 1 + v, 5 - v, v * 2, -v, +v, ~v, abs(V(-2)), v == V(3), v != V(3), v < V(4), v > V(2), v >= V(3))
try: v - 1
except TypeError as e: print(e)
v2 = v; v2 += 1; print(v, v is v2)
print(repr(v), str(v), [v], {v: 1}, len(V(2)), v[5], v[1:2], v['a', 2], 103 in v, 4 in v, v(1, k=2), bool(V(0)), not v)
v[1] = 2
del v[3]
print(int(v), float(v), [10,20,30,40][V(1)], round(V(2)), round(V(2), 1), divmod(v, 1), v ** 2, v @ 1, f'{v:abc}', format(v, 'q'), f'{v!r}', f'{v!s:>10}')
print(list(reversed(v)), {V(1): 'a', V(1): 'b'}, hex(V(255)), 'x' * V(3))
print(sorted([V(3), V(1), V(2)]), max(V(1), V(5)), min([V(3), V(2)]), sum([V(1), V(2)], V(0)))
