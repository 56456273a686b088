try:
    [a, *b] = [1, 2]
    print(a, b)
except (TypeError, ValueError) as e:
    print(type(e).__name__, e)
try:
    [a, *b] = (1, 2, 3)
    print(a, b)
except (TypeError, ValueError) as e:
    print(type(e).__name__, e)
try:
    [a, *b] = 'ab'
    print(a, b)
except (TypeError, ValueError) as e:
    print(type(e).__name__, e)
try:
    [a, *b] = range(3)
    print(a, b)
except (TypeError, ValueError) as e:
    print(type(e).__name__, e)
try:
    [a, *b] = [(1, 2), 3]
    print(a, b)
except (TypeError, ValueError) as e:
    print(type(e).__name__, e)
try:
    [a, *b] = {'x': 1, 'y': 2}
    print(a, b)
except (TypeError, ValueError) as e:
    print(type(e).__name__, e)
try:
    [a, *b] = []
    print(a, b)
except (TypeError, ValueError) as e:
    print(type(e).__name__, e)
try:
    [a, *b] = 5
    print(a, b)
except (TypeError, ValueError) as e:
    print(type(e).__name__, e)
try:
    [a, *b] = [1]
    print(a, b)
except (TypeError, ValueError) as e:
    print(type(e).__name__, e)
try:
    [a, *b] = (i for i in 'xy')
    print(a, b)
except (TypeError, ValueError) as e:
    print(type(e).__name__, e)
