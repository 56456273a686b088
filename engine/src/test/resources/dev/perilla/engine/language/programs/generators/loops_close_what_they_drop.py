def gf():
    try:
        yield 1
        return 2
    finally:
        print('finally')
for v in gf():
    print(v)
    break
print('after loop')
for v in gf():
    print(v)
def ret():
    x = yield
    return x
def drv():
    v = yield from ret()
    print('v', v)
    w = yield from ret()
    return v, w
d = drv(); next(d); d.send(10)
try: d.send(20)
except StopIteration as e: print(e.value)
def rec(n):
    if n: 
        yield n
        yield from rec(n - 1)
    return n
print(list(rec(20)))
def exc():
    try: 
        yield 1
    except ZeroDivisionError:
        print('zde'); yield 'z'
    else:
        print('else'); yield 'e'
    finally:
        print('f')
e = exc(); next(e); print(e.throw(ZeroDivisionError)); print(list(e))
e = exc(); print(list(e))
def rows():
    try:
        for i in range(9):
            yield i
    finally:
        print('closed', i)
def first(n):
    for i in rows():
        if i == n:
            return i
print(first(2))
for i, x in enumerate(rows()):
    if i: break
print('between')
for a, b in zip(range(5), (x * 2 for x in rows())):
    if b: break
try:
    for x in rows():
        1 / x
except ZeroDivisionError:
    print('handled')
held = rows()
for x in held:
    break
print('held', next(held))
held.close()
def outer():
    for x in rows():
        for y in rows():
            if y == 1: break
            yield x, y
        if x == 1: break
print(list(outer()))
def quiet():
    global state
    try:
        yield 1
    finally:
        state = 'done'
kept = quiet(); next(kept)
