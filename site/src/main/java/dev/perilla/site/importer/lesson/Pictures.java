package dev.perilla.site.importer.lesson;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Pictures of Markdown that are no files beside the lesson: those of other sites, of which a link
/// is left, and those within the text or the notebook, of which their words are.
final class Pictures {
  private static final String ALT = "!\\[((?:[^\\[\\]]|\\[[^\\[\\]]*\\])*+)\\]";
  private static final String TITLE = "(?:\\s+(?:\"[^\"\\n]*\"|'[^'\\n]*'))?";
  private static final String ELSEWHERE =
      "\\(\\s*<?((?:[A-Za-z][\\w+.-]*:|/|\\\\)(?:[^()\\s<>]|\\([^()\\s]*\\))*+)>?"
          + TITLE
          + "\\s*\\)";
  private static final Pattern CODE_OR_PICTURE =
      Pattern.compile(
          "(?s)(`+).+?\\1|\\[\\s*%s%s\\s*\\]\\(([^()\\s]*)%s\\)|%s%s"
              .formatted(ALT, ELSEWHERE, TITLE, ALT, ELSEWHERE));

  private Pictures() {}

  /// The text without them.
  ///
  /// @param notes gets a sentence for each
  static String linked(String markdown, Collection<String> notes) {
    return replaced(markdown, notes, true);
  }

  /// The same of a heading, which shows no links in their place.
  static String left(String heading, Collection<String> notes) {
    return replaced(heading, notes, false).strip();
  }

  private static String replaced(String markdown, Collection<String> notes, boolean links) {
    if (!markdown.contains("![")) {
      return markdown;
    }
    return CODE_OR_PICTURE
        .matcher(markdown)
        .replaceAll(
            it -> {
              if (it.group(1) != null) {
                return Matcher.quoteReplacement(it.group());
              }
              boolean led = it.group(4) != null;
              String address = it.group(led ? 3 : 6);
              boolean isSite = address.matches("(?i)(?:https?:)?//.+");
              String shown = address.length() > 80 ? address.substring(0, 80) + "…" : address;
              notes.add("the picture " + shown + " is no file beside the lesson; it is left out");
              String alt = it.group(led ? 2 : 5).strip();
              String to = led ? it.group(4) : isSite ? address : "";
              return Matcher.quoteReplacement(
                  !links
                      ? ""
                      : to.isEmpty() ? alt : alt.isEmpty() ? at(to) : "[" + alt + "](" + to + ")");
            });
  }

  private static String at(String address) {
    return "<" + (address.startsWith("//") ? "https:" : "") + address + ">";
  }
}
