package dev.perilla.site.importer.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Data that a sentence gives as points, `(1, 3), (2, 5) and (3, 8)`, by columns.
///
/// @param columns two or three, all of one length, each number as a literal
public record Points(List<List<String>> columns) {
  private static final String NUMBER = "\\s*[$`]?([-−]?\\d+(?:\\.\\d+)?)[$`]?\\s*";
  private static final Pattern POINT =
      Pattern.compile(
          "(?U)(?<![\\p{L}\\p{N}_)\\]])\\(" + NUMBER + "," + NUMBER + "(?:," + NUMBER + ")?\\)");
  private static final Pattern BETWEEN =
      Pattern.compile("(?U)[\\s$`\\\\]*[,;]?\\s*(?:and|y|e|und|et)?[\\s$`\\\\]*");

  private static final String LIST = "[-−\\d.]+(?:[,;]?\\s+[-−]?[\\d.]+|,[-−]?[\\d.]+){1,3}";

  /// `∇f(2, -1) = (1, 2)`: the function, its point if one is said, and the items.
  public static final Pattern GRADIENT =
      Pattern.compile(
          "(?U)∇\\s?([\\p{L}_]\\w*)\\s?(?:\\(("
              + LIST
              + ")\\))?\\s*[=≈]\\s*[\\[(⟨]\\s*("
              + LIST
              + ")\\s*[\\])⟩]");

  /// `(2, -1)`, no call.
  public static final Pattern BRACKETED =
      Pattern.compile("(?U)(?<![\\p{L}\\p{N}_)\\]])\\(" + LIST + "\\)(?!\\s*[=≈])");

  private static final Pattern DERIVATIVE =
      Pattern.compile("(?U)[∂d]([\\p{L}_]\\w*)\\s?/\\s?[∂d]([\\p{L}_]\\w*)");

  /// Whether the name at a place is that of a `∇f`.
  static boolean isGradient(String text, int name) {
    return text.substring(0, name).stripTrailing().endsWith("∇");
  }

  /// Whether all of a side is `dy/dx`.
  public static boolean isDerivative(String code) {
    return DERIVATIVE.matcher(code).matches();
  }

  /// What stands at the head of a column, as formulas go by it: `∂f/∂x` is `df/dx`, `f(x, y)` is
  /// `f`.
  public static String key(String head) {
    return DERIVATIVE.matcher(head).replaceAll("d$1/d$2").replaceFirst("\\(.*\\)$", "").strip();
  }

  /// The first point at which a text looks at a function: `at (3, 1)`, `f(3, 1)`.
  public static Optional<List<String>> at(String text, String function, int size) {
    Matcher point =
        Pattern.compile(
                "(?iU)(?:(?<![\\p{L}_])"
                    + Pattern.quote(function)
                    + "|\\b(?:at|in|en|em|punto|ponto|point|punkt|stelle|bei))\\s?[$`]*\\(("
                    + LIST
                    + ")\\)")
            .matcher(text);
    while (point.find()) {
      List<String> numbers = List.of(point.group(1).replace('−', '-').split("[,;]?\\s+|,"));
      if (numbers.size() == size
          && numbers.stream().allMatch(it -> it.matches("-?\\d+(?:\\.\\d+)?"))) {
        return Optional.of(numbers);
      }
    }
    return Optional.empty();
  }

  /// The first run of points of a text: two or more, side by side.
  public static Optional<Points> in(String text) {
    List<List<String>> columns = new ArrayList<>();
    int end = -1;
    Matcher point = POINT.matcher(text);
    while (point.find()) {
      boolean goesOn =
          end >= 0
              && BETWEEN.matcher(text.substring(end, point.start())).matches()
              && columns.size() == size(point);
      if (!goesOn) {
        if (isRun(columns)) {
          return Optional.of(new Points(columns));
        }
        columns = new ArrayList<>();
        for (int i = 0; i < size(point); i++) {
          columns.add(new ArrayList<>());
        }
      }
      for (int i = 0; i < columns.size(); i++) {
        columns.get(i).add(point.group(i + 1).replace('−', '-'));
      }
      end = point.end();
    }
    return isRun(columns) ? Optional.of(new Points(columns)) : Optional.empty();
  }

  private static int size(Matcher point) {
    return point.group(3) == null ? 2 : 3;
  }

  private static boolean isRun(List<List<String>> columns) {
    return !columns.isEmpty() && columns.get(0).size() >= 2;
  }

  /// A column as a list of the code language.
  public String list(int column) {
    return "values([" + String.join(", ", columns.get(column)) + "])";
  }
}
