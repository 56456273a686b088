# micrograd's demo: two half moons, a network of 337 parameters, 100 steps.
# `moons` holds the points, each [x1, x2, label].
import random
from micrograd.engine import Value
from micrograd.nn import MLP

random.seed(1337)
model = MLP(2, [16, 16, 1])


def loss():
    inputs = [[Value(x1), Value(x2)] for x1, x2, label in moons]
    scores = [model(x) for x in inputs]
    missed = [(1 + -row[2] * score).relu() for row, score in zip(moons, scores)]
    data_loss = sum(missed) * (1.0 / len(missed))
    penalty = 1e-4 * sum(p * p for p in model.parameters())
    right = [(row[2] > 0) == (score.data > 0) for row, score in zip(moons, scores)]
    return data_loss + penalty, sum(right) / len(right)


losses = []
for k in range(100):
    total, accuracy = loss()
    model.zero_grad()
    total.backward()
    rate = 1.0 - 0.9 * k / 100
    for p in model.parameters():
        p.data -= rate * p.grad
    losses.append(total.data)
    if k % 10 == 9 or k == 0:
        print(f'step {k} loss {total.data:.12f}, accuracy {accuracy:.0%}')
