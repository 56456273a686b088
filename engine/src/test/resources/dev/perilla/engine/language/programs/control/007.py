for i in range(5):
    if i > 10:
        break
    print(i)
else:
    print('else')
print('end', i)
