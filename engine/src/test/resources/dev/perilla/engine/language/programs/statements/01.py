x = y = 5
a, b = 1, 2
a, b = b, a
(c, d), e = (1, 2), 3
*f, g = [1, 2, 3]
h, *i, j = range(5)
print(x, y, a, b, c, d, e, f, g, h, i, j)
x += 3; x -= 1; x *= 2; x //= 3; x **= 2; x %= 7; x <<= 2; x >>= 1; x |= 8; x &= 12; x ^= 5
print(x)
l = [1, 2, 3]
l[0] += 5
l[1:2] = [7, 8, 9]
print(l)
d = {'a': 1}
d['a'] += 1
d['b'] = d.get('b', 0) + 1
print(d)
