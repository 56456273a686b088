def f():
    "doc"
f.a = 1
f.__dict__['b'] = 2
print(f.a, f.b, f.__dict__)
f.__name__ = 'g'; f.__qualname__ = 'h.g'
print(f.__name__, f.__qualname__, f.__dict__)
f.__doc__ = 3
print(f.__doc__)
del f.__doc__
print(f.__doc__)
print(f.__call__())
try: f.__name__ = 3
except TypeError as e: print(e)
try: f.nope
except AttributeError as e: print(e)
