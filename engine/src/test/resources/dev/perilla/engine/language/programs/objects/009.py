def g():
    return 5
    yield
def h():
    r = yield from g()
    print(r)
    r = yield from [1,2]
    print(r)
    return 9
i = h()
print(list(i))
