a, *b, c = range(5); print(a, b, c)
*a, = 'xyz'; print(a)
(a, b), [c, *d] = (1, 2), [3, 4, 5]; print(a, b, c, d)
for t in (lambda: exec_(1), ):
    pass
try: a, b = 1, 2, 3
except ValueError as e: print(e)
try: a, b, c = 1, 2
except ValueError as e: print(e)
try: a, *b, c = [1]
except ValueError as e: print(e)
try: a, b = 5
except TypeError as e: print(e)
def exec_(x): return x
