package dev.perilla.engine.language.runtime;

import dev.perilla.engine.autograd.Graph;
import dev.perilla.engine.autograd.Higher;
import dev.perilla.engine.autograd.Operation;
import dev.perilla.engine.autograd.Value;
import dev.perilla.engine.language.number.Arithmetic;
import dev.perilla.engine.language.number.FloatText;
import dev.perilla.engine.language.syntax.BinaryOp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// micrograd's `Value` as programs see it: a number of the autograd that also knows whether Python
/// would hold it as an int, so that `Value(2)` prints `Value(data=2, grad=0)` as there.
public sealed class PyValue extends Mutable permits PyWeightedSum, PyTie {
  private static final double WHOLE = 1L << 53;

  final Value value;
  @Nullable PyValue a; // the operands, once it is open
  @Nullable PyValue b;
  boolean intData;
  boolean intGrad = true;
  private boolean intBetween = true; // of a difference: whether Python would hold that of -b as one
  private boolean written; // by a sweep, so that what led here is more than two operands
  boolean seen = false;
  private @Nullable PyValue next; // while a search is under way
  private @Nullable Map<String, Object> attributes;

  private PyValue(Run run, Value value, boolean intData, @Nullable PyValue a, @Nullable PyValue b) {
    super(run);
    run.value();
    this.value = value;
    this.intData = intData;
    this.a = a;
    this.b = b;
  }

  /// A value of floats, which the budget knows of already.
  PyValue(int epoch, Value value, @Nullable PyValue a, @Nullable PyValue b) {
    super(epoch);
    this.value = value;
    this.intData = false;
    this.a = a;
    this.b = b;
  }

  /// Makes the operands, if this stands for several values.
  void open() {}

  /// A leaf that holds a number of Python.
  static PyValue leaf(Run run, Object number) {
    if (!Arithmetic.isNumber(number)) {
      throw run.typeError("Value() takes an int or a float, not '" + Types.name(number) + "'");
    }
    boolean isInt = Arithmetic.isInt(number);
    return new PyValue(run, Value.of(Arithmetic.real(number)), isInt, null, null);
  }

  /// Python's ints have no bound; of a value's the program sees those that a float holds for sure.
  private static void bounded(Run run, boolean isInt, double number) {
    if (isInt && Math.abs(number) >= WHOLE && !run.isLooking()) {
      throw run.unsupported(
          "an int above 2**53 in a Value is not part of this language", "make it a float");
    }
  }

  /// A value of the autograd that was made outside the program.
  static PyValue wrap(Run run, Value value) {
    return new PyValue(run, value, false, null, null);
  }

  /// The derivative of `output` by `input` as a value that led from both.
  static PyValue derivative(Run run, PyValue output, PyValue input) {
    int size = Graph.of(output.value).size();
    for (int i = 0; i < 4 * size; i++) {
      run.value(); // as many as the sweep writes down at most
    }
    run.steps(size);
    Value made = Higher.gradients(output.value, List.of(input.value)).getFirst();
    PyValue derivative = new PyValue(run, made, false, input, output);
    derivative.written = true;
    return derivative;
  }

  /// Whether no attribute of its own hides a method.
  boolean isPlain() {
    return attributes == null;
  }

  /// The object of the autograd.
  public Value value() {
    return value;
  }

  /// The number, for a decision of the program: replays that would move it are refused from here
  /// on.
  Object decisive(Run run) {
    run.looks++;
    if (!run.isLooking()) {
      value.steer();
    }
    bounded(run, intData, value.data());
    return data();
  }

  /// What was found for this value by training: floats.
  void learned(Run run) {
    touch(run);
    intData = false;
    intGrad = false;
  }

  Object data() {
    return number(value.data(), intData);
  }

  Object grad() {
    return number(value.grad(), intGrad);
  }

  private static Object number(double number, boolean isInt) {
    return isInt && Math.abs(number) < WHOLE && number % 1 == 0
        ? Arithmetic.toInt(number)
        : (Object) number;
  }

