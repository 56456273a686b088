while True: pass  # error: the program ran for more than 20000000 steps
#---
# prints: started
print('started')
def f(n): return f(n + 1)  # error: RecursionError: maximum recursion depth exceeded
f(0)
#---
x = 'a' * 10 ** 12  # error: the collections and strings of the program need more than 67108864 bytes of memory
#---
x = 10 ** 10 ** 10  # error: the collections and strings of the program need more than 67108864 bytes of memory
#---
sum(range(10 ** 12))  # error: the program ran for more than 20000000 steps
#---
try:
    '{:>999999999999}'.format(1)  # error: the collections and strings of the program need more than 67108864 bytes of memory
finally:
    pass
#---
from micrograd.nn import MLP
import random
random.seed(1)
net = MLP(2, [2, 1])
net(5)  # error: TypeError: 'int' object is not iterable
#---
from micrograd.nn import MLP
import random
random.seed(1)
def make():
    return MLP(1000, [1000, 1000])  # error: the collections and strings of the program need more than 67108864 bytes of memory
make()
