x = 'g'
def outer():
    x = 'o'
    def inner():
        nonlocal x
        x = 'i'
        return x
    r = inner()
    return r, x
print(outer(), x)
