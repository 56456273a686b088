x = 'a'
y = x.encode('utf-8') if 0 else 5
print(y)
