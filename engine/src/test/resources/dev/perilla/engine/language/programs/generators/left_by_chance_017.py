def gen(n):
    try:
        yield n
        yield n + 1
        yield n + 2
    finally:
        print('closed', n)
class Box:
    def __init__(self, g):
        self.g = g
    def __iter__(self):
        try:
            yield 'b'
            yield 'c'
        finally:
            print('box done')
def first(it):
    for x in it:
        return x
def boom(g):
    print(next(g))
    raise ValueError('boom')
g = h = i = q = d = w = None
w = map(str, gen(170))
print(next(w))
print(max(gen(290)))
for x in [gen(360), 1]:
    print("it", x if isinstance(x, (int, str, tuple)) and "gen" not in str(x) else next(x))
    try:
        continue
    except (ValueError, KeyError) as e:
        print("h", repr(e))
        print(first(gen(580)))

d = 5
try:
    print([x for x in gen(1020) if x % 2])
except (ValueError, KeyError) as e:
    print("h", repr(e))
    g = g

print(max(gen(1350)))
print(max(gen(1520)))
try:
    q = [gen(1610)]
    print(next(q[0]))
except (ValueError, KeyError) as e:
    print("h", repr(e))
    h = iter(Box(1))
    print(next(h))

print(any(x for x in gen(2050)))
print(any(x for x in gen(2220)))
print("end")
g = h = i = q = d = w = fs = None
