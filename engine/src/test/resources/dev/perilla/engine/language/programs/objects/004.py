class A: pass
a = A()
print(a == a, a != a, a == A(), hash(a) == hash(a))
print(object.__eq__(a, a), object.__ne__(a, 3), object.__hash__(a) == hash(a))
