l = [3, 1, 2]
l.append(4); l.extend([5, 6]); l.insert(0, 9); print(l, l.pop(), l.pop(0), l.index(1), l.count(2)); l.remove(2); l.sort(); print(l); l.reverse(); print(l, l.copy(), l == [5, 4, 3, 1])
l.sort(key=lambda x: -x, reverse=True); print(l)
print(sorted('hello'), sorted([(1, 'b'), (1, 'a'), (0, 'z')]), sorted(['b', 'A', 'c'], key=str.lower), sorted([3, 1, 2], reverse=True))
print([1, 2] + [3], [0] * 3, [[0] * 2 for _ in range(2)], [1, [2, [3]]], [], [None, True], l[1:3], l[::-1], 3 in l)
a = [1, 2, 3, 4, 5, 6]
a[::2] = [10, 30, 50]; print(a); del a[0]; print(a); del a[1:3]; print(a); a[1:1] = [7, 7]; print(a); a[:] = []; print(a)
print([1, 2] < [1, 3], [1] < [1, 0], [2] > [1, 5], (1, 2) == (1, 2), (1,) + (2,), (1, 2) * 2, (), (1,), tuple([1, 2]), list('ab'), list(range(3)), (1, 2, 3).index(2), (1, 1).count(1))
print(list(map(lambda x, y: x + y, [1, 2], [3, 4])), list(filter(None, [0, 1, '', 2])), list(zip([1, 2], 'ab')), list(enumerate('ab', 1)), list(reversed([1, 2])), any([0, 1]), all([1, 0]), any([]), all([]))
m = [[1, 2], [3, 4]]
print([list(r) for r in zip(*m)], [x for r in m for x in r], sum(m, []), max([1, 5, 3], key=lambda x: -x), max('a', 'b'), min([], default=0), max([1.0, 2]), [*m, *[5]], {**{'a': 1}, 'b': 2}, {*[1, 2], 3})
r = range(10, 0, -3); print(r, list(r), len(r), r[1], r[-1], r[1:], 4 in r, 5 in r, r == range(10, 1, -3), list(range(0)), range(5)[::-1], r.index(7))
