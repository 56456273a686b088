package dev.perilla.site.importer.standing;

import dev.perilla.engine.verify.Numeral;
import dev.perilla.site.importer.words.Equation;
import dev.perilla.site.importer.words.Lexicon;
import dev.perilla.site.importer.words.Scan;
import dev.perilla.site.importer.words.Scan.Kind;
import dev.perilla.site.importer.words.Scan.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What one text of a lesson speaks of: names of the program, derivatives, small numbers by which
/// something may be moved; and what the texts before it spoke of.
final class Spoken {
  private static final int MOST_RESULTS = 200;
  private static final BigDecimal LITTLE = BigDecimal.valueOf(50); // a number is so many of it

  private static final Pattern TOO = Pattern.compile("\\W*(?:\\p{L}{1,4})?\\W*");

  private final Tried tried;
  private final Scan scan;
  private final List<Equation> equations;
  private final Before before;
  private final List<String> names; // of the program, in order
  private final List<BigDecimal> steps;
  private Optional<Map<Equation, Result>> own = Optional.empty(); // the results of this text
  private final Set<String> words = new LinkedHashSet<>(); // in lower case

  Spoken(Tried tried, Scan scan, List<Equation> equations, Before before) {
    this.tried = tried;
    this.scan = scan;
    this.equations = equations;
    this.before = before;
    this.names = found();
    this.steps = moves();
    scan.tokens().stream()
        .filter(it -> it.is(Kind.NAME))
        .forEach(it -> words.add(it.code().toLowerCase(Locale.ROOT)));
  }

  /// What the texts just before spoke of.
  ///
  /// @param derivatives that their equations name
  /// @param results what equations came to, the last first
  /// @param numbers all that were said, without their signs and the zeros at their ends
  /// @param rates of learning that the last text that said one has said
  /// @param moved what the last of them that moved something moved
  /// @param asked what the last of them ended by asking for
  /// @param assumed the numbers that it gave inputs where it asked
  record Before(
      List<String> names,
      List<BigDecimal> steps,
      List<String> derivatives,
      List<Result> results,
      Set<BigDecimal> numbers,
      Set<String> rates,
      Moves.Moved moved,
      Optional<String> asked,
      Map<String, String> assumed) {
    static final Before NOTHING =
        new Before(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Set.of(),
            Set.of(),
            Moves.Moved.NOTHING,
            Optional.empty(),
            Map.of());
  }

  /// A number that an equation comes to.
  ///
  /// @param expression that gives it, whatever becomes of the names later
  /// @param subject the name that it is said of
  record Result(BigDecimal number, String expression, Optional<String> subject) {}

  Before before() {
    return before;
  }

  List<String> names() {
    return names;
  }

  Set<String> words() {
    return words;
  }

  /// The steps of this text, then those of the texts before.
  Set<BigDecimal> steps() {
    Set<BigDecimal> by = new LinkedHashSet<>(steps);
    by.addAll(before.steps());
    return by;
  }

  /// What this text leaves to the next: its own things first.
  ///
  /// @param moved what it moved last
  /// @param asked what this text ends by asking for
  Before forNext(Moves.Moved moved, Optional<String> asked, Map<String, String> assumed) {
    Set<String> all = new LinkedHashSet<>(names);
    all.addAll(before.names());
    Set<String> derivatives = new LinkedHashSet<>(derivatives());
    derivatives.addAll(before.derivatives());
    return new Before(
        all.stream().filter(tried::knows).limit(6).toList(),
        steps().stream().limit(3).toList(),
        derivatives.stream().limit(12).toList(),
        results(scan.text().length() + 1),
        numbers(scan.text().length() + 1),
        rates(),
        moved,
        asked,
        assumed);
  }

  /// The rates of learning that this text says, or else the last that said one: in words, or of a
  /// name for it.
  Set<String> rates() {
    Set<String> found = new LinkedHashSet<>();
    int last = -1; // where the last of them ends
    for (Token token : scan.tokens()) {
      String before = scan.text().substring(Math.max(0, token.start() - 60), token.start());
      boolean too = // `0.01 - 0.1`, `0.1 or 0.5`
          last >= 0 && TOO.matcher(scan.text().substring(last, token.start())).matches();
      boolean told =
          token.is(Kind.NUMBER)
              && !isInArithmetic(token)
              && (too || Lexicon.RATE.matcher(before).find());
      if (told) {
        last = token.end();
        size(token).ifPresent(it -> found.add(it.toPlainString()));
      }
    }
    for (Equation equation : equations) {
      Equation.Side number = equation.sides().getLast();
      if (Lexicon.RATES.contains(equation.sides().getFirst().code())
          && number.form() == Equation.Form.NUMBER) {
        size(number.tokens().getLast()).ifPresent(it -> found.add(it.toPlainString()));
      }
    }
    return found.isEmpty() ? before.rates() : found;
  }

