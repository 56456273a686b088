class V:
    def __init__(s, x): s.x = x
    def __lt__(s, o): return s.x < o.x
    def __eq__(s, o): return isinstance(o, V) and s.x == o.x
    def __repr__(s): return f'V({s.x})'
    def __len__(s): return s.x
    def __contains__(s, i): return i == s.x
    def __iter__(s): return iter(range(s.x))
    def __getitem__(s, i): return (s.x, i)
    def __setitem__(s, i, v): print('set', i, v)
    def __delitem__(s, i): print('del', i)
    def __call__(s, *a, **k): return a, k
    def __bool__(s): return s.x > 2
    def __neg__(s): return V(-s.x)
    def __abs__(s): return abs(s.x)
    def __int__(s): return s.x
    def __float__(s): return float(s.x)
    def __index__(s): return s.x
    def __round__(s, n=None): return ('round', n)
    def __format__(s, spec): return f'<{spec}>'
    def __str__(s): return 'str'
    def __divmod__(s, o): return 'dm'
    def __rdivmod__(s, o): return 'rdm'
    def __pow__(s, o, m=None): return ('pow', o, m)
    def __reversed__(s): return 'rev'
    def __trunc__(s): return 7
    def __floor__(s): return 8
    def __ceil__(s): return 9
    def __matmul__(s, o): return '@'
    def __invert__(s): return '~'
    def __pos__(s): return '+'
    def __enter__(s): return s
import math
v = V(3)
print(sorted([V(3), V(1), V(2)]), v == V(3), v != V(3), v in [V(3)], 3 in v, list(v), v[1], v[1:2], v[1, 2], v[...], len(v), v(1, a=2), bool(V(1)), -v, abs(v), int(v), float(v), [10,20,30,40][v], round(v), round(v, 2), f'{v:abc}', str(v), divmod(v, 1), divmod(1, v), v ** 2, pow(v, 2, 3), reversed(v), math.trunc(v), math.floor(v), math.ceil(v), v @ 1, ~v, +v, 'a' * v, bin(v), hex(v), range(v), max(V(1), V(5)), '%d' % v, '%s' % v, '%r' % v)
v[0] = 1; del v[0]
try: hash(v)
except TypeError as e: print(e)
try: v > 1
except (TypeError, AttributeError) as e: print(e)
try: v + 1
except TypeError as e: print(e)
try: 1 - v
except TypeError as e: print(e)
try: v >= V(1)
except TypeError as e: print(e)
