package dev.perilla.site.importer.plot;

import dev.perilla.engine.verify.Numeral;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.site.importer.lesson.Lesson;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a lesson says that its listings give: printed lines, the echo of a last expression, and
/// comments that hold nothing but a number. The last two become `# =>`.
public final class Outputs {
  private static final Pattern LONE_NUMBER =
      Pattern.compile(
          "^(\\s*(?!print\\b|for\\b|if\\b|def\\b|while\\b|return\\b|class\\b)[^#\"'\\n"
              + "]*[^#\"'\\s])(\\s*)#\\s*(?:->|=>|=|→|≈|==|gives|es|is|vale)?\\s*"
              + "(-?\\d+(?:\\.\\d+)?)\\s*$",
          Pattern.MULTILINE);
  private static final Pattern STATEMENT =
      Pattern.compile(
          "^(?:print\\(|import |from |for |if |while |def |class |return |assert |del"
              + " |try:|else|\\s|#|@|pass).*|.*[^=!<>]=[^=].*|.*[:\\\\,(\\[]");

  private static final Pattern WORDS = Pattern.compile("[\\s\\[\\](){},]+");

  private Outputs() {}

  /// A listing with its claims where `check` looks for them.
  ///
  /// @param printed what it has to print
  record Claimed(String code, Optional<String> printed) {}

  /// The listing as a program: a comment of a number alone becomes a claim; so does the echo of a
  /// last expression, and an echo that is no number is printed.
  static Claimed claimed(Lesson.Item.Listing listing) {
    String code = LONE_NUMBER.matcher(listing.code()).replaceAll("$1$2# => $3");
    int at = code.lastIndexOf('\n') + 1;
    String last = code.substring(at);
    boolean shows =
        listing.echo().isPresent()
            && !last.isBlank()
            && last.indexOf('#') < 0
            && last.indexOf(';') < 0
            && !STATEMENT.matcher(last).matches();
    if (!shows) {
      return new Claimed(code, listing.printed());
    }
    String echo = listing.echo().get();
    if (echo.matches("[\\[(]?\\s*-?[\\d.][\\d.,\\seE+-]*[\\])]?|True|False")) {
      return new Claimed(code + "  # => " + echo.strip(), listing.printed());
    }
    String shown = echo.startsWith("'") ? "repr(" + last.strip() + ")" : last.strip();
    String before = listing.printed().map(it -> it + "\n").orElse("");
    return new Claimed(code.substring(0, at) + "print(" + shown + ")", Optional.of(before + echo));
  }

  /// How the output differs from what the lesson says: the first line that does, said and given.
  public record Difference(String said, String given) {}

  /// Whether two outputs have the same words in another order, as where a set is printed: Python
  /// promises none.
  public static boolean isAnotherOrder(String said, String given) {
    return WORDS
        .splitAsStream(said.strip())
        .sorted()
        .toList()
        .equals(WORDS.splitAsStream(given.strip()).sorted().toList());
  }

  /// Compares words exactly, numbers to the digits that the lesson has, blanks not at all.
  public static Optional<Difference> difference(String said, String given) {
    List<String> left = said.lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
    List<String> right = given.lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      String a = i < left.size() ? left.get(i) : "";
      String b = i < right.size() ? right.get(i) : "";
      boolean cut = a.equals("...") || a.equals("…");
      if (cut) {
        return Optional.empty();
      }
      if (!same(a, b)) {
        return Optional.of(new Difference(a, b));
      }
    }
    return Optional.empty();
  }

  private static boolean same(String a, String b) {
    List<Numeral> left = Numeral.scan(a, Notation.POINT);
    List<Numeral> right = Numeral.scan(b, Notation.POINT);
    if (a.contains(" at 0x") && b.contains(" at 0x")) {
      return true; // where an object lies in memory is nobody's claim
    }
    if (left.size() != right.size() || !words(a, left).equals(words(b, right))) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      Optional<BigDecimal> x = left.get(i).value();
      Optional<BigDecimal> y = right.get(i).value();
      boolean alike = left.get(i).text().equals(right.get(i).text());
      if (!alike && (x.isEmpty() || y.isEmpty() || !close(left.get(i), x.get(), y.get()))) {
        return false;
      }
    }
    return true;
  }

  /// Whether two lines differ in more than their numbers.
  static boolean isInWords(Difference difference) {
    String said = difference.said();
    String given = difference.given();
    return !words(said, Numeral.scan(said, Notation.POINT))
        .equals(words(given, Numeral.scan(given, Notation.POINT)));
  }

  private static boolean close(Numeral said, BigDecimal x, BigDecimal y) {
    BigDecimal half = said.exact() ? BigDecimal.ZERO : said.unit().divide(BigDecimal.valueOf(2));
    BigDecimal noise = y.abs().multiply(new BigDecimal("1e-12"));
    boolean shortened = said.text().length() >= 4 && !said.exact();
    return x.subtract(y).abs().compareTo(shortened ? half.max(noise) : noise) <= 0;
  }

  private static String words(String line, List<Numeral> numerals) {
    StringBuilder words = new StringBuilder();
    int at = 0;
    for (Numeral numeral : numerals) {
      words.append(line, at, numeral.start()).append('#');
      at = numeral.end();
    }
    return words.append(line.substring(at)).toString().replaceAll("\\s+", " ");
  }
}
