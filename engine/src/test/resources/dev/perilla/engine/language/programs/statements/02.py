for i in range(5):
    if i == 3: break
else:
    print("no break")
for i in range(3):
    pass
else:
    print("else", i)
n = 0
while n < 3:
    n += 1
    if n == 2: continue
    print(n)
else:
    print("done")
while True:
    break
else:
    print("never")
