def f(a, b=2, *c, d, e=5, **g): return a, b, c, d, e, g
def k(a, b, /, c, *, d): return a, b, c, d
def p(): pass
class C:
    def m(self, x): pass
    @classmethod
    def cm(cls, x): pass
    @staticmethod
    def sm(x): pass
    def __init__(self, q): pass
    def __call__(self, z): pass
calls = [lambda: f(), lambda: f(1), lambda: f(1, d=2), lambda: f(1, 2, 3, 4, d=5, z=6), lambda: f(d=1), lambda: f(1, a=2, d=3), lambda: f(*[1, 2], **{'d': 3}), lambda: f(1, **{'a': 1, 'd': 2}), lambda: f(1, d=2, **{'d': 3}), lambda: k(1, 2, 3, d=4), lambda: k(1, 2, 3, 4), lambda: k(1, b=2, c=3, d=4), lambda: k(a=1, b=2, c=3, d=4), lambda: k(1, 2), lambda: k(1), lambda: k(), lambda: p(1), lambda: p(x=1), lambda: p(1, 2), lambda: C(), lambda: C(1, 2), lambda: C(1).m(), lambda: C(1).m(1, 2), lambda: C.m(1), lambda: C.cm(), lambda: C.cm(1, 2), lambda: C.sm(), lambda: C(1).sm(1, 2), lambda: C(1)(), lambda: C(1)(1, 2), lambda: f(*5), lambda: f(**5), lambda: f(**{1: 2}), lambda: f(*None), lambda: p(*[1]), lambda: p(**{'a b': 1}), lambda: len(), lambda: len(1, 2), lambda: abs(), lambda: int(1, 2, 3), lambda: int(x=1), lambda: str(1, 2), lambda: range(), lambda: range(1, 2, 3, 4), lambda: [].append(), lambda: [].append(1, 2), lambda: [].insert(1), lambda: {}.get(), lambda: {}.update(1), lambda: {}.update(1, 2), lambda: ''.join(), lambda: ''.join(1), lambda: 'a'.split(1), lambda: 'a'.split(',', 'b'), lambda: 'a'.replace(1, 2), lambda: 'a'.startswith(1), lambda: 'a'.center(), lambda: 'a'.center('b'), lambda: 'a'.center(5, 'ab'), lambda: 'a'.ljust(5, 1), lambda: 'a'.zfill('a'), lambda: 'a'.strip(1), lambda: 'a'.find(), lambda: 'a'.count(1), lambda: sorted(), lambda: sorted(1), lambda: sorted([1], 2), lambda: sorted([1], key=5), lambda: [1].sort(2), lambda: sum(), lambda: sum(1), lambda: sum([1], 2, 3), lambda: max(), lambda: max([1], default=2, foo=1), lambda: max(1, 2, default=3), lambda: zip(strict=1), lambda: list(zip([1], [], strict=True)), lambda: list(zip([1], [2, 3], strict=True)), lambda: enumerate(), lambda: iter(), lambda: next(), lambda: iter(5, 6), lambda: map(), lambda: filter(1), lambda: isinstance(), lambda: hasattr(1), lambda: hasattr(1, 2), lambda: round(), lambda: round(1, 2, 3), lambda: divmod(1), lambda: pow(1), lambda: dict(1, 2), lambda: set(1, 2), lambda: list(1, 2), lambda: tuple(1, 2), lambda: bool(1, 2), lambda: float(1, 2), lambda: print(sep=1), lambda: print(end=1), lambda: chr(), lambda: ord(), lambda: hash(), lambda: repr(), lambda: callable(1, 2), lambda: type(), lambda: super(1, 2) if 0 else reversed()]
for t in calls:
    try: print('ok', repr(t()).split(' at ')[0])
    except Exception as e: print(type(e).__name__, e)
