1 / 0  # error: ZeroDivisionError: division by zero
#---
print('before')
# prints: before
def half(x):
    return x / 0.0  # error: ZeroDivisionError: float division by zero
half(3)
print('after')
#---
[1, 2][2]  # error: IndexError: list index out of range
#---
{'a': 1}['b']  # error: KeyError: 'b'
#---
'a' + 1  # error: TypeError: can only concatenate str (not "int") to str
#---
1 + 'a'  # error: TypeError: unsupported operand type(s) for +: 'int' and 'str'
#---
None.data  # error: AttributeError: 'NoneType' object has no attribute 'data'
#---
int('x')  # error: ValueError: invalid literal for int() with base 10: 'x'
#---
def f():
    print(x)  # error: UnboundLocalError: cannot access local variable 'x' where it is not associated with a value
    x = 1
f()
#---
def f(a, b): pass
f(1)  # error: TypeError: f() missing 1 required positional argument: 'b'
#---
def f(a): pass
f(1, 2)  # error: TypeError: f() takes 1 positional argument but 2 were given
#---
def f(a): pass
f(b=1)  # error: TypeError: f() got an unexpected keyword argument 'b'
#---
class A:
    def f(self): raise ValueError('deep')  # error: ValueError: deep
class B(A):
    def g(self): return self.f()
B().g()
#---
class Wrong(Exception): pass
raise Wrong('it', 5)  # error: Wrong: ('it', 5)
#---
assert 1 == 2, 'not equal'  # error: AssertionError: not equal
#---
assert []  # error: AssertionError
#---
a, b = 1, 2, 3  # error: ValueError: too many values to unpack (expected 2)
#---
a, *b, c = [1]  # error: ValueError: not enough values to unpack (expected at least 2, got 1)
#---
for x in 5: pass  # error: TypeError: 'int' object is not iterable
#---
x = 5
x()  # error: TypeError: 'int' object is not callable
#---
try:
    1 / 0
except ZeroDivisionError as e:
    raise KeyError('k') from e  # error: KeyError: 'k'
#---
try:
    1 / 0
finally:
    [][0]  # error: IndexError: list index out of range
#---
def g():
    yield 1
    raise ValueError('in a generator')  # error: ValueError: in a generator
list(g())
#---
next(iter([]))  # error: StopIteration
#---
import math
math.sqrt(-1)  # error: ValueError: math domain error
#---
sorted([1, 'a'])  # error: TypeError: '<' not supported between instances of 'str' and 'int'
#---
raise SystemExit(3)  # error: SystemExit that nothing catches is not part of this language
#---
'%d' % 'a'  # error: TypeError: %d format: a real number is required, not str
#---
'{} {}'.format(1)  # error: IndexError: Replacement index 1 out of range for positional args tuple
#---
f'{1:q}'  # error: ValueError: Unknown format code 'q' for object of type 'int'
#---
del nothing  # error: NameError: name 'nothing' is not defined
#---
x = 1
del x
x  # error: NameError: name 'x' is not defined
#---
{[]: 1}  # error: TypeError: unhashable type: 'list'
#---
class A:
    @property
    def x(self): return 1
A().x = 2  # error: AttributeError: property 'x' of 'A' object has no setter
#---
(1, 2)[0] = 3  # error: TypeError: 'tuple' object does not support item assignment
#---
'a'.format(**{1: 2})  # error: a keyword that is no text is not part of this language here
#---
ValueError(**{1: 2})  # error: a keyword that is no text is not part of this language here
#---
raise SyntaxError('bad')  # error: SyntaxError: bad
#---
raise SyntaxError('bad', ('f', 1, 2, 'x'))  # error: the place of a SyntaxError is not part of this language
#---
# prints: inner
# prints: outer
# prints: module
def gen(n):
    try: yield n
    finally: print(n)
def at(n):
    g = gen(n)
    next(g)
    return g
def inner():
    a = at('inner')
    1 / 0  # error: ZeroDivisionError: division by zero
def outer():
    a = at('outer')
    inner()
m = at('module')
outer()
#---
# prints: value
# prints: argument
# prints: cause
# prints: call
class Wrong(Exception):
    def __str__(self): return 'w'
def gen(n):
    try: yield n
    finally: print(n)
def at(n):
    g = gen(n)
    next(g)
    return g
def f():
    a = at('call')
    raise Wrong(at('argument')) from Wrong(at('cause'))  # error: Wrong: w
try:
    raise ValueError(at('value'))
except ValueError as e:
    pass
f()
