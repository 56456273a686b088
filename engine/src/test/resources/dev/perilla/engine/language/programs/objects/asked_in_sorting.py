# Keys of one class are asked by a sort before the comparison begins in which they are asked again;
# divmod asks the right side of another class alone; iteration by places asks for the length.


class Unsure:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        print('less', self.value, other.value)
        return NotImplemented


class Turned(Unsure):
    def __gt__(self, other):
        print('greater', self.value, other.value)
        return self.value > other.value


try:
    sorted([Unsure(1), Unsure(2)])
except TypeError as error:
    print(error)
print([one.value for one in sorted([Turned(2), Turned(1)])])
print(sorted([3, 1, 2], key=Turned))
try:
    sorted([Turned(1), Unsure(2)])
except TypeError as error:
    print(error)


class Right:
    def __rdivmod__(self, other):
        return 'right'


class Both(Right):
    def __divmod__(self, other):
        return 'left'


for left, right in ((7, Right()), (Right(), Right()), (Right(), Both()), (Both(), Right())):
    try:
        print(divmod(left, right))
    except TypeError as error:
        print(error)


class Places:
    def __len__(self):
        print('asked')
        return 3

    def __getitem__(self, place):
        if place > 2:
            raise IndexError
        return str(place)


first, *rest = Places()
print(first, rest, list(iter(Places())), ''.join(Places()))
