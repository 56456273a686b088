package dev.perilla.engine.autograd;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A derivative as the table writes it for readers, read back: what higher derivatives are built
/// from.
///
/// The grammar is the part of the code language that the table uses: numbers, the names `a`, `b`,
/// `v`, `g`, the operations with Python's precedence, calls of operations of one operand, and `x if
/// y > z else w`, whose condition is decided by the data.
sealed interface Formula {
  record Constant(double value) implements Formula {}

  record Name(char name) implements Formula {}

  record Call(Operation operation, List<Formula> operands) implements Formula {}

  record Choice(Formula condition, Formula then, Formula otherwise) implements Formula {}

  record Compare(Formula left, boolean less, Formula right) implements Formula {}

  /// The value of this formula as a graph, with what `names` gives for the names.
  default Value on(Names names) {
    return switch (this) {
      case Constant number -> Value.of(number.value());
      case Name name -> names.of(name.name());
      case Call call -> {
        Value first = call.operands().getFirst().on(names);
        if (call.operands().size() == 1) {
          yield Value.apply(call.operation(), first);
        }
        Formula second = call.operands().getLast();
        if (call.operation() == Operation.POW && second.constant(names)) {
          yield first.pow(second.on(names).data());
        }
        yield Value.apply(call.operation(), first, second.on(names));
      }
      case Choice choice ->
          choice.condition().on(names).data() != 0
              ? choice.then().on(names)
              : choice.otherwise().on(names);
      case Compare compare -> {
        double left = compare.left().on(names).data();
        double right = compare.right().on(names).data();
        yield Value.of((compare.less() ? left < right : left > right) ? 1 : 0);
      }
    };
  }

  /// Whether this is made from numbers alone, where `b` is one if it is the exponent of a power.
  private boolean constant(Names names) {
    return switch (this) {
      case Constant number -> true;
      case Name name -> name.name() == 'b' && names.exponent();
      case Call call -> call.operands().stream().allMatch(operand -> operand.constant(names));
      case Choice choice -> false;
      case Compare compare -> false;
    };
  }

  /// What the names of a formula stand for.
  interface Names {
    Value of(char name);

    /// Whether `b` is a number and not a value.
    boolean exponent();
  }

  /// Reads the table's text.
  static Formula parse(String text) {
    return new Reader(text).whole();
  }

  /// By recursive descent; the table's formulas are a line long.
  final class Reader {
    private static final Map<String, Operation> FUNCTIONS = functions();
    private final String text;
    private int at;

    private Reader(String text) {
      this.text = text;
    }

    private static Map<String, Operation> functions() {
      Map<String, Operation> functions = new HashMap<>();
      for (Operation operation : Operation.values()) {
        functions.put(operation.name().toLowerCase(java.util.Locale.ROOT), operation);
      }
      return functions;
    }

    Formula whole() {
      Formula formula = choice();
      if (at != text.length()) {
        throw new IllegalArgumentException("no formula: " + text + " at " + at);
      }
      return formula;
    }

    private Formula choice() {
      Formula then = compare();
      if (!take("if ")) {
        return then;
      }
      Formula condition = compare();
      if (!take("else ")) {
        throw new IllegalArgumentException("no else: " + text);
      }
      return new Choice(condition, then, choice());
    }

    private Formula compare() {
      Formula left = sum();
      if (take("> ")) {
        return new Compare(left, false, sum());
      }
      return take("< ") ? new Compare(left, true, sum()) : left;
    }

    private Formula sum() {
      Formula left = product();
      while (true) {
        if (take("+ ")) {
          left = new Call(Operation.ADD, List.of(left, product()));
        } else if (take("- ")) {
          left = new Call(Operation.SUB, List.of(left, product()));
        } else {
          return left;
        }
      }
    }

    private Formula product() {
      Formula left = unary();
      while (true) {
        if (take("* ")) {
          left = new Call(Operation.MUL, List.of(left, unary()));
        } else if (take("/ ")) {
          left = new Call(Operation.DIV, List.of(left, unary()));
        } else {
          return left;
        }
      }
    }

    private Formula unary() {
      if (take("-")) {
        Formula operand = unary();
        return operand instanceof Constant number
            ? new Constant(-number.value())
            : new Call(Operation.NEG, List.of(operand));
      }
      Formula base = atom();
      return take("**") ? new Call(Operation.POW, List.of(base, unary())) : base;
    }

    private Formula atom() {
      int start = at;
      while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
        at++;
      }
      String word = text.substring(start, at);
      if (word.isEmpty() || FUNCTIONS.containsKey(word)) {
        Formula inside = parenthesis();
        Operation function = FUNCTIONS.get(word);
        return function == null ? inside : new Call(function, List.of(inside));
      }
      space();
      return Character.isDigit(word.charAt(0))
          ? new Constant(Integer.parseInt(word))
          : new Name(word.charAt(0));
    }

    private Formula parenthesis() {
      if (!take("(")) {
        throw new IllegalArgumentException("no operand: " + text + " at " + at);
      }
      Formula inside = choice();
      if (!take(")")) {
        throw new IllegalArgumentException("no parenthesis: " + text + " at " + at);
      }
      return inside;
    }

    private boolean take(String token) {
      if (!text.startsWith(token, at) || (token.equals("* ") && text.startsWith("**", at))) {
        return false;
      }
      at += token.length();
      if (!token.equals("-") && !token.equals("**") && !token.equals("(")) {
        space();
      }
      return true;
    }

    private void space() {
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
    }
  }
}
