class C:
    def __floordiv__(self, o):
        return 'left'
    def name(self):
        return 'C'
class D(C):
    def __rfloordiv__(self, o):
        return 'D right'
c = C()
for a, b in [(c, 1), (1, c), (c, C()), (c, 'x'), ([], c), (c, D()), (D(), c)]:
    try:
        print(a // b)
    except TypeError as e:
        print(e)
try:
    c //= 5
    print(type(c).__name__)
except TypeError as e:
    print(e)
