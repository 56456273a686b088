package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.number.Arithmetic;
import dev.perilla.engine.language.number.Ints;
import dev.perilla.engine.language.syntax.BinaryOp;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.UnaryOp;
import java.util.List;

/// What CPython works out when it compiles (Python/ast_opt.c). A program sees it in the order of a
/// set, and where it asks with `is` whether two constants are one object.
final class Constants {
  private static final int MOST_BITS = 128;
  private static final int MOST_CHARACTERS = 4096;
  private static final int MOST_ITEMS = 256;

  private Constants() {}

  /// Whether CPython works out an operation on these constants.
  interface Limit {
    boolean holds(Object[] constants);
  }

  /// Whether CPython works out `a op b` of constants, or leaves it because it may be large.
  static boolean isSmall(BinaryOp op, Object left, Object right) {
    Object a = Arithmetic.isInt(left) ? Arithmetic.plain(left) : left;
    Object b = Arithmetic.isInt(right) ? Arithmetic.plain(right) : right;
    boolean ints = Arithmetic.isInt(a) && Arithmetic.isInt(b);
    return switch (op) {
      case MUL -> {
        if (ints) {
          yield bits(a) == 0 || bits(b) == 0 || bits(a) + bits(b) <= MOST_BITS;
        }
        if (!Arithmetic.isInt(a) && !Arithmetic.isInt(b)) {
          yield true;
        }
        Object count = Arithmetic.isInt(a) ? a : b;
        long size =
            switch (Arithmetic.isInt(a) ? b : a) {
              case String text -> text.codePointCount(0, text.length());
              case PyTuple tuple -> tuple.items.length;
              default -> 0;
            };
        int most = a instanceof PyTuple || b instanceof PyTuple ? MOST_ITEMS : MOST_CHARACTERS;
        yield size == 0 || (Ints.sign(count) >= 0 && Ints.clamp(count) <= most / size);
      }
      case POW ->
          !ints || bits(a) == 0 || Ints.sign(b) <= 0 || bits(a) <= MOST_BITS / Ints.clamp(b);
      case LEFT_SHIFT ->
          !ints
              || bits(a) == 0
              || bits(b) == 0
              || (Ints.sign(b) > 0 && bits(a) <= MOST_BITS - Math.min(MOST_BITS, Ints.clamp(b)));
      case MOD -> !(a instanceof String);
      case ADD, SUB, DIV, FLOOR_DIV, RIGHT_SHIFT, BIT_AND, BIT_OR, BIT_XOR -> true;
      case MATMUL -> false;
    };
  }

  private static long bits(Object number) {
    return Ints.bitLength(number);
  }

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
