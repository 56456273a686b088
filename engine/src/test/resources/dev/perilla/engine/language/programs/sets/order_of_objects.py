class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __repr__(self):
        return f'P({self.x}, {self.y})'


print({Point(x, x * 2 % 5) for x in range(6)})
print(hash((1, 2)), hash((1.5, (2, True))), hash(()), hash(-1), hash(2**61), hash(0.1), hash(range(3)) == hash(range(0, 3, 1)))
