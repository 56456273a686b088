package dev.perilla.renderer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.renderer.internal.Resources;
import dev.perilla.renderer.internal.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class WordsTest {
  private static final List<String> TEMPLATES =
      List.of(
          "above",
          "below",
          "block",
          "chain",
          "chapter",
          "dialogue",
          "exercise",
          "given",
          "graph",
          "hint",
          "index",
          "ledger",
          "listing",
          "missing",
          "note",
          "network",
          "plot",
          "questions",
          "table",
          "training");

  /// A language is its file: whatever lies there is held to English, with no code about it.
  static List<String> languages() throws IOException {
    Path folder = Path.of("src/main/resources/dev/perilla/renderer");
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("words_"))
          .map(name -> name.substring("words_".length(), name.indexOf('.')))
          .sorted()
          .toList();
    }
  }

  /// A reader looks for a language by the name that it has for itself.
  @ParameterizedTest
  @CsvSource({
    "es, Español",
    "pt, Português",
    "pt-BR, Português (Brasil)",
    "fr, Français",
    "he, עברית",
    "zh-Hans, 中文 (简体)",
    "qaa, qaa",
  })
  void languagesCallThemselves(String tag, String name) {
    assertThat(Words.name(tag)).isEqualTo(name);
  }

  @Test
  void someAreThere() throws IOException {
    assertThat(languages()).contains("de", "en", "es", "fr", "pt");
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyLanguageSaysTheSame(String language) {
    Map<String, List<String>> filled = filled(language);
    assertThat(filled.keySet()).isEqualTo(filled("en").keySet());
    filled("en").forEach((key, places) -> assertThat(filled.get(key)).as(key).isEqualTo(places));
    assertThat(Words.name(language)).isEqualTo(Words.of(language).say("language"));
  }

  /// What each sentence is filled with.
  private static Map<String, List<String>> filled(String language) {
    Map<String, List<String>> places = new TreeMap<>();
    Words.of(language)
        .lines()
        .forEach(
            (key, line) ->
                places.put(
                    key,
                    Pattern.compile("\\{\\d}")
                        .matcher(line)
                        .results()
                        .map(MatchResult::group)
                        .sorted()
                        .toList()));
    return places;
  }

  @Test
  void aRegionHasTheWordsOfItsLanguageAndAStrangerHasEnglish() {
    assertThat(Words.of("es-AR").say("next")).isEqualTo("Siguiente");
    assertThat(Words.of("fi").say("next")).isEqualTo("Next");
    assertThat(Words.of("not a tag").say("next")).isEqualTo("Next");
  }

  @Test
  void whatIsPutInStaysWhatItIs() {
    assertThat(Words.of("en").say("graphText", "{0} {1}")).contains("lead to {0} {1},");
  }

  @Test
  void countsAgree() {
    assertThat(Words.of("es").count("numerals", 1)).isEqualTo("1 número");
    assertThat(Words.of("es").count("numerals", 2)).isEqualTo("2 números");
  }

  @Test
  void templatesNameWordsThatExist() {
    Pattern word = Pattern.compile("\\{\\{w\\.(\\w+)}}");
    for (String template : TEMPLATES) {
      Matcher matcher = word.matcher(Resources.text(template + ".mustache"));
      while (matcher.find()) {
        assertThat(Words.of("en").lines()).as(template).containsKey(matcher.group(1));
      }
    }
  }
}
