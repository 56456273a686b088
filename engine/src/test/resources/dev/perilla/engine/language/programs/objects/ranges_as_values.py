# Hashes of equal ranges are those of their length, first and step; slices and places of long ones.
print(hash(range(3)) == hash((3, 0, 1)), hash(range(3)), hash(range(1, 10, 3)))
print({range(0, 3, 2): 'a'}[range(0, 4, 2)], len({range(0), range(5, 5), range(1, 0)}))
r = range(10 ** 12)
print(r[5:10 ** 11], r[-5:], r[::-1][:3], r[10 ** 11::10 ** 11], r[-1], r[::10 ** 11])
for i in (10 ** 20, -10 ** 20):
    try: r[i]
    except IndexError as e: print(e)
print(slice(None, -1).indices(10 ** 12), slice(5, None, -2).indices(10 ** 20))
print(range(10)[10 ** 20:], range(10)[:-10 ** 20])
