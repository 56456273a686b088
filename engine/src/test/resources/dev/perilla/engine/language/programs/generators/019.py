# yield from an object that is no generator, and functions that raise StopIteration.


class Source:
    def __init__(self):
        self.n = 0
        print("made")

    def __iter__(self):
        return self

    def __next__(self):
        return self.send(None)

    def send(self, value):
        self.n += 1
        if self.n > 3:
            raise StopIteration("end")
        return self.n, value

    def throw(self, error):
        print("thrown", repr(error))
        return "after"

    def close(self):
        print("closed")


def through():
    print("result", (yield from Source()))


it = through()
print(next(it), it.send("x"), it.throw(ValueError("v")), next(it))
print(next(it, "no more"))
it = through()
print(next(it))
it.close()


def stop(x):
    if x > 1:
        raise StopIteration
    return x


print(list(map(stop, range(5))), [x for x in filter(stop, [1, 1, 2, 1])])


def all_of():
    for x in map(stop, range(5)):
        yield x
    yield "last"


print(list(all_of()))


def one():
    yield 1


try:
    one().throw(5)
except TypeError as error:
    print(error)
