def f(x=[]):
    x.append(1)
    return x
print(f(), f(), f([]))
def g(a, b=lambda: 1): return b()
print(g(1))
def h(): pass
h.attr = 5; print(h.attr, h())
def fact(n): return 1 if n < 2 else n * fact(n - 1)
print(fact(30))
