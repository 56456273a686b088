def f(n):
    for i in range(3):
        try:
            if n == 0: continue
            if n == 1: break
            if n == 2: return 'ret'
            if n == 3: raise ValueError('v')
            if n == 4: return 1 / 0
        except ValueError as e:
            print('ex', e); return 'exret'
        except ZeroDivisionError:
            return 'zd'
        else:
            print('else', i)
        finally:
            print('fin', i)
            if n == 5: return 'finret'
            if n == 6: break
    else:
        return 'forelse'
    return 'end'
for n in range(8): print(n, f(n))
def f():
    try:
        return 'try'
    finally:
        return 'finally'
def g():
    try: raise KeyError('x')
    finally: return 'swallowed'
def h():
    for i in range(3):
        try: raise ValueError(i)
        except ValueError: continue
        finally: print('f', i)
    return 'h'
def k():
    while True:
        try: return 'k'
        finally: break
    return 'kk'
def m():
    x = 1
    try: return x
    finally: x = 2
print(f(), g(), h(), k(), m())
class AppError(Exception):
    def __init__(self, code, msg='default'):
        super().__init__(code, msg)
        self.code = code
    def __str__(self): return f'[{self.code}] {self.args[1]}'
class Sub(AppError): pass
for mk in (lambda: AppError(1), lambda: Sub(2, 'm'), lambda: Sub(3, msg='k')):
    try: raise mk()
    except AppError as e: print(e, repr(e), e.args, e.code, type(e).__mro__[1].__name__)
try:
    try: raise Sub(1)
    except AppError as e: raise RuntimeError('outer') from e
except RuntimeError as e: print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try: 1 / 0
    except ZeroDivisionError: raise KeyError('ctx')
except KeyError as e: print(repr(e.__context__), e.__cause__, e.__suppress_context__)
try:
    try: 1 / 0
    except ZeroDivisionError: raise KeyError('ctx') from None
except KeyError as e: print(repr(e.__context__), e.__cause__, e.__suppress_context__)
try: raise ValueError
except ValueError as e: print(repr(e), str(e), e.args, bool(e))
try: raise ValueError('a', 2)
except ValueError as e: print(repr(e), str(e), e.args)
try: raise 5
except TypeError as e: print(e)
try: raise int
except TypeError as e: print(e)
try: raise ValueError from 5
except TypeError as e: print(e)
try: raise
except RuntimeError as e: print(e)
try: assert 0, ('m', 1)
except AssertionError as e: print(repr(e), e)
try: assert []
except AssertionError as e: print(repr(e))
try:
    try: raise ValueError(1)
    except 5: pass
except TypeError as e: print(e)
try:
    try: raise ValueError(1)
    except (KeyError, 'x'): pass
except TypeError as e: print(e)
try: e
except NameError as x: print(x)
e = 'outer'
try: raise ValueError('q')
except ValueError as e: pass
try: e
except NameError as x: print(x)
def f():
    try: raise ValueError
    except ValueError as e: pass
    return e
try: f()
except UnboundLocalError as x: print(x)
def nest():
    try:
        try: raise ValueError('1')
        finally:
            try: raise KeyError('2')
            except KeyError as k: print('k', repr(k.__context__))
    except ValueError as v: print('v', repr(v.__context__))
nest()
def re():
    try:
        try: raise ValueError('a')
        except ValueError: 
            try: raise TypeError('b')
            except TypeError: pass
            raise
    except Exception as e: print(repr(e), repr(e.__context__))
re()
def chain(n):
    try:
        if n == 0: raise ValueError(0)
        chain(n - 1)
    except Exception as e:
        raise RuntimeError(n) from e
try: chain(3)
except Exception as e:
    while e: print(repr(e)); e = e.__cause__
