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
def main(p=None):
    g = h = i = q = d = w = None
    h = None
    del g
    g = 1
    i = None
    q = [1, gen(660)]
    print(next(q[1]))
    q.pop()
    q = [gen(730)]
    print(next(q[0]))
    try:
        a, b, *z = gen(920)
        print(a, b, z)
    except (ValueError, KeyError) as e:
        print("h", repr(e))
        for x in gen(1040):
            print("it", x if isinstance(x, (int, str, tuple)) and "gen" not in str(x) else next(x))
            del g
            g = 1
    
    for x in enumerate(gen(1270)):
        print("it", x if isinstance(x, (int, str, tuple)) and "gen" not in str(x) else next(x))
        a, b, *z = gen(1340)
        print(a, b, z)
    
    for x in Box(0):
        print("it", x if isinstance(x, (int, str, tuple)) and "gen" not in str(x) else next(x))
        try:
            continue
        finally:
            print("fin 1670")
try:
    r = main()
except KeyError as e:
    print("out", e)
print("after")
r = None
print("end")
