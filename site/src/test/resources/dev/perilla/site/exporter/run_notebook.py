"""Runs the cells of a notebook one after the other, as Jupyter would, and says where one prints
something else than the notebook holds. Where Debian's nbformat is there, its schema is asked too."""
import contextlib
import io
import json
import sys
import types


class Value:
    """As much of the public micrograd's Value as a chapter asks of it."""

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


engine = types.ModuleType("micrograd.engine")
engine.Value = Value
sys.modules["micrograd"] = types.ModuleType("micrograd")
sys.modules["micrograd.engine"] = engine

notebook = json.load(open(sys.argv[1], encoding="utf-8"))
try:
    import nbformat
except ImportError:
    print("no nbformat here")
else:
    nbformat.validate(nbformat.from_dict(notebook))
    print("valid")
names = {"__name__": "__main__"}
for cell in notebook["cells"]:
    if cell["cell_type"] != "code":
        continue
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec("".join(cell["source"]), names)
    held = "".join("".join(output["text"]) for output in cell["outputs"])
    if printed.getvalue() != held:
        sys.exit(f"cell {cell['id']} prints {printed.getvalue()!r}, the notebook holds {held!r}")
print("ran")
