def deco(*args):
    def wrap(f):
        def inner(*a, **k):
            print('call', f.__name__, args, a, k)
            return f(*a, **k)
        return inner
    return wrap
@deco(1, 2)
@deco()
def f(x): return x * 2
print(f(3), f.__name__)
@deco('c')
class K:
    pass
print(type(K()).__name__)
