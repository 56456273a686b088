# Members that are numbers stand where their hashes put them, as in CPython.
print({3, 10, 20, 5}, {-1, 0, 1}, {1000, 1, 100, 10})
print(set([5, 3, 9, 1, 64, 32, 16, 8]), {0.5, 2, 1e20, -3.25}, {True, 7, 0})
print({(1, 2), (0, 1), (2,)}, {2**100, -2**70, 10**18})
for x in {40, 8, 16, 24, 32, 0}:
    print(x, end=' ')
print([x for x in {9, 17, 1, 25}], list({33, 1, 65}), tuple(set(range(30, 0, -7))))
s = set()
for i in range(40):
    s.add(i * i % 61)
print(s)
