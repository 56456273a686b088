x = 'g'
def outer():
    x = 'o'
    def inner():
        pass
        x = 'i'
        return x
    r = inner()
    return r, x
print(outer(), x)
