print(*range(3), sep='-', end='!\n'); print(); print('a', 'b', sep=''); print(1, 2, sep=None, end=None); print('x', flush=True)
try: print(1, sep=5)
except TypeError as e: print(e)
