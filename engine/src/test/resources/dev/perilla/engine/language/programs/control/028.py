i = -1
while i < 4:
    i += 1
    try:
        if i > 10:
            continue
        print(i)
    finally:
        print('f', i)
else:
    print('else')
print('end', i)
