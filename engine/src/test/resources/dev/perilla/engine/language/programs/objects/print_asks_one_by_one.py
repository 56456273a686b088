class P:
    def __str__(self): print('in str'); return 'P'
    def __repr__(self): print('in repr'); return 'R'
print('a', P(), 'b', [P()], sep='-')
print(P(), end='!\n')
class Q:
    def __str__(self): raise ValueError('q')
try: print('start', 1, Q(), 'never')
except ValueError as e: print('|', e)
try: print('x', [Q], {'a': P()})
except ValueError as e: print('|', e)
try: print('start', sep=3)
except TypeError as e: print(e)
