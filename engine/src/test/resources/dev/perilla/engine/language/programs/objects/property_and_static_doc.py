class P:
    x = property(lambda self: 1, doc='hello')
    @property
    def y(self):
        "why"
        return 2
    @staticmethod
    def s(): "sdoc"; return 3
    @classmethod
    def k(cls): return cls.__name__
print(P.x.__doc__, P.y.__doc__, P.__dict__['s'].__func__(), P.__dict__['k'].__func__(P), P.s.__doc__)
print(P().k.__func__ is P.__dict__['k'].__func__)
