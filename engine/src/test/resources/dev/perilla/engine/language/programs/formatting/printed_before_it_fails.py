class E:
    def __str__(self):
        print('in')
        raise ValueError('no')
try:
    print('a', 1, E(), 'b')
except ValueError as e:
    print(e)
try:
    print('a', 10**5000)
except ValueError as e:
    print('x')
try:
    print(10**5000, 'b', sep='-')
except ValueError as e:
    print('x')
try:
    print(['a', 10**5000])
except ValueError as e:
    print('x')
