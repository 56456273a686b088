package dev.perilla.renderer.internal;

import dev.perilla.chapter.compiled.CompiledChapter;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What the pages themselves say, in the language of the reader. A sentence is a line of
/// `words_<language>.properties`, with `{0}`, `{1}` for what is put in.
public final class Words {
  private static final Map<String, Words> LOADED = new ConcurrentHashMap<>(); // by tag

  private final Map<String, String> lines;
  private final SortedMap<String, String> inOrder;
  private final Map<String, String> phrases = new HashMap<>(); // what the engine says, to its key

  private Words(Map<String, String> lines) {
    this.lines = Map.copyOf(lines);
    this.inOrder = new TreeMap<>(lines);
    lines.forEach(
        (key, line) -> {
          if (key.startsWith("engine")) {
            phrases.put(line, key);
          }
        });
  }

  private static Words load(String language) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(Resources.text("words_" + language + ".properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> lines = new HashMap<>();
    properties.stringPropertyNames().forEach(key -> lines.put(key, properties.getProperty(key)));
    return new Words(lines);
  }

  /// The words for a language tag; English for a language that is not there.
  public static Words of(String tag) {
    Words known = LOADED.get(tag);
    if (known == null) {
      String language = Locale.forLanguageTag(tag).getLanguage();
      known = LOADED.computeIfAbsent(isThere(language) ? language : "en", Words::load);
      LOADED.put(tag, known);
    }
    return known;
  }

  /// What a language calls itself, `Português (Brasil)` where its tag says more than the language;
  /// its tag where nobody knows.
  public static String name(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    if (isThere(locale.getLanguage()) && locale.equals(Locale.of(locale.getLanguage()))) {
      return of(tag).say("language");
    }
    String name = locale.getDisplayName(locale);
    boolean isKnown = !name.isEmpty() && !name.equals(locale.getLanguage());
    int first = isKnown ? name.codePointAt(0) : 0;
    return isKnown
        ? Character.toString(Character.toTitleCase(first))
            + name.substring(Character.charCount(first))
        : tag;
  }

  /// Whether there are words for a language.
  public static boolean isThere(String language) {
    return language.matches("[a-z]{2,3}") && Resources.has("words_" + language + ".properties");
  }

  /// What a page says of itself as a translation.
  public List<String> notes(CompiledChapter chapter) {
    List<String> notes = new ArrayList<>();
    chapter
        .translated()
        .ifPresent(
            it -> {
              if (it.missing() > 0) {
                notes.add(
                    it.missing() == it.texts()
                        ? say("untranslated")
                        : count("untranslated", it.missing()));
              }
              if (it.stale() > 0) {
                notes.add(count("stale", it.stale()));
              }
            });
    return notes;
  }

  /// The sentence of that key.
  ///
  /// @throws IllegalArgumentException where there is none
  public String say(String key, Object... filled) {
    String line = lines.get(key);
    if (line == null) {
      throw new IllegalArgumentException("no words for " + key);
    }
    return fill(line, filled);
  }

  /// What stands behind a word and before what belongs to it.
  public String colon() {
    return say("colon");
  }

  /// The sentence of that key as HTML, filled with markup.
  public String html(String key, String... filled) {
    return fill(Chars.html(say(key)), (Object[]) filled);
  }

  /// The key of what stands before a foreseen mistake: an option is chosen, the rest comes out.
  public static String mistake(CompiledChapter.Asked.Task task) {
    return task instanceof CompiledChapter.Asked.Task.Choice ? "ifYouChose" : "ifYouGot";
  }

  /// In one pass, so that braces in what is put in stay what they are.
  private static String fill(String line, Object... filled) {
    if (line.indexOf('{') < 0) {
      return line;
    }
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
    String key = of("en").phrases.get(english);
    return key == null ? Optional.empty() : Optional.of(say(key));
  }

  /// All sentences by key, for templates.
  public Map<String, String> lines() {
    return lines;
  }

  /// The sentences whose key starts with `prefix`, for the script: a line each, the rest of the
  /// key, `=` and the sentence.
  public String table(String prefix) {
    return table(prefix, rest -> true);
  }

  /// Those of them the rest of whose key is `said`.
  public String table(String prefix, Predicate<String> said) {
    return inOrder.tailMap(prefix).entrySet().stream()
        .takeWhile(line -> line.getKey().startsWith(prefix))
        .filter(line -> said.test(line.getKey().substring(prefix.length())))
        .map(line -> line.getKey().substring(prefix.length()) + "=" + line.getValue())
        .collect(Collectors.joining("\n"));
  }

  /// The sentence of `key.one` or `key.other`, by the count, which is `{0}`.
  public String count(String key, int count) {
    return say(key + (count == 1 ? ".one" : ".other"), count);
  }
}
