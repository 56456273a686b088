package dev.perilla.engine.verify;

import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.syntax.BinaryOp;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.UnaryOp;
import dev.perilla.engine.verify.Numeral.Notation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Sides of a statement that are put down in numbers: `[7.389, 2.718]`, or `(0.62 - 1) * 3` for `(p
/// - y) * x`. Each number of them is held to the digits that it is written with.
record Written(Text text, State state) {
  private static final int MOST_TERMS = 60;

  /// A number that does not agree, with what is so.
  record Wrong(Numeral numeral, Expr place, Fact.Quantity given) {}

  /// The numeral that `expr` is, its sign included; so is a number times a power of ten, as
  /// `1.5×10⁻³` writes one.
  Optional<Numeral> literal(Expr expr) {
    return isBare(expr) ? number(expr) : scaled(expr);
  }

  private Optional<Numeral> number(Expr expr) {
    return Numeral.whole(text.value().substring(expr.start(), expr.end()), Notation.POINT)
        .filter(numeral -> numeral.value().isPresent());
  }

  /// Whether nothing is computed here, not even a power of ten.
  static boolean isBare(Expr expr) {
    return switch (expr) {
      case Expr.Num number -> true;
      case Expr.Unary unary ->
          unary.operand() instanceof Expr.Num
              && (unary.op() == UnaryOp.NEGATE || unary.op() == UnaryOp.PLUS);
      default -> false; // a question about two shapes of many
    };
  }

  /// As an integer is exact, so is one with zeros behind it; other digits are rounded ones.
  private Optional<Numeral> scaled(Expr expr) {
    if (!(expr instanceof Expr.Binary product)
        || product.op() != BinaryOp.MUL
        || !isBare(product.left())
        || !(product.right() instanceof Expr.Binary tens)
        || tens.op() != BinaryOp.POW
        || !isBare(tens.left())
        || !isBare(tens.right())) {
      return Optional.empty();
    }
    Optional<BigDecimal> ten = value(tens.left());
    Optional<BigDecimal> power =
        value(tens.right())
            .filter(it -> it.stripTrailingZeros().scale() <= 0)
            .filter(it -> it.abs().compareTo(BigDecimal.valueOf(400)) <= 0);
    if (ten.filter(BigDecimal.TEN::equals).isEmpty() || power.isEmpty()) {
      return Optional.empty();
    }
    int places = power.get().intValueExact();
    return number(product.left())
        .map(
            digits ->
                new Numeral(
                    expr.start(),
                    expr.end(),
                    text.value().substring(expr.start(), expr.end()),
                    digits.value().map(it -> it.scaleByPowerOfTen(places)),
                    digits.unit().scaleByPowerOfTen(places),
                    digits.exact() && places >= 0));
  }

  /// What a bare number says; an exponent above the line has no digits of its own in the text.
  private Optional<BigDecimal> value(Expr expr) {
    return quantity(expr).map(Fact.Quantity::exact);
  }

  /// Whether `expr` is a list of numbers, or of lists of them.
  boolean isList(Expr expr) {
    List<Expr> items = items(expr);
    return !items.isEmpty()
        && items.stream().allMatch(item -> literal(item).isPresent() || isList(item));
  }

  private static List<Expr> items(Expr expr) {
    return switch (expr) {
      case Expr.ListOf list -> list.items();
      case Expr.TupleOf tuple -> tuple.items();
      default -> List.of(); // a question about two shapes of many
    };
  }

  /// Whether the list has the shape of `fact`; what does not agree goes to `wrong`.
  boolean fits(Expr list, Fact fact, List<Wrong> wrong) {
    Optional<Numeral> numeral = literal(list);
    if (numeral.isPresent() && fact instanceof Fact.Quantity given) {
      if (!Judge.agrees(numeral.get(), given, false)) {
        wrong.add(new Wrong(numeral.get(), list, given));
      }
      return true;
    }
    List<Expr> items = items(list);
    if (!(fact instanceof Fact.Sequence sequence) || sequence.items().size() != items.size()) {
      return false;
    }
    boolean fits = true;
    for (int i = 0; i < items.size(); i++) {
      fits &= fits(items.get(i), sequence.items().get(i), wrong);
    }
    return fits;
  }

