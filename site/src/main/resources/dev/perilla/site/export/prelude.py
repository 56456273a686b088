# The notebook needs the public micrograd: pip install micrograd
# What follows adds the operations that it lacks.
import math
import operator
import sys
import types

from micrograd.engine import Value

_functions = {
    "tanh": (math.tanh, lambda x, y: 1 - y * y),
    "exp": (math.exp, lambda x, y: y),
    "log": (math.log, lambda x, y: 1 / x),
    "sigmoid": (lambda x: 1 / (1 + math.exp(-x)), lambda x, y: y * (1 - y)),
    "sin": (math.sin, lambda x, y: math.cos(x)),
    "cos": (math.cos, lambda x, y: -math.sin(x)),
    "sqrt": (math.sqrt, lambda x, y: 0.5 / y),
    "abs": (abs, lambda x, y: (x > 0) - (x < 0)),
}


def _add(name, function, slope):
    def method(self):
        out = Value(function(self.data), (self,), name)

        def _backward():
            self.grad += slope(self.data, out.data) * out.grad

        out._backward = _backward
        return out

    if not hasattr(Value, name):
        setattr(Value, name, method)


for _name, (_function, _slope) in _functions.items():
    _add(_name, _function, _slope)


def _compare(name):
    compare = getattr(operator, name)

    def method(self, other):
        return compare(self.data, getattr(other, "data", other))

    setattr(Value, f"__{name}__", method)


for _name in ("lt", "le", "gt", "ge"):
    _compare(_name)


def _power(base, exponent):
    base, exponent = (v if isinstance(v, Value) else Value(v) for v in (base, exponent))
    out = Value(base.data**exponent.data, (base, exponent), "**")
    out._operands = base, exponent  # in order, which a set has not

    def _backward():
        base.grad += exponent.data * base.data ** (exponent.data - 1) * out.grad
        exponent.grad += out.data * math.log(base.data) * out.grad

    out._backward = _backward
    return out


_by_number = Value.__pow__
Value.__pow__ = lambda self, by: (_power if isinstance(by, Value) else _by_number)(self, by)
Value.__rpow__ = lambda self, base: _power(base, self)
Value.__abs__ = Value.abs
Value.max = lambda self, other: self + (other - self).relu()
Value.min = lambda self, other: self - (self - other).relu()
Value.zero_grad = lambda self: setattr(self, "grad", 0)


class nudge:
    """What becomes of `output` when `value` is moved `by` a number."""

    def __init__(self, output, value, by):
        self.by = float(by)
        self.before = float(output.data)
        self.after = float(self._replay(output, value, value.data + by))
        self.change = self.after - self.before
        self.slope = self.change / by

    @staticmethod
    def _replay(output, value, data):
        found = {value: data}
        open_ = [output]
        while open_:
            node = open_[-1]
            missing = [child for child in node._prev if child not in found]
            if node in found:
                open_.pop()
            elif missing:
                open_.extend(missing)
            else:
                open_.pop()
                operands = getattr(node, "_operands", node._prev)
                found[node] = nudge._data(node, [found[child] for child in operands])
        return found[output]

    @staticmethod
    def _data(node, operands):
        if not operands:
            return node.data
        first, last = operands[0], operands[-1]  # one operand stands for two that are the same
        if node._op == "+":
            return first + last
        if node._op == "*":
            return first * last
        if node._op == "**":
            return first**last
        if node._op.startswith("**"):
            return first ** float(node._op[2:])
        if node._op == "ReLU":
            return max(0, first)
        return _functions[node._op][0](first)


def _graph(output):
    found, open_ = {output}, [output]
    while open_:
        for child in open_.pop()._prev:
            if child not in found:
                found.add(child)
                open_.append(child)
    return found


def grad(output, by=None):
    """The derivative of `output` by `by`, a number; of a function: its derivative, a function."""
    if by is None:

        def slope(x, *others):
            leaf = Value(getattr(x, "data", x))
            return grad(output(leaf, *others), leaf)

        return slope
    held = {value: value.grad for value in _graph(output) | {by}}
    for value in held:
        value.grad = 0
    output.backward()
    found = by.grad
    for value, before in held.items():
        value.grad = before
    return found


def train(loss, parameters, steps=100, rate=0.05):
    """Gradient descent on what the function `loss` gives; the loss before each step."""
    moved = list(parameters.parameters() if hasattr(parameters, "parameters") else parameters)
    losses = []
    for k in range(steps):
        now = loss()
        for value in _graph(now).union(moved):
            value.grad = 0
        now.backward()
        step = rate(k) if callable(rate) else rate
        for value in moved:
            value.data -= step * value.grad
        losses.append(now.data)
    return losses


def check(holds, message="check failed"):
    assert holds, message


_module = sys.modules["perilla"] = types.ModuleType("perilla")
_module.Value, _module.nudge, _module.grad = Value, nudge, grad
_module.train, _module.check = train, check
