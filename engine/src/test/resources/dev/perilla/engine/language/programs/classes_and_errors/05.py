print(any((y := v) > 3 for v in [1, 5, 2]), y)
if (n := len('abc')) > 2: print(n)
print([z := 5, z ** 2], (w := 3) + w)
print([last := i for i in range(4)], last)
while (line := next(iter(['x']))) and line == 'x':
    print(line); break
f = lambda x, *a, k=1, **kw: (x, a, k, kw)
print(f(1), f(1, 2, k=3, z=4))
print((lambda: (yield))())if 0 else print('ok')
print({x: y for x in range(2) for y in range(2)}, {x % 3 for x in range(10)} == {0, 1, 2})
print([[j for j in range(i)] for i in range(4)], [(i, j) for i in range(3) if i for j in 'ab' if j != 'a' or i > 1])
print(*[1, 2], sep='', end='!\n')
print(1, 2, sep=None, end=None)
print()
print('a', end='')
print('b')
def gen():
    try:
        yield 1
        yield 2
    finally: print('closed')
g = gen(); next(g); g.close()
try: next(g)
except StopIteration: print('si')
g = gen(); print(next(g))
try: g.throw(KeyError('k'))
except KeyError as e: print('thrown', e)
def bad():
    yield 1
    raise StopIteration
try: list(bad())
except RuntimeError as e: print(e)
g = (x for x in [1])
print(type(g).__name__, iter(g) is g)
def sub():
    x = yield from [1, 2]
    print(x)
print(list(sub()))
print(max((len(w), w) for w in ['a', 'bbb', 'cc']), min(zip([3, 1], 'ab')))
print(sorted({'b': 1, 'a': 2}.items(), key=lambda kv: kv[1]), dict(sorted({'b': 1, 'a': 2}.items())))
def h(a, b=[]):
    b.append(a); return b
h(1); print(h(2), h.__name__, h.__qualname__)
h.attr = 5; print(h.attr)
print(__name__, [].__class__, (5).__class__.__name__, str.upper('a'), list(map(str.upper, 'ab')), list.append, int.__name__)
print(...)
print(NotImplemented, Ellipsis is ...)
print(1 if 0 else 2 if 0 else 3, not not 1, 1 and 2 and 3, 0 or [] or 'z', None or 0)
print('a' 'b' f'{1}' 'c', ('x'
 'y'), 1 + \
 2)
print(0.1 + 0.2 == 0.3, 1e308 * 10, -1e308 * 10, 1e-320, 5e-324, 2.5e-5, 1e22, 1e21, 123456789012345678, 1.5e300 * 1e10)
print(round(0.5), round(1.5), round(2.5), round(0.15, 1), round(1e20), round(12345.6789, -2), round(-0.4), -0.0, 0.0 == -0.0)
print(7 // 2.0, -7 // 2.0, 7 % -3, -7 % 3.5, 1e300 % 7, 2 ** 100 % 97, (-3) ** 3, 2.0 ** 3, 4 ** 0.5, 0 ** 0, 0.0 ** 0)
print(10 ** 18 + 1, 9223372036854775807 + 1, -9223372036854775808 - 1, 9223372036854775807 * 2, 2 ** 63, -(2 ** 63), abs(-2 ** 63), 2 ** 64 // 2, 2 ** 64 - 2 ** 64 + 1, -9223372036854775808 // -1, -9223372036854775808 % -1)
print(True + True, True * 5, sum([True, False, True]), True == 1, True is True, isinstance(True, int), True & False, True | 2, True ^ True, ~True, -True, +True, True / 2, int(True), str(True), [10, 20][True])
