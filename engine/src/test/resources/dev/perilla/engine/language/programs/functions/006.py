class C:
    def f(self, a, b=2):
        return a, b,
try:
    print(C().f())
except TypeError as e:
    print(e)
try:
    print(C().f(1))
except TypeError as e:
    print(e)
try:
    print(C().f(1, 2))
except TypeError as e:
    print(e)
try:
    print(C().f(1, 2, 3))
except TypeError as e:
    print(e)
try:
    print(C().f(a=1))
except TypeError as e:
    print(e)
try:
    print(C().f(b=1))
except TypeError as e:
    print(e)
try:
    print(C().f(1, b=5))
except TypeError as e:
    print(e)
try:
    print(C().f(1, 2, d=4))
except TypeError as e:
    print(e)
try:
    print(C().f(*[1, 2]))
except TypeError as e:
    print(e)
try:
    print(C().f(**{'a': 1}))
except TypeError as e:
    print(e)
try:
    print(C().f(1, *[2], **{'d': 3}))
except TypeError as e:
    print(e)
try:
    print(C().f(1, z=9))
except TypeError as e:
    print(e)
