def g():
    try:
        x = yield 1
        print('got', x)
        yield 2
    except ValueError as e:
        print('caught', e)
        yield 3
    finally:
        print('fin')
i = g(); print(next(i)); print(i.send(5)); print(i.throw(ValueError('v')))
try: next(i)
except StopIteration as e: print('stop', e.value)
i = g(); next(i); i.close(); print(list(i))
