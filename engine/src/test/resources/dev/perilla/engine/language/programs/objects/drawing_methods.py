# The functions of `random` are methods of a generator; two of them are built in.
import random
random.seed(1)
print(type(random.gauss).__name__, type(random.random).__name__, type(random.getrandbits).__name__)
print(random.gauss.__name__, random.gauss.__qualname__, random.random.__qualname__)
print(str(random.gauss)[:27], str(random.random)[:25])
for wrong in (lambda: random.gauss + 1, lambda: random.choice[0], lambda: random.random + 1, lambda: random.gauss.low):
    try:
        wrong()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
own = random.Random(3)
print(own.uniform.__qualname__, own.uniform == random.uniform)
