def inner():
    x = yield 'i'
    return x
def g():
    x = (yield 1) or (yield 2)
    print(x)
for send in [None, 0, 3, [7, 8]]:
    it = g()
    try:
        print(next(it))
        for _ in range(4):
            print(it.send(send))
    except StopIteration as e:
        print('stop', e.value)
    it.close()
print([x for x, _ in zip(g(), range(5))])
