lambda_ = lambda *a, k=1, **kw: (a, k, kw)
print(lambda_(1, 2, k=3, z=4), (lambda: (yield))().__class__.__name__)
