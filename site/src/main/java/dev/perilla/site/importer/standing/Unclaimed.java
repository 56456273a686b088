package dev.perilla.site.importer.standing;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words that give a name a number which it does not have here: of another state, of another thing,
/// or of a point that the sentence looks at, `at x = 3`. The name claims nothing then, and the
/// number stands or is open as before. What a lesson says wrongly is code by now, or bound.
record Unclaimed(Tried tried) {
  /// What stands behind a number that is part of arithmetic.
  private static final String GOES_ON =
      "|(?:]\\{[^}]*})?[*_]*[ \\t]*[-−+*/×·÷^=≈][ \\t]*(?:[\\d(\\[`]|\\p{L}\\b)";

  private static final Pattern STATED =
      Pattern.compile(
          "(?U)(?<name>`[^`=<>≈≤≥→\\n"
              + "]+`|(?<![\\p{L}\\p{N}./]|[^\\s(*]\\*{1,2})[\\p{L}∂][\\w/∂]*(?:\\([^()`\\n"
              + "]*\\))?[²³]?)(?<sign>\\s*(?:=|≈|<|>|≤|≥)\\s*)(?=[*_]*\\[?(?<number>[-−]?\\d+(?:\\.\\d+)?(?:"
              + " ?/ ?\\d+)?)(?!\\.?\\d|%"
              + GOES_ON
              + "))|(?<code>`+)[^`].*?(?<!`)\\k<code>(?!`)|\\$[^$\\n"
              + "]+\\$|\\[[^\\[\\]]*]\\{[^}]*}|]\\([^)\\s]*\\)");

  /// @param dressed a text with its marks
  String in(String dressed) {
    return STATED
        .matcher(dressed)
        .replaceAll(it -> Matcher.quoteReplacement(isFalse(it) ? marked(it) : it.group()));
  }

  private boolean isFalse(MatchResult stated) {
    if (stated.group("name") == null) {
      return false;
    }
    String name = stated.group("name").replace("`", "").strip();
    return tried.quantity(name).isPresent()
        && tried.span(name + stated.group("sign") + stated.group("number")).stream()
            .anyMatch(Dressing::isFalse);
  }

  private static String marked(MatchResult stated) {
    return "[" + stated.group("name") + "]{plain}" + stated.group("sign");
  }
}
