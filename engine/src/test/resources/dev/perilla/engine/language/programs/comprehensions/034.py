y = 7
r = sum((lambda: x)() for x in range(3))
print(sorted(r) if isinstance(r, set) else r, y)
