package dev.perilla.engine.language.syntax;

import java.util.List;
import java.util.Optional;

/// A statement as it was written. Offsets are 0-based UTF-16 units into the code, end exclusive; a
/// compound statement ends with its last line.
public sealed interface Stmt {
  int start();

  int end();

  record Expression(Expr value, int start, int end) implements Stmt {}

  /// `targets[0] = targets[1] = … = value`
  record Assign(List<Expr> targets, Expr value, int start, int end) implements Stmt {}

  record Augmented(Expr target, BinaryOp op, Expr value, int start, int end) implements Stmt {}

  /// @param parenthesized whether the target stands in parentheses: then without a value it binds
  ///   nothing
  record Annotated(
      Expr target, boolean parenthesized, Expr annotation, Optional<Expr> value, int start, int end)
      implements Stmt {}

  record If(Expr test, List<Stmt> then, List<Stmt> otherwise, int start, int end) implements Stmt {}

  record While(Expr test, List<Stmt> body, List<Stmt> otherwise, int start, int end)
      implements Stmt {}

  record For(Expr target, Expr iterable, List<Stmt> body, List<Stmt> otherwise, int start, int end)
      implements Stmt {}

  record Def(
      String name,
      Expr.Params params,
      Optional<Expr> returns,
      List<Stmt> body,
      List<Expr> decorators,
      int nameStart,
      int start,
      int end)
      implements Stmt {}

  record ClassDef(
      String name,
      List<Expr> bases,
      List<Stmt> body,
      List<Expr> decorators,
      int nameStart,
      int start,
      int end)
      implements Stmt {}

  record Return(Optional<Expr> value, int start, int end) implements Stmt {}

  record Raise(Optional<Expr> exception, Optional<Expr> cause, int start, int end)
      implements Stmt {}

  /// `except type as name:`; without a type it catches every exception.
  record Handler(Optional<Expr> type, Optional<String> name, List<Stmt> body, int start, int end) {}

  record Try(
      List<Stmt> body,
      List<Handler> handlers,
      List<Stmt> otherwise,
      List<Stmt> last,
      int start,
      int end)
      implements Stmt {}

  record Assert(Expr test, Optional<Expr> message, int start, int end) implements Stmt {}

  record Del(List<Expr> targets, int start, int end) implements Stmt {}

  record Pass(int start, int end) implements Stmt {}

  record Break(int start, int end) implements Stmt {}

  record Continue(int start, int end) implements Stmt {}

  record Global(List<Expr.Name> names, int start, int end) implements Stmt {}

  record Nonlocal(List<Expr.Name> names, int start, int end) implements Stmt {}

  /// One imported name: of a module, or in a module.
  record Alias(String name, Optional<String> as, int start, int end) {
    /// Its name up to the first dot.
    public String first() {
      int dot = name.indexOf('.');
      return dot < 0 ? name : name.substring(0, dot);
    }
  }

  record Import(List<Alias> modules, int start, int end) implements Stmt {}

  record FromImport(String module, List<Alias> names, boolean all, int start, int end)
      implements Stmt {}
}
