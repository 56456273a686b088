class A:
    "docs"
    x: int = 1
    y: str
    def m(self):
        """m doc"""
print(A.__doc__, A.m.__doc__, A().__doc__, A.__name__, A.__module__, A.__bases__, A.__mro__, A.mro(), A.__qualname__, A().__class__, A().__module__)
