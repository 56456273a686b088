def gen(n='g'):
    try:
        yield 1
        yield 2
    finally:
        print('closed', n)

print('any')
print(any(x == 1 for x in gen()))
print(1 in gen('in'))
a, *b = gen('star')
print(a, b)
try:
    (a,) = gen('unpack')
except ValueError as e:
    print(e)
print('after')

print('break')
def f():
    for x in gen():
        print(x)
        break
    print('end')
f()

print('closure')
def counter():
    g = gen('c')
    def step():
        return next(g)
    return step
s = counter()
print(s())
s = None
print('after')

print('delfn')
def f():
    g = gen()
    next(g)
    del g
    print('deleted')
f()

print('first')
def first(it):
    for x in it:
        return x
print(first(gen()))
print('after')

print('loopexc')
def f(n):
    for x in gen(n):
        if n == 1:
            raise ValueError(n)
        return x
for n in range(3):
    try:
        print(f(n))
    except ValueError as e:
        print('caught', e)
print('after')

print('loopmod')
for i in range(3):
    g = gen(i)
    print(next(g))
print('loop over')
del g
print('after')

print('loopname')
def f():
    for i in range(3):
        g = gen(i)
        print(next(g))
    print('loop over')
f()
print('after')

print('nextdirect')
print(next(gen()))
print('after')
def f():
    print(next(gen('f')))
    print('in f')
f()

print('pop')
def f():
    lst = [gen('a'), gen('b')]
    for g in lst:
        print(next(g))
    g = None
    lst.pop()
    print('popped')
    del lst[0]
    print('deleted')
f()

print('raise')
def f():
    g = gen()
    next(g)
    raise ValueError('x')
try:
    f()
except ValueError as e:
    print('caught', e)
print('after')

print('raise2')
def f():
    g = gen()
    print(next(g))
    1 / 0
def h():
    try:
        f()
    except ZeroDivisionError:
        print('in except')
    print('end h')
h()
print('after')

print('raiseingen')
def f():
    for x in gen():
        raise KeyError(x)
try:
    f()
except KeyError as e:
    print('caught', e)
print('after')

print('raisewhile')
def work():
    it = gen('work')
    next(it)
    while True:
        next(it)
try:
    work()
except StopIteration:
    print('stop')
print('after')

print('rebindfn')
def f():
    g = gen('1')
    next(g)
    g = gen('2')
    next(g)
    print('rebound')
    return 3
print(f())

print('retgen')
def make():
    g = gen('r')
    next(g)
    return g
def use():
    print(next(make()))
    print('used')
use()
x = make()
print('made')
x = make()
print('again')
x = 0
print('gone')

print('send')
def avg():
    t = n = 0
    a = None
    try:
        while True:
            v = yield a
            t += v
            n += 1
            a = t / n
    finally:
        print('avg done', n)
def f():
    c = avg()
    next(c)
    print(c.send(10), c.send(20))
f()
c = avg()
next(c)
print(c.send(1))
c = None
print('after')

print('withlike')
def managed():
    print('enter')
    try:
        yield 'res'
    finally:
        print('exit')
def run():
    for r in managed():
        print('use', r)
        return 5
print(run())
def run2():
    for r in managed():
        print('use', r)
        raise RuntimeError('bad')
try:
    run2()
except RuntimeError as e:
    print(e)

print('zipshort')
def f():
    for a, b in zip(gen(), [1]):
        print(a, b)
    print('end')
f()
for a, b in zip([5], gen('z')):
    print(a, b)
print('after')
