y = 7
r = {x for x in range(10) if x % 3 if x % 2}
print(sorted(r) if isinstance(r, set) else r, y)
