def g():
    yield 1
    x = yield 2
    print('got', x)
    try:
        yield 3
    except ValueError as e:
        print('caught', e)
        yield 4
    finally:
        print('cleanup')
    return 'ret'
it = g()
print(next(it), next(it), it.send('hello'), it.throw(ValueError('boo')))
try: next(it)
except StopIteration as e: print('stop', e.value)
def h():
    r = yield from g()
    print('r', r)
    yield from [10, 20]
print(list(h()))
def fibs():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
f = fibs()
print([next(f) for _ in range(10)])
print(sum(x * x for x in range(5)), list(x for x in 'abc' if x != 'b'), dict((k, v) for k, v in [('a', 1)]))
def nested():
    for i in range(3):
        for j in range(i):
            if j == 1: continue
            yield i, j
        else:
            yield 'end', i
print(list(nested()))
def w():
    while (x := (yield)) is not None:
        print('x', x)
c = w(); next(c); c.send(1); c.send(2)
try: c.send(None)
except StopIteration: print('over')
def e():
    print((yield 1) + (yield 2))
k = e(); next(k); k.send(10)
try: k.send(5)
except StopIteration: pass
g2 = (i for i in range(3)); print(next(g2), next(g2, 'd'), next(g2), next(g2, 'd'))
