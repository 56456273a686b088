# What `is` tells of numbers, texts and tuples, where it can be told.
a, b = 'hello', 'hello'
def f(): return 'hello'
print(a is b, f() is a, a is 'help', a is not b, '' is ''.join([]))
print(5 is int('5'), 256 is 2 ** 8, -5 is int('-5'), 1000 is 1001, 1 is 1.0, True is 1)
x = 2.5
print(x is float(x), 1.5 is 2.5, 0.0 is -0.0)
nan = float('nan')
print(nan is nan, nan is float('nan'), nan is float(nan))
t = (1, 2)
print(t is tuple(t), t is t[:], t is t * 1, t is t + (), t is () + t, () is tuple([]))
row = []
print((row,) is (row,), (1, 2) is (1, 3), (1,) is (1, 2))
def g(): return (1, 'a')
print(g() is g())
s = 'abc'
print(s is str(s), s is s[:], s is s.strip())
class A: pass
o = A()
print(o is o, o is A(), o.__dict__ is o.__dict__, A is type(o), len is len)
