def make(n):
    fs = []
    for i in range(n):
        def f(j, i=i):
            nonlocal total
            total += i * j
            return lambda k: (i, j, k, total)
        fs.append(f)
    total = 0
    return fs
for f in make(3):
    print(f(3)(3))
