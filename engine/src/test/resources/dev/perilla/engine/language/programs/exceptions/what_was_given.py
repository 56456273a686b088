# The words for a wrong argument.
import random
random.seed(1)
class X:
    def __iter__(self): return 1
    def __repr__(self): return 1
    def __float__(self): return 's'
class I:
    def __index__(self): return []
class T:
    def __index__(self): return 10 ** 20
for f in [
    lambda: 'abc'.replace(None, 'b'), lambda: 'a'.removeprefix(None), lambda: format(1, None),
    lambda: ''.join(X()), lambda: dict([X()]), lambda: 1 in X(), lambda: str(X()), lambda: repr(X()),
    lambda: float(X()), lambda: '%f' % X(), lambda: 'a' * I(), lambda: [1][T()], lambda: float(I()),
    lambda: [1].pop(10 ** 30), lambda: [1].insert(-10 ** 30, 1), lambda: sorted([1], reverse=None),
    lambda: [1].sort(reverse='a'), lambda: float.fromhex(1), lambda: object(1), lambda: delattr(int, 'x'),
    lambda: (1.5).numerator, lambda: random.sample(5, 1), lambda: random.sample({1: 2}, 1),
    lambda: random.shuffle(5), lambda: random.shuffle('ab'), lambda: random.shuffle('a'),
    lambda: random.randint('a', 5), lambda: random.randint(None, 5), lambda: random.randint(1, 'b'),
    lambda: random.randint(1.5, 5), lambda: random.randint(2.0, 2), lambda: random.randrange([]),
    lambda: random.uniform('a', 1), lambda: random.uniform(None, 1), lambda: ValueError().__module__,
    lambda: type(iter('ab')).__name__, lambda: type(iter('é')).__name__,
    lambda: type(reversed({}.items())).__name__, lambda: type(reversed({}.values())).__name__,
]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
e = ValueError('v')
try: del e[0]
except TypeError as error: print(error)
class Row:
    def __init__(self): self.items = list(range(5))
    def __len__(self): return 5
    def __getitem__(self, i): return self.items[i]
    def __setitem__(self, i, v): self.items[i] = v
row = Row()
random.shuffle(row)
print(row.items)
class P:
    def __init__(self, x): self.x = x
    def __sub__(self, o): return P(self.x - o.x)
    def __add__(self, o): return P(self.x + o.x)
    def __mul__(self, k): return P(self.x * k)
print(random.uniform(P(1), P(2)).x)
