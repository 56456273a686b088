i = -1
while i < 4:
    i += 1
    if i > 10:
        continue
    print(i)
else:
    print('else')
print('end', i)
