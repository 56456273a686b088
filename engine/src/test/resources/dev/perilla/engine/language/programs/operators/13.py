import math
import random

print(5e-324**1e10, math.pow(1e-310, 3), 1e-310**1.5, 1e-310**-0.5, 1e-320**2.5)
print(math.atan2(5e-324, 2), math.atan2(-5e-324, 2), math.atan2(1.5e-323, 2), math.atan2(5e-324, 3))
random.seed(4)
print(random.sample(["a", "b", "c"], counts=[2, 0, 3], k=4))
print(random.sample("xy", 1, counts=(1, 1)))
for call in (
    lambda: 5e-324**-1e10,
    lambda: round(1, 2, 3),
    lambda: int(base=10),
    lambda: random.sample([1]),
    lambda: random.sample(),
    lambda: random.sample([1], 1, counts=[1, 2]),
    lambda: random.sample([1], 1, counts=[0]),
    lambda: random.sample([1], 1, counts=[1.5]),
    lambda: random.sample([1], 3, counts=[2]),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
