class C:
    x = 1
    def f(self): return 1
c = C()
c.__dict__['a'] = 5
c.__dict__.update(b=6)
print(c.a, c.b, c.__dict__)
c.d = 7
del c.a
print(c.__dict__, hasattr(c, 'a'))
print(list(0) if False else C.__dict__['x'], 'f' in C.__dict__)
print([k for k in C.__dict__])

c.__dict__ = {'z': 1}
print(c.z)
for k, v in c.__dict__.items(): print(k, v)
