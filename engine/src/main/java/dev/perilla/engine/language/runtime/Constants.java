package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.UnaryOp;
import java.util.List;

/// What CPython works out when it compiles. A program sees it in one place: the order of a set.
final class Constants {
  private Constants() {}

  /// Whether all of the expressions are constants.
  static boolean all(List<Expr> items) {
    return items.stream().allMatch(Constants::is);
  }

  private static boolean is(Expr tree) {
    return switch (tree) {
      case Expr.Num it -> true;
      case Expr.Str it -> true;
      case Expr.Constant it -> true;
      case Expr.TupleOf it -> all(it.items());
      case Expr.Unary it -> it.op() == UnaryOp.NOT ? is(it.operand()) : isNumber(it.operand());
      case Expr.Binary it -> isNumber(it.left()) && isNumber(it.right());
      default -> false;
    };
  }

  private static boolean isNumber(Expr tree) {
    return !(tree instanceof Expr.Str) && !(tree instanceof Expr.TupleOf) && is(tree);
  }
}
