"""As much of the public micrograd as a notebook of a chapter asks of it."""


class Value:
    def __init__(self, data, _children=(), _op=""):
        self.data, self.grad = data, 0
        self._prev, self._op, self._backward = set(_children), _op, lambda: None

    def _by(self, other, data, op, mine, its):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(data(self.data, other.data), (self, other), op)

        def backward():
            self.grad += mine(self.data, other.data) * out.grad
            other.grad += its(self.data, other.data) * out.grad

        out._backward = backward
        return out

    def __add__(self, other):
        return self._by(other, lambda a, b: a + b, "+", lambda a, b: 1, lambda a, b: 1)

    def __mul__(self, other):
        return self._by(other, lambda a, b: a * b, "*", lambda a, b: b, lambda a, b: a)

    def __pow__(self, power):
        out = Value(self.data**power, (self,), f"**{power}")

        def backward():
            self.grad += power * self.data ** (power - 1) * out.grad

        out._backward = backward
        return out

    def relu(self):
        out = Value(max(0, self.data), (self,), "ReLU")

        def backward():
            self.grad += (out.data > 0) * out.grad

        out._backward = backward
        return out

    def backward(self):
        order, seen = [], set()

        def visit(node):
            if node not in seen:
                seen.add(node)
                for child in node._prev:
                    visit(child)
                order.append(node)

        visit(self)
        self.grad = 1
        for node in reversed(order):
            node._backward()

    def __neg__(self):
        return self * -1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __sub__(self, other):
        return self + (-other)

    def __rsub__(self, other):
        return other + (-self)

    def __truediv__(self, other):
        return self * other**-1

    def __rtruediv__(self, other):
        return other * self**-1

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"
