d = {'a': 1, 'b': 2}
print(d | {'c': 3}, d.keys() & {'a'}, d.items() - {('a', 1)}, list(reversed(d)), d == {'b': 2, 'a': 1}, d.get('z'), d.setdefault('q', []), d.pop('a'), d, 'b' in d, d.popitem(), {**d, 'b': 5}, dict(zip('xy', '12')), dict.fromkeys('ab', 0))
d |= [('k', 1)]; print(d)
for k in d: print(k)
try:
    for k in d: d[k + 'x'] = 1
except RuntimeError as e: print(e)
print(list(d.values()), d.keys(), d.values(), d.items(), len(d.keys()), type(d.keys()), reversed(d.values()) is not None, list(reversed(d.items())))
print(d.keys() == {'b'}, d.keys() == d.keys(), d.values() == d.values(), sorted(d.items(), key=lambda kv: kv[1]), max(d, key=d.get))
