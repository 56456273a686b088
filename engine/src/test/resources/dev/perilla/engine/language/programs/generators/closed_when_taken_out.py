# A generator that waits in a try, or goes through an object with a close, is closed when it is
# taken out of what alone has held it.


def numbers(name):
    try:
        yield 1
        yield 2
    finally:
        print('closed', name)


class Box:
    pass


row = [numbers('popped'), numbers('deleted'), numbers('replaced'), numbers('still there')]
for one in row:
    next(one)
one = None
row.pop(0)
print('after pop')
del row[0]
print('after del')
row[0] = None
print('after the assignment')
row[1] = row[1]
print('nothing goes')
row.clear()
print('after clear')

table = {'a': numbers('of a dict')}
next(table['a'])
table.pop('a')
print('after pop')

box = Box()
box.row = numbers('of an attribute')
next(box.row)
box.row = None
print('after the attribute')


class Source:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def close(self):
        print('the source is closed')


def through():
    yield from Source()


for one in through():
    break
print('after the loop')
it = through()
next(it)
it = None
print('after the name')
it = through()
next(it)
try:
    it.throw(KeyError)
except KeyError:
    print('thrown')
print(next(it, 'over'))
