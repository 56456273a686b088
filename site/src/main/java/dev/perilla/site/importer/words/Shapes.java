package dev.perilla.site.importer.words;

import dev.perilla.site.importer.words.Scan.Token;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Numbers that only say how large something is, `784 → 128 → 10`, or all that may go in and come
/// out, `(0, 1) → 1`: whatever the program has, they are none of its values.
final class Shapes {
  /// `[128×32]`, `a 3 × 3 filter`, `a 784-128-10 network`, `0 or 1`, `(784,)`.
  private static final Pattern SIZE =
      Pattern.compile(
          "(?iU)[(\\[]\\s*\\d+(?:\\s*[×x]\\s*\\d+)+\\s*[)\\]]"
              + "|(?<![\\w.,=≈+/*·-]|[=≈+/*·-]\\s)\\d+(?:\\s?[×x]\\s?\\d+)+(?![\\w.]|\\s*[=≈+/*·×-])"
              + "|(?<![\\w.,-])\\d+(?:[-–]\\d+){2,}(?![\\w.-])|\\b[01]"
              + " (?:or|to|and|o|a|y|ou|oder|bis|und|et) [01]\\b(?!\\.\\d)|\\(\\d+,\\)");

  /// `(128, 784)`, where the text speaks of shapes.
  private static final Pattern TUPLE =
      Pattern.compile("[(\\[]\\s*\\d+(?:\\s*,\\s*\\d+)+\\s*[)\\]]");

  private static final Pattern SHAPED =
      Pattern.compile("(?iU)\\b(?:shapes?|dimens\\w+|formas? de|tamañ\\w+)\\b|\\(\\d+,\\)");

  /// `784 → 128 → 10`, where the text speaks of layers.
  private static final Pattern WAY =
      Pattern.compile(
          "(?<![\\w.=])(?<!=\\s)[1-9]\\d*(?:\\s*(?:→|->)\\s*[1-9]\\d*)+(?![\\w.]*\\d|\\s*[=≈])");

  private static final Pattern LAYERED =
      Pattern.compile(
          "(?iU)\\b(?:networks?|net|mlp|layers?|architect\\w+|neurons?|units|hidden|red|capas?|arquitect\\w+|arquitet\\w+"
              + "|neuronas?|ocultas?|rede|camadas?|neurônios?|netz\\w*|schicht\\w*|réseau|couches?|features|funnel)\\b");

  private static final Pattern BIT = Pattern.compile("(?<![\\w.-])(?<!\\d,)[01](?![\\w.]|,\\d)");
  private static final Pattern PAIR = Pattern.compile("(?<=[(\\[])([01]),(?=[01][)\\]])");
  private static final Pattern PARTED = Pattern.compile(".*(?:\\||→|->|\\[|\\().*");
  private static final Pattern GATE = Pattern.compile("\\b(AND|OR|XOR|NAND|NOR|XNOR)\\b");
  private static final Map<String, BinaryOperator<Integer>> GATES =
      Map.of(
          "AND", (a, b) -> a & b,
          "OR", (a, b) -> a | b,
          "XOR", (a, b) -> a ^ b,
          "NAND", (a, b) -> 1 - (a & b),
          "NOR", (a, b) -> 1 - (a | b),
          "XNOR", (a, b) -> 1 - (a ^ b));
  private static final int FEWEST = 3; // rows of a table of all cases
  private static final int NEAR = 60; // characters that are looked at on both sides

  private Shapes() {}

  /// Whether a number is one of these.
  static boolean isPart(Scan scan, int index) {
    Token token = scan.tokens().get(index);
    String text = scan.text();
    if (!token.code().matches("\\d+")) {
      return false;
    }
    return isWithin(SIZE, text, token)
        || (isWithin(TUPLE, text, token) && SHAPED.matcher(text).find())
        || (isWithin(WAY, text, token) && LAYERED.matcher(text).find())
        || isCase(text, token);
  }

  /// Whether a pattern has a number among others.
  static boolean isWithin(Pattern pattern, String text, Token token) {
    int from = Math.max(0, token.start() - NEAR);
    Matcher found =
        pattern
            .matcher(text)
            .region(from, Math.min(text.length(), token.end() + NEAR))
            .useTransparentBounds(true);
    while (found.find()) {
      if (found.start() <= token.start() && token.end() <= found.end()) {
        return true;
      }
    }
    return false;
  }

  /// Whether a number stands in a row of a table of all cases, which is right where the text names
  /// the gate that it is of.
  private static boolean isCase(String text, Token token) {
    if (!token.code().matches("[01]")) {
      return false;
    }
    int start = text.lastIndexOf('\n', token.start() - 1) + 1;
    int end = text.indexOf('\n', token.end());
    String line = apart(text.substring(start, end < 0 ? text.length() : end));
    return isCase(line)
        && text.lines().map(Shapes::apart).filter(Shapes::isCase).count() >= FEWEST
        && agrees(line, GATE.matcher(text).results().map(MatchResult::group).distinct().toList());
  }

  /// `(0,1)` as `(0, 1)`
  private static String apart(String line) {
    return PAIR.matcher(line).replaceAll("$1, ");
  }

  private static boolean isCase(String line) {
    String bits = BIT.matcher(line).replaceAll("#");
    return !bits.matches(".*\\d.*")
        && bits.chars().filter(it -> it == '#').count() >= 2
        && PARTED.matcher(line).matches();
  }

  private static boolean agrees(String line, List<String> gates) {
    List<Integer> bits =
        BIT.matcher(line)
            .results()
            .map(it -> Integer.valueOf(it.group()))
            .collect(Collectors.toList());
    Optional<BinaryOperator<Integer>> gate =
        gates.size() == 1 ? Optional.ofNullable(GATES.get(gates.get(0))) : Optional.empty();
    return bits.size() != 3
        || gate.filter(it -> !it.apply(bits.get(0), bits.get(1)).equals(bits.get(2))).isEmpty();
  }
}