  String repr(Run run) {
    bounded(run, intData, value.data());
    bounded(run, intGrad, value.grad());
    return "Value(data=" + shown(data()) + ", grad=" + shown(grad()) + ")";
  }

  private static String shown(Object number) {
    return number instanceof Double real ? FloatText.repr(real) : number.toString();
  }

  /// The operands, without repetition, in order.
  final List<PyValue> parents() {
    open();
    if (a == null) {
      return List.of();
    }
    return b == null || b == a ? List.of(a) : List.of(a, b);
  }

  /// The result of an operation that reads this value and gives a float.
  PyValue apply(Run run, Value result) {
    return new PyValue(run, result, false, this, null);
  }

  private PyValue keep(Run run, Value result) {
    return new PyValue(run, result, intData, this, null);
  }

  PyValue negate(Run run) {
    return keep(run, value.neg());
  }

  /// As micrograd: 0, an int, for anything below 0, else the number as it is.
  PyValue relu(Run run) {
    return new PyValue(run, value.relu(), intData || value.data() < 0, this, null);
  }

  PyValue extreme(Run run, PyValue other, boolean max) {
    Value made = max ? value.max(other.value) : value.min(other.value);
    return new PyValue(run, made, intData && other.intData, this, other);
  }

  /// The object that this one is for `==` and `hash`: itself, but for a [PyTie].
  PyValue self() {
    return this;
  }

  static Object binary(Run run, BinaryOp op, Object left, Object right) {
    boolean known = left instanceof PyValue || Arithmetic.isNumber(left);
    if (!known || !(right instanceof PyValue || Arithmetic.isNumber(right))) {
      return Singleton.NOT_IMPLEMENTED;
    }
    if (op == BinaryOp.POW && left instanceof PyValue base && !(right instanceof PyValue)) {
      return base.power(run, right);
    }
    PyValue x = left instanceof PyValue value ? value : leaf(run, left);
    PyValue y = right instanceof PyValue value ? value : leaf(run, right);
    boolean ints = x.intData && y.intData;
    return switch (op) {
      case ADD -> new PyValue(run, x.value.add(y.value), ints, x, y);
      case SUB -> new PyValue(run, x.value.sub(y.value), ints, x, y);
      case MUL -> new PyValue(run, x.value.mul(y.value), ints, x, y);
      case DIV -> {
        if (y.value.data() == 0) {
          throw run.raise(Types.ZERO_DIVISION_ERROR, "0.0 cannot be raised to a negative power");
        }
        yield new PyValue(run, x.value.div(y.value), false, x, y);
      }
      case POW -> {
        Arithmetic.power(x.data(), y.data(), run); // raises what Python raises for these numbers
        yield new PyValue(run, x.value.pow(y.value), false, x, y);
      }
      case FLOOR_DIV, MOD, LEFT_SHIFT, RIGHT_SHIFT, BIT_AND, BIT_OR, BIT_XOR, MATMUL ->
          Singleton.NOT_IMPLEMENTED;
    };
  }

  private PyValue power(Run run, Object exponent) {
    double base = value.data();
    Object number = intData && base % 1 == 0 ? Arithmetic.toInt(base) : (Object) base;
    Object check = Arithmetic.power(number, exponent, run); // raises what Python raises
    boolean isInt = Arithmetic.isInt(check);
    Value made =
        Arithmetic.plain(exponent) instanceof Long whole
            ? value.pow((long) whole)
            : value.pow(Arithmetic.real(exponent));
    return new PyValue(run, made, isInt, this, null);
  }

  @Nullable Object attribute(Run run, String name) {
    Map<String, Object> own = attributes;
    if (own != null && own.get(name) != null) {
      return own.get(name);
    }
    return switch (name) {
      case "data" -> {
        run.looks++;
        bounded(run, intData, value.data());
        yield data();
      }
      case "grad" -> {
        run.looks++;
        run.sweeps.reads(value);
        bounded(run, intGrad, value.grad());
        yield grad();
      }
      case "label" -> value.label();
      case "_op" -> value.op();
      case "_prev" -> {
        PySet set = new PySet(run);
        for (PyValue parent : parents()) {
          set.add(run, parent);
        }
        yield set;
      }
      case "_backward" -> new Builtin("_backward", (r, args, keywords) -> Singleton.NONE);
      case "__class__" -> Types.VALUE;
      case String other -> {
        Object method = Types.VALUE.names.get(other);
        yield method instanceof Method known ? new Method.Bound(this, known) : null;
      }
    };
  }

