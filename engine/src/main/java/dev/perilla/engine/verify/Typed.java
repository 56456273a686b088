package dev.perilla.engine.verify;

import dev.perilla.chapter.compiled.Ledger.Standing;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.verify.Accounting.Piece;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.engine.verify.Settling.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words in the strings of a program: `print("the loss is 0.25")` prints what its author typed, and
/// not what the program computed. A number of them stands if the program has it: in the code around
/// it, as `range(10)` for "after 10 steps", or under a name.
public record Typed(PlainWords words) {
  /// Short numbers are found among many: they have to have a name of their own.
  private static final int LONG = 3;

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\d_]+");
  private static final Pattern SAID_OF =
      Pattern.compile(
          "(?<![\\p{L}\\d_.)\\]+*/×·^-])(?<![+*/×·^−-]\\s)([\\p{L}_][\\p{L}\\d_]*)(?:\\s*[=:≈]|\\s+(?:is|es|vale|est|ist))\\s*$");
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal NOISE = new BigDecimal("1e-6"); // more than any comparison allows

  List<Piece> read(Text content, Known known, Optional<String> free, IntPredicate counts) {
    List<Numeral> numerals = Numeral.scan(content.value(), Notation.POINT);
    List<Range> standing = new ArrayList<>();
    for (Numeral numeral : numerals) {
      standing(numeral, content.value(), known, free, counts).ifPresent(standing::add);
    }
    return numerals.isEmpty() ? List.of() : words.typed(content, standing);
  }

  private Optional<Range> standing(
      Numeral numeral, String text, Known known, Optional<String> free, IntPredicate counts) {
    if (free.isPresent()) {
      return Optional.of(new Range(numeral.start(), numeral.end(), free.get()));
    }
    if (joins(text, numeral)) {
      return Optional.empty();
    }
    if (counts.test(numeral.start())) {
      return Optional.of(new Range(numeral.start(), numeral.end(), "it counts"));
    }
    Numeral said = Scale.behind(text, numeral.end()).of(ofRemainder(numeral, text));
    return known.has(said) && known.mayBe(text.substring(0, numeral.start()), said)
        ? Optional.of(
            new Range(numeral.start(), numeral.end(), Standing.GIVEN, "a number of the program"))
        : Optional.empty();
  }

  private static final Pattern OPERAND = Pattern.compile("\\s+[\\p{N}(]");

  /// The first number of `17 % 5`, where it is divided and no percent.
  private static Numeral ofRemainder(Numeral numeral, String text) {
    boolean isDivided =
        numeral.text().endsWith(" %")
            && OPERAND.matcher(text).region(numeral.end(), text.length()).lookingAt();
    return isDivided
        ? Numeral.whole(numeral.text().replace(" %", ""), Notation.POINT).orElse(numeral)
        : numeral;
  }

  /// The numbers that a program has, in order. Cost: to make it, as often as there are numbers; to
  /// ask it, the logarithm of that.
  public static final class Known {
    private final NavigableMap<BigDecimal, Fact.Quantity> shortly = new TreeMap<>();
    private final NavigableMap<BigDecimal, Fact.Quantity> all = new TreeMap<>();
    private final Map<String, Fact.Quantity> settled = new HashMap<>(); // by their names

    private Known() {}

    static Known of(List<BigDecimal> literals, Set<String> moving, State state) {
      Known known = new Known();
      for (BigDecimal literal : literals) {
        String written = literal.toString();
        known.shortly.put(literal, new Fact.Quantity(literal, literal.scale() <= 0, written));
      }
      known.all.putAll(known.shortly);
      for (State.Named named : state.numbers()) {
        known.all.put(named.number().exact(), named.number());
        if (NAME.matcher(named.expression()).matches()) {
          known.shortly.put(named.number().exact(), named.number());
          if (!moving.contains(named.expression())) {
            known.settled.put(named.expression(), named.number());
          }
        }
      }
      return known;
    }

    /// Whether a numeral behind `before` is what the name there says, as in `n = 8`; behind
    /// anything else it may be all.
    boolean mayBe(String before, Numeral numeral) {
      Matcher name = SAID_OF.matcher(before);
      Fact.Quantity number = name.find() ? settled.get(name.group(1)) : null;
      return number == null || Judge.agrees(numeral, number, false);
    }

    /// Whether one of them is what a numeral says.
    boolean has(Numeral numeral) {
      BigDecimal value = numeral.value().orElse(BigDecimal.ZERO);
      BigDecimal noise = value.abs().add(BigDecimal.ONE).multiply(NOISE);
      BigDecimal within = numeral.unit().multiply(HALF).add(noise);
      return (numeral.digits() >= LONG ? all : shortly)
          .subMap(value.subtract(within), true, value.add(within), true).values().stream()
              .anyMatch(it -> Judge.agrees(numeral, it, false));
    }
  }

  /// Whether what is put in beside it makes it another number: `f"{x}5"`.
  private static boolean joins(String text, Numeral numeral) {
    boolean isOpen = text.startsWith(".", numeral.end());
    return isGap(text, numeral.start() - 1) || isGap(text, numeral.end() + (isOpen ? 1 : 0));
  }

  private static boolean isGap(String text, int at) {
    return at >= 0 && at < text.length() && text.charAt(at) == '\uFFFC';
  }
}
