package dev.perilla.site.importer.plot;

import dev.perilla.engine.language.syntax.Dialect;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.Parser;
import java.util.List;
import java.util.Optional;

/// `max(y, z)` as a step of a graph. In Python it is `y` or `z` itself, and has no gradient of its
/// own; a lesson that draws it means a node.
final class Extreme {
  private Extreme() {}

  /// The formula with a node of its own; empty where it is no extreme of two as a whole.
  static Optional<String> node(String formula) {
    Optional<Expr> tree = Parser.expression(Draft.text(formula), Dialect.PROGRAM).tree();
    if (tree.isEmpty()
        || !(tree.get() instanceof Expr.Call call)
        || !(call.callee() instanceof Expr.Name function)
        || !function.id().matches("max|min")
        || call.arguments().size() != 2) {
      return Optional.empty();
    }
    List<String> operands =
        call.arguments().stream()
            .map(it -> formula.substring(it.value().start(), it.value().end()))
            .toList();
    boolean swap = call.arguments().get(0).value() instanceof Expr.Num;
    String value = operands.get(swap ? 1 : 0);
    String other = operands.get(swap ? 0 : 1);
    boolean rectifies = function.id().equals("max") && other.matches("0(?:\\.0*)?");
    boolean name = value.matches("(?U)\\w+");
    return Optional.of(
        rectifies
            ? "relu(" + value + ")"
            : (name ? value : "(" + value + ")") + "." + function.id() + "(" + other + ")");
  }
}
