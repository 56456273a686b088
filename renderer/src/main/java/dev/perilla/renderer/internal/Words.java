package dev.perilla.renderer.internal;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/// What the pages themselves say, in the language of the reader. A sentence is a line of
/// `words_<language>.properties`, with `{0}`, `{1}` for what is put in.
public final class Words {
  private static final Map<String, Words> LOADED = new ConcurrentHashMap<>();

  private final Properties lines = new Properties();

  private Words(String language) {
    try {
      lines.load(new StringReader(Resources.text("words_" + language + ".properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The words for a language tag; English for a language that is not there.
  public static Words of(String tag) {
    String language = Locale.forLanguageTag(tag).getLanguage();
    return LOADED.computeIfAbsent(language.equals("es") ? "es" : "en", Words::new);
  }

  /// The sentence of that key.
  ///
  /// @throws IllegalArgumentException where there is none
  public String say(String key, Object... filled) {
    String line = lines.getProperty(key);
    if (line == null) {
      throw new IllegalArgumentException("no words for " + key);
    }
    return fill(line, filled);
  }

  /// The sentence of that key as HTML, filled with markup.
  public String html(String key, String... filled) {
    return fill(Chars.html(say(key)), (Object[]) filled);
  }

  /// In one pass, so that braces in what is put in stay what they are.
  private static String fill(String line, Object... filled) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int at = line.indexOf('{'); at >= 0; at = line.indexOf('{', from)) {
      int index = at + 2 < line.length() ? Character.digit(line.charAt(at + 1), 10) : -1;
      if (index >= 0 && index < filled.length) {
        out.append(line, from, at).append(filled[index]);
        from = at + 3;
      } else {
        out.append(line, from, at + 1);
        from = at + 1;
      }
    }
    return out.append(line, from, line.length()).toString();
  }

  /// What the engine says of an entry in English, in this language where it is known.
  public Optional<String> phrase(String english) {
    Properties known = of("en").lines;
    return known.stringPropertyNames().stream()
        .filter(key -> key.startsWith("engine") && english.equals(known.getProperty(key)))
        .findFirst()
        .map(this::say);
  }

  /// All sentences by key, for templates.
  public Map<String, String> lines() {
    Map<String, String> all = new HashMap<>();
    lines.stringPropertyNames().forEach(key -> all.put(key, lines.getProperty(key)));
    return Map.copyOf(all);
  }

  /// The sentence of `key.one` or `key.other`, by the count, which is `{0}`.
  public String count(String key, int count) {
    return say(key + (count == 1 ? ".one" : ".other"), count);
  }
}
