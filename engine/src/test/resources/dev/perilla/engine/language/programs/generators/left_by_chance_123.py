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
    h = gen(10)
    print(next(h))
    d = Box(gen(280))
    print(next(d.g))
    try:
        print([x for x in gen(480) if x % 2])
        h = g
    finally:
        print("fin 720")
    
    try:
        print(list(zip([1], gen(830))))
    except (ValueError, KeyError) as e:
        print("h", repr(e))
        q = [1, gen(1040)]
        print(next(q[1]))
        q.pop()
        del g
        g = 1
    
    try:
        d = Box(gen(1330))
        print(next(d.g))
    finally:
        print("fin 1410")
    
    i = iter(Box(1))
    print(next(i))
    w = (x for x in gen(1740))
    print(next(w))
    print(max(gen(1870)))
    q = None
try:
    r = main()
except KeyError as e:
    print("out", e)
print("after")
r = None
print("end")
