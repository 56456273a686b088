class C:
    def __init__(self, x):
        self.x = x
    def __lt__(self, o):
        return self.x < (o.x if isinstance(o, C) else o)
for a, b in [(C(1), C(2)), (C(2), 1), (1, C(1))]:
    try:
        print('<', a < b)
    except TypeError as e:
        print(e)
for a, b in [(C(1), C(2)), (C(2), 1), (1, C(1))]:
    try:
        print('<=', a <= b)
    except TypeError as e:
        print(e)
for a, b in [(C(1), C(2)), (C(2), 1), (1, C(1))]:
    try:
        print('>', a > b)
    except TypeError as e:
        print(e)
for a, b in [(C(1), C(2)), (C(2), 1), (1, C(1))]:
    try:
        print('>=', a >= b)
    except TypeError as e:
        print(e)
for a, b in [(C(1), C(2)), (C(2), 1), (1, C(1))]:
    try:
        print('==', a == b)
    except TypeError as e:
        print(e)
for a, b in [(C(1), C(2)), (C(2), 1), (1, C(1))]:
    try:
        print('!=', a != b)
    except TypeError as e:
        print(e)
