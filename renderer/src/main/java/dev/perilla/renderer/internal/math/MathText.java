package dev.perilla.renderer.internal.math;

import dev.perilla.chapter.tex.TexWords;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A formula of TeX in characters of one line, as a reader sees it: for titles and for the search.
///
/// ```java
/// MathText.of("\\bar{m} = 5^{1/3}\\,\\mathrm{kg}");   // m̄ = 5^(1/3) kg
/// ```
public final class MathText {
  private static final Pattern FRACTION =
      Pattern.compile("\\\\[cdt]?frac\\s*\\{([^{}]*)\\}\\s*\\{([^{}]*)\\}");
  private static final Pattern ACCENTED =
      Pattern.compile("\\\\([a-z]+)\\s*(?:\\{(\\\\?\\p{L}+)\\}|(\\p{L}))");
  private static final Pattern SCRIPT = Pattern.compile("([\\^_])\\{([^{}]{2,})\\}");
  private static final Pattern COMMAND = Pattern.compile("\\\\([A-Za-z]+|.)(?:\\s(?=\\p{L}))?");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private MathText() {}

  /// The formula; what is not known is written as its name. Cost: linear in its length.
  public static String of(String tex) {
    String text = ACCENTED.matcher(tex).replaceAll(MathText::accented);
    text = FRACTION.matcher(text).replaceAll("$1/$2");
    text = COMMAND.matcher(text).replaceAll(MathText::command);
    text = SCRIPT.matcher(text).replaceAll("$1($2)");
    text = text.replace("{", "").replace("}", "").replace('&', ' ').replace('~', ' ');
    return BLANKS.matcher(text).replaceAll(" ").strip();
  }

  /// `\bar{m}` as a letter with a sign above it.
  private static String accented(MatchResult found) {
    String sign = TexWords.ACCENTS.getOrDefault(found.group(1), "");
    String above =
        switch (sign) {
          case "^" -> "\u0302";
          case "~", "˜" -> "\u0303";
          case "¯", "‾" -> "\u0304";
          case "→" -> "\u20D7";
          case "˙", "." -> "\u0307";
          default -> "";
        };
    String letter = found.group(2) == null ? found.group(3) : found.group(2);
    return Matcher.quoteReplacement(above.isEmpty() ? found.group() : letter + above);
  }

  private static String command(MatchResult found) {
    String name = found.group(1);
    boolean silent =
        TexWords.FONTS.contains(name)
            || TexWords.SIZES.contains(name)
            || name.startsWith("text")
            || name.startsWith("math")
            || name.equals("operatorname");
    String letter = TexWords.GREEK.getOrDefault(name, TexWords.NAMES.getOrDefault(name, ""));
    String sign =
        letter.isEmpty()
            ? TexWords.SIGNS.getOrDefault(name, TexWords.LARGE.getOrDefault(name, ""))
            : letter;
    String shown =
        silent
            ? ""
            : Symbols.BLANKS.containsKey(name) || name.equals("\\")
                ? " "
                : name.equals("sqrt") ? "√" : sign.isEmpty() ? name : sign;
    boolean ends =
        !silent
            && letter.isEmpty()
            && Character.isWhitespace(found.group().charAt(found.group().length() - 1));
    return Matcher.quoteReplacement(ends ? shown + " " : shown);
  }
}
