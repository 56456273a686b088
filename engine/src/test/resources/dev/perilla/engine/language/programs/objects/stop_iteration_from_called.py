def g7(x):
    if x < 3: return x
    raise StopIteration(444)
def g8():
    print((yield from map(g7, range(100))))
print(list(g8()))
for i in map(g7, range(9)): print(i)
print(list(map(g7, range(9))), [x for x in map(g7, range(9))], tuple(map(g7, range(9))), sum(map(g7, range(9))), sorted(map(g7, range(9))), dict(zip(map(g7, range(9)), 'abcdef')))
a, b, c = map(g7, range(9)); print(a, b, c)
it = map(g7, range(9))
try:
    while True: print(next(it))
except StopIteration as e: print(e.value)
print(max(map(g7, range(9))), *map(g7, range(9)), 5 in map(g7, range(9)), set(map(g7, range(9))), list(filter(None, map(g7, range(9)))), list(enumerate(map(g7, range(9)))), ','.join(map(str, map(g7, range(9)))))
