package dev.perilla.site.importer.lesson;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The lessons beside one, which become chapters of the same book: a link to one leads to the
/// chapter that an import makes of it.
public final class Siblings {
  private static final Pattern CODE_OR_LINK =
      Pattern.compile(
          "(?s)(`+).+?\\1|\\[((?:[^\\[\\]\\n"
              + "]|\\[[^\\[\\]\\n"
              + "]*\\])+)\\]\\(#[^()\\s]*\\)|(?<=])\\((?:\\./)?((?:[^()\\s/:#?%]|%\\p{XDigit}{2})+)\\.(?:md|ipynb|py)(?:#[^()\\s]*)?(?=[\\s)])");

  private Siblings() {}

  /// The id of the chapter that a file becomes: letters, digits and hyphens.
  ///
  /// @param stem the name of the file without its ending
  public static String id(String stem) {
    String plain =
        Normalizer.normalize(stem, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return plain.isEmpty() ? "lesson" : Character.isDigit(plain.charAt(0)) ? "l" + plain : plain;
  }

  /// Markdown whose links to lessons beside it lead to their chapters, and which has no links to
  /// its own headings, since these are no places of a page; code stays as it is.
  static String linked(String markdown) {
    return CODE_OR_LINK
        .matcher(markdown)
        .replaceAll(
            it ->
                Matcher.quoteReplacement(
                    it.group(2) != null
                        ? it.group(2)
                        : it.group(3) == null ? it.group() : "(" + chapter(it.group(3))));
  }

  private static String chapter(String stem) {
    String name = URLDecoder.decode(stem.replace("+", "%2B"), StandardCharsets.UTF_8);
    return name.equals("README") ? "index" : id(name);
  }
}
