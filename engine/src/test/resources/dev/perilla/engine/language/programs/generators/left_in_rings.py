# What only a ring of objects holds is closed first.
def gen(n):
    try: yield n
    finally: print('end', n, kept is None)
def at(n):
    g = gen(n)
    next(g)
    return g
class Node: pass
kept = at('kept')
for i in range(2):
    a = Node()
    a.other = Node()
    a.other.back = a
    a.g = at(i)
    a = None
print('last')
