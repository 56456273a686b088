x = [1, 2, 3, 4, 5]
x[1:3] = ['a', 'b', 'c']; print(x)
x[::2] = [0] * len(x[::2]); print(x)
try: x[::2] = [1]
except ValueError as e: print(e)
del x[::2]; print(x)
x[5:] = [9]; print(x); x[:0] = 'zz'; print(x); x[1:1] = (1, 2); print(x)
try: x[0:1] = 5
except TypeError as e: print(e)
x *= 2; print(x); x += 'ab'; print(x); del x[-3:]; print(x); x[-1:-3:-1] = [7, 8]; print(x)
