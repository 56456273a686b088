# What is left inside a try is closed when the program is over, the names as they are.
total = 0
def numbers(n):
    global total
    try:
        while True:
            yield n
            n += 1
    finally:
        total += n
        print('closed at', n, total)
def through(n):
    for x in numbers(n):
        yield x
def exits(n):
    try:
        yield n
    except GeneratorExit:
        print('exit', n)
        raise
def twice(n):
    try:
        try: yield n
        finally: print('inner', n)
    finally: print('outer', n)
def stubborn(n):
    try: yield n
    finally:
        print('stubborn', n)
        yield n
        print('never')
def fails(n):
    try: yield n
    finally:
        print('fails', n)
        print(1 / 0)
a = numbers(1)
print(next(a), next(a))
b = through(10)
print(next(b))
_c = exits(20)
print(next(_c))
d = twice(30)
print(next(d))
e = stubborn(40)
print(next(e))
f = fails(50)
print(next(f))
g = numbers(60)
not_begun = numbers(70)
print(next(g))
a2 = a
print('last')
