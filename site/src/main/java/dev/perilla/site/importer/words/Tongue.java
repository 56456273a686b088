package dev.perilla.site.importer.words;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The language that a text is written in: by its script, or by its small words.
public final class Tongue {
  private static final int MOST = 20_000; // characters that are looked at

  /// Code, formulas, derivatives such as `du/dx`, and addresses.
  private static final Pattern NO_WORDS =
      Pattern.compile(
          "`[^`\\n]*`|\\$[^$\\n]*\\$|\\w+://[^\\s)>]*|\\b[\\w.-]+\\.com\\b"
              + "|\\b[d∂]\\w{1,8}\\s?/\\s?[d∂]\\w{1,8}\\b");

  /// Those of most readers first: of languages that share a script, the one that is told apart by
  /// nothing.
  private static final Map<UnicodeScript, String> SCRIPTS =
      Map.of(
          UnicodeScript.HIRAGANA, "ja",
          UnicodeScript.KATAKANA, "ja",
          UnicodeScript.HAN, "zh",
          UnicodeScript.HANGUL, "ko",
          UnicodeScript.CYRILLIC, "ru",
          UnicodeScript.ARABIC, "ar",
          UnicodeScript.HEBREW, "he",
          UnicodeScript.DEVANAGARI, "hi",
          UnicodeScript.THAI, "th"); // no Greek: its letters are those of formulas

  private static final Map<String, Set<String>> WORDS = new LinkedHashMap<>();

  static {
    words("en", "the and of is to that with we for it this");
    words("es", "el los las de que es con una por del para");
    words("pt", "os das dos não é com uma por do em você");
    words("fr", "le les des est et une dans pour avec nous du");
    words("de", "der die das und ist mit wir ein von den nicht");
    words("it", "il della di che è con una per gli sono nel");
    words("nl", "het een van de en is met voor dat zijn wij");
  }

  private Tongue() {}

  private static void words(String language, String words) {
    WORDS.put(language, Set.of(words.split(" ", -1)));
  }

  /// Its tag; `en` where nothing says otherwise.
  public static String of(String text) {
    String start =
        NO_WORDS.matcher(text.substring(0, Math.min(text.length(), MOST))).replaceAll(" ");
    String script = byScript(start);
    if (!script.isEmpty()) {
      return script;
    }
    List<String> words = List.of(start.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1));
    String best = "en";
    long most = 0;
    for (Map.Entry<String, Set<String>> language : WORDS.entrySet()) {
      long count = words.stream().filter(language.getValue()::contains).count();
      if (count > most) {
        most = count;
        best = language.getKey();
      }
    }
    return best;
  }

  /// Empty where nearly all letters are Latin; those of formulas are Latin everywhere.
  private static String byScript(String text) {
    Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
    int all = 0;
    for (int point : text.codePoints().filter(Character::isLetter).toArray()) {
      letters.merge(UnicodeScript.of(point), 1, Integer::sum);
      all++;
    }
    Map<String, Integer> counts = new HashMap<>();
    letters.forEach(
        (script, count) -> {
          String language = SCRIPTS.getOrDefault(script, "");
          counts.merge(language, count, Integer::sum);
        });
    if (counts.getOrDefault("ja", 0) > 0) { // Japanese has Chinese characters too
      counts.merge("ja", counts.getOrDefault("zh", 0), Integer::sum);
    }
    int least = all / 8;
    return counts.entrySet().stream()
        .filter(it -> !it.getKey().isEmpty() && it.getValue() > least)
        .max(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse("");
  }
}
