def inner():
    x = yield 'i'
    return x
def g():
    print((yield 1), (yield 2))
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
