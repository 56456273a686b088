package dev.perilla.site.importer.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tags among the words of a lesson. A chapter shows tags as they are written, so those that have a
/// sign in Markdown get it, and the others go: what they hold stays.
final class Html {
  private static final Pattern TAG =
      Pattern.compile(
          "</?([A-Za-z][A-Za-z0-9-]*)((?:\\s[^<>]*)?)/?>|<!--.{0,4000}?-->", Pattern.DOTALL);
  private static final Pattern CODE = Pattern.compile("(`+).+?\\1", Pattern.DOTALL);
  private static final Pattern ATTRIBUTE =
      Pattern.compile("\\b(src|alt|href)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|(\\S+))");
  private static final Map<String, String> SIGNS =
      Map.of(
          "b",
          "**",
          "strong",
          "**",
          "i",
          "*",
          "em",
          "*",
          "code",
          "`",
          "br",
          "  \n",
          "p",
          "\n\n",
          "figcaption",
          "\n\n",
          "hr",
          "\n\n---\n\n");

  private static final Pattern SUBSCRIPT =
      Pattern.compile("(?i)(?<=\\p{L})<sub>\\s*(\\d+)\\s*</sub>");
  private static final Pattern CELLS_OF = Pattern.compile("(?i)<tr\\b[^<>]*>");
  private static final Pattern CELL = Pattern.compile("(?i)<t[hd]\\b[^<>]*>");

  /// What holds pictures, programs or forms, not words.
  private static final Pattern NO_WORDS =
      Pattern.compile("(?is)<(?:svg|script|style|iframe|canvas|video|audio|object|table|form)\\b");

  private static final int MOST_CELLS = 2000;

  private Html() {}

  /// A table of words as one in Markdown; empty where it holds more than rows of cells.
  static Optional<String> table(String block) {
    String lower = block.toLowerCase(Locale.ROOT);
    boolean one =
        lower.strip().startsWith("<table")
            && lower.strip().endsWith("</table>")
            && lower.indexOf("<table", lower.indexOf("<table") + 1) < 0
            && !lower.contains("span=")
            && !NO_WORDS.matcher(lower.replaceAll("</?table", "")).find();
    if (!one) {
      return Optional.empty();
    }
    StringBuilder out = new StringBuilder();
    int cells = 0;
    for (String row : CELLS_OF.split(block, -1)) {
      List<String> words = new ArrayList<>();
      String[] parts = CELL.split(row, -1);
      for (int i = 1; i < parts.length; i++) {
        words.add(words(parts[i]).replaceAll("\\s+", " ").strip().replace("|", "\\|"));
      }
      cells += words.size();
      if (words.isEmpty() || cells > MOST_CELLS) {
        continue;
      }
      out.append("| ").append(String.join(" | ", words)).append(" |\n");
      if (out.indexOf("\n") == out.length() - 1) {
        out.append("|").append(" --- |".repeat(words.size())).append("\n");
      }
    }
    return cells == 0 || cells > MOST_CELLS ? Optional.empty() : Optional.of(out.toString());
  }

  /// Whether a block shows nothing by itself: where folds and boxes begin or end, anchors, breaks,
  /// comments.
  static boolean isFrame(String block) {
    return !isForeign(block) && words(block).isBlank();
  }

  /// Whether a block of HTML can only be kept as it is.
  static boolean isForeign(String block) {
    return NO_WORDS.matcher(block).find();
  }

  /// The words without their tags, those of code spans left alone.
  static String words(String markdown) {
    if (markdown.indexOf('<') < 0) {
      return markdown;
    }
    StringBuilder out = new StringBuilder();
    Matcher code = CODE.matcher(markdown);
    int at = 0;
    while (code.find()) {
      out.append(plain(markdown.substring(at, code.start()))).append(code.group());
      at = code.end();
    }
    return out.append(plain(markdown.substring(at))).toString();
  }

  private static String plain(String words) {
    String scripts =
        SUBSCRIPT
            .matcher(words)
            .replaceAll(it -> subscript(it.group(1)))
            .replaceAll("(?i)<sub>\\s*([\\w+-]+)\\s*</sub>", "_$1")
            .replaceAll(
                "(?is)<a\\s[^<>]*href\\s*=\\s*[\"']([^\"'<>]*)[\"'][^<>]*>(.{0,2000}?)</a>",
                "[$2]($1)")
            .replaceAll("(?i)<sup>\\s*([\\w+-]+)\\s*</sup>", "^$1");
    Matcher tag = TAG.matcher(scripts);
    StringBuilder out = new StringBuilder();
    while (tag.find()) {
      tag.appendReplacement(out, Matcher.quoteReplacement(sign(tag)));
    }
    return tag.appendTail(out).toString();
  }

  private static String subscript(String digits) {
    StringBuilder out = new StringBuilder();
    digits.chars().forEach(it -> out.append((char) ('₀' + (it - '0'))));
    return out.toString();
  }

  private static String sign(Matcher tag) {
    String name = tag.group(1) == null ? "" : tag.group(1).toLowerCase(java.util.Locale.ROOT);
    if (name.equals("img")) {
      String source = attribute(tag.group(2), "src").orElse("");
      return source.isEmpty()
          ? ""
          : "![" + attribute(tag.group(2), "alt").orElse("") + "](" + source + ")";
    }
    boolean closes = tag.group().startsWith("</");
    boolean lone = List.of("p", "br", "hr").contains(name);
    return closes && lone ? "" : SIGNS.getOrDefault(name, "");
  }

  private static Optional<String> attribute(String attributes, String name) {
    Matcher found = ATTRIBUTE.matcher(attributes);
    while (found.find()) {
      if (found.group(1).equals(name)) {
        String value = found.group(2) != null ? found.group(2) : found.group(3);
        return Optional.of(value != null ? value : found.group(4));
      }
    }
    return Optional.empty();
  }
}
