def g():
    try:
        yield 1
    finally:
        print('closed')
def f():
    x = g()
    next(x)
    it = iter([x])
    for y in it:
        pass
    del x, y
    print('after')
    return it
it = f()
print('end')
