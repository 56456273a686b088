for i in range(5):
    try:
        if i == 2:
            pass
        print(i)
    finally:
        print('f', i)
else:
    print('else')
print('end', i)
