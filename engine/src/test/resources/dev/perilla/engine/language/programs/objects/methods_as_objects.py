print([].append.__name__, [].append.__self__, list.append.__qualname__, (1).__add__.__self__, list.__add__.__objclass__)
print([].__add__ == [].__add__, 'a'.upper == 'a'.upper)
l = []
print(l.append == l.append, l.__add__ == l.__add__, l.append != l.pop)
for f in [lambda: [].index(x=1), lambda: [].index(), lambda: {}.get(), lambda: {}.get(a=1), lambda: 'a'.replace('b'), lambda: 'a'.replace(a=1), lambda: super(1, 2, 3), lambda: range(3).start.foo]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class S:
    @staticmethod
    def f(): pass
