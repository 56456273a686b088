# What a class body sees, and what it does not.


def outside():
    def method():
        return "outer"

    class A:
        nonlocal method

        def method():
            return "inner"

    print(hasattr(A, "method"), method())


outside()
text = "module"


def bound_in_both(text):
    class A:
        first = text
        text = "class"

        def read(self):
            return text

    return A.first, A.text, A().read()


print(bound_in_both("function"))
size = 2


class Row:
    size = 3
    first = [size for _ in range(1)]
    length = len([0 for _ in range(size)])
    keys = {size: _ for _ in range(size)}


print(Row.first, Row.length, Row.keys)


class Plain:
    def f(self):
        pass

    def g(self):
        pass


one = Plain()
print(hash(one.f) == hash(one.f), hash(one.f) != hash(one.g), {one.f: 1}[one.f])
try:
    one.f.missing
except AttributeError as error:
    print(error)
for view in ({}.keys(), {}.items()):
    try:
        hash(view)
    except TypeError as error:
        print(error)
print(repr(object())[:18])
