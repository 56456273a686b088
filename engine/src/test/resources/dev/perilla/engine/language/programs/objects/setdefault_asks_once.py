class K:
    def __init__(self, v): self.v = v
    def __hash__(self): return 1
    def __eq__(self, other):
        print('eq', self.v, other.v)
        return self.v == other.v
d = {K(1): 1}
print(d.setdefault(K(2), 3))
print(d.setdefault(K(1), 3), len(d))
