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
    try:
        for x in [1, 2]:
            print("it", x if isinstance(x, (int, str, tuple)) and "gen" not in str(x) else next(x))
            return 1
    finally:
        print("fin 230")
    
    i = gen(240)
    print(next(i))
    try:
        boom(gen(450))
    except ValueError as e:
        print("caught", e)
    print(next(gen(590)))
    q = None
    g = None
    q = None
    try:
        try:
            boom(gen(1300))
        except ValueError as e:
            print("caught", e)
        try:
            boom(gen(1470))
        except ValueError as e:
            print("caught", e)
    except (ValueError, KeyError) as e:
        print("h", repr(e))
        print("mark 1680")
    
    print("mark 1850")
    return 1
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
