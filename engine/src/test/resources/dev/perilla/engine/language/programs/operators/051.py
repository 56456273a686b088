class C:
    def __rrshift__(self, o):
        return 'right'
    def name(self):
        return 'C'
class D:
    pass
c = C()
for a, b in [(c, 1), (1, c), (c, C()), (c, 'x'), ([], c), (c, D()), (D(), c)]:
    try:
        print(a >> b)
    except TypeError as e:
        print(e)
try:
    c >>= 5
    print(type(c).__name__)
except TypeError as e:
    print(e)
