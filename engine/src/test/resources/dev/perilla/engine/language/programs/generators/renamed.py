# A generator keeps the names that its function had when it was made.
def count():
    yield 1

before = count()
count.__name__ = 'n'
count.__qualname__ = 'outer.n'
after = count()
print(before.__name__, before.__qualname__, after.__name__, after.__qualname__)
print(str(before)[:24], str(after)[:26])
after.__qualname__ = 'm'
print(after.__name__, after.__qualname__, str(after)[:20])
