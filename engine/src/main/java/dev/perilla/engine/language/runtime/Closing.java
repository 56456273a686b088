package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;

/// What of a `try` runs when the generator that stands in it is closed.
final class Closing {
  private Closing() {}

  /// The statements of its `finally`, and of the handlers that catch a GeneratorExit.
  static List<Stmt> of(Stmt.Try it) {
    List<Stmt> all = new ArrayList<>(it.last());
    for (Stmt.Handler handler : it.handlers()) {
      if (handler.type().isEmpty() || catchesExit(handler.type().get())) {
        all.addAll(handler.body());
      }
    }
    all.removeIf(Stmt.Pass.class::isInstance);
    return all;
  }

  private static boolean catchesExit(Expr type) {
    return switch (type) {
      case Expr.Name name -> name.id().equals("GeneratorExit") || name.id().equals("BaseException");
      case Expr.TupleOf tuple -> tuple.items().stream().anyMatch(Closing::catchesExit);
      case Expr other -> false;
    };
  }

  /// Whether they do more than assign.
  static boolean isHeard(List<Stmt> body) {
    return body.stream()
        .anyMatch(
            statement ->
                switch (statement) {
                  case Stmt.Pass it -> false;
                  case Stmt.Return it -> false;
                  case Stmt.Break it -> false;
                  case Stmt.Continue it -> false;
                  case Stmt.Raise it -> false;
                  case Stmt.Assign it -> it.value() instanceof Expr.Call;
                  case Stmt.Augmented it -> it.value() instanceof Expr.Call;
                  case Stmt other -> true;
                });
  }
}
