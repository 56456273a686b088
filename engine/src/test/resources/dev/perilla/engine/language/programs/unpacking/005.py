try:
    (a, b), c = [1, 2]
    print(a, b, c)
except (TypeError, ValueError) as e:
    print(type(e).__name__, e)
try:
    (a, b), c = (1, 2, 3)
    print(a, b, c)
except (TypeError, ValueError) as e:
    print(type(e).__name__, e)
try:
    (a, b), c = 'ab'
    print(a, b, c)
except (TypeError, ValueError) as e:
    print(type(e).__name__, e)
try:
    (a, b), c = range(3)
    print(a, b, c)
except (TypeError, ValueError) as e:
    print(type(e).__name__, e)
try:
    (a, b), c = [(1, 2), 3]
    print(a, b, c)
except (TypeError, ValueError) as e:
    print(type(e).__name__, e)
try:
    (a, b), c = {'x': 1, 'y': 2}
    print(a, b, c)
except (TypeError, ValueError) as e:
    print(type(e).__name__, e)
try:
    (a, b), c = []
    print(a, b, c)
except (TypeError, ValueError) as e:
    print(type(e).__name__, e)
try:
    (a, b), c = 5
    print(a, b, c)
except (TypeError, ValueError) as e:
    print(type(e).__name__, e)
try:
    (a, b), c = [1]
    print(a, b, c)
except (TypeError, ValueError) as e:
    print(type(e).__name__, e)
try:
    (a, b), c = (i for i in 'xy')
    print(a, b, c)
except (TypeError, ValueError) as e:
    print(type(e).__name__, e)
