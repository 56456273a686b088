y = 7
r = sum(len(w) for w in ['a', 'bb', ''])
print(sorted(r) if isinstance(r, set) else r, y)
