package dev.perilla.engine.verify;

import dev.perilla.engine.language.syntax.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A number that one side of a statement has where the other has a name: 2 and `a` of `a + b = 2 +
/// 5`.
record Put(Expr name, Expr number) {
  /// All of them; empty where one side is more than the other with numbers in it.
  static Optional<List<Put>> all(Expr names, Expr numbers) {
    List<Put> puts = new ArrayList<>();
    return isSame(names, numbers, puts) ? Optional.of(puts) : Optional.empty();
  }

  private static boolean isSame(Expr names, Expr numbers, List<Put> puts) {
    return switch (names) {
      case Expr.Name _, Expr.Attribute _, Expr.Index _ when Written.isBare(numbers) -> {
        puts.add(new Put(names, numbers));
        yield true;
      }
      case Expr.Name one when numbers instanceof Expr.Name other -> one.id().equals(other.id());
      case Expr.Num _ -> Written.isBare(numbers);
      case Expr.Binary one ->
          numbers instanceof Expr.Binary other
              && one.op() == other.op()
              && isSame(one.left(), other.left(), puts)
              && isSame(one.right(), other.right(), puts);
      case Expr.Unary one ->
          numbers instanceof Expr.Unary other
              && one.op() == other.op()
              && isSame(one.operand(), other.operand(), puts);
      case Expr.Call one ->
          numbers instanceof Expr.Call other
              && one.arguments().size() == other.arguments().size()
              && areSame(one.arguments(), other.arguments(), puts);
      default -> false; // a question about some shapes of many
    };
  }

  private static boolean areSame(
      List<Expr.Argument> names, List<Expr.Argument> numbers, List<Put> puts) {
    for (int i = 0; i < names.size(); i++) {
      if (!isSame(names.get(i).value(), numbers.get(i).value(), puts)) {
        return false;
      }
    }
    return true;
  }
}
