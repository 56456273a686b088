x = 5
x: int
print(x)
y: int = 3
print(y)
def f(): 
    z: int
    try: z
    except UnboundLocalError as e: print(e)
f()
