fs = [lambda: 1 for _ in range(1)]; print(fs[0].__qualname__)
fs = [[lambda: 1 for _ in range(1)] for _ in range(1)]; print(fs[0][0].__qualname__)
def f(): return [lambda: 1 for _ in 'a'][0], [(lambda: 2) for x in [1]][0], next((lambda: 3) for y in 'q'), {1: lambda: 4 for z in 'a'}[1]
print([g.__qualname__ for g in f()])
class A:
    x = [lambda: 1 for _ in 'a'][0]
    y = (lambda: lambda: 2)()
print(A.x.__qualname__, A.y.__qualname__)
g = (i for i in 'a'); print(g.__qualname__, g.__name__)
def h(): return (i for i in 'a')
print(h().__qualname__, repr(h()).split(' at ')[0])
print([(i for i in 'a') for _ in 'b'][0].__qualname__)
