nan = float('nan')
print(sorted([3, nan, 1]), sorted([3, 1, nan, 2, 0, nan, 5, 4]), sorted([nan, 1, 2]), sorted([2, nan, 1], reverse=True), max(1, nan), min(nan, 1), max([nan, 1, 2]))
class L:
    def __init__(self, v): self.v = v
    def __lt__(self, o): print(self.v, '<', o.v); return self.v < o.v
print([x.v for x in sorted([L(3), L(1), L(2), L(5), L(4)])])
print([x.v for x in sorted([L(3), L(1), L(2), L(5), L(4)], reverse=True)])
print(max([L(1), L(2)]).v if hasattr(L, '__gt__') and False else '')
