y = 7
r = sum(x for x in range(5))
print(sorted(r) if isinstance(r, set) else r, y)
