print([i for i in range(3) if (j := i) > 0], j)
x = 5
print([x for x in range(3)], x, {k: v for k, v in zip('ab', [1, 2])}, {*'a'})
fs = [lambda: i for i in range(3)]; print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]; print([f() for f in fs])
print(list(x + y for x in range(2) for y in range(x, 3) if y != 1))
print([[a for a in range(b)] for b in range(3)])
