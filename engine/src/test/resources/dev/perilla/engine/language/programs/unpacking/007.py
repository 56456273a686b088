try:
    a, = [1, 2]
    print(a)
except (TypeError, ValueError) as e:
    print(type(e).__name__, e)
try:
    a, = (1, 2, 3)
    print(a)
except (TypeError, ValueError) as e:
    print(type(e).__name__, e)
try:
    a, = 'ab'
    print(a)
except (TypeError, ValueError) as e:
    print(type(e).__name__, e)
try:
    a, = range(3)
    print(a)
except (TypeError, ValueError) as e:
    print(type(e).__name__, e)
try:
    a, = [(1, 2), 3]
    print(a)
except (TypeError, ValueError) as e:
    print(type(e).__name__, e)
try:
    a, = {'x': 1, 'y': 2}
    print(a)
except (TypeError, ValueError) as e:
    print(type(e).__name__, e)
try:
    a, = []
    print(a)
except (TypeError, ValueError) as e:
    print(type(e).__name__, e)
try:
    a, = 5
    print(a)
except (TypeError, ValueError) as e:
    print(type(e).__name__, e)
try:
    a, = [1]
    print(a)
except (TypeError, ValueError) as e:
    print(type(e).__name__, e)
try:
    a, = (i for i in 'xy')
    print(a)
except (TypeError, ValueError) as e:
    print(type(e).__name__, e)
