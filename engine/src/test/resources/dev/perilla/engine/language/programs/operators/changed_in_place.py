class C:
    def __index__(self): return 2
class D:
    def __init__(self): self.x = 1
for a, b in [(C(), [9]), (D(), [1]), ([1], C()), ([1], D()), (C(), 'a'), ('a', C()), (C(), (1,)), ((1,), C()), (2, [1]), (1.5, [1]), ([1], 1.5), ([1], [1]), (None, [1]), ({}, [1]), (range(2), [1]), ({1}, 'a')]:
    try:
        x = a
        x *= b
        print(x)
    except TypeError as e:
        print(e)
    try:
        print(a * b)
    except TypeError as e:
        print(e)
    try:
        x = a
        x += b
        print(x)
    except TypeError as e:
        print(e)
