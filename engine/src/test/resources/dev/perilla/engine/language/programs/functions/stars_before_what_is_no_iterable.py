import math
class C:
    def m(self): pass
    @staticmethod
    def s(): pass
    def __call__(self): pass
def f(*a, **k): pass
def show(g):
    try: g()
    except TypeError as e: print(str(e).split(' at 0x')[0])
for g in (lambda: f(*1), lambda: f(*1, *2), lambda: f(0, *1), lambda: f(*1, 0), lambda: f(**1), lambda: f(*(), **1), lambda: f(a=1, **{'a': 1}), lambda: f(**{'a': 1}, **{'a': 2}), lambda: math.sqrt(*1), lambda: math.sqrt(**1), lambda: C(*1), lambda: C().m(*1), lambda: C.m(**1), lambda: C.s(*1), lambda: C()(**1), lambda: [].append(*1), lambda: [].append(**1), lambda: ''.join(*1), lambda: str.join(*1), lambda: len(*1), lambda: print(**1), lambda: (lambda: 0)(*1), lambda: int(*1), lambda: dict(**1), lambda: dict(a=1, **{'a': 2}), lambda: object.__init__(*1), lambda: (1).__add__(*1), lambda: {}.get(*1), lambda: ValueError(*1), lambda: f(*None), lambda: f(x=1, *2), lambda: print(*1, sep=''), lambda: f(**{1: 2}), lambda: f(*'ab', **None), lambda: f.__call__(*1), lambda: (i for i in 'a').send(*1), lambda: range(*1.5), lambda: {1}.union(*2), lambda: C.__init__(*1), lambda: sum(*1), lambda: sorted(*1)): show(g)