  /// Whether `numbers` is `names` with numbers put in the place of names, each true to its digits.
  boolean stands(Expr numbers, Expr names) {
    Optional<Numeral> numeral = literal(numbers);
    if (numeral.isPresent()) {
      return literal(names).isPresent()
          ? numeral.get().value().equals(literal(names).flatMap(Numeral::value))
          : quantity(names).filter(q -> Judge.agrees(numeral.get(), q, false)).isPresent();
    }
    return switch (numbers) {
      case Expr.Binary left ->
          names instanceof Expr.Binary right
              && (Terms.isRow(left.op())
                  ? standsInRow(Terms.of(left), Terms.of(right))
                  : left.op() == right.op()
                      && stands(left.left(), right.left())
                      && stands(left.right(), right.right()));
      case Expr.Unary left ->
          names instanceof Expr.Unary right
              && left.op() == right.op()
              && stands(left.operand(), right.operand());
      case Expr.Call left ->
          names instanceof Expr.Call right
              && function(left).equals(function(right))
              && arguments(operands(left), operands(right));
      default -> same(numbers, names); // other shapes have to be the same
    };
  }

  /// Whether the numbers of a sum or product stand, in their order, each for a term of the other or
  /// for several that follow each other: `0.1 * 0.168` for `d * h * (1 - h)`.
  private boolean standsInRow(Terms numbers, Terms names) {
    int count = names.list().size();
    if (numbers.isSum() != names.isSum() || count > MOST_TERMS) {
      return false;
    }
    List<Optional<Fact.Quantity>> values =
        names.list().stream().map(term -> quantity(term.expr())).toList();
    boolean[] reached = new boolean[count + 1]; // by the numbers so far
    reached[0] = true;
    for (Terms.Term number : numbers.list()) {
      boolean[] next = new boolean[count + 1];
      for (int from = 0; from < count; from++) {
        for (int to = from + 1; reached[from] && to <= count; to++) {
          next[to] |=
              to == from + 1
                  ? stands(number, names.list().get(from))
                  : isTogether(number, names, values, from, to);
        }
      }
      reached = next;
    }
    return reached[count];
  }

  private boolean stands(Terms.Term number, Terms.Term name) {
    return number.op() == name.op()
        ? stands(number.expr(), name.expr())
        : isTurned(number.op(), name.op()) && negates(number.expr(), name.expr());
  }

  /// Whether a number is what the terms from `from` to `to` (exclusive) give together.
  private boolean isTogether(
      Terms.Term number, Terms names, List<Optional<Fact.Quantity>> values, int from, int to) {
    Optional<Numeral> numeral = literal(number.expr());
    if (numeral.isEmpty() || values.subList(from, to).stream().anyMatch(Optional::isEmpty)) {
      return false;
    }
    double together = names.isSum() ? 0 : 1;
    for (int i = from; i < to; i++) {
      double value = values.get(i).orElseThrow().exact().doubleValue();
      together = names.list().get(i).on(together, value);
    }
    double wanted = number.on(names.isSum() ? 0 : 1, together);
    return Double.isFinite(wanted)
        && Judge.agrees(numeral.get(), Fact.Quantity.of(wanted, ""), false);
  }

  /// Whether `numbers` has one operand of `whole` and not the other: `9.7 / 5` for `(4.35 + 5.35) /
  /// 5.01`.
  boolean isTorn(Expr numbers, Expr whole) {
    return numbers instanceof Expr.Binary left
        && whole instanceof Expr.Binary right
        && left.op() == right.op()
        && agrees(left.left(), right.left()) != agrees(left.right(), right.right());
  }

  private boolean agrees(Expr number, Expr other) {
    Optional<Fact.Quantity> truth = quantity(other);
    return literal(number)
        .map(it -> truth.filter(q -> Judge.agrees(it, q, false)).isPresent())
        .orElseGet(
            () ->
                quantity(number)
                    .filter(q -> truth.filter(r -> Judge.same(q, r)).isPresent())
                    .isPresent());
  }

