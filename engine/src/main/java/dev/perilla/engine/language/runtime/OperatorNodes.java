package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.number.Ints;
import dev.perilla.engine.language.syntax.BinaryOp;
import dev.perilla.engine.language.syntax.CompareOp;
import dev.perilla.engine.language.syntax.UnaryOp;
import org.jspecify.annotations.Nullable;

/// Operators. Ints of 64 bits and floats have a fast way; everything else goes to [Ops].
///
/// Long because each operator is written out: a node that asked which one it is would ask that at
/// each of its runs.
final class OperatorNodes {
  private OperatorNodes() {}

  static Node binary(Syntax syntax, BinaryOp op, boolean inPlace, Node left, Node right) {
    return switch (op) {
      case ADD -> new Add(syntax, op, inPlace, left, right);
      case SUB -> new Sub(syntax, op, inPlace, left, right);
      case MUL -> new Mul(syntax, op, inPlace, left, right);
      case DIV -> new Div(syntax, op, inPlace, left, right);
      case FLOOR_DIV -> new FloorDiv(syntax, op, inPlace, left, right);
      case MOD -> new Mod(syntax, op, inPlace, left, right);
      case POW, LEFT_SHIFT, RIGHT_SHIFT, BIT_AND, BIT_OR, BIT_XOR, MATMUL ->
          new Binary(syntax, op, inPlace, left, right);
    };
  }

  static class Binary extends Node {
    final BinaryOp op;
    final boolean inPlace;
    final Node left;
    final Node right;

    Binary(Syntax syntax, BinaryOp op, boolean inPlace, Node left, Node right) {
      super(syntax);
      this.op = op;
      this.inPlace = inPlace;
      this.left = left;
      this.right = right;
    }

    @Override
    Object eval(Frame f) {
      Object a = left.eval(f);
      return slow(f, a, right.eval(f));
    }

    private @Nullable PyClass type;
    private int version = -1;
    private @Nullable PyFunction known;

    /// The method of the left operand's class, where it is the first and only one to be asked.
    private @Nullable PyFunction method(Run run, PyClass of) {
      if (of == type && run.classVersion == version) {
        return known;
      }
      boolean plain = !inPlace || (op != BinaryOp.MUL && of.find(run, op.inPlace()) == null);
      known =
          plain
                  && of.find(run, op.method()) instanceof PyFunction function
                  && function.simple
                  && function.defaults.length == 2
              ? function
              : null;
      type = of;
      version = run.classVersion;
      return known;
    }

    final Object slow(Frame f, Object a, Object b) {
      if (a instanceof PyInstance self
          && (!(b instanceof PyInstance other) || other.type == self.type)) {
        PyFunction function = method(f.run, self.type);
        if (function != null) {
          Frame inner = new Frame(f.run, function.code, function.closure);
          inner.slots[0] = a;
          inner.slots[1] = b;
          try {
            Object result = function.start(inner);
            if (result == Singleton.NOT_IMPLEMENTED) {
              result = Ops.others(f.run, op, a, b);
            }
            if (result == Singleton.NOT_IMPLEMENTED) {
              throw Ops.unsupported(f.run, op, op.sign() + (inPlace ? "=" : ""), a, b);
            }
            return result;
          } catch (RuntimeException e) {
            throw Unwind.place(e, syntax, f);
          }
        }
      }
      try {
        return inPlace ? Ops.inPlace(f.run, op, a, b) : Ops.binary(f.run, op, a, b);
      } catch (RuntimeException e) {
        throw Unwind.place(e, syntax, f);
      }
    }
  }

  private static final class Add extends Binary {
    Add(Syntax syntax, BinaryOp op, boolean inPlace, Node left, Node right) {
      super(syntax, op, inPlace, left, right);
    }

    @Override
    Object eval(Frame f) {
      Object a = left.eval(f);
      Object b = right.eval(f);
      if (a instanceof Long x) {
        if (b instanceof Long y) {
          long sum = x + y;
          if (((x ^ sum) & (y ^ sum)) >= 0) {
            return Ops.box(sum);
          }
        }
        if (b instanceof Double y) {
          return (double) x + y;
        }
      } else if (a instanceof Double x) {
        if (b instanceof Double y) {
          return x + y;
        }
        if (b instanceof Long y) {
          return x + (double) y;
        }
      }
      return slow(f, a, b);
    }
  }

  private static final class Sub extends Binary {
    Sub(Syntax syntax, BinaryOp op, boolean inPlace, Node left, Node right) {
      super(syntax, op, inPlace, left, right);
    }

