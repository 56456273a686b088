package dev.perilla.engine.language.syntax;

/// What may be assigned to.
final class Targets {
  private Targets() {}

  /// Fails unless `target` is a name, an attribute, an index, or a list of these.
  static void check(Expr target) {
    check(target, true, 0);
  }

  private static void check(Expr target, boolean top, int depth) {
    if (depth > 30) {
      throw Cursor.fail("the targets are nested too deeply", "", target.start(), target.end());
    }
    switch (target) {
      case Expr.Name name -> {}
      case Expr.Attribute attribute -> {}
      case Expr.Index index -> {}
      case Expr.TupleOf tuple -> items(tuple.items(), depth);
      case Expr.ListOf list -> items(list.items(), depth);
      case Expr.Starred star -> {
        if (top) {
          throw Cursor.fail(
              "starred assignment target must be in a list or tuple",
              "add a comma: *x, = values",
              star.start(),
              star.end());
        }
        check(star.value(), false, depth + 1);
      }
      case Expr other ->
          throw Cursor.fail(
              "cannot assign to " + kind(other),
              other instanceof Expr.Compare ? "" : "write == to compare",
              other.start(),
              other.end());
    }
  }

  private static void items(java.util.List<Expr> items, int depth) {
    int stars = 0;
    for (Expr item : items) {
      check(item, false, depth + 1);
      if (item instanceof Expr.Starred star && ++stars > 1) {
        throw Cursor.fail(
            "multiple starred expressions in assignment", "", star.start(), star.end());
      }
    }
  }

  /// The kind of an expression as Python's messages name it.
  static String kind(Expr expr) {
    return switch (expr) {
      case Expr.Name it -> "name";
      case Expr.Num it -> "literal";
      case Expr.Str it -> "literal";
      case Expr.FString it -> "f-string expression";
      case Expr.Constant it ->
          switch (it.word()) {
            case NONE -> "None";
            case TRUE -> "True";
            case FALSE -> "False";
            case ELLIPSIS -> "ellipsis";
          };
      case Expr.ListOf it -> "list";
      case Expr.TupleOf it -> "tuple";
      case Expr.SetOf it -> "set display";
      case Expr.DictOf it -> "dict literal";
      case Expr.Starred it -> "starred";
      case Expr.Unary it -> "expression";
      case Expr.Binary it -> "expression";
      case Expr.Logic it -> "expression";
      case Expr.Compare it -> "comparison";
      case Expr.Conditional it -> "conditional expression";
      case Expr.Lambda it -> "lambda";
      case Expr.Call it -> "function call";
      case Expr.Attribute it -> "attribute";
      case Expr.Index it -> "subscript";
      case Expr.Slice it -> "slice";
      case Expr.Comprehension it ->
          switch (it.collects()) {
            case LIST -> "list comprehension";
            case SET -> "set comprehension";
            case DICT -> "dict comprehension";
            case GENERATOR -> "generator expression";
          };
      case Expr.Walrus it -> "named expression";
      case Expr.Yield it -> "yield expression";
      case Expr.YieldFrom it -> "yield expression";
      case Expr.Derivative it -> "expression";
    };
  }
}
