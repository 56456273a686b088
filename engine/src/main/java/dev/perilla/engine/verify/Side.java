package dev.perilla.engine.verify;

import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.syntax.BinaryOp;
import dev.perilla.engine.language.syntax.Expr;
import java.util.Optional;
import java.util.Set;

/// A side of a statement, with what the program gives for it.
///
/// @param source as it is written, with the brackets around it
/// @param literal what it says; there for a bare number
record Side(Expr expr, Span place, String source, Optional<Numeral> literal, State.Reply reply) {
  private static final Set<BinaryOp> PRODUCTS = Set.of(BinaryOp.MUL, BinaryOp.DIV, BinaryOp.POW);

  /// Evaluates a side of `text`.
  static Side of(Text text, Expr side, State state) {
    Expr expr = ofFunction(text, side, state);
    Text source = written(text, expr);
    Optional<Numeral> literal = new Written(text, state).literal(expr);
    return new Side(
        expr, source.span(), source.value().strip(), literal, state.evaluate(text, expr, source));
  }

  /// Where `f` is a number of the program, `f(x, y)` says of what it is a function: of names that
  /// the program has.
  private static Expr ofFunction(Text text, Expr side, State state) {
    return side instanceof Expr.Call call
            && call.callee() instanceof Expr.Name name
            && !call.arguments().isEmpty()
            && call.arguments().stream().allMatch(it -> isName(it, state))
            && state.evaluate(text, name, text.sub(name.start(), name.end()))
                instanceof State.Reply.Given given
            && given.fact() instanceof Fact.Quantity
        ? name
        : side;
  }

  private static boolean isName(Expr.Argument argument, State state) {
    return argument.pass() == Expr.Pass.POSITION
        && argument.value() instanceof Expr.Name name
        && state.knows(name.id());
  }

  /// What is written, without brackets around all of it.
  String words() {
    String words = source;
    while (words.startsWith("(") && closing(words) == words.length() - 1) {
      words = words.substring(1, words.length() - 1).strip();
    }
    return words;
  }

  /// Where the bracket closes with which `words` begins.
  private static int closing(String words) {
    int depth = 0;
    for (int i = 0; i < words.length(); i++) {
      depth += words.charAt(i) == '(' ? 1 : words.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return words.length();
  }

  /// What it gives, where that was not refused.
  Fact fact() {
    return switch (reply) {
      case State.Reply.Given given -> given.fact();
      case State.Reply.Refused refused -> throw new IllegalStateException("refused side");
      case State.Reply.NotEvaluated not -> throw new IllegalStateException("side that did not run");
    };
  }

  /// What stands behind it, likewise.
  State.Backing backing() {
    return reply instanceof State.Reply.Given given ? given.backing() : State.Backing.NONE;
  }

  /// Whether both give one thing. A product of numbers is no rest of larger ones that cancel,
  /// however small it is.
  boolean isSame(Side other) {
    if (fact() instanceof Fact.Quantity one && other.fact() instanceof Fact.Quantity two) {
      boolean isMeant =
          (isProduct(expr) && one.exact().signum() != 0)
              || (isProduct(other.expr) && two.exact().signum() != 0);
      return isMeant ? Judge.isNear(one, two) : Judge.same(one, two);
    }
    return Judge.same(fact(), other.fact());
  }

  private static boolean isProduct(Expr expr) {
    return switch (expr) {
      case Expr.Num _ -> true;
      case Expr.Unary unary -> isProduct(unary.operand());
      case Expr.Binary binary ->
          PRODUCTS.contains(binary.op()) && isProduct(binary.left()) && isProduct(binary.right());
      default -> false; // a question about some shapes of many
    };
  }

  /// Whether it is a number that is only written; one of another base is converted.
  boolean isBare() {
    return literal.isPresent() && Written.isBare(expr);
  }

  /// Whether it is a bare number in which something is computed: a power of ten.
  boolean isScaled() {
    return literal.isPresent() && !Written.isBare(expr);
  }

  /// An expression with the brackets that stand around it.
  static Text written(Text text, Expr expr) {
    String value = text.value();
    int start = expr.start();
    int end = expr.end();
    int before = back(value, start);
    while (before >= 0 && value.charAt(before) == '(' && depth(value, before, end) >= 0) {
      end = depth(value, before, end) > 0 ? forth(value, end) + 1 : end;
      start = before;
      before = back(value, start);
    }
    while (depth(value, start, end) > 0 && value.charAt(forth(value, end)) == ')') {
      end = forth(value, end) + 1; // of its last operand
    }
    return text.sub(start, end);
  }

  private static int back(String value, int from) {
    int at = from - 1;
    while (at >= 0 && value.charAt(at) == ' ') {
      at--;
    }
    return at;
  }

  private static int forth(String value, int from) {
    int at = from;
    while (at < value.length() && value.charAt(at) == ' ') {
      at++;
    }
    return Math.min(at, value.length() - 1);
  }

  /// How many brackets opened from `open` on are still open at `end`.
  private static int depth(String value, int open, int end) {
    int depth = 0;
    for (int i = open; i < end; i++) {
      depth += value.charAt(i) == '(' ? 1 : value.charAt(i) == ')' ? -1 : 0;
    }
    return depth;
  }
}
