# Lists built, sorted, sliced and taken apart.
def work():
    squares = [i * i % 1009 for i in range(40000)]
    evens = [x for x in squares if x % 2 == 0]
    pairs = []
    for a, b in zip(squares, evens):
        pairs.append((a, b))
    pairs.sort(key=lambda pair: (pair[1], -pair[0]))
    count = {}
    for a, b in pairs:
        count[b] = count.get(b, 0) + a
    words = ' '.join(str(x) for x in squares[:20000:2]).split()
    return sum(count.values()), len(words), max(count, key=count.get)
