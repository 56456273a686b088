def f(a, b=2, *args, c=3, **kw):
    return a, b, args, c, kw
print(f(1), f(1, 2, 3, 4), f(1, c=5, z=6), f(*[1, 2], **{'c': 9}))
def g(a, /, b, *, c): return a + b + c
print(g(1, 2, c=3), g(1, b=2, c=3))
for bad in [lambda: g(1,2,3), lambda: g(a=1,b=2,c=3), lambda: f(), lambda: g(1,2), lambda: g(1,2,c=3,d=4), lambda: f(1, a=2)]:
    try: bad()
    except TypeError as e: print(e)
