class A:
    def __init__(self):
        self.__x = 1
    def __getattr__(self, name):
        return name + '!'
a = A()
print(a.foo, a._A__x, hasattr(a, 'bar'))
