print({3, 1, 2} == {1, 2, 3}, len({1, 1.0, True}), sorted({5, 3, 9}))
a = [1, 2, 3]
b = a
b += [4]
print(a, a is b)
t = (1, 2)
t += (3,)
print(t)
s = 'ab'
s *= 2
print(s)
x = [1, 2, 3]
x[1] += 10
x[-1] *= 2
print(x)
class O: pass
o = O()
o.n = 1
o.n += 5
o.l = []
o.l += [1]
print(o.n, o.l)
a = b = []
a.append(1)
print(b)
i = 0
l = [0, 0]
i, l[i] = 1, 5
print(i, l)
[p, q] = 'ab'
print(p, q)
(r), s2 = 1, 2
print(r, s2)
for k, (m, n) in [(1, (2, 3))]: print(k, m, n)
for *a, b in [[1, 2, 3]]: print(a, b)
x: int = 5
y: 'str'
print(x)
