# An annotated name in parentheses is no name of its own unless it gets a value.
x = 5


def outside():
    (x): int
    return x


def given():
    (x): int = 3
    return x


def own():
    x: int
    try:
        return x
    except UnboundLocalError as error:
        return error


class Point:
    (y): int
    z: int = 1


print(outside(), given(), own(), hasattr(Point, 'y'), Point.z)
