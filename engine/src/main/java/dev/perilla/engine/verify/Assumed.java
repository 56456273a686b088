package dev.perilla.engine.verify;

import dev.perilla.chapter.source.Text;
import dev.perilla.engine.verify.Numeral.Notation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a sentence assumes before it computes: the 3 of `If 3 kg cost 6 €, a kilo costs 6 € / 3 = 2
/// €`. Such a number says nothing of the program; it is held to the number that is computed with.
///
/// @param holding the statements among the words that hold
record Assumed(Flat flat, List<Numeral> numerals, List<Sums> holding) {
  /// How far behind `with` a number may stand, in characters: more words say something else.
  private static final int NEAR = 25;

  private static final Pattern ENDS = Pattern.compile("[.!?…;](?=\\s|$)|\\n");

  private static final Pattern BEGINS =
      Phrase.pattern(
          "[\\s¿¡\"“(]*(?:\\p{L}+,\\s+)?(?:(?<rest>@SUPPOSES)|@ASSUMES|(?<near>@PROVIDES)|@ANY(?=\\s+[\\p{L}\\p{N}]))(?!\\p{L})");

  private static final Pattern SAYS = Phrase.pattern("(?<!\\p{L})(?:@IS|@GIVES|@THE)(?!\\p{L})");

  private static final Pattern PLACE = Phrase.pattern("(?<!\\p{L})@AT\\s+(?:\\p{L}\\s*=\\s*)?$");

  /// Whether an atom puts a number to a name that the program does not have, `$x = 3$`, which the
  /// sentence goes on to compute with.
  boolean isAssumed(int place, State state) {
    Matcher put = PUT.matcher(flat.at(place).text().value());
    if (!put.matches() || state.knows(put.group(1))) {
      return false;
    }
    return Numeral.whole(put.group(2), Notation.POINT)
        .flatMap(
            it -> by(new Numeral(place, place + 1, it.text(), it.value(), it.unit(), it.exact())))
        .isPresent();
  }

  /// What is assumed of a letter, `x = 3`.
  static Optional<Equation.Value> value(Text code) {
    Matcher put = PUT.matcher(code.value());
    return put.matches()
        ? Optional.of(new Equation.Value(put.group(1), put.group(2), code.span()))
        : Optional.empty();
  }

  private static final Pattern ASKS =
      Pattern.compile("(?<!\\p{L})\\p{L}['′’]*\\((?<places>\\s*[-−]?\\d[^()=]*)\\)\\s*=");

  private static final Pattern PUT =
      Pattern.compile("\\s*(\\p{L}[\\p{L}\\p{N}_]*)\\s*=\\s*([-−]?\\d[\\d.]*)\\s*");

  /// The statement that computes with what a numeral assumes.
  Optional<String> by(Numeral numeral) {
    if (numeral.value().isEmpty()) {
      return Optional.empty();
    }
    String text = flat.text();
    int start = 0;
    Matcher ends = ENDS.matcher(text);
    while (ends.find() && ends.end() <= numeral.start()) {
      start = ends.end();
    }
    Matcher begins = BEGINS.matcher(text).useTransparentBounds(true).region(start, numeral.start());
    int from = start;
    long before =
        IntStream.range(0, numerals.size())
            .filter(i -> from <= numerals.get(i).start())
            .filter(i -> numerals.get(i).end() <= numeral.start())
            .filter(i -> holding.stream().noneMatch(it -> it.numerals().contains(i)))
            .filter(i -> isSame(numeral, numerals.get(i)))
            .count();
    boolean isPlace = PLACE.matcher(text).region(start, numeral.start()).find();
    Optional<String> there =
        isPlace
            ? atom(numeral, before, ends.find(numeral.end()) ? ends.start() : text.length())
            : Optional.empty();
    if (there.isPresent()) {
      return there;
    }
    if (!begins.lookingAt()
        || (begins.group("near") != null
            && (numeral.start() - begins.end() > NEAR
                || SAYS.matcher(text).region(begins.end(), numeral.start()).find()))) {
      return Optional.empty();
    }
    boolean isSentence = begins.group("rest") == null;
    int end = isSentence && ends.find(numeral.end()) ? ends.start() : text.length();
    return holding.stream()
        .filter(it -> it.start() >= numeral.end() && it.end() <= end)
        .filter(it -> has(it.numerals().stream().map(numerals::get).toList(), numeral, before))
        .map(Sums::text)
        .findFirst()
        .or(() -> atom(numeral, before, end));
  }

  /// Whether a statement computes with a number, as often as the words assume it.
  ///
  /// @param all its numerals, the last of which it comes to
  /// @param before how often they have done so
  private static boolean has(List<Numeral> all, Numeral numeral, long before) {
    return all.stream().limit(Math.max(0, all.size() - 1)).filter(it -> isSame(numeral, it)).count()
        > before;
  }

  /// Code or a formula behind a numeral that is a statement with it, and has its own entry.
  private Optional<String> atom(Numeral numeral, long before, int end) {
    for (int i = numeral.end(); i < end; i++) {
      if (flat.at(i).isAtom()) {
        String code = flat.at(i).text().value();
        if (code.indexOf('=') >= 0
            && !PUT.matcher(code).matches()
            && has(Numeral.scan(code, Notation.POINT), numeral, before)
            && isPlaceOf(code, numeral)) {
          return Optional.of(code);
        }
      }
    }
    return Optional.empty();
  }

  /// Whether a number is that of which a function is asked, in code that asks one: 3 in `f'(3) = 2
  /// * 3 - 4`.
  private static boolean isPlaceOf(String code, Numeral numeral) {
    Matcher asks = ASKS.matcher(code);
    if (!asks.find()) {
      return true;
    }
    return Numeral.scan(asks.group("places"), Notation.POINT).stream()
        .anyMatch(it -> isSame(numeral, it));
  }

  /// Whether a number is the one that is assumed, or, of a percent, so much more or less than a
  /// whole.
  private static boolean isSame(Numeral assumed, Numeral other) {
    BigDecimal one = assumed.value().orElseThrow();
    Stream<BigDecimal> meant =
        assumed.text().endsWith("%")
            ? Stream.of(one, BigDecimal.ONE.add(one), BigDecimal.ONE.subtract(one))
            : Stream.of(one);
    return other.value().filter(it -> meant.anyMatch(of -> of.compareTo(it) == 0)).isPresent();
  }
}
