class X:
    __contains__ = None
    __reversed__ = None
    __len__ = lambda s: 1
    __getitem__ = lambda s, i: 1
    __add__ = None
    __eq__ = None
for f in [lambda: 1 in X(), lambda: reversed(X()), lambda: X() + 1, lambda: X() == 1]:
    try: print(f())
    except TypeError as e: print(e)
d1 = {1: [1], 2: {}}; d2 = {2: {}, 1: [1]}
print(d1.items() == d2.items(), d1.items() <= d2.items(), (1, [1]) in d1.items(), (1, 2) in d1.items(), 5 in d1.items(), (3, 1) in d1.items())
