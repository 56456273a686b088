B = 2 ** 70
r = range(B, B + 10, 3)
print(r, len(r), list(r), r[0], r[-1], r[1:], r[::-1], B + 3 in r, B + 1 in r, r.index(B + 6), r.count(B), bool(r), r.start, r.stop, r.step, list(reversed(r)))
print(r == range(B, B + 12, 3), r != range(B, B + 13, 3), hash(r) == hash(range(B, B + 12, 3)), range(B, 0) == range(0), {r: 1}[range(B, B + 12, 3)])
print(type(iter(r)), type(reversed(r)), type(r), isinstance(r, range))
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for f in (lambda: r[4], lambda: r[-5], lambda: r['a'], lambda: r[1.5], lambda: len(range(B)), lambda: range(B)[B - 1], lambda: range(B)[B], lambda: range(B)[-1], lambda: r.index(5), lambda: r.index('a'), lambda: r.count('a'), lambda: range(10 ** 30, 10 ** 30 - 5, -2)[1:], lambda: list(range(10 ** 20, 10 ** 20 - 5, -2)), lambda: range(0, B, B // 3)[::2], lambda: sum(range(B, B + 3)), lambda: max(r), lambda: min(range(-B, 5, B)), lambda: r.start.bit_length(), lambda: 3.0 in r, lambda: float(B) in r, lambda: True in range(-B, B), lambda: None in r, lambda: next(iter(range(B))), lambda: [*zip(range(3), range(B))], lambda: range(2 ** 63)[2 ** 62], lambda: range(2 ** 62, 2 ** 63 + 5, 2 ** 61), lambda: list(range(2 ** 62, 2 ** 63 + 5, 2 ** 61)), lambda: len(range(2 ** 63)), lambda: len(range(2 ** 63 - 1)), lambda: range(-2 ** 63, 2 ** 63)[-1], lambda: [x for x in range(2 ** 64, 2 ** 64 + 2)], lambda: '%s' % r, lambda: f'{r}', lambda: r + r, lambda: r[:-10], lambda: range(B)[:5], lambda: range(B)[B - 2:], lambda: r.foo, lambda: range(B, B + 1, 0), lambda: range(B, 1.5), lambda: r < r, lambda: tuple(range(-2 ** 62, -2 ** 62 + 2)), lambda: range(-2**63, 0, 2**62), lambda: sorted(r, reverse=True), lambda: range(B).__len__(), lambda: r.__contains__(B), lambda: slice(B).indices(B + 1), lambda: set(r), lambda: enumerate(r, B).__next__()): show(f)
for i in range(2 ** 64, 2 ** 64 + 3): print(i)
for i in range(2 ** 64, 2 ** 64 + 3):
    if i % 2: break
else: print('no')
print(i)
try: r.start = 3
except AttributeError as e: print(e)
