d = {}
for d['k'] in range(3): pass
print(d)
[d['z'], *rest] = 'abc'; print(d, rest)
a = b = [1]; a.append(2); print(b, a is b)
a, b = b, a
i = 0
i, L = 1, [0, 0]; L[i], i = 5, 2; print(L, i)
