a = {1, 9, 17, 25, 33, 2}
b = {33, 2, 65, 129, 3, 1}
print(a | b, b | a)
print(a & b, b & a)
print(a - b, b - a)
print(a ^ b, b ^ a)
print(a.union(b, [66, 67]), a.intersection([65, 33, 2]), a.difference([1], {2}))
print({*a, *b, 4}, {70, *b})
d = dict.fromkeys([33, 5, 1, 70, 80])
print(d.keys() & a, a & d.keys(), d.keys() | a, d.keys() - a, a - d.keys(), d.keys() ^ a)
print(d.keys().isdisjoint(a), d.items() & {(5, None), 3}, d.items().isdisjoint([]))
print({1, 2} & {1.0, 5}, {True, 2} | {1, 3})
