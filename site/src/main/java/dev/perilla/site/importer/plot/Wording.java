package dev.perilla.site.importer.plot;

import java.util.Locale;
import java.util.ResourceBundle;

/// The words that an import adds to a lesson, in the lesson's language; English for one that
/// `written_<language>.properties` is not there for.
public final class Wording {
  private static final ResourceBundle.Control HERE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final ResourceBundle lines;

  private Wording(ResourceBundle lines) {
    this.lines = lines;
  }

  /// Those of a language tag.
  public static Wording of(String tag) {
    return new Wording(
        ResourceBundle.getBundle(
            "dev.perilla.site.importer.written",
            Locale.forLanguageTag(tag),
            Wording.class.getClassLoader(),
            HERE));
  }

  /// A line.
  public String say(String key) {
    return lines.getString(key);
  }

  /// A line with something put in.
  public String say(String key, Object what) {
    return say(key).replace("{0}", String.valueOf(what));
  }
}
