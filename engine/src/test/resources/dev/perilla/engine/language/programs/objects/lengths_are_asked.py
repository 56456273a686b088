class L:
    def __init__(self, n): self.n = n
    def __iter__(self): print('iter'); return iter(range(self.n))
    def __len__(self): print('len'); return self.n
def show(f):
    try: print(f().__class__)
    except Exception as e: print(type(e).__name__, e)
m = L(2)
def va(*a): return a
for f in (lambda: list(m), lambda: tuple(m), lambda: [*m], lambda: (*m,), lambda: {*m}, lambda: sorted(m), lambda: set(m), lambda: sum(m), lambda: max(m), lambda: va(*m), lambda: va(1, *m), lambda: [].extend(m), lambda: dict.fromkeys(m), lambda: list(zip(m)), lambda: list(map(str, m)), lambda: ','.join(map(str, m)), lambda: 1 in m, lambda: any(m), lambda: list(reversed([*m])), lambda: [x for x in m], lambda: bool(m), lambda: list(filter(None, m)), lambda: list(iter(m)), lambda: min(m, default=3)): show(f)
x = [1]; x[0:0] = m; x += m; print(x)
a, *b = m; print(a, b)
class B:
    def __len__(self): raise ValueError('len')
    def __iter__(self): return iter('ab')
def show(f):
    try: print(f().__class__)
    except Exception as e: print(type(e).__name__, e)
m = B()
for f in (lambda: list(m), lambda: tuple(m), lambda: [*m], lambda: sorted(m), lambda: sorted(set(m)), lambda: max(m), lambda: [].extend(m), lambda: ','.join(m), lambda: bool(m), lambda: print(*m), lambda: print(1, *m)): show(f)
class B2:
    def __len__(self): raise TypeError('len')
    def __iter__(self): return iter('ab')
show(lambda: list(B2()))
class B3:
    def __len__(self): return -1
    def __iter__(self): return iter('ab')
show(lambda: list(B3()))
class B4:
    def __len__(self): return 'x'
    def __iter__(self): return iter('ab')
show(lambda: list(B4()))
class B5:
    def __length_hint__(self): print('hint'); return 3
    def __iter__(self): return iter('ab')
print(list(B5()))
