# A finally that runs at the end may close others, and lets go of what it has held.
def gen(n, *held):
    try: yield n
    finally: print('end', n)
def at(*n):
    g = gen(*n)
    next(g)
    return g
def closes(other):
    try: yield
    finally:
        print('before')
        other.close()
        print('after')
a = closes(at('given'))
next(a)
c = at('last', at('held'))
b = at('between')
a2 = closes(b)
next(a2)
print(next(b, 'over'))
print('now')
