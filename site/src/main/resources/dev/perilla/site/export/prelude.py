# The notebook needs the public micrograd: pip install micrograd
# What follows adds the operations that it lacks.
import math
from micrograd.engine import Value

_functions = {
    "tanh": (math.tanh, lambda x, y: 1 - y * y),
    "exp": (math.exp, lambda x, y: y),
    "log": (math.log, lambda x, y: 1 / x),
    "sigmoid": (lambda x: 1 / (1 + math.exp(-x)), lambda x, y: y * (1 - y)),
    "sin": (math.sin, lambda x, y: math.cos(x)),
    "cos": (math.cos, lambda x, y: -math.sin(x)),
    "sqrt": (math.sqrt, lambda x, y: 0.5 / y),
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
                found[node] = nudge._data(node, [found[child] for child in node._prev])
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
        if node._op.startswith("**"):
            return first ** float(node._op[2:])
        if node._op == "ReLU":
            return max(0, first)
        return _functions[node._op][0](first)
