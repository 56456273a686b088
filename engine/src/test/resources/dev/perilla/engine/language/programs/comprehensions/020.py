y = 7
r = list((lambda: x)() for x in range(3))
print(sorted(r) if isinstance(r, set) else r, y)
