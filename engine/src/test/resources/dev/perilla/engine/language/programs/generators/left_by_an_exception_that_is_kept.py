# The calls around a handler keep their variables as long as the exception is kept.
def gen():
    try: yield 1
    finally: print('over')
saved = []
def inner():
    try: 1 / 0
    except ZeroDivisionError as e: saved.append(e)
def f():
    g = gen(); next(g)
    inner()
f()
print(saved)
