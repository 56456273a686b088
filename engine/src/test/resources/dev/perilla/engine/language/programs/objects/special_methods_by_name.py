print([].__iadd__([1]), {}.__or__({1: 2}), 'a%s'.__mod__(3), {1}.__ior__({2}), (5).__pow__(3, 7))
print(int.__add__(1, 2), str.__len__('abc'), list.__getitem__([1, 2], 1), int.__add__)
print(list.__hash__, [].__hash__, (1).__bool__(), None.__bool__(), {1: 2}.keys().__len__())
for f in [lambda: int.__add__(), lambda: int.__add__('a', 1), lambda: [].__getitem__(), lambda: {}.__contains__(), lambda: (1).__add__(), lambda: {}.__getitem__(1, 2), lambda: [].__len__(1), lambda: list.append(), lambda: list.append(1, 2), lambda: (1).__add__(x=1)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class A:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    __hash__ = object.__hash__
    __repr__ = object.__repr__
    __str__ = lambda self: 'A!'
a = A(1)
print(a, a == A(1), hash(a) == hash(a), type(A.__init__).__name__, A.__repr__, A.__ne__)
class B:
    def __eq__(self, o): return True
print(B.__hash__)
