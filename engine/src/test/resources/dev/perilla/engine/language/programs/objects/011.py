def f(a, b=2, *c, d, e=5, **k):
    return a, b, c, d, e, k
print(f(1, d=4), f(1, 2, 3, 4, d=1, z=2), f(*[1, 2], **{'d': 3}))
for call in (lambda: f(), lambda: f(1), lambda: f(1, 2, d=3, d2=4, **{'b': 1}), lambda: f(d=1)):
    try: print(call())
    except TypeError as e: print(e)
