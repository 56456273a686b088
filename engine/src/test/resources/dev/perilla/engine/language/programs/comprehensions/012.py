y = 7
r = {x + y for x, y in zip([1, 2], [3, 4])}
print(sorted(r) if isinstance(r, set) else r, y)