    @Override
    Object eval(Frame f) {
      Object a = left.eval(f);
      Object b = right.eval(f);
      if (a instanceof Long x) {
        if (b instanceof Long y) {
          long difference = x - y;
          if (((x ^ y) & (x ^ difference)) >= 0) {
            return Ops.box(difference);
          }
        }
        if (b instanceof Double y) {
          return (double) x - y;
        }
      } else if (a instanceof Double x) {
        if (b instanceof Double y) {
          return x - y;
        }
        if (b instanceof Long y) {
          return x - (double) y;
        }
      }
      return slow(f, a, b);
    }
  }

  private static final class Mul extends Binary {
    Mul(Syntax syntax, BinaryOp op, boolean inPlace, Node left, Node right) {
      super(syntax, op, inPlace, left, right);
    }

    @Override
    Object eval(Frame f) {
      Object a = left.eval(f);
      Object b = right.eval(f);
      if (a instanceof Long x) {
        if (b instanceof Long y) {
          if (Ops.fits(x, y)) {
            return Ops.box(x * y);
          }
        }
        if (b instanceof Double y) {
          return (double) x * y;
        }
      } else if (a instanceof Double x) {
        if (b instanceof Double y) {
          return x * y;
        }
        if (b instanceof Long y) {
          return x * (double) y;
        }
      }
      return slow(f, a, b);
    }
  }

  private static final class Div extends Binary {
    private static final long EXACT = 1L << 53;

    Div(Syntax syntax, BinaryOp op, boolean inPlace, Node left, Node right) {
      super(syntax, op, inPlace, left, right);
    }

    @Override
    Object eval(Frame f) {
      Object a = left.eval(f);
      Object b = right.eval(f);
      if (a instanceof Double x) {
        if (b instanceof Double y && y != 0) {
          return x / y;
        }
        if (b instanceof Long y && y != 0) {
          return x / (double) y;
        }
      } else if (a instanceof Long x && b instanceof Long y && y != 0) {
        if (x <= EXACT && x >= -EXACT && y <= EXACT && y >= -EXACT) {
          return (double) x / (double) y;
        }
      }
      return slow(f, a, b);
    }
  }

  private static final class FloorDiv extends Binary {
    FloorDiv(Syntax syntax, BinaryOp op, boolean inPlace, Node left, Node right) {
      super(syntax, op, inPlace, left, right);
    }

    @Override
    Object eval(Frame f) {
      Object a = left.eval(f);
      Object b = right.eval(f);
      if (a instanceof Long x && b instanceof Long y && y != 0 && y != -1) {
        return Ops.box(Math.floorDiv(x, y));
      }
      return slow(f, a, b);
    }
  }

  private static final class Mod extends Binary {
    Mod(Syntax syntax, BinaryOp op, boolean inPlace, Node left, Node right) {
      super(syntax, op, inPlace, left, right);
    }

    @Override
    Object eval(Frame f) {
      Object a = left.eval(f);
      Object b = right.eval(f);
      if (a instanceof Long x && b instanceof Long y && y != 0) {
        return Ints.isOwnRemainder(x, y) ? a : Ops.box(Math.floorMod(x, y));
      }
      return slow(f, a, b);
    }
  }

  static final class Unary extends Node {
    private final UnaryOp op;
    private final Node operand;

    Unary(Syntax syntax, UnaryOp op, Node operand) {
      super(syntax);
      this.op = op;
      this.operand = operand;
    }

    @Override
    Object eval(Frame f) {
      Object value = operand.eval(f);
      if (op == UnaryOp.NEGATE) {
        if (value instanceof Long number && number != Long.MIN_VALUE) {
          return Ops.box(-number);
        }
        if (value instanceof Double number) {
          return -number;
        }
      }
      try {
        return Ops.unary(f.run, op, value);
      } catch (RuntimeException e) {
        throw Unwind.place(e, syntax, f);
      }
    }
  }

  static final class Not extends Node {
    private final Node operand;

    Not(Syntax syntax, Node operand) {
      super(syntax);
      this.operand = operand;
    }

    @Override
    Object eval(Frame f) {
      return !isTrue(f, operand.eval(f), syntax);
    }

    @Override
    boolean test(Frame f) {
      return !operand.test(f);
    }
  }

  /// Whether its node is true, as a value.
  static final class Tested extends Node {
    private final Node node;

    Tested(Node node) {
      super(node.syntax);
      this.node = node;
    }

    @Override
    Object eval(Frame f) {
      return node.test(f);
    }
  }