  void assign(Run run, String name, Object to) {
    touch(run);
    switch (name) {
      case "data" -> {
        double data = real(run, name, to);
        run.sweeps.changes(value);
        value.setData(data);
        intData = Arithmetic.isInt(to);
      }
      case "grad" -> {
        value.setGrad(real(run, name, to));
        run.sweeps.setsGradient();
        intGrad = Arithmetic.isInt(to);
      }
      case "label" -> value.setLabel(Show.str(run, to));
      case String other -> {
        Map<String, Object> own = attributes;
        if (own == null) {
          own = new LinkedHashMap<>();
          attributes = own;
        }
        run.allocate(64);
        own.put(name, to);
      }
    }
  }

  private static double real(Run run, String name, Object to) {
    if (to instanceof PyValue) {
      throw run.typeError(
          "Value." + name + " takes an int or a float, not 'Value': write .data after it");
    }
    if (!Arithmetic.isNumber(to)) {
      throw run.typeError(
          "Value." + name + " takes an int or a float, not '" + Types.name(to) + "'");
    }
    return Arithmetic.real(to);
  }

  /// Runs the autograd's sweep, then finds out which gradients Python would hold as ints.
  void backward(Run run) {
    link(run);
    value.backward();
    intGrad = true;
    int count = 0;
    for (PyValue one = this; one != null; ) {
      count += one.count();
      one.share();
      run.remarks.swept(value, one.value);
      one = one.unlink();
    }
    run.sweeps.swept(value, count);
    run.steps(count);
  }

  void share() {
    PyValue left = a;
    if (left == null) {
      return;
    }
    if (written) {
      left.intGrad = false;
      if (b != null) {
        b.intGrad = false;
      }
      return;
    }
    Operation operation = value.operation();
    boolean whole =
        switch (operation) {
          case ADD, SUB, NEG -> intGrad;
          case MUL -> intGrad && (b == null || b.intData);
          case RELU -> intGrad;
          case POWER -> intGrad && left.intData && intData && value.exponent() >= 1;
          case LEAF, DIV, POW, TANH, EXP, LOG, SIGMOID, SIN, COS, SQRT, ABS, MAX, MIN -> false;
        };
    PyValue right = b;
    if (right != null) {
      intBetween &= whole;
      boolean other = operation == Operation.MUL ? intGrad && left.intData : whole;
      right.intGrad &= operation == Operation.SUB ? intBetween : other;
    }
    left.intGrad &= whole;
  }

  /// Links all values that led here by [#next], from this one on, each before its operands. The
  /// links are the stack of the search first: a value is on it once, since none leads to itself.
  private void link(Run run) {
    PyValue done = null;
    PyValue top = this;
    while (top != null) {
      PyValue open = top.unseen();
      if (open != null) {
        open.next = top;
        top = open;
      } else if (top.epoch < run.freeze) {
        unlinkAll(top);
        unlinkAll(done);
        top.touch(run);
      } else {
        PyValue below = top.next;
        top.seen = true;
        top.next = done;
        done = top;
        top = below;
      }
    }
  }

  /// An operand that the search has not come upon yet.
  @Nullable PyValue unseen() {
    PyValue left = a;
    PyValue right = b;
    return left != null && !left.seen ? left : right != null && !right.seen ? right : null;
  }

  /// What this keeps alive.
  List<PyValue> held() {
    return parents();
  }

  /// How many values this stands for.
  int count() {
    return 1;
  }

  private static void unlinkAll(@Nullable PyValue from) {
    for (PyValue one = from; one != null; ) {
      one = one.unlink();
    }
  }

  @Nullable PyValue unlink() {
    PyValue following = next;
    next = null;
    seen = false;
    return following;
  }
}
