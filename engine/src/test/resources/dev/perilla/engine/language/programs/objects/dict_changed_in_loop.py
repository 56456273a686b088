d = {0: 0}
try:
    for i in d:
        del d[0]; d[0] = 0
except RuntimeError as e: print(e)
d = {i: i for i in range(5)}
try:
    for i in d:
        print(i)
        d.pop(i); d[i + 10] = i
except RuntimeError as e: print(e)
d = {i: i for i in range(10)}
n = 0
try:
    for i in d:
        n += 1
        d.pop(i); d[i + 10] = i
except RuntimeError as e: print(e, n)
