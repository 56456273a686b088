print(int | str, int | None, isinstance(3, int | str), isinstance(None, int | None), isinstance('a', int | None), (int | str) == (str | int), int | int)
class K: pass
print(K | None, isinstance(K(), K | int), issubclass(bool, int | str))
try: 3 | int
except TypeError as e: print(e)
try: isinstance(3, 3)
except TypeError as e: print(e)