  /// `and` and `or`. An operand that is such an operator itself is not asked again whether it is
  /// true where one of its own has told: CPython jumps on, where both begin on one line.
  static final class Logic extends Node {
    private final boolean isAnd;
    private final Node[] operands;

    Logic(Syntax syntax, boolean isAnd, Node[] operands) {
      super(syntax);
      this.isAnd = isAnd;
      this.operands = operands;
    }

    @Override
    Object eval(Frame f) {
      int last = operands.length - 1;
      for (int i = 0; i < last; i++) {
        Object value = operands[i].decides(f, isAnd, syntax);
        if (value != null) {
          return value;
        }
      }
      return operands[last].eval(f);
    }

    @Override
    @Nullable Object decides(Frame f, boolean outer, Syntax place) {
      if (!syntax.isOnLineOf(place)) {
        return super.decides(f, outer, place);
      }
      int last = operands.length - 1;
      for (int i = 0; i < last; i++) {
        Object value = operands[i].decides(f, isAnd, syntax);
        if (value != null) {
          return outer == isAnd ? value : null;
        }
      }
      return operands[last].decides(f, outer, place);
    }

    @Override
    boolean test(Frame f) {
      for (Node operand : operands) {
        if (operand.test(f) != isAnd) {
          return !isAnd;
        }
      }
      return isAnd;
    }
  }

  static final class Conditional extends Node {
    private final Node test;
    private final Node then;
    private final Node otherwise;

    Conditional(Syntax syntax, Node test, Node then, Node otherwise) {
      super(syntax);
      this.test = test;
      this.then = then;
      this.otherwise = otherwise;
    }

    @Override
    Object eval(Frame f) {
      return test.test(f) ? then.eval(f) : otherwise.eval(f);
    }

    @Override
    @Nullable Object decides(Frame f, boolean isAnd, Syntax place) {
      return test.test(f)
          ? decided(f, then.eval(f), isAnd, place)
          : otherwise.decides(f, isAnd, place);
    }

    @Override
    boolean test(Frame f) {
      return test.test(f) ? then.test(f) : otherwise.test(f);
    }
  }

  static Node compare(Syntax syntax, CompareOp op, Node left, Node right) {
    return switch (op) {
      case LESS -> new Less(syntax, op, left, right);
      case GREATER -> new Greater(syntax, op, left, right);
      case LESS_EQUAL -> new LessEqual(syntax, op, left, right);
      case GREATER_EQUAL -> new GreaterEqual(syntax, op, left, right);
      case EQUAL -> new Equal(syntax, op, left, right);
      case NOT_EQUAL -> new NotEqual(syntax, op, left, right);
      case IN, NOT_IN, IS, IS_NOT -> new Compare(syntax, op, left, right);
    };
  }

  static class Compare extends Node {
    final CompareOp op;
    final Node left;
    final Node right;

    Compare(Syntax syntax, CompareOp op, Node left, Node right) {
      super(syntax);
      this.op = op;
      this.left = left;
      this.right = right;
    }

    @Override
    Object eval(Frame f) {
      Object a = left.eval(f);
      return slow(f, a, right.eval(f));
    }

    @Override
    boolean test(Frame f) {
      Object a = left.eval(f);
      return slowTest(f, a, right.eval(f));
    }

    final Object slow(Frame f, Object a, Object b) {
      return result(f, syntax, op, a, b, false);
    }

    final boolean slowTest(Frame f, Object a, Object b) {
      return isTrue(f, slow(f, a, b), tested);
    }
  }

  /// @param jumps whether it decides where to go on: CPython calls nothing for two ints or floats
  private static Object result(
      Frame f, Syntax syntax, CompareOp op, Object a, Object b, boolean jumps) {
    boolean values = a instanceof PyValue || b instanceof PyValue;
    if (values && f.run.isLooking() && (op == CompareOp.EQUAL || op == CompareOp.NOT_EQUAL)) {
      f.run.looks++;
      return Comparing.equalData(a, b) == (op == CompareOp.EQUAL);
    }
    try {
      return switch (op) {
        case IS, IS_NOT -> Comparing.compare(f.run, op, a, b);
        case IN, NOT_IN -> {
          if (!(b instanceof PyDict || b instanceof PySet)) { // which compare what they find
            f.run.within();
          }
          yield Comparing.compare(f.run, op, a, b);
        }
        case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, EQUAL, NOT_EQUAL -> {
          if (!jumps
              || a.getClass() != b.getClass()
              || !(a instanceof Long || a instanceof Double)) {
            f.run.room(1, " in comparison");
          }
          yield Comparing.rich(f.run, op, a, b);
        }
      };
    } catch (RuntimeException e) {
      throw Unwind.place(e, syntax, f);
    }
  }

