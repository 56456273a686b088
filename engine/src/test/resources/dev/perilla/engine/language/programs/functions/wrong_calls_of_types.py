def tell(f):
    try:
        print(repr(f()))
    except TypeError as e:
        print(e)
for f in [lambda: staticmethod(), lambda: staticmethod(1, 2), lambda: staticmethod(f=1), lambda: classmethod(), lambda: classmethod(1, 2, 3),
          lambda: classmethod(f=1), lambda: property(1, 2, 3, 4, 5), lambda: property(1, 2, x=3), lambda: property(1, 2, 3, 4, x=3),
          lambda: property(1, fget=2), lambda: property(a=1), lambda: str(1, 2, 3, 4), lambda: str(1, 2, 3, x=4), lambda: str('a', object=1),
          lambda: str(encoding='utf-8'), lambda: str('a', encoding='utf-8'), lambda: str(5, errors='strict'), lambda: str(5, None),
          lambda: str(5, errors=2), lambda: str(object=5), lambda: str(errors='x'), lambda: str(b=5), lambda: str(1, b=5),
          lambda: type(1, x=2), lambda: type(x=2), lambda: type(), lambda: type(1, 2),
          lambda: 'a'.strip(chars='a'), lambda: 'a'.lstrip(x=1), lambda: 'a'.rstrip('a', 'b', x=1), lambda: ' a '.rstrip('a', 'b')]:
    tell(f)
