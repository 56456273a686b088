try: raise ValueError('a')
except ValueError as e: x = e
try: raise x
except ValueError as y: print(x is y, repr(y.__context__))
try:
    try: raise KeyError(1)
    except KeyError: raise x
except ValueError as z: print(repr(z.__context__))
print(ValueError('a') == ValueError('a'), x == x, {x: 1}[x], isinstance(x, Exception), issubclass(KeyError, LookupError))
print([c.__name__ for c in ZeroDivisionError.__mro__], Exception.__bases__)
ex = Exception(1, 2); ex.args = (3,); print(ex, ex.args, repr(ex)); ex.args = [4, 5]; print(ex.args)
try: ex.args = 5
except TypeError as e: print(e)
ex.__cause__ = ValueError('c'); print(repr(ex.__cause__), ex.__suppress_context__)
try: ex.__cause__ = 5
except TypeError as e: print(e)
ex.__context__ = None; print(ex.__context__)
k = KeyError('a', 'b'); print(k, str(KeyError()), str(KeyError('')), str(KeyError(None)), repr(KeyError('x')))
s = StopIteration(1, 2); print(s.value, s.args, StopIteration().value)
o = OSError(2, 'No', 'f'); print(o, repr(o), o.errno, o.strerror, o.filename, type(o).__name__)
print(SystemExit(3).code, repr(ImportError('m', name='n').name), NameError('x', name='y').name, AttributeError('q', name='w', obj=1).obj)
