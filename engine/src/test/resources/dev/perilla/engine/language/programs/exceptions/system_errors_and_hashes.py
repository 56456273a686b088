for n in range(7):
    for rest in [(), (None,), ('z',)]:
        try:
            e = OSError(*range(n), *rest)
            print(e.args, str(e), repr(e), e.errno, e.strerror, e.filename, e.filename2)
        except TypeError as x:
            print(x)
print(OSError(2, 'b', None, None, 'c').filename2, OSError(2, 'b', 'a', None, None))
class A:
    def __eq__(self, o):
        print('asked')
        return True
    def __hash__(self):
        return 3
class B:
    pass
b = [B() for _ in range(10)]
print(len({A(), *b}), A() in b[:1], A() in {*b}, A() in dict.fromkeys(b))
