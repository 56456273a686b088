y = 7
r = list(sum(j for j in range(i)) for i in range(4))
print(sorted(r) if isinstance(r, set) else r, y)
