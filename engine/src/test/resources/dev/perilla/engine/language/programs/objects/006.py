try:
    try:
        1/0
    except ZeroDivisionError:
        raise ValueError('x')
except ValueError as e:
    print(repr(e.__context__), e.__cause__, e.args, e.__suppress_context__)
