i = -1
while i < 4:
    i += 1
    if i % 2:
        pass
    print(i)
else:
    print('else')
print('end', i)
