class A(Exception): pass
class B(Exception): pass
class C(Exception): pass
e = A(1)
try:
    raise B
except B:
    e2 = A(2)
    print(e2.__context__)
    try: raise e
    except A as x: print(repr(x.__context__))
try:
    try: raise A
    except A as a_:
        a = a_
        try: raise B
        except B as b_:
            b = b_
            try: raise C
            except C as c_:
                c = c_
                raise a
except A as q: exc = q
print(exc is a, repr(a.__context__), repr(c.__context__), b.__context__)
def f():
    try: raise KeyError('a')
    except Exception: yield
g = f(); g.send(None)
try: g.throw(ValueError)
except Exception as e: print(repr(e), repr(e.__context__))
def f(): raise StopIteration
def g(): yield f()
try: next(g())
except RuntimeError as e: print(e, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
def g(): yield from range(3)
gi = g(); next(gi)
try: gi.send(42)
except AttributeError as e: print(e)
try: raise A from 5
except TypeError as e: print(e)
try: a.__cause__ = 5
except TypeError as e: print(e)
try: a.nope
except AttributeError as e: print(e.name, e.obj is a, e.args)
try: nope = 1; del nope; nope
except NameError as e: print(e.name)
print(AttributeError('x', name='y').name, ImportError('a', name='b', path='c').path, ImportError('m').msg, AttributeError().name)
try: ValueError(x=1)
except TypeError as e: print(e)
