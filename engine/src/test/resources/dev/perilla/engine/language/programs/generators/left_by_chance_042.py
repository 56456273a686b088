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
    q = [1, gen(150)]
    print(next(q[1]))
    q.pop()
    print("mark 260")
    d = Box(gen(440))
    print(next(d.g))
    for x in gen(520):
        print("it", x if isinstance(x, (int, str, tuple)) and "gen" not in str(x) else next(x))
        continue
    
    try:
        q = [gen(760)]
        print(next(q[0]))
    finally:
        print("fin 900")
    
    try:
        boom(gen(950))
    except ValueError as e:
        print("caught", e)
    print(list(zip([1], gen(1180))))
    for x in zip(gen(1280), [5, 6]):
        print("it", x if isinstance(x, (int, str, tuple)) and "gen" not in str(x) else next(x))
        i = h
    
    print(first(gen(1480)))
    print(any(x for x in gen(1760)))
    del h
    h = 1
    h = g
    try:
        try:
            q = [1, gen(2280)]
            print(next(q[1]))
            q.pop()
        except (ValueError, KeyError) as e:
            print("h", repr(e))
            try:
                boom(gen(2350))
            except ValueError as e:
                print("caught", e)
    except (ValueError, KeyError) as e:
        print("h", repr(e))
        print("mark 2560")
try:
    r = main()
except KeyError as e:
    print("out", e)
print("after")
r = None
print("end")
for t in range(2):
    try:
        print(main(gen(900)) is None)
    except KeyError:
        print("ke")
