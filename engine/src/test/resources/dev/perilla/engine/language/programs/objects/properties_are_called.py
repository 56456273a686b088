f = lambda s: 1
print(property(f) == property(f))
class A:
    v = w = property(f)
class B:
    x = A.v
try:
    A().v = 1
except AttributeError as e:
    print(e)
p = property(None)
class C:
    q = p.getter(None)
    r = property()
try:
    C().r
except AttributeError as e:
    print(e)
class D:
    @property
    def a(self): return 1
    @a.setter
    def a(self, v): print('set', v)
    b = a
    @a.deleter
    def a2(self): print('del')
try:
    del D().a
except AttributeError as e:
    print(e)
D().a = 3
del D().a2
