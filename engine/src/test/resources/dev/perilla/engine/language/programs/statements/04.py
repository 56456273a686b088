def outer():
    x = 1
    def inc():
        nonlocal x
        x += 1
        return x
    return inc
i = outer()
print(i(), i())
fs = [lambda: n for n in range(3)]
print([f() for f in fs])
fs = [lambda n=n: n for n in range(3)]
print([f() for f in fs])
def counter():
    global total
    total = 0
    def add(n):
        global total
        total += n
    return add
c = counter(); c(3); c(4); print(total)
def rec(n): return 1 if n == 0 else n * rec(n - 1)
print(rec(30))
