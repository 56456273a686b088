y = 7
r = {(lambda: x)() for x in range(3)}
print(sorted(r) if isinstance(r, set) else r, y)
