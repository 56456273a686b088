package dev.perilla.site.importer.standing;

import dev.perilla.engine.verify.Fact;
import dev.perilla.engine.verify.Judge;
import dev.perilla.engine.verify.Numeral;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.site.importer.standing.Tried.Known;
import dev.perilla.site.importer.words.Equation;
import dev.perilla.site.importer.words.Equation.Form;
import dev.perilla.site.importer.words.Equation.Side;
import dev.perilla.site.importer.words.Scan;
import dev.perilla.site.importer.words.Scan.Kind;
import dev.perilla.site.importer.words.Scan.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Equations in which somebody rounds on the way, and goes on with what that gives: `0.2 * 0.0363 +
/// 0.4 * 0.5392 = 0.0073 + 0.2157 = 0.2230`, where the first side comes to 0.2229. One of the sides
/// comes to what is said, and the others to what is that near as their numbers are rounded.
record OnTheWay(Tried tried, Scan scan, Spoken spoken) {
  private static final Pattern ROUNDED = Pattern.compile("[-−]?\\d*\\.\\d{2,}");
  static final Pattern MANY = Pattern.compile("-?\\d*\\.\\d{3,}");
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /// What stands behind the numbers of an equation, the last side's a side that comes to it; empty
  /// where it is not so.
  ///
  /// @param again whether the name that it begins with is said to be another number than it is
  Map<Token, String> behind(Equation equation, boolean again) {
    Side last = equation.sides().getLast();
    List<Side> sides = equation.sides().subList(0, equation.sides().size() - 1);
    String words = scan.text().substring(last.start(), last.end());
    Optional<Side> held =
        sides.stream()
            .filter(it -> it.form() != Form.NUMBER && tried.holds(words, it.code()))
            .reduce((first, second) -> second.form() == Form.NAME ? first : second);
    boolean computed = sides.stream().anyMatch(it -> it.form() == Form.ARITHMETIC);
    if (held.isEmpty() || !computed) {
      return Map.of();
    }
    Map<Token, String> behind = new HashMap<>();
    BigDecimal most = spread(held.get()).add(unit(words).divide(TWO));
    BigDecimal said = tried.numeral(words).flatMap(Numeral::value).orElseThrow();
    for (int i = 0; i < sides.size(); i++) {
      Side side = sides.get(i);
      Optional<Fact.Quantity> value = tried.quantity(side.code());
      boolean named = i == 0 && side.tokens().size() == 1;
      boolean near =
          value
              .filter(it -> it.exact().subtract(said).abs().compareTo(most.add(spread(side))) <= 0)
              .isPresent();
      boolean other = named && (value.isEmpty() || again);
      Terms terms =
          i > 0 && side.form() == Form.ARITHMETIC
              ? terms(sides.get(i - 1), side, behind)
              : Terms.OTHER;
      boolean own =
          terms == Terms.SPELLED
              || (held.get().form() == Form.ARITHMETIC
                  ? rounded(side).stream().noneMatch(it -> spoken.isSlip(it, equation.start()))
                  : isSaid(side, equation.start()));
      if ((!near && !other) || terms == Terms.WRONG || !own) {
        return Map.of();
      }
    }
    last.tokens().forEach(it -> behind.put(it, held.get().code()));
    return behind;
  }

  /// How the numbers of a side follow from the side before.
  private enum Terms {
    /// each is what the term in its place comes to
    SPELLED,
    /// one is not
    WRONG,
    /// they are others
    OTHER
  }

  private Terms terms(Side before, Side side, Map<Token, String> behind) {
    List<Term> terms = terms(before);
    List<Term> numbers = terms(side);
    boolean spelled =
        before.form() == Form.ARITHMETIC
            && terms.size() == numbers.size()
            && numbers.stream().allMatch(it -> it.number().isPresent());
    if (!spelled) {
      return Terms.OTHER;
    }
    for (int i = 0; i < terms.size(); i++) {
      Token number = numbers.get(i).number().orElseThrow();
      String code = terms.get(i).code();
      String same = terms.get(i).minus() == numbers.get(i).minus() ? code : "-(" + code + ")";
      String words = scan.text().substring(number.start(), number.end());
      boolean itself = terms.get(i).number().filter(it -> it.code().equals(words)).isPresent();
      boolean holds = !itself && tried.holds(words, same);
      if (!itself && !holds && !isNear(number, same, terms.get(i).tokens())) {
        return Terms.WRONG;
      }
      if (holds) {
        behind.put(number, same);
      }
    }
    return Terms.SPELLED;
  }

