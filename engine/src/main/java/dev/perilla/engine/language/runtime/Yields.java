package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.Stmt;
import java.util.List;

/// Whether a tree holds a yield of its own function. Cost: linear in the tree.
final class Yields {
  private Yields() {}

  static boolean in(List<Stmt> body) {
    for (Stmt statement : body) {
      if (in(statement)) {
        return true;
      }
    }
    return false;
  }

  static boolean in(Stmt statement) {
    return switch (statement) {
      case Stmt.Expression it -> in(it.value());
      case Stmt.Assign it -> in(it.value()) || any(it.targets());
      case Stmt.Augmented it -> in(it.value()) || in(it.target());
      case Stmt.Annotated it -> it.value().isPresent() && in(it.value().get());
      case Stmt.If it -> in(it.test()) || in(it.then()) || in(it.otherwise());
      case Stmt.While it -> in(it.test()) || in(it.body()) || in(it.otherwise());
      case Stmt.For it -> in(it.iterable()) || in(it.body()) || in(it.otherwise());
      case Stmt.Def it -> false;
      case Stmt.ClassDef it -> false;
      case Stmt.Return it -> it.value().isPresent() && in(it.value().get());
      case Stmt.Raise it -> it.exception().isPresent() && in(it.exception().get());
      case Stmt.Try it -> {
        boolean found = in(it.body()) || in(it.otherwise()) || in(it.last());
        for (Stmt.Handler handler : it.handlers()) {
          found |= in(handler.body());
        }
        yield found;
      }
      case Stmt.Assert it -> in(it.test()) || (it.message().isPresent() && in(it.message().get()));
      case Stmt.Del it -> any(it.targets());
      case Stmt.Pass it -> false;
      case Stmt.Break it -> false;
      case Stmt.Continue it -> false;
      case Stmt.Global it -> false;
      case Stmt.Nonlocal it -> false;
      case Stmt.Import it -> false;
      case Stmt.FromImport it -> false;
    };
  }

  private static boolean any(List<Expr> list) {
    for (Expr one : list) {
      if (in(one)) {
        return true;
      }
    }
    return false;
  }

  static boolean in(Expr tree) {
    return switch (tree) {
      case Expr.Name it -> false;
      case Expr.Num it -> false;
      case Expr.Str it -> false;
      case Expr.FString it -> inParts(it);
      case Expr.Constant it -> false;
      case Expr.ListOf it -> any(it.items());
      case Expr.TupleOf it -> any(it.items());
      case Expr.SetOf it -> any(it.items());
      case Expr.DictOf it -> {
        boolean found = false;
        for (Expr.Entry entry : it.entries()) {
          found |= in(entry.value()) || (entry.key().isPresent() && in(entry.key().get()));
        }
        yield found;
      }
      case Expr.Starred it -> in(it.value());
      case Expr.Unary it -> in(it.operand());
      case Expr.Binary it -> in(it.left()) || in(it.right());
      case Expr.Logic it -> any(it.operands());
      case Expr.Compare it -> in(it.first()) || any(it.rest());
      case Expr.Conditional it -> in(it.test()) || in(it.then()) || in(it.otherwise());
      case Expr.Lambda it -> false;
      case Expr.Call it -> {
        boolean found = in(it.callee());
        for (Expr.Argument argument : it.arguments()) {
          found |= in(argument.value());
        }
        yield found;
      }
      case Expr.Attribute it -> in(it.object());
      case Expr.Index it -> in(it.object()) || in(it.index());
      case Expr.Slice it ->
          (it.low().isPresent() && in(it.low().get()))
              || (it.high().isPresent() && in(it.high().get()))
              || (it.step().isPresent() && in(it.step().get()));
      case Expr.Comprehension it -> in(it.clauses().get(0).iterable());
      case Expr.Walrus it -> in(it.value());
      case Expr.Yield it -> true;
      case Expr.YieldFrom it -> true;
      case Expr.Derivative it -> false;
    };
  }

  private static boolean inParts(Expr.FString it) {
    for (Expr.Part part : it.parts()) {
      if (part instanceof Expr.Part.Field field && in(field.value())) {
        return true;
      }
    }
    return false;
  }
}
