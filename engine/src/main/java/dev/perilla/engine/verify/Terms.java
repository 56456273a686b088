package dev.perilla.engine.verify;

import dev.perilla.engine.language.syntax.BinaryOp;
import dev.perilla.engine.language.syntax.Expr;
import java.util.ArrayList;
import java.util.List;

/// A sum or a product as the row of its terms, as readers see it: `a - b + c` has three. A
/// difference counts as a sum, a quotient as a product.
///
/// @param isSum else it is a product
record Terms(boolean isSum, List<Term> list) {
  Terms {
    list = List.copyOf(list);
  }

  /// @param op what joins it to those before; before the first term nothing changes it
  record Term(BinaryOp op, Expr expr) {
    /// What `before` becomes by a term of this value.
    double on(double before, double value) {
      return switch (op) {
        case ADD -> before + value;
        case SUB -> before - value;
        case MUL -> before * value;
        case DIV -> before / value;
        default -> throw new IllegalStateException("no row has " + op);
      };
    }
  }

  static Terms of(Expr.Binary whole) {
    boolean isSum = isSum(whole.op());
    List<Term> terms = new ArrayList<>();
    Expr at = whole;
    while (at instanceof Expr.Binary binary && isRow(binary.op()) && isSum(binary.op()) == isSum) {
      terms.addFirst(new Term(binary.op(), binary.right()));
      at = binary.left();
    }
    terms.addFirst(new Term(isSum ? BinaryOp.ADD : BinaryOp.MUL, at));
    return new Terms(isSum, terms);
  }

  /// Whether an operator joins terms to a row.
  static boolean isRow(BinaryOp op) {
    return isSum(op) || op == BinaryOp.MUL || op == BinaryOp.DIV;
  }

  private static boolean isSum(BinaryOp op) {
    return op == BinaryOp.ADD || op == BinaryOp.SUB;
  }
}