  private boolean isInArithmetic(Token token) {
    return equations.stream()
        .filter(it -> it.covers(token))
        .flatMap(it -> it.sides().stream())
        .anyMatch(it -> it.form() != Equation.Form.NUMBER && it.tokens().contains(token));
  }

  /// Whether the lesson has said a number up to a place.
  boolean hasSaid(Token token, int place) {
    return size(token).filter(numbers(place)::contains).isPresent();
  }

  /// Whether a number in arithmetic looks like one that the lesson has said, or that follows from
  /// one, with a digit wrong. Numbers that are near nothing are taken as they are, as `check` does.
  boolean isSlip(Token token, int place) {
    Optional<BigDecimal> size = size(token);
    String digits = size.map(BigDecimal::toPlainString).orElse("");
    if (digits.replace(".", "").length() < 2 || hasSaid(token, place)) {
      return false;
    }
    Set<BigDecimal> said = numbers(place);
    List<BigDecimal> factors = new ArrayList<>(List.of(BigDecimal.ONE, BigDecimal.TWO));
    Lexicon.RATES.stream()
        .flatMap(it -> tried.quantity(it).stream())
        .forEach(it -> factors.add(BigDecimal.valueOf(it.exact().doubleValue())));
    List<String> near = new ArrayList<>();
    for (BigDecimal one : said) {
      near.add(BigDecimal.ONE.subtract(one).stripTrailingZeros().toPlainString());
      factors.forEach(it -> near.add(one.multiply(it).stripTrailingZeros().toPlainString()));
    }
    return !near.contains(digits)
        && !isMoved(size.get(), said)
        && near.stream().anyMatch(it -> isOneDigitOff(digits, it));
  }

  /// Whether a number is one of these, moved by a little as the text says: 4.001 beside 4.
  private boolean isMoved(BigDecimal number, Set<BigDecimal> said) {
    return words.stream().anyMatch(Lexicon.CHANGES::contains)
        && steps().stream()
            .filter(it -> it.multiply(LITTLE).compareTo(number) <= 0)
            .flatMap(it -> Stream.of(number.subtract(it), number.add(it)))
            .anyMatch(it -> said.contains(it.abs().stripTrailingZeros()));
  }

  private static boolean isOneDigitOff(String one, String other) {
    int different = one.length() == other.length() ? 0 : 2;
    for (int i = 0; i < one.length() && different < 2; i++) {
      different += one.charAt(i) == other.charAt(i) ? 0 : 1;
    }
    return different == 1;
  }

  private Set<BigDecimal> numbers(int place) {
    Set<BigDecimal> found = new HashSet<>(before.numbers());
    for (Token token : scan.tokens()) {
      if (token.end() <= place) {
        size(token).ifPresent(found::add);
      }
    }
    return found;
  }

  /// What a number is without its sign and the zeros at its end.
  static Optional<BigDecimal> size(Token token) {
    return token.is(Kind.NUMBER) && token.code().matches("-?\\d+(?:\\.\\d+)?")
        ? Optional.of(new BigDecimal(token.code()).abs().stripTrailingZeros())
        : Optional.empty();
  }

  /// What the arithmetic of this text comes to up to a place, and that of the texts before, the
  /// last first.
  List<Result> results(int place) {
    List<Result> found = new ArrayList<>();
    for (Map.Entry<Equation, Result> own : own().entrySet()) {
      if (own.getKey().end() < place) {
        found.addFirst(own.getValue());
      }
    }
    found.addAll(before.results());
    return found.stream().limit(MOST_RESULTS).toList();
  }

  private Map<Equation, Result> own() {
    if (own.isEmpty()) {
      Map<Equation, Result> found = new LinkedHashMap<>();
      for (Equation equation : equations) {
        Equation.Side last = equation.sides().getLast();
        Optional<Numeral> number =
            last.form() == Equation.Form.NUMBER
                ? tried.numeral(scan.text().substring(last.start(), last.end()))
                : Optional.empty();
        equation.sides().stream()
            .filter(
                it ->
                    it.form() == Equation.Form.ARITHMETIC
                        || (it.form() == Equation.Form.FORMULA
                            && it.names().stream().allMatch(tried::isNumber)))
            .filter(it -> number.filter(said -> tried.holds(said.text(), it.code())).isPresent())
            .reduce((first, second) -> second)
            .ifPresent(
                it ->
                    found.put(
                        equation,
                        new Result(
                            number.orElseThrow().value().orElseThrow(),
                            it.code(),
                            equation.subject())));
      }
      own = Optional.of(found);
    }
    return own.get();
  }

