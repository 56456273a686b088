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
fs = lambda: h
del i
i = 1
print(next(gen(360)))
w = 0
print([x for x in gen(810) if x % 2])
print("mark 940")
print(1090 in gen(1100))
try:
    q = [1, gen(1340)]
    print(next(q[1]))
    q.pop()
finally:
    print("fin 1370")

q = None
print([x for x in gen(1670) if x % 2])
print("end")
g = h = i = q = d = w = fs = None
