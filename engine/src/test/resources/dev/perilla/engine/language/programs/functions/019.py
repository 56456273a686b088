def f(a, **k):
    return a, k,
try:
    print(f())
except TypeError as e:
    print(e)
try:
    print(f(1))
except TypeError as e:
    print(e)
try:
    print(f(1, 2))
except TypeError as e:
    print(e)
try:
    print(f(1, 2, 3))
except TypeError as e:
    print(e)
try:
    print(f(a=1))
except TypeError as e:
    print(e)
try:
    print(f(b=1))
except TypeError as e:
    print(e)
try:
    print(f(1, b=5))
except TypeError as e:
    print(e)
try:
    print(f(1, 2, d=4))
except TypeError as e:
    print(e)
try:
    print(f(*[1, 2]))
except TypeError as e:
    print(e)
try:
    print(f(**{'a': 1}))
except TypeError as e:
    print(e)
try:
    print(f(1, *[2], **{'d': 3}))
except TypeError as e:
    print(e)
try:
    print(f(1, z=9))
except TypeError as e:
    print(e)
