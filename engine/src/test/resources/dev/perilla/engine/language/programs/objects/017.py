class P:
    def __init__(self): self._v = 0
    @property
    def v(self):
        "doc"
        return self._v
    @v.setter
    def v(self, x):
        if x < 0: raise ValueError('neg')
        self._v = x
    @v.deleter
    def v(self):
        print('del'); self._v = None
p = P(); p.v = 5; print(p.v); del p.v; print(p.v)
try: p.v = -1
except ValueError as e: print(e)
class Q:
    @property
    def r(self): return 1
try: Q().r = 2
except AttributeError as e: print(e)
try: del Q().r
except AttributeError as e: print(e)
print(P.v.__doc__, type(P.v))
