class A:
    def __setattr__(self, k, v):
        print('set', k, v)
        object.__setattr__(self, k, v)
a = A()
a.x = 1
print(a.x, a.__dict__)
