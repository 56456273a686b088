# Integer and float arithmetic in loops.
def collatz(limit):
    longest = 0
    for start in range(1, limit):
        n, steps = start, 0
        while n != 1:
            n = n // 2 if n % 2 == 0 else 3 * n + 1
            steps += 1
        if steps > longest:
            longest = steps
    return longest


def area(steps):
    total = 0.0
    width = 1.0 / steps
    for i in range(steps):
        x = (i + 0.5) * width
        total += 4.0 / (1.0 + x * x) * width
    return total


def work():
    return collatz(3000), area(100000)
