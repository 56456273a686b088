class E:
    pass
class F(KeyError):
    pass
class G(E):
    def __init__(self):
        pass
for c in [E, F, G, int, bool, float, str, list, tuple, dict, set, range, type, object, ValueError, KeyError, OSError, type(None), type(len), property]:
    for n in ['__init__', '__str__', '__repr__', '__eq__', '__hash__', '__lt__', '__format__', '__setattr__', '__and__', '__call__']:
        it = getattr(c, n, None)
        if it is None or c is G and n == '__init__':
            print(c.__name__, n, it is None)
        elif n == '__call__':
            print(it.__name__)
        else:
            print(c.__name__, it, it.__name__, it.__qualname__, it.__objclass__.__name__)
print(True.bit_length.__qualname__, [].append.__qualname__)
for o in [E(), F(1), 3, True, 'a', [1], None, ValueError(2), len]:
    for n in ['__init__', '__str__', '__repr__', '__eq__', '__format__']:
        it = getattr(o, n)
        print(str(it).split(' at ')[0], type(it).__name__, it.__self__ is o, it.__qualname__, it.__name__)
for f in [lambda: int.__repr__('a'), lambda: str.__str__(1), lambda: KeyError.__str__(ValueError()), lambda: KeyError.__str__(F('x')),
          lambda: ValueError.__init__(1), lambda: BaseException.__repr__(F(2)), lambda: list.__repr__(()), lambda: bool.__and__(1, True),
          lambda: bool.__and__(True, 3), lambda: True.__or__(2.5), lambda: int.__hash__('a'), lambda: float.__hash__(2.5), lambda: object.__repr__(3) is None]:
    try:
        print(f())
    except TypeError as e:
        print(e)
d = {1: 2}
print(d.__init__({3: 4}, x=5), d)
x = ValueError(1)
print(ValueError.__init__(x, 2, 3), x, x.args)
