def inner():
    while True:
        try:
            x = yield 'i'
            print('inner got', x)
        except BaseException as e:
            print('inner exc', type(e).__name__, e.args)
            if isinstance(e, GeneratorExit): raise
def outer():
    yield from inner()
for args in [(5,), ('s',), (None,), (ValueError, ValueError('q')), (ValueError, KeyError('q')), (ValueError('a'), 'b'), (ValueError, None, None), (int,), (ValueError, ('a', 'b')), (ValueError, 1, 2), (), (ValueError, 'x', None, 4), (StopIteration,), (GeneratorExit,), (StopIteration(4),)]:
    x = outer(); next(x)
    try: print('ret', x.throw(*args))
    except BaseException as e: print(type(e).__name__, e.args)
    try: print('next', next(x))
    except BaseException as e: print(type(e).__name__, e.args)
    x.close()
