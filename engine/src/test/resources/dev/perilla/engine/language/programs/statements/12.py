d = {'b': 1, 'a': 2}
print(d, d['b'], d.get('z'), d.get('z', 0), 'a' in d, len(d), list(d), d.keys(), d.values(), d.items(), sorted(d), dict(d), dict(a=1), dict([('x', 1)]))
d.update({'c': 3}); d.update(e=5); d.setdefault('q', []).append(1); print(d, d.pop('b'), d.pop('zz', None), d.popitem()); del d['a']; print(d)
for k, v in d.items(): print(k, v)
print({k: v for k, v in zip('ab', [1, 2])}, {1: 'a', 1.0: 'b', True: 'c'}, d == {'c': 3, 'e': 5}, {} == {}, d | {'z': 1}, dict.fromkeys('ab', 0), d.copy(), list(reversed({'a': 1, 'b': 2})))
try: d['nope']
except KeyError as e: print('KeyError', e)
try: {[]: 1}
except TypeError as e: print(e)
d.clear(); print(d)
d = {}
for i in range(20): d[i % 7] = i
print(d)
for i in list(d): del d[i]
print(d, len(d)); d['x'] = 1; print(d)
try:
    for k in d: d[k + 'y'] = 1
except RuntimeError as e: print(e)
s = {1, 2, 3}
s.add(4); s.discard(9); s.remove(1); print(s, 2 in s, len(s), s & {2, 3}, s - {2}, s ^ {2, 7}, s <= {2, 3, 4, 5}, s == {4, 3, 2}, s.issubset(s), s.isdisjoint({100}), set(), {1} < {1, 2}, sorted({3, 1, 2}))
a = {1, 2}; a |= {3}; a -= {1}; a &= {2, 3, 4}; print(a); a.update([5], [6]); print(a); a.clear(); print(a)
try: s.remove(99)
except KeyError as e: print(e)
