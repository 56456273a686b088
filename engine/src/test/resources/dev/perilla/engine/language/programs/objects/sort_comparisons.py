class L:
    log = []
    def __init__(self, v): self.v = v
    def __lt__(self, o): L.log.append((self.v, o.v)); return self.v < o.v
import random
random.seed(5)
for n in [0, 1, 2, 3, 5, 10, 31, 32, 63, 64, 65, 100, 150, 500]:
    for kind in range(5):
        if kind == 0: v = [random.random() for _ in range(n)]
        elif kind == 1: v = [random.randrange(5) for _ in range(n)]
        elif kind == 2: v = sorted(random.randrange(100) for _ in range(n // 2)) + sorted(random.randrange(100) for _ in range(n - n // 2))
        elif kind == 3: v = sorted([random.random() for _ in range(n)], reverse=True)
        else: v = [i % 37 + (i // 50) * 5 for i in range(n)]
        for rev in (False, True):
            L.log = []
            r = sorted([L(x) for x in v], reverse=rev)
            print(n, kind, rev, len(L.log), hash(tuple(L.log)), hash(tuple(x.v for x in r)))
nan = float('nan')
for n in [3, 10, 70, 200, 1000]:
    v = [nan if random.random() < .2 else random.random() for _ in range(n)]
    print(n, [int(x * 1000) if x == x else -1 for x in sorted(v)][:80])
for bad in [[3, 1, 'a', 2], list(range(100, 0, -1)) + ['x'] + list(range(50)), [random.random() for _ in range(200)] + ['q', 1], list(range(70)) + list(range(70)) + [None]]:
    for rev in (False, True):
        b = list(bad)
        try: b.sort(reverse=rev)
        except TypeError as e: print(e, b)
