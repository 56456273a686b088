"""
# A neuron in plain Python

We train one neuron on one sample, 3 steps.
"""
import math

# inputs x1, x2
x1 = 2.0
x2 = 0.0
# weights w1, w2
w1 = -3.0
w2 = 1.0
# bias
b = 6.8813735870195432

n = x1 * w1 + x2 * w2 + b  # 0.8813735870195432
o = math.tanh(n)  # about 0.7071
print(o)  # prints 0.7071067811865477

# Local derivative of tanh: 1 - o**2 = 0.5

do_dn = 1 - o**2  # 0.5
do_dw1 = do_dn * x1  # 1.0
do_dx1 = do_dn * w1  # -1.5

# So the gradient with respect to x1 is -1.5 and with respect to w1 it is 1.0.
