def counter():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    return inc
c = counter(); c(); print(c())
g = 1
def f():
    global g, h
    g = 2; h = 3
f(); print(g, h)
def u():
    print(zz)
    zz = 1
try: u()
except UnboundLocalError as e: print(e)
def v():
    del qq
    qq = 1
try: v()
except UnboundLocalError as e: print(e)
def w():
    def k(): return free
    if 0: free = 1
    return k
try: w()()
except NameError as e: print(type(e).__name__, e)
del g
try: print(g)
except NameError as e: print(e)