  /// The first number in `numbers` that does not stand for what `names` has in its place.
  Optional<Behind.Rounded> slip(Expr numbers, Expr names) {
    Optional<Numeral> numeral = literal(numbers);
    if (numeral.isPresent()) {
      return literal(names).isPresent()
          ? Optional.empty()
          : quantity(names)
              .filter(q -> !Judge.agrees(numeral.get(), q, false))
              .flatMap(q -> Rewriting.of(numeral.get(), Notation.POINT, q, false))
              .map(right -> new Behind.Rounded(numeral.get().text(), source(names), right));
    }
    return switch (numbers) {
      case Expr.Binary left ->
          names instanceof Expr.Binary right && left.op() == right.op()
              ? Terms.isRow(left.op())
                  ? slip(Terms.of(left), Terms.of(right))
                  : slip(left.left(), right.left()).or(() -> slip(left.right(), right.right()))
              : Optional.empty();
      case Expr.Unary left ->
          names instanceof Expr.Unary right && left.op() == right.op()
              ? slip(left.operand(), right.operand())
              : Optional.empty();
      default -> Optional.empty(); // other shapes say nothing of their parts
    };
  }

  private Optional<Behind.Rounded> slip(Terms numbers, Terms names) {
    if (numbers.list().size() != names.list().size()) {
      return Optional.empty(); // which number stands for which is open
    }
    return IntStream.range(0, numbers.list().size())
        .mapToObj(i -> slip(numbers.list().get(i).expr(), names.list().get(i).expr()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /// `-0.8 + 0.236` for `w - 0.1 * g` where `g` is negative.
  private static boolean isTurned(BinaryOp one, BinaryOp other) {
    return (one == BinaryOp.ADD && other == BinaryOp.SUB)
        || (one == BinaryOp.SUB && other == BinaryOp.ADD);
  }

  private boolean negates(Expr number, Expr names) {
    Optional<Numeral> numeral = literal(number);
    return numeral.isPresent()
        && literal(names).isEmpty()
        && quantity(names)
            .filter(q -> Judge.agrees(numeral.get(), Behind.negated(q), false))
            .isPresent();
  }

  private boolean arguments(List<Expr> left, List<Expr> right) {
    boolean stands = left.size() == right.size();
    for (int i = 0; stands && i < left.size(); i++) {
      stands = stands(left.get(i), right.get(i));
    }
    return stands;
  }

  /// `tanh` of `tanh(n)`, `n.tanh()` and `math.tanh(n)`; several words may name one function.
  private String function(Expr.Call call) {
    String name =
        call.callee() instanceof Expr.Attribute attribute
            ? attribute.name()
            : source(call.callee());
    return switch (name) {
      case "ln" -> "log";
      case "sen" -> "sin";
      case "σ", "sigma" -> "sigmoid";
      default -> name;
    };
  }

  /// What the function is applied to, first the object whose method it is.
  private List<Expr> operands(Expr.Call call) {
    List<Expr> operands = new ArrayList<>();
    if (call.callee() instanceof Expr.Attribute method && quantity(method.object()).isPresent()) {
      operands.add(method.object());
    }
    call.arguments().forEach(argument -> operands.add(argument.value()));
    return operands;
  }

  private boolean same(Expr a, Expr b) {
    return source(a).replace(" ", "").equals(source(b).replace(" ", ""));
  }

  private String source(Expr expr) {
    return text.value().substring(expr.start(), expr.end());
  }

  private Optional<Fact.Quantity> quantity(Expr expr) {
    return state.evaluate(text, expr, text.sub(expr.start(), expr.end()))
                instanceof State.Reply.Given given
            && given.fact() instanceof Fact.Quantity quantity
        ? Optional.of(quantity)
        : Optional.empty();
  }

  /// What does not agree of a list, where its shape fits.
  Optional<List<Wrong>> wrong(Expr list, Fact fact) {
    List<Wrong> wrong = new ArrayList<>();
    return isList(list) && fits(list, fact, wrong) ? Optional.of(wrong) : Optional.empty();
  }
}
