# A builtin holds what it was called with until it is over, and what it takes out of iterators as
# long as it needs it.
def gen(n):
    try:
        yield n
        yield n + 1
    finally:
        print("end", n)


def started(n):
    g = gen(n)
    next(g)
    return g


def several(n):
    for i in range(n, n + 3):
        print("make", i)
        yield started(i)


print(len(list(several(1))), "list")
print([g is None for g in several(11)])
print(list(map(next, several(21))))
print(any(g is None for g in several(31)))
print(len(list(filter(lambda g: g is None, several(41)))), "filter")
print(next(max(several(51), key=lambda g: 1)), "max")
print(len(list(zip(several(61), several(71)))), "zip")
print(len(dict(enumerate(several(81)))), "dict")
print(len(sorted(several(91), key=lambda g: 0)), "sorted")
for g in several(101):
    break
print("one is left")
g = None
for a, b in zip(several(111), several(121)):
    a = b = None
    print("zip keeps its row")
a = b = None
for i, a in enumerate(several(131)):
    a = None
    print("and so does enumerate")
rows = []
for row in zip(several(141), [1, 2]):
    rows.append(row)
    print("but not one that somebody has")
row = None
rows.clear()
print("cleared")
d = {1: started(151), 2: started(152)}
for k, v in d.items():
    d[k] = v = None
    print("items")
d = {1: started(153), 2: [started(154), started(155)], 3: {started(156)}}
d.clear()
print("a dict")
s = [started(n) for n in range(161, 168)]
del s[::3]
print("a slice")
s[1:3] = [started(168)]
print("another")
s[0:2] = [started(169), None]
s.pop()
print("popped")
s.clear()
print("end")
