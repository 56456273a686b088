def f():
    try:
        return 'try'
    finally:
        print('finally')
print(f())
def g():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print(i)
        finally:
            print('f', i)
g()
try:
    try:
        raise KeyError('k')
    except ValueError:
        print('no')
    else:
        print('no')
    finally:
        print('fin')
except KeyError as e:
    print('key', e, repr(e), e.args)
try:
    raise ValueError('a', 1)
except (TypeError, ValueError) as e:
    print(e, e.args, repr(e))
class MyE(Exception):
    def __init__(self, code):
        super().__init__(f'code {code}')
        self.code = code
try: raise MyE(5)
except MyE as e: print(e, e.code, repr(e), isinstance(e, Exception))
class E2(MyE): pass
try: raise E2(1)
except Exception as e: print(type(e).__name__, e)
try:
    try: 1/0
    except ZeroDivisionError as e: raise RuntimeError('x') from e
except RuntimeError as e: print(repr(e.__cause__), repr(e.__context__))
def r():
    try:
        raise ValueError
    except ValueError:
        raise
try: r()
except ValueError as e: print('re', repr(e))
def ff():
    try: return 1
    finally: return 2
print(ff())
try: assert 1 == 2, 'msg'
except AssertionError as e: print(e)
try: assert False
except AssertionError as e: print(repr(e))
try: raise Exception
except: print('bare')
try: raise 5
except TypeError as e: print(e)
try: x = [1, 2][5]
except LookupError as e: print(e)
try: e
except NameError as n: print(n)
