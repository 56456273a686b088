package dev.perilla.site.importer.words;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The language that a text is written in, by its small words: of those that pages can be in.
public final class Tongue {
  private static final Map<String, Set<String>> WORDS =
      Map.of(
          "en",
          Set.of("the", "and", "of", "is", "to", "that", "with", "we", "for", "it", "this"),
          "es",
          Set.of("el", "los", "las", "de", "que", "es", "con", "una", "por", "del", "para"),
          "pt",
          Set.of("os", "das", "dos", "não", "é", "com", "uma", "por", "do", "em", "você"));

  private Tongue() {}

  /// `en`, `es` or `pt`; English where nothing says otherwise.
  public static String of(String text) {
    String[] words =
        text.substring(0, Math.min(text.length(), 20_000))
            .toLowerCase(Locale.ROOT)
            .split("[^\\p{L}]+");
    String best = "en";
    long most = 0;
    for (String language : List.of("en", "es", "pt")) {
      long count =
          List.of(words).stream().filter(WORDS.getOrDefault(language, Set.of())::contains).count();
      if (count > most) {
        most = count;
        best = language;
      }
    }
    return best;
  }
}
