class C:
    def __radd__(self, o):
        return ('radd', o)
    def __rmul__(self, o):
        return ('rmul', o)
    def __iter__(self):
        return iter([7])
    def __index__(self):
        return 2
class D(C):
    def __radd__(self, o):
        return NotImplemented
    def __rmul__(self, o):
        return NotImplemented
class E:
    def __index__(self):
        return 3
    def __mul__(self, o):
        return NotImplemented
for K in [C, D, E]:
    for v in [[1], (1,), 'a', 2, {1}, {1: 2}, None, range(2)]:
        for op in 'am':
            x = v
            try:
                if op == 'a':
                    x += K()
                else:
                    x *= K()
                print(x, x is v)
            except TypeError as e:
                print(e)
            x = K()
            try:
                if op == 'a':
                    x += v
                else:
                    x *= v
                print(x, x is v)
            except TypeError as e:
                print(e)
x = y = [1]
x *= -1
print(x, y)
x = y = [1, 2]
x *= True
x *= 2
print(x, y)
try:
    x *= 10 ** 30
except OverflowError as e:
    print(e)
try:
    x *= 'a'
except TypeError as e:
    print(e)