  /// Whether a term comes as near to a number as its own numbers are rounded.
  private boolean isNear(Token number, String term, List<Token> tokens) {
    Optional<BigDecimal> said =
        tried.numeral(scan.text().substring(number.start(), number.end())).flatMap(Numeral::value);
    Optional<BigDecimal> is = tried.quantity(term).map(Fact.Quantity::exact);
    Optional<BigDecimal> most =
        Side.of(tokens).map(it -> spread(it).add(unit(number.code()).divide(TWO)));
    return said.isPresent()
        && is.isPresent()
        && most.isPresent()
        && is.get().subtract(said.get()).abs().compareTo(most.get()) <= 0;
  }

  /// @param minus whether it is taken away
  private record Term(List<Token> tokens, boolean minus) {
    String code() {
      return Side.of(tokens).map(Side::code).orElse("");
    }

    Optional<Token> number() {
      return tokens.size() == 1 && tokens.getFirst().is(Kind.NUMBER)
          ? Optional.of(tokens.getFirst())
          : Optional.empty();
    }
  }

  private static List<Term> terms(Side side) {
    List<Term> found = new ArrayList<>();
    int depth = 0;
    int from = 0;
    boolean minus = false;
    for (int i = 0; i < side.tokens().size(); i++) {
      Token token = side.tokens().get(i);
      depth += token.is(Kind.OPEN) ? 1 : token.is(Kind.CLOSE) ? -1 : 0;
      boolean joins = depth == 0 && token.is(Kind.OPERATOR) && token.code().matches("[+-]");
      boolean operand = i > from && !side.tokens().get(i - 1).is(Kind.OPERATOR);
      if (joins && (operand || i == from)) {
        if (operand) {
          found.add(new Term(side.tokens().subList(from, i), minus));
        }
        minus = token.code().equals("-");
        from = i + 1;
      }
    }
    found.add(new Term(side.tokens().subList(from, side.tokens().size()), minus));
    return found;
  }

  /// Whether the rounded numbers of a side were said before, or are of the program.
  private boolean isSaid(Side side, int place) {
    return side.form() != Form.ARITHMETIC
        || rounded(side).stream().allMatch(it -> isSaid(it, place));
  }

  /// Whether the lesson has said a number before, or the program has it.
  boolean isSaid(Token token, int place) {
    Optional<Numeral> numeral = tried.numeral(scan.text().substring(token.start(), token.end()));
    boolean known =
        numeral.isPresent()
            && tried.known().stream()
                .map(Known::quantity)
                .anyMatch(it -> Judge.agrees(numeral.get(), it, false));
    return known || spoken.hasSaid(token, place);
  }

  private static List<Token> rounded(Side side) {
    return side.tokens().stream()
        .filter(it -> it.is(Kind.NUMBER) && ROUNDED.matcher(it.code()).matches())
        .toList();
  }

  private BigDecimal spread(Side side) {
    return spread(side.code());
  }

  private BigDecimal spread(String source) {
    return spread(source, it -> ROUNDED.matcher(it).matches());
  }

  /// By how much code may be off since its numbers are rounded.
  private BigDecimal spread(String source, Predicate<String> rounded) {
    Optional<BigDecimal> value = tried.quantity(source).map(Fact.Quantity::exact);
    BigDecimal sum = BigDecimal.ZERO;
    for (Numeral number : Numeral.scan(source, Notation.POINT)) {
      if (value.isEmpty() || !rounded.test(number.text())) {
        continue;
      }
      BigDecimal moved = number.value().orElseThrow().add(unit(number.text()).divide(TWO));
      String code =
          source.substring(0, number.start())
              + moved.toPlainString()
              + source.substring(number.end());
      sum =
          sum.add(
              tried
                  .quantity(code)
                  .map(it -> it.exact().subtract(value.get()).abs())
                  .orElse(BigDecimal.ZERO));
    }
    return sum;
  }

  /// Whether code comes as near to a number as the numbers in it are rounded.
  boolean isNear(Numeral said, String source) {
    return isNear(said, source, spread(source));
  }

  /// Whether it does so by numbers of many digits alone that are none of the program's.
  boolean isNearByMany(Numeral said, String source) {
    return isNear(
        said,
        source,
        spread(
            source,
            number ->
                MANY.matcher(number).matches()
                    && tried.known().stream()
                        .map(it -> it.quantity().exact())
                        .noneMatch(it -> it.compareTo(new BigDecimal(number)) == 0)));
  }

  private boolean isNear(Numeral said, String source, BigDecimal spread) {
    BigDecimal most = spread.add(unit(said.text()).divide(TWO));
    return spread.signum() > 0
        && said.value().isPresent()
        && tried
            .quantity(source)
            .filter(it -> it.exact().subtract(said.value().get()).abs().compareTo(most) <= 0)
            .isPresent();
  }

  private static BigDecimal unit(String number) {
    int point = number.indexOf('.');
    return BigDecimal.ONE.movePointLeft(point < 0 ? 0 : number.length() - point - 1);
  }
}
