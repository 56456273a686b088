package dev.perilla.renderer;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What a page has to know of languages whose words it does not have.
public final class Languages {
  private static final Set<String> FROM_THE_RIGHT =
      Set.of("ar", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi");

  private static final Map<String, Boolean> KNOWN = new ConcurrentHashMap<>(); // by tag

  private Languages() {}

  /// Whether texts in the language run from right to left.
  ///
  /// @param tag of BCP 47, as `ar` or `az-Arab`
  public static boolean isFromTheRight(String tag) {
    return KNOWN.computeIfAbsent(tag, Languages::runsFromTheRight);
  }

  private static boolean runsFromTheRight(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    return switch (locale.getScript()) {
      case "Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm" -> true;
      case "" -> FROM_THE_RIGHT.contains(locale.getLanguage());
      default -> false;
    };
  }
}
