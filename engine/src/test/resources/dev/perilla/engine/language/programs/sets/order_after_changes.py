s = set([8, 16, 24])
s.discard(8)
s.discard(16)
s.add(32)
s.add(40)
print(s, s.pop(), s.pop(), s)
s.update(range(-43, 13, 3))
print(s)
while len(s) > 5:
    print(s.pop(), end=' ')
print(s)
s |= {100, 200, 300}
s ^= {100, 7, 15}
print(s)
s -= {7}
s &= {200, 300, 15, 99, 98, 97}
print(s)
s.clear()
s.add(11)
s.add(3)
print(s, s.pop())
