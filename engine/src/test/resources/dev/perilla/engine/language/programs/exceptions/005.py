class E(Exception):
    def __init__(self, n):
        super().__init__('E', n)
        self.n = n
class F(ValueError):
    pass
try:
    try:
        print('body')
        raise IndexError
    except ValueError as e:
        print('caught', type(e).__name__, e, e.args)
    else:
        print('else')
    finally:
        print('finally')
except Exception as e:
    print('outer', repr(e))
try:
    try:
        print('body')
        raise IndexError
    except (KeyError, IndexError) as e:
        print('caught', type(e).__name__, e, e.args)
    else:
        print('else')
    finally:
        print('finally')
except Exception as e:
    print('outer', repr(e))
try:
    try:
        print('body')
        raise IndexError
    except LookupError as e:
        print('caught', type(e).__name__, e, e.args)
    else:
        print('else')
    finally:
        print('finally')
except Exception as e:
    print('outer', repr(e))
try:
    try:
        print('body')
        raise IndexError
    except ArithmeticError as e:
        print('caught', type(e).__name__, e, e.args)
    else:
        print('else')
    finally:
        print('finally')
except Exception as e:
    print('outer', repr(e))
try:
    try:
        print('body')
        raise IndexError
    except Exception as e:
        print('caught', type(e).__name__, e, e.args)
    else:
        print('else')
    finally:
        print('finally')
except Exception as e:
    print('outer', repr(e))
try:
    try:
        print('body')
        raise IndexError
    except E as e:
        print('caught', type(e).__name__, e, e.args)
    else:
        print('else')
    finally:
        print('finally')
except Exception as e:
    print('outer', repr(e))
try:
    try:
        print('body')
        raise IndexError
    except (ValueError, E) as e:
        print('caught', type(e).__name__, e, e.args)
    else:
        print('else')
    finally:
        print('finally')
except Exception as e:
    print('outer', repr(e))
