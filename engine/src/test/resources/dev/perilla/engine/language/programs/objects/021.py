for i in range(3):
    try:
        if i == 1: continue
        if i == 2: break
        print(i)
    finally:
        print('f', i)
else: print('else')
def f():
    try: return 1
    finally: print('x')
print(f())
def f():
    for i in range(3):
        try: return i
        finally: continue
    return 'end'
print(f())
def f():
    try: 1/0
    except ZeroDivisionError: return 'e'
    else: return 'n'
    finally: return 'f'
print(f())
def f():
    while True:
        try: raise KeyError(1)
        except KeyError as e: break
        finally: print('z')
    try: print(e)
    except NameError as q: print(q)
f()
