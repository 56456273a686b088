package dev.perilla.renderer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.renderer.internal.Resources;
import dev.perilla.renderer.internal.Words;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class WordsTest {
  private static final List<String> TEMPLATES =
      List.of(
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
          "page",
          "plot",
          "questions",
          "table",
          "training");

  @Test
  void bothLanguagesSayTheSame() {
    assertThat(Words.of("es").lines().keySet()).isEqualTo(Words.of("en").lines().keySet());
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
