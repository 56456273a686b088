y = 7
r = {x for x in range(5)}
print(sorted(r) if isinstance(r, set) else r, y)
