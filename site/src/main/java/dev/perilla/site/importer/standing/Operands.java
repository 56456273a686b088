package dev.perilla.site.importer.standing;

import dev.perilla.site.importer.words.Equation;
import dev.perilla.site.importer.words.Equation.Form;
import dev.perilla.site.importer.words.Equation.Side;
import dev.perilla.site.importer.words.Scan.Kind;
import dev.perilla.site.importer.words.Scan.Token;
import dev.perilla.site.importer.words.Signs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Numbers that are put into a formula which stands beside them, `w * x + b = 0.5 * 2 + 1`: where
/// all but one are what the names are, and what it comes to is right all the same, or the lesson
/// has never said the one, that one is wrong.
///
/// @param text that they stand in
record Operands(Dressing text) {
  /// A name of a formula, and the number in its place.
  ///
  /// @param minus whether a sign stands before the number that is no part of it
  private record Put(Token name, Token number, boolean minus) {}

  void all() {
    for (Equation equation : text.equations) {
      for (int i = 0; i + 1 < equation.sides().size(); i++) {
        Side formula = equation.sides().get(i);
        Side numbers = equation.sides().get(i + 1);
        if (formula.form() == Form.FORMULA && numbers.form() == Form.ARITHMETIC) {
          wrong(equation, formula, numbers)
              .ifPresent(it -> text.apart(equation, Map.of(it.number(), expression(it))));
        }
      }
    }
  }

  private static String expression(Put put) {
    return (put.minus() ? "-" : "") + put.name().code();
  }

  private Optional<Put> wrong(Equation equation, Side formula, Side numbers) {
    List<Put> all = put(formula.tokens(), numbers.tokens());
    List<Put> others = all.stream().filter(it -> !text.isAbout(words(it), expression(it))).toList();
    boolean one =
        all.size() > 1
            && others.size() == 1
            && all.stream().allMatch(it -> text.tried.quantity(it.name().code()).isPresent())
            && all.stream().noneMatch(it -> text.tried.isLeft(it.name().code()))
            && text.tried.earlier().stream()
                .noneMatch(
                    id ->
                        text.tried.holds(
                            words(others.getFirst()), id + "." + others.getFirst().name().code()));
    if (!one || States.isUnconnected(text.tried, formula)) {
      return Optional.empty();
    }
    Side last = equation.sides().getLast();
    boolean right =
        last.form() == Form.NUMBER
            && text.tried.holds(
                text.scan.text().substring(last.start(), last.end()), formula.code());
    return right || !text.candidates.hasSaid(others.getFirst().number(), numbers.start())
        ? Optional.of(others.getFirst())
        : Optional.empty();
  }

  private String words(Put put) {
    return text.scan.text().substring(put.number().start(), put.number().end());
  }

  /// The numbers in the places of the names; nothing where arithmetic has another shape.
  private static List<Put> put(List<Token> formula, List<Token> numbers) {
    List<Put> found = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < formula.size(); i++) {
      Token token = formula.get(i);
      boolean call =
          token.is(Kind.NAME)
              && i + 1 < formula.size()
              && formula.get(i + 1).is(Kind.OPEN)
              && Signs.isFunction(token.code());
      boolean times = // `w x` and `3 * 2`
          i > 0
              && at < numbers.size()
              && numbers.get(at).code().equals("*")
              && !token.is(Kind.OPERATOR)
              && !formula.get(i - 1).is(Kind.OPERATOR)
              && !formula.get(i - 1).is(Kind.OPEN);
      at += times ? 1 : 0;
      if (token.is(Kind.NAME) && !call) {
        boolean bracket = at < numbers.size() && numbers.get(at).is(Kind.OPEN);
        at += bracket ? 1 : 0;
        boolean minus = at < numbers.size() && numbers.get(at).code().equals("-");
        at += minus ? 1 : 0;
        if (at >= numbers.size() || !numbers.get(at).is(Kind.NUMBER)) {
          return List.of();
        }
        found.add(new Put(token, numbers.get(at), minus));
        at++;
        if (bracket && (at >= numbers.size() || !numbers.get(at++).is(Kind.CLOSE))) {
          return List.of();
        }
      } else if (at >= numbers.size() || !isSame(token, numbers.get(at++))) {
        return List.of();
      }
    }
    return at == numbers.size() ? found : List.of();
  }

  private static boolean isSame(Token one, Token other) {
    return one.kind() == other.kind()
        && (one.is(Kind.NUMBER)
            ? Spoken.size(one).equals(Spoken.size(other))
            : one.code().equals(other.code()));
  }
}
