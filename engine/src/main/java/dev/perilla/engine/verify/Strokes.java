package dev.perilla.engine.verify;

import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Derivatives with strokes, `f'(3)` and `f''(x)`, of functions of the program or of mathematics.
/// In code each stroke is a letter, so that `fʹ` is a name. What it gives is what differences at
/// steps that halve lead to, with ten digits, since functions of mathematics and many of programs
/// take no Values; nothing at a kink.
public final class Strokes {
  static final String STROKE = "\u02B9";

  private static final Pattern WRITTEN =
      Pattern.compile("(?<=[\\p{L}_]|[\\p{L}_]\\p{N})['′’]{1,2}(?=\\s*\\()");

  private static final Pattern NAMED =
      Pattern.compile("(?<![\\p{L}\\p{N}_.])([\\p{L}\\p{N}_&&[^\u02B9]]*)(\u02B9{1,2})(?!\u02B9)");

  /// Four steps take away what goes with the first three even powers of a step.
  private static final List<String> SLOPES =
      List.of(
          """
          (lambda _f: lambda _p: (lambda _x: (lambda _h: (lambda _r, _m, _g: (lambda _v: \
          float("%.11g" % _v) if abs(_v) * _h > 2e-15 * _m else 0)\
          ((4096 * _r[0] - 672 * _r[1] + 21 * _r[2] - _r[3] / 8) / (5670 * _h)) \
          if abs(_g[0]) <= 0.4 * abs(_g[1]) + 1e-9 * _m else 1 / 0)\
          ([_f(_x + _k * _h) - _f(_x - _k * _h) for _k in (1, 2, 4, 8)], \
          abs(_f(_x + _h)) + abs(_f(_x - _h)), \
          [_f(_x + _k * _h) + _f(_x - _k * _h) - 2 * _f(_x) for _k in (1, 2)]))\
          (0.002 * max(abs(_x), 0.25)))(getattr(_p, "data", _p)))\
          """,
          """
          (lambda _f: lambda _p: (lambda _x: (lambda _h: (lambda _r, _m: (lambda _v: \
          float("%.10g" % _v) if abs(_v) * _h * _h > 1e-14 * _m else 0)\
          ((4096 * _r[0] - 336 * _r[1] + 21 * _r[2] / 4 - _r[3] / 64) / (2835 * _h * _h)))\
          ([_f(_x + _k * _h) - 2 * _f(_x) + _f(_x - _k * _h) for _k in (1, 2, 4, 8)], \
          abs(_f(_x + _h)) + abs(_f(_x - _h))))(0.02 * max(abs(_x), 0.25)))(getattr(_p, "data", _p)))\
          """);

  /// How a function is asked: with numbers, or with Values.
  private static final List<String> ASKED =
      List.of("%s(_x)", "%s(Value(_x))").stream()
          .map("lambda _x: (lambda _y: getattr(_y, \"data\", _y))(%s)"::formatted)
          .toList();

  private Strokes() {}

  /// The same text with letters for strokes.
  static Text read(Text text) {
    return WRITTEN.matcher(text.value()).find() ? text.reading(read(text.value())) : text;
  }

  static String read(String text) {
    return WRITTEN.matcher(text).replaceAll(it -> STROKE.repeat(it.group().length()));
  }

  /// Whether code names a derivative so.
  public static boolean is(String code) {
    return code.contains(STROKE);
  }

  /// A name without its strokes.
  public static String of(String name) {
    return name.replace(STROKE, "");
  }

  /// The names that have strokes in code.
  static Stream<String> names(String code) {
    return is(code)
        ? NAMED.matcher(code).results().map(it -> it.group(1)).filter(it -> !it.isEmpty())
        : Stream.of();
  }

  /// That the derivative of one term is another, of the one letter in them that is no name of the
  /// program.
  ///
  /// @param of a term, or the name of a function
  /// @param order 1, or 2 for the second derivative
  static Optional<String> equation(String of, String is, int order, Sums.Known known) {
    Set<String> letters =
        WORD.matcher(of + " " + is)
            .results()
            .map(MatchResult::group)
            .filter(it -> !known.has(it) && !known.computes(Text.at(it, NOWHERE)))
            .filter(it -> it.codePointCount(0, it.length()) == 1)
            .collect(Collectors.toSet());
    if (letters.size() != 1) {
      return Optional.empty();
    }
    String letter = letters.iterator().next();
    boolean isTerm = WORD.matcher(of).results().anyMatch(it -> it.group().equals(letter));
    String term = isTerm ? of : of + "(" + letter + ")";
    String stroke = STROKE.repeat(order);
    return Optional.of("%1$s(lambda %2$s: %3$s)(%2$s) = %4$s".formatted(stroke, letter, term, is));
  }

  private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_]*");
  private static final Span NOWHERE = Span.at(SourceFile.of("", ""), 0);

  /// What code that names derivatives so says in the code language, in each way to ask functions.
  public static List<String> code(String code) {
    return ASKED.stream().map(it -> code(code, it)).toList();
  }

  private static String code(String code, String asked) {
    return NAMED
        .matcher(code)
        .replaceAll(
            it -> {
              String slope = SLOPES.get(it.group(2).length() - 1);
              String of = it.group(1).isEmpty() ? "" : "(" + asked.formatted(it.group(1)) + ")";
              return Matcher.quoteReplacement(slope + of);
            });
  }
}
