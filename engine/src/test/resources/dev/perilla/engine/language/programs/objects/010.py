def outer():
    yield from inner()
def inner():
    try:
        yield 1
    except GeneratorExit:
        print('exit')
        raise
g = outer(); next(g); g.close()
