import math as m
from math import sqrt as s, pi
from random import *
print(m.floor(2.5), s(4), pi)
seed(1); print(random())
