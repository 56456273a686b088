package dev.perilla.engine.language.syntax;

import java.util.List;
import java.util.Optional;

/// An expression as it was written. Offsets are 0-based UTF-16 units into the code, end exclusive.
public sealed interface Expr {
  int start();

  int end();

  record Name(String id, int start, int end) implements Expr {}

  /// A literal number; `value` is a `Long`, a `BigInteger` or a `Double`. Its digits as typed are
  /// the source between the offsets, with the percent sign where the text dialect reads `25 %`.
  record Num(Object value, boolean percent, int start, int end) implements Expr {}

  record Str(String value, int start, int end) implements Expr {}

  record FString(List<Part> parts, int start, int end) implements Expr {}

  /// A piece of an f-string.
  sealed interface Part {
    record Literal(String value) implements Part {}

    /// @param debug the source and `=`, for `{x=}`; otherwise empty
    /// @param conversion `r`, `s`, `a`, or 0
    record Field(Expr value, String debug, char conversion, Optional<FString> spec)
        implements Part {}
  }

  /// `None`, `True`, `False`, `...`.
  enum Word {
    NONE,
    TRUE,
    FALSE,
    ELLIPSIS
  }

  record Constant(Word word, int start, int end) implements Expr {}

  record ListOf(List<Expr> items, int start, int end) implements Expr {}

  record TupleOf(List<Expr> items, int start, int end) implements Expr {}

  record SetOf(List<Expr> items, int start, int end) implements Expr {}

  /// An entry without a key is `**value`.
  record Entry(Optional<Expr> key, Expr value) {}

  record DictOf(List<Entry> entries, int start, int end) implements Expr {}

  record Starred(Expr value, int start, int end) implements Expr {}

  record Unary(UnaryOp op, Expr operand, int start, int end) implements Expr {}

  record Binary(BinaryOp op, Expr left, Expr right, int opStart, int opEnd, int start, int end)
      implements Expr {}

  record Logic(boolean isAnd, List<Expr> operands, int start, int end) implements Expr {}

  /// `first ops[0] rest[0] ops[1] rest[1] …`
  record Compare(Expr first, List<CompareOp> ops, List<Expr> rest, int start, int end)
      implements Expr {}

  record Conditional(Expr test, Expr then, Expr otherwise, int start, int end) implements Expr {}

  record Lambda(Params params, Expr body, int start, int end) implements Expr {}

  /// How an argument is passed.
  enum Pass {
    POSITION,
    KEYWORD,
    STAR,
    DOUBLE_STAR
  }

  record Argument(Pass pass, String keyword, Expr value) {}

  record Call(Expr callee, List<Argument> arguments, int start, int end) implements Expr {}

  record Attribute(Expr object, String name, int nameStart, int start, int end) implements Expr {}

  record Index(Expr object, Expr index, int bracket, int start, int end) implements Expr {}

  record Slice(Optional<Expr> low, Optional<Expr> high, Optional<Expr> step, int start, int end)
      implements Expr {}

  enum Collects {
    LIST,
    SET,
    DICT,
    GENERATOR
  }

  record Clause(Expr target, Expr iterable, List<Expr> conditions) {}

  /// A comprehension; `value` is there for a dict.
  record Comprehension(
      Collects collects,
      Expr element,
      Optional<Expr> value,
      List<Clause> clauses,
      int start,
      int end)
      implements Expr {}

  record Walrus(Name target, Expr value, int start, int end) implements Expr {}

  record Yield(Optional<Expr> value, int start, int end) implements Expr {}

  record YieldFrom(Expr value, int start, int end) implements Expr {}

  /// `dc/da` of the text dialect, a quotient of two names where they are known, else the
  /// derivative; with `∂` always the derivative.
  record Derivative(Name of, Expr by, Name over, Name under, boolean sure, int start, int end)
      implements Expr {}

  /// The parameters of a function or lambda, in their order of writing.
  record Params(List<Param> list) {
    public Params {
      list = List.copyOf(list);
    }
  }

  enum ParamKind {
    POSITION_ONLY,
    PLAIN,
    STAR,
    KEYWORD_ONLY,
    DOUBLE_STAR
  }

  record Param(
      ParamKind kind,
      String name,
      Optional<Expr> defaultValue,
      Optional<Expr> annotation,
      int start,
      int end) {}
}
