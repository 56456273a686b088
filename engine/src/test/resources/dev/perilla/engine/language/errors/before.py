print('never')
x = yy  # error: name 'yy' is not defined
y = zz + 1  # error: name 'zz' is not defined
#---
print('never')
total = 1
print(totl)  # error: name 'totl' is not defined
#---
def f(:  # error: invalid syntax
    pass
x = (1 +  # error: '(' was never closed
#---
if True
    pass  # error at 1: expected ':'
#---
x = 1
  y = 2  # error: unexpected indent
#---
def f():
x = 1  # error: expected an indented block after function definition on line 1
#---
break  # error: 'break' outside loop
continue  # error: 'continue' not properly in loop
return 1  # error: 'return' outside function
#---
yield 1  # error: 'yield' outside function
#---
nonlocal x  # error: nonlocal declaration not allowed at module level
#---
def f():
    nonlocal nothing  # error: no binding for nonlocal 'nothing' found
#---
def f():
    x = 1
    global x  # error: name 'x' is assigned to before global declaration
#---
def f(a, a): pass  # error: duplicate argument 'a' in function definition
#---
f(a=1, a=2)  # error: keyword argument repeated: a
#---
1 = x  # error: cannot assign to literal here. Maybe you meant '==' instead of '='?
#---
x = 'never closed  # error: unterminated string literal (detected at line 1)
#---
x = 0777  # error: leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers
x = 1.5e3e4  # error: invalid decimal literal
x = 1_e5  # error: invalid decimal literal
x = 1e5_  # error: invalid decimal literal
#---
with open('x') as f: pass  # error: with is not part of this language
#---
async def f(): pass  # error: async code is not part of this language
#---
x = "\ud83d\ude00"  # error: half a character (a surrogate) is not part of this language
#---
match 1:  # error: match is not part of this language
    case 1: pass
#---
import os  # error: the module 'os' is not part of this language
from sys import argv  # error: the module 'sys' is not part of this language
#---
x = b'abc'  # error: bytes are not part of this language
#---
x = 3j  # error: complex numbers are not part of this language
#---
open('x')  # error: open() is not part of this language
eval('1')  # error: eval() is not part of this language
#---
class A(int): pass  # error: a class that inherits from int is not part of this language
#---
class A(B, C): pass  # error: a class has one base here; multiple inheritance is not part of this language
#---
class A:
    def __new__(cls): pass  # error: __new__ is not part of this language
#---
class A(metaclass=type): pass  # error: metaclasses and class keywords are not part of this language
#---
'a'.encode()  # error: the attribute encode is not part of this language
(5).to_bytes(2, 'big')  # error: the attribute to_bytes is not part of this language
#---
import random
random.seed(1)
random.getstate()  # error: the attribute getstate is not part of this language
#---
import random
print(random.random())  # error: random numbers without a seed are not part of this language
#---
x = list[int]  # error: list[…] is not part of this language
#---
print('a', file=None)
print('a', file='f')  # error: print(file=…) is not part of this language
#---
def f(x): return x.__code__  # error: the attribute __code__ is not part of this language
#---
for a in '':
 for b in '':
  for c in '':
   for d in '':
    for e in '':
     for f in '':
      for g in '':
       for h in '':
        for i in '':
         for j in '':
          for k in '':
           for l in '':
            for m in '':
             for n in '':
              for o in '':
               for p in '':
                for q in '':
                 for r in '':
                  for s in '':
                   for t in '':
                    for u in '': pass  # error: too many statically nested blocks
#---
def f(a, /, b, /): pass  # error: / may appear only once
#---
x = [1]
y = *x  # error: can't use starred expression here
print(f'{*x}')  # error: can't use starred expression here
for z in *x: pass  # error: can't use starred expression here
#---
x := 1  # error: invalid syntax
#---
x = y := 1  # error: invalid syntax
#---
x = [1]
y = [z for z in (w := x)]  # error: assignment expression cannot be used in a comprehension iterable expression
class A: x = [v := 1 for u in [1]]  # error: assignment expression within a comprehension cannot be used in a class body
#---
from __future__ import braces  # error: future feature braces is not defined
#---
from __future__ import *  # error: future feature * is not defined
#---
'what it is'; from __future__ import division
from __future__ import annotations
x = 1
from __future__ import annotations  # error: from __future__ imports must occur at the beginning of the file
#---
'what it is'
'and more'
from __future__ import division  # error: from __future__ imports must occur at the beginning of the file
#---
try: from __future__ import division  # error: from __future__ imports must occur at the beginning of the file
except ImportError: pass
#---
def f(): from __future__ import division  # error: from __future__ imports must occur at the beginning of the file
#---
def f(__debug__): pass  # error: cannot assign to __debug__
print(__debug__=1)  # error: cannot assign to __debug__
print.__debug__ = 1  # error: cannot assign to __debug__
#---
def f(d):
    d[(yield)] = 1  # error: yield in this place is not part of this language
    d[0].x, y = (yield), 2
    d[0] = d[(yield 1)] = 2  # error: yield in this place is not part of this language
    d[(yield)] += 1  # error: yield in this place is not part of this language
    del d[(yield)]  # error: yield in this place is not part of this language
    def g(x=(yield)): pass  # error: yield in this place is not part of this language
    try: pass
    except (yield): pass  # error: yield in this place is not part of this language
    raise (yield) from (yield)  # error: yield in this place is not part of this language
    assert (yield), (yield)  # error: yield in this place is not part of this language
    d[(lambda: (yield))] = 1
#---
from math import *
print(pi, input('x'))  # error: input() is not part of this language
