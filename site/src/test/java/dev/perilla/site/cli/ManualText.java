package dev.perilla.site.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Texts of the program (help, explanations, descriptions of fields) as texts of a chapter: their
/// numbers are about no program of that chapter, so each is marked as plain, and so is code in
/// which a mark or a number stands.
final class ManualText {
  private static final Pattern CODE = Pattern.compile("(`+)(?!`)(.+?)(?<!`)\\1(?!`)");
  private static final Pattern NUMERAL =
      Pattern.compile(
          "U\\+\\p{XDigit}{4,6}|(?<![\\p{L}\\p{N}_.\\-])[-+]?\\p{N}[\\p{N}.,_:]*(?<![.,:])%?(?![\\p{L}\\p{N}_])");

  private ManualText() {}

  /// Markdown without fences, as Markdown of a chapter.
  static String words(String markdown) {
    StringBuilder out = new StringBuilder();
    Matcher code = CODE.matcher(markdown);
    int at = 0;
    while (code.find()) {
      out.append(numerals(markdown.substring(at, code.start())));
      out.append(isClaim(code.group(2)) ? "[" + code.group() + "]{plain}" : code.group());
      at = code.end();
    }
    return out.append(numerals(markdown.substring(at))).toString();
  }

  private static boolean isClaim(String code) {
    return code.contains("{{")
        || code.contains("]{")
        || code.codePoints().anyMatch(Character::isDigit)
        || code.contains("=");
  }

  private static String numerals(String words) {
    return NUMERAL
        .matcher(words)
        .replaceAll(match -> "[" + Matcher.quoteReplacement(match.group()) + "]{plain}");
  }

  /// A listing that is not run.
  static String fence(String label, String content) {
    String ticks = content.contains("```") ? "````" : "```";
    return ticks
        + label
        + " plain\n"
        + content
        + (content.endsWith("\n") ? "" : "\n")
        + ticks
        + "\n";
  }

  /// A cell of a table.
  static String cell(String markdown) {
    return words(markdown.replace("|", "\\|").replace("\n", " "));
  }
}
