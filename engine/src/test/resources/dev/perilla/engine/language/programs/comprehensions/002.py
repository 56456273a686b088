y = 7
r = [x * y for x in range(4) for y in range(x)]
print(sorted(r) if isinstance(r, set) else r, y)
