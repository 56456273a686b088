import math
import random
def tell(v):
    try:
        print(repr(math.fsum(v)))
    except (OverflowError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
i = float('inf')
for v in [[], [-0.0], [-0.0, -0.0], [0.1] * 10, [1e16, 1.0, -1e16], [1e308, 1e308, -1e308], [1e308, -1e308, 1e308], [i, 1], [i, -i], [i, float('nan'), -i],
          [float('nan'), 1], [1e308, 1e308, i], [5e-324, -5e-324], [2.0 ** 53, 1.0, 1e-100], [2.0 ** 53, 1.0, -1e-100], [2.0 ** 53 + 2, 1.0, 1e-100],
          [1.7976931348623157e308, 9.9792015476735e291], [-1e308, -1e308], [1, 2, True], ['a'], [1e-320] * 3, [1e16, 1, 1e-16], [10 ** 400]]:
    tell(v)
random.seed(7)
for k in range(300):
    v = [random.uniform(-1, 1) * 2.0 ** random.randint(-99, 99) for _ in range(random.randint(1, 40))]
    v = v + [-x for x in v[::2]]
    random.shuffle(v)
    tell(v)
for k in range(200):
    tell([random.choice([-1, 1]) * 2.0 ** random.randint(-60, 60) for _ in range(random.randint(1, 12))])
for k in range(60):
    tell([random.choice([-1, 1]) * 2.0 ** random.randint(1018, 1023) for _ in range(random.randint(1, 5))])
