print(slice(0, 2) < slice(1, 2), slice(1, 2, 3) < slice(1, 2, 4))
for f in [lambda: sorted(), lambda: sorted(1, 2), lambda: 'a' * (-2**100), lambda: [1] * (-2**100), lambda: f'{D()}', lambda: C().f(**{1}), lambda: C(**5), lambda: [].append(*3)]:
    class D:
        def __format__(self, s): return 5
    class C:
        def f(self, **k): pass
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
