# An iterator ends where what it asks raises StopIteration, or IndexError.
class Items:
    def __len__(self): return 5
    def __getitem__(self, i):
        if i > 2: raise IndexError(i)
        return i * 10
print(list(reversed(Items())), list(Items()), [*Items()])
class Holes:
    def __len__(self): return 5
    def __getitem__(self, i):
        if i == 2: raise StopIteration
        return i
print(list(reversed(Holes())))
numbers = iter([1, 2, 3])
print(list(iter(lambda: next(numbers), 9)))
for i in iter(lambda: next(numbers), 9): print('never')
class Equal:
    def __eq__(self, other): print('asked', other); return other == 2
calls = iter(range(5))
print(list(iter(lambda: next(calls), Equal())))
