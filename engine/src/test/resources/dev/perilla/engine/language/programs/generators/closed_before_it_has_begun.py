# It lets go of what it was called with.
def gen(n):
    try: yield n
    finally: print('end', n)
def over(g): yield from g
def at(n):
    g = gen(n)
    next(g)
    return g
g = over(at(1))
g.close()
print('closed')
g = over(over(at(2)))
g.close()
g = over(at(3))
try: g.throw(ValueError)
except ValueError: print('thrown')
print('handled')
try:
    class Body:
        a = at(4)
        b = 1 / 0
except ZeroDivisionError: print('of a class')
print('done')
