def f(a: int, b: str = 'x') -> float:
    "doc"
    x: int = 5
    return x
print(f.__doc__, f.__name__, f(1))