  private static final class Less extends Compare {
    Less(Syntax syntax, CompareOp op, Node left, Node right) {
      super(syntax, op, left, right);
    }

    @Override
    boolean test(Frame f) {
      Object a = left.eval(f);
      Object b = right.eval(f);
      if (a instanceof Long x && b instanceof Long y) {
        return x < y;
      }
      if (a instanceof Double x && b instanceof Double y) {
        return x < y;
      }
      return slowTest(f, a, b);
    }
  }

  private static final class Greater extends Compare {
    Greater(Syntax syntax, CompareOp op, Node left, Node right) {
      super(syntax, op, left, right);
    }

    @Override
    boolean test(Frame f) {
      Object a = left.eval(f);
      Object b = right.eval(f);
      if (a instanceof Long x && b instanceof Long y) {
        return x > y;
      }
      if (a instanceof Double x && b instanceof Double y) {
        return x > y;
      }
      return slowTest(f, a, b);
    }
  }

  private static final class LessEqual extends Compare {
    LessEqual(Syntax syntax, CompareOp op, Node left, Node right) {
      super(syntax, op, left, right);
    }

    @Override
    boolean test(Frame f) {
      Object a = left.eval(f);
      Object b = right.eval(f);
      if (a instanceof Long x && b instanceof Long y) {
        return x <= y;
      }
      if (a instanceof Double x && b instanceof Double y) {
        return x <= y;
      }
      return slowTest(f, a, b);
    }
  }

  private static final class GreaterEqual extends Compare {
    GreaterEqual(Syntax syntax, CompareOp op, Node left, Node right) {
      super(syntax, op, left, right);
    }

    @Override
    boolean test(Frame f) {
      Object a = left.eval(f);
      Object b = right.eval(f);
      if (a instanceof Long x && b instanceof Long y) {
        return x >= y;
      }
      if (a instanceof Double x && b instanceof Double y) {
        return x >= y;
      }
      return slowTest(f, a, b);
    }
  }

  private static final class Equal extends Compare {
    Equal(Syntax syntax, CompareOp op, Node left, Node right) {
      super(syntax, op, left, right);
    }

    @Override
    boolean test(Frame f) {
      Object a = left.eval(f);
      Object b = right.eval(f);
      if (a instanceof Long x && b instanceof Long y) {
        return x.longValue() == y.longValue();
      }
      if (a instanceof Double x && b instanceof Double y) {
        return x.doubleValue() == y.doubleValue();
      }
      if (a instanceof String x && b instanceof String y) {
        return Comparing.equal(f.run, x, y);
      }
      return slowTest(f, a, b);
    }
  }

  private static final class NotEqual extends Compare {
    NotEqual(Syntax syntax, CompareOp op, Node left, Node right) {
      super(syntax, op, left, right);
    }

    @Override
    boolean test(Frame f) {
      Object a = left.eval(f);
      Object b = right.eval(f);
      if (a instanceof Long x && b instanceof Long y) {
        return x.longValue() != y.longValue();
      }
      if (a instanceof Double x && b instanceof Double y) {
        return x.doubleValue() != y.doubleValue();
      }
      if (a instanceof String x && b instanceof String y) {
        return !Comparing.equal(f.run, x, y);
      }
      return slowTest(f, a, b);
    }
  }

  /// `a < b < c`: each operand is evaluated once, and the rest only while it holds.
  static final class Chain extends Node {
    private final Node first;
    private final CompareOp[] ops;
    private final Node[] rest;

    Chain(Syntax syntax, Node first, CompareOp[] ops, Node[] rest) {
      super(syntax);
      this.first = first;
      this.ops = ops;
      this.rest = rest;
    }

    @Override
    Object eval(Frame f) {
      Object left = first.eval(f);
      int last = ops.length - 1;
      for (int i = 0; ; i++) {
        Object right = rest[i].eval(f);
        Object value = result(f, syntax, ops[i], left, right, false);
        if (i == last || !isTrue(f, value, syntax)) {
          return value;
        }
        f.run.waiting.pass(f.run, left);
        left = right;
      }
    }

    @Override
    boolean test(Frame f) {
      Object left = first.eval(f);
      for (int i = 0; i < ops.length; i++) {
        Object right = rest[i].eval(f);
        if (!isTrue(f, result(f, syntax, ops[i], left, right, true), syntax)) {
          return false;
        }
        f.run.waiting.pass(f.run, left);
        left = right;
      }
      return true;
    }
  }
}
