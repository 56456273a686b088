# Where an iterator is asked for its length, and what a wrong answer stops.


class Three:
    def __init__(self, answer):
        self.answer = answer
        self.at = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.at += 1
        if self.at > 3:
            raise StopIteration
        return str(self.at)

    def __length_hint__(self):
        print('asked')
        return self.answer


print(''.join(Three(2)))
first, *rest = Three(2)
print(first, rest)
*rest, last = Three(2)
print(rest, last)
row = [0]
row[:] = Three(2)
print(row, dict([Three(3)]) if row == 3 else None)


class Pair(Three):
    def __next__(self):
        return Three.__next__(self) if self.at < 2 else self.stop()

    def stop(self):
        raise StopIteration


print(dict([Pair(0)]))
for use in (''.join, list, lambda it: [*it], lambda it: (lambda a, *b: b)(*it)):
    try:
        print(use(Three(-1)))
    except ValueError as error:
        print(error)
try:
    first, *rest = Three(-1)
except ValueError as error:
    print(error)
