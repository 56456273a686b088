y = 7
r = sorted(len(w) for w in ['a', 'bb', ''])
print(sorted(r) if isinstance(r, set) else r, y)