  /// The derivatives that the equations of this text name.
  List<String> derivatives() {
    return scan.tokens().stream()
        .filter(it -> it.is(Kind.NAME) && it.code().contains("/d"))
        .map(Token::code)
        .distinct()
        .toList();
  }

  /// The names of this text, then those of the texts before.
  List<String> namesNear() {
    Set<String> all = new LinkedHashSet<>(names);
    before.names().stream().filter(tried::knows).forEach(all::add);
    return List.copyOf(all);
  }

  private List<String> found() {
    Set<String> found = new LinkedHashSet<>();
    for (int i = 0; i < scan.tokens().size(); i++) {
      Token token = scan.tokens().get(i);
      boolean spoken = mentions(i) || isInEquation(token);
      if (token.is(Kind.NAME) && spoken) {
        Equation.names(token.code()).stream().filter(tried::isNumber).forEach(found::add);
        if (token.code().contains("/d")) {
          for (String part : token.code().split("/", -1)) {
            String name = part.substring(1);
            if (tried.knows(name)) {
              found.add(name);
            }
          }
        }
      }
    }
    return found.stream().limit(8).toList();
  }

  private List<BigDecimal> moves() {
    Set<BigDecimal> found = new LinkedHashSet<>();
    for (Token token : scan.tokens()) {
      if (token.is(Kind.NUMBER) && token.code().matches("-?\\d+(?:\\.\\d+)?")) {
        BigDecimal value = new BigDecimal(token.code()).abs();
        boolean small =
            (value.signum() > 0
                    && value.compareTo(new BigDecimal("0.1")) <= 0
                    && value.stripTrailingZeros().precision() == 1)
                || token.code().equals("1");
        if (small && found.size() < 4) {
          found.add(value);
        }
      }
    }
    return List.copyOf(found);
  }

  boolean isInEquation(Token token) {
    return equations.stream().anyMatch(it -> it.covers(token));
  }

  /// Whether a token speaks of a name of the program. A letter that is a word of the language too
  /// is a name where the words around it say so.
  boolean mentions(int index) {
    Token token = scan.tokens().get(index);
    if (token.zone() != Scan.Zone.PROSE
        || !Lexicon.LETTERS.contains(token.code())
        || isBesideOtherScript(token)) {
      return true;
    }
    boolean marked =
        token.start() > 0
            && "$(".indexOf(scan.text().charAt(token.start() - 1)) >= 0
            && token.end() < scan.text().length()
            && "$)".indexOf(scan.text().charAt(token.end())) >= 0;
    boolean after =
        index > 0
            && Lexicon.BEFORE_NAMES.contains(
                scan.tokens().get(index - 1).code().toLowerCase(Locale.ROOT));
    Token next = index + 1 < scan.tokens().size() ? scan.tokens().get(index + 1) : token;
    boolean ends = (!next.is(Kind.NAME) && !next.is(Kind.NUMBER)) || next.equals(token);
    return marked || (after && (ends || Lexicon.AFTER_NAMES.contains(next.code())));
  }

  /// Whether a word in a script without such letters stands right beside one: 当a增加.
  private boolean isBesideOtherScript(Token token) {
    return Stream.of(token.start() - 1, token.end())
        .filter(it -> it >= 0 && it < scan.text().length())
        .map(it -> scan.text().charAt(it))
        .anyMatch(it -> Character.isLetter(it) && !Numeral.isWord(it));
  }

  /// The names from `from` to `to` (inclusive), each with how far it is from the numeral.
  List<int[]> near(int from, int to, int index, boolean cells) {
    List<int[]> near = new ArrayList<>();
    for (int i = from; i <= to; i++) {
      Token token = scan.tokens().get(i);
      boolean speaks =
          token.is(Kind.NAME)
              && (((mentions(i) || cells) && tried.knows(base(token.code())))
                  || token.code().contains("/d"));
      if (speaks) {
        near.add(new int[] {i, cells ? 1 : i < index ? index - i : 2 * (i - index) + 3});
      }
    }
    return near;
  }

  static String base(String word) {
    int dot = word.indexOf('.');
    return dot < 0 ? word : word.substring(0, dot);
  }
}
