package dev.perilla.site.importer.plot;

import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.syntax.Dialect;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.Parser;
import dev.perilla.engine.language.syntax.UnaryOp;
import dev.perilla.site.importer.words.Derivative;
import dev.perilla.site.importer.words.Equation;
import dev.perilla.site.importer.words.Equation.Form;
import dev.perilla.site.importer.words.Equation.Side;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/// A formula beside itself with numbers put in: `w * x + b` and `0.5 * 2 + 1` say what `w`, `x` and
/// `b` are, though no sentence does.
final class Substitution {
  private final String names;
  private final String numbers;
  private final BiPredicate<String, String> comesTo;
  private final Map<String, String> found = new LinkedHashMap<>();

  private Substitution(String names, String numbers, BiPredicate<String, String> comesTo) {
    this.names = names;
    this.numbers = numbers;
    this.comesTo = comesTo;
  }

  /// What the names of the formulas stand for in the arithmetic of `equation`; the first that is
  /// said of a name holds.
  ///
  /// @param formulas that the lesson gives for the subject elsewhere
  /// @param comesTo whether a literal is what an expression gives: of `1 - h` only 0.57 may be said
  static Map<String, String> in(
      Equation equation, List<Side> formulas, BiPredicate<String, String> comesTo) {
    Map<String, String> all = new LinkedHashMap<>();
    for (Side numbers : equation.sides()) {
      if (numbers.form() != Form.ARITHMETIC) {
        continue;
      }
      equation.sides().stream()
          .filter(it -> it.form() == Form.FORMULA)
          .forEach(it -> of(it, numbers, comesTo).forEach(all::putIfAbsent));
      formulas.forEach(it -> of(it, numbers, comesTo).forEach(all::putIfAbsent));
    }
    return all;
  }

  /// Names to literals; empty where the two do not have the same shape.
  private static Map<String, String> of(
      Side formula, Side arithmetic, BiPredicate<String, String> comesTo) {
    boolean derives = !Derivative.all(formula.code()).isEmpty();
    Optional<Expr> left = derives ? Optional.empty() : tree(formula.code());
    Optional<Expr> right = tree(arithmetic.code());
    if (left.isEmpty() || right.isEmpty()) {
      return Map.of();
    }
    Substitution both = new Substitution(formula.code(), arithmetic.code(), comesTo);
    return both.stands(left.get(), right.get()) ? both.found : Map.of();
  }

  /// Whether arithmetic has the shape of a formula.
  static boolean alike(Side formula, Side arithmetic, BiPredicate<String, String> comesTo) {
    return !of(formula, arithmetic, comesTo).isEmpty();
  }

  private static Optional<Expr> tree(String code) {
    return Parser.expression(Text.of(SourceFile.of("lesson", code)), Dialect.TEXT).tree();
  }

  private boolean stands(Expr formula, Expr number) {
    Optional<String> literal = literal(number, numbers);
    return switch (formula) {
      case Expr.Name name ->
          literal.isPresent()
              && found
                  .merge(source(name, names), literal.get(), (old, now) -> old)
                  .equals(literal.get());
      case Expr.Num constant ->
          literal.isPresent()
              && literal(constant, names)
                  .filter(it -> new BigDecimal(it).compareTo(new BigDecimal(literal.get())) == 0)
                  .isPresent();
      case Expr.Binary binary ->
          number instanceof Expr.Binary other
              ? binary.op() == other.op()
                  && stands(binary.left(), other.left())
                  && stands(binary.right(), other.right())
              : literal.filter(it -> comesTo.test(it, source(binary, names))).isPresent();
      case Expr.Unary unary ->
          number instanceof Expr.Unary other
              && unary.op() == other.op()
              && stands(unary.operand(), other.operand());
      case Expr.Call call ->
          number instanceof Expr.Call other
              && call.arguments().size() == 1
              && other.arguments().size() == 1
              && source(call.callee(), names).equals(source(other.callee(), numbers))
              && stands(call.arguments().get(0).value(), other.arguments().get(0).value());
      default -> false; // other shapes say nothing of numbers
    };
  }

  /// A number as it is written, with its sign.
  private static Optional<String> literal(Expr expr, String code) {
    boolean bare =
        expr instanceof Expr.Num
            || (expr instanceof Expr.Unary unary
                && unary.op() == UnaryOp.NEGATE
                && unary.operand() instanceof Expr.Num);
    return bare
        ? Optional.of(source(expr, code).replace(" ", ""))
            .filter(it -> it.matches("-?\\d+(\\.\\d+)?"))
        : Optional.empty();
  }

  private static String source(Expr expr, String code) {
    return code.substring(expr.start(), expr.end());
  }
}
