package dev.perilla.site.importer.plot;

import dev.perilla.engine.verify.Numeral;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.site.importer.words.Digits;
import dev.perilla.site.importer.words.Equation;
import dev.perilla.site.importer.words.Equation.Form;
import dev.perilla.site.importer.words.Equation.Side;
import dev.perilla.site.importer.words.Scan.Kind;
import dev.perilla.site.importer.words.Scan.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// Arithmetic that goes on with numbers the lesson came to before: after `z = 0.3`, `a = σ(0.3)` is
/// `sigmoid(z)`; after `x₁w₁ = -6.0` and `b = 6.8814`, `n = -6.0 + 6.8814` is `(x1 * w1) + b`.
final class Lifting {
  private static final int REACH = 12;
  private static final String CONSTANT = "-?(?:[012]|0?\\.5|[12]\\.0)";

  private final Program program;
  private final List<String> recent = new ArrayList<>(); // names and formulas, the last said last
  private final Set<BigDecimal> results = new HashSet<>();

  Lifting(Program program) {
    this.program = program;
  }

  /// Notes what an equation says, where the program has the names.
  void said(Equation equation, Set<String> known) {
    List<Side> sides = new ArrayList<>(equation.sides());
    sides.sort(Comparator.comparing(it -> it.form() == Form.NAME)); // names are surer than formulas
    for (Side side : sides) {
      boolean named = !side.names().isEmpty() && known.containsAll(side.names());
      if (named && (side.form() == Form.NAME || side.form() == Form.FORMULA)) {
        String code = side.form() == Form.NAME ? side.code() : "(" + side.code() + ")";
        recent.remove(code);
        recent.add(code);
      }
      if (side.form() == Form.NUMBER && equation.sides().indexOf(side) > 0) {
        Numeral.whole(side.code(), Notation.POINT)
            .flatMap(Numeral::value)
            .ifPresent(it -> results.add(it.stripTrailingZeros()));
      }
    }
    while (recent.size() > REACH) {
      recent.removeFirst();
    }
  }

  /// Whether the lesson came to this number before.
  boolean cameTo(String literal) {
    return Numeral.whole(literal, Notation.POINT)
        .flatMap(Numeral::value)
        .filter(it -> results.contains(it.stripTrailingZeros()))
        .isPresent();
  }

  /// Whether the arithmetic of an equation comes to the number that stands last.
  boolean holds(Equation equation) {
    Side last = equation.sides().getLast();
    return last.form() == Form.NUMBER
        && equation.sides().stream()
            .filter(it -> it.form() == Form.ARITHMETIC)
            .anyMatch(it -> agrees(last.code(), it.code()));
  }

  /// The arithmetic with names in the place of numbers; empty where none is surely meant, or where
  /// it does not come to the number that the lesson gives.
  ///
  /// @param subject that the equation speaks of
  /// @param sides of the equation, the subject left out
  Optional<String> of(String subject, Side arithmetic, List<Side> sides) {
    Optional<Side> number = sides.stream().filter(it -> it.form() == Form.NUMBER).findFirst();
    List<Token> tokens = new ArrayList<>(arithmetic.tokens());
    boolean sure = false;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (!token.is(Kind.NUMBER)) {
        continue;
      }
      boolean strong = Digits.strong(token);
      boolean argument = isArgument(tokens, i);
      if (!strong && !argument && token.code().matches(CONSTANT)) {
        continue;
      }
      Optional<String> name = said(token.code());
      if (name.isPresent()) {
        boolean last =
            name.get().equals(recent.getLast()) || index(name.get()).equals(index(subject));
        sure |= strong || (argument && last);
        tokens.set(
            i,
            new Token(
                Kind.NAME, token.start(), token.end(), name.get(), token.zone(), token.group()));
      }
    }
    Optional<String> lifted = sure ? Side.of(tokens).map(Side::code) : Optional.empty();
    return lifted.filter(it -> number.filter(said -> agrees(said.code(), it)).isPresent());
  }

  /// What the function before it is asked for: the `0.3` of `σ(0.3)` and of `max(0, 0.3)`.
  private static boolean isArgument(List<Token> tokens, int index) {
    int open = index - 1;
    if (open >= 2 && tokens.get(open).is(Kind.COMMA) && tokens.get(open - 1).code().equals("0")) {
      open -= 2;
    }
    return open >= 1
        && index + 1 < tokens.size()
        && tokens.get(open).is(Kind.OPEN)
        && tokens.get(open - 1).is(Kind.NAME)
        && tokens.get(index + 1).is(Kind.CLOSE);
  }

  /// The digits that a name ends with: `h2` belongs to `z2`.
  private static String index(String name) {
    String digits = name.replaceFirst("^.*?(\\d*)$", "$1");
    return digits.isEmpty() ? name : digits;
  }

  /// What a number of many digits is that the lesson came to a short time ago.
  Optional<String> behind(String literal) {
    return Digits.strong(literal) ? said(literal) : Optional.empty();
  }

  /// What was said last of what comes to a number, or about so: it may be rounded on the way, and a
  /// slip is found by `check`.
  private Optional<String> said(String literal) {
    boolean strong = Digits.strong(literal);
    return last(literal, 1, false)
        .or(() -> strong ? last(literal, 1, true) : Optional.empty())
        .or(() -> strong ? last(literal, Digits.NEXT, false) : Optional.empty())
        .or(() -> strong ? last(literal, Digits.NEXT, true) : Optional.empty());
  }

  /// @param negative whether its negative is: the 0.57 of `1 - 0.57**2`, of a `h` of -0.57
  private Optional<String> last(String literal, int units, boolean negative) {
    return recent.reversed().stream()
        .map(it -> negative ? "(-" + it + ")" : it)
        .filter(it -> agrees(literal, it, units))
        .findFirst();
  }

  /// Whether an expression gives the number, to its digits.
  boolean agrees(String literal, String expression) {
    return agrees(literal, expression, 1);
  }

  /// Whether it comes as near as a lesson does that goes on with rounded numbers.
  boolean isAbout(String literal, String expression) {
    return agrees(literal, expression, Digits.NEXT);
  }

  private boolean agrees(String literal, String expression, int units) {
    OptionalDouble value = program.value(expression);
    return value.isPresent()
        && Numeral.whole(literal, Notation.POINT)
            .filter(it -> Digits.agree(value.getAsDouble(), it, units))
            .isPresent();
  }
}
