# Method calls, attributes, inheritance.
class Shape:
    def __init__(self, scale):
        self.scale = scale
        self.seen = 0

    def area(self):
        self.seen += 1
        return self.size() * self.scale


class Square(Shape):
    def __init__(self, side, scale):
        super().__init__(scale)
        self.side = side

    def size(self):
        return self.side * self.side


class Circle(Shape):
    def __init__(self, radius, scale):
        super().__init__(scale)
        self.radius = radius

    def size(self):
        return 3.0 * self.radius ** 2


def work():
    shapes = [Square(i, 2) if i % 2 else Circle(i, 0.5) for i in range(200)]
    total = 0
    for _ in range(400):
        for shape in shapes:
            total += shape.area()
    return total, shapes[7].seen
