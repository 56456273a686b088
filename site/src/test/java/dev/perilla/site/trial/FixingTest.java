package dev.perilla.site.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.source.Finding;
import dev.perilla.engine.compile.Settings;
import dev.perilla.engine.language.Limits;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.site.Workers;
import dev.perilla.site.book.Draft;
import dev.perilla.site.book.Place;
import dev.perilla.site.book.Workshop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Digits are replaced, and nothing else of the file.
@SuppressWarnings("StringConcatToTextBlock") // ends of lines are what this is about
class FixingTest {
  private static final String HEAD =
      """
      perilla: 1
      id: a   # the id
      "title" : 'A title'
      blocks:
        - {type: example, id: ex, given: {a: 3, b: 4}, code: "c = a * b\\nd = c / 160\\ne = 0 - c"}
      """;

  /// A block with a wrong number in one kind of place, and the block mended.
  record Case(String what, String wrong, String mended) {
    @Override
    public String toString() {
      return what;
    }
  }

  static List<Case> cases() {
    return List.of(
        new Case(
            "literal scalar, comments around",
            "  - type: prose # 11\n"
                + "    text: |  # [11]\n"
                + "      Vale [11]{= c}: `c = 13`.\n"
                + "    # 11\n",
            "  - type: prose # 11\n"
                + "    text: |  # [11]\n"
                + "      Vale [12]{= c}: `c = 12`.\n"
                + "    # 11\n"),
        new Case(
            "digits before a power of ten",
            "  - {type: prose, text: 'Vale [7.4×10⁻²]{= d}, [≈ 1.3 · 10^1]{= c}.'}\n",
            "  - {type: prose, text: 'Vale [7.5×10⁻²]{= d}, [≈ 1.2 · 10^1]{= c}.'}\n"),
        new Case(
            "folded scalar over lines",
            "  - type: prose\n"
                + "    text: >-\n"
                + "      Vale\n"
                + "      [11]{= c} y\n\n"
                + "      `c = a *\n"
                + "      b = 13`\n",
            "  - type: prose\n"
                + "    text: >-\n"
                + "      Vale\n"
                + "      [12]{= c} y\n\n"
                + "      `c = a *\n"
                + "      b = 12`\n"),
        new Case(
            "double quotes with escapes",
            "  - type: prose\n"
                + "    text: \"\\u00bfVale\\t\\\"[11]{= c}\\\" \\\n"
                + "      o `c = 13`?\"\n",
            "  - type: prose\n"
                + "    text: \"\\u00bfVale\\t\\\"[12]{= c}\\\" \\\n"
                + "      o `c = 12`?\"\n"),
        new Case(
            "digits that are escapes themselves",
            "  - {type: prose, text: \"`c = \\u0031\\x33`\"}\n",
            "  - {type: prose, text: \"`c = 12`\"}\n"),
        new Case(
            "single quotes with a doubled one",
            "  - {text: 'it''s [11]{= c}', type: prose}\n",
            "  - {text: 'it''s [12]{= c}', type: prose}\n"),
        new Case(
            "emoji before the number",
            "  - type: prose\n    text: 😀👩‍🔬 [11]{= c} é\u0301 `c = 13` 😀\n",
            "  - type: prose\n    text: 😀👩‍🔬 [12]{= c} é\u0301 `c = 12` 😀\n"),
        new Case(
            "expectations in a flow map, quoted and not",
            "  - {type: code, code: x = c, expect: { x : 13 , \"d\": \"0.076\",'c': '11' }} # 13\n",
            "  - {type: code, code: x = c, expect: { x : 12 , \"d\": \"0.075\",'c': '12' }} #"
                + " 13\n"),
        new Case(
            "a comment of a listing",
            "  - type: code\n"
                + "    code: |\n"
                + "      x = c  # => 13.0\n"
                + "      y = [6 * 2, 1]  # => [11, 1]\n",
            "  - type: code\n"
                + "    code: |\n"
                + "      x = c  # => 12.0\n"
                + "      y = [6 * 2, 1]  # => [12, 1]\n"),
        new Case(
            "percent over a line end of a folded scalar",
            "  - type: prose\n    text: >\n      Es [7.4\n      %]{= d} de\n",
            "  - type: prose\n    text: >\n      Es [7.5\n      %]{= d} de\n"),
        new Case(
            "minus sign, percent with a no-break space, exponent",
            "  - type: prose\n"
                + "    text: Da [−11]{= e}, [7.4\u00a0%]{= d}, [7.6e-2]{= d} y [+12.1]{= c}.\n",
            "  - type: prose\n"
                + "    text: Da [−12]{= e}, [7.5\u00a0%]{= d}, [7.5e-2]{= d} y [+12.0]{= c}.\n"),
        new Case(
            "several wrong sides of one statement",
            "  - {type: prose, text: '`c = a * b = 13 = 11.0 = 14`'}\n",
            "  - {type: prose, text: '`c = a * b = 12 = 12.0 = 12`'}\n"),
        new Case(
            "sums in plain words",
            "  - type: note\n    kind: rule\n    text: 3 × 4 = 13, como `3 × 4 = 11`.\n",
            "  - type: note\n    kind: rule\n    text: 3 × 4 = 12, como `3 × 4 = 12`.\n"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theDigitsAndNothingElse(Case example) {
    fixes(HEAD + example.wrong(), HEAD + example.mended());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void withLineEndsOfWindows(Case example) {
    fixes(
        (HEAD + example.wrong()).replace("\n", "\r\n"),
        (HEAD + example.mended()).replace("\n", "\r\n"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void withAByteOrderMark(Case example) {
    fixes("\uFEFF" + HEAD + example.wrong(), "\uFEFF" + HEAD + example.mended());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void withoutALineEndAtTheEnd(Case example) {
    fixes((HEAD + example.wrong()).stripTrailing(), (HEAD + example.mended()).stripTrailing());
  }

  @Test
  void aChapterInJson() {
    String wrong =
        """
        {"perilla": 1, "id": "a", "title": "T", "blocks": [
          {"type": "example", "given": {"a": 3, "b": 4}, "code": "c = a * b", "expect": {"c":13 }},
          {"type": "prose", "text": "\\u00a1[11]{= c}!\\n"}]}
        """;
    fixes(wrong, wrong.replace("13", "12").replace("[11]", "[12]"));
  }

  @Test
  void theDecimalCommaStays() {
    Settings comma = new Settings("es", Notation.COMMA, List.of(), Limits.DEFAULT);
    String wrong = HEAD + "  - {type: prose, text: 'Vale [12,5]{= c}; [1.211,0]{= c * 100}.'}\n";
    Fixing fixing = fixing(wrong, comma, Set.of());
    assertThat(text(fixing.after()))
        .isEqualTo(wrong.replace("12,5", "12,0").replace("1.211,0", "1.200,0"));
  }

  /// A block, what is doubtful about its number, and the block with the change.
  static List<Case> doubts() {
    return List.of(
        new Case("changes the sign", "`c = -12`", "`c = 12`"),
        new Case("changes the sign", "[11]{= e}", "[-12]{= e}"),
        new Case("changes the order of magnitude", "[120]{= c}", "[12]{= c}"),
        new Case("changes the order of magnitude", "[0.75]{= d}", "[0.08]{= d}"),
        new Case("changes the order of magnitude", "[9]{= c}", "[12]{= c}"),
        new Case("changes the order of magnitude", "[0]{= c}", "[12]{= c}"),
        new Case("changes the order of magnitude", "`c = \\u0031`", "`c = 12`"));
  }

  @ParameterizedTest
  @MethodSource("doubts")
  void whatSaysAnotherThingIsNotDoneUnasked(Case doubt) {
    String wrong = HEAD + "  - {type: prose, text: \"Vale " + doubt.wrong() + ".\"}\n";
    Fixing refused = fixes(wrong, wrong);
    assertThat(refused.refused()).hasSize(1);
    Change change = refused.refused().getFirst();
    assertThat(change.doubt()).contains(doubt.what());
    assertThat(change.id()).startsWith("a/b2-");
    Fixing accepted = fixing(wrong, SETTINGS, Set.of(change.id()));
    assertThat(text(accepted.after())).isEqualTo(wrong.replace(doubt.wrong(), doubt.mended()));
    assertThat(accepted.left()).isEmpty();
  }

  @Test
  void aConditionOfAListingIsNotTurnedUnasked() {
    String wrong = HEAD + "  - {type: code, code: 'x = c < 3  # => True'}\n";
    Fixing refused = fixes(wrong, wrong);
    assertThat(refused.refused().getFirst().doubt()).contains("turns a condition round");
    Fixing accepted = fixing(wrong, SETTINGS, Set.of(refused.refused().getFirst().id()));
    assertThat(text(accepted.after())).isEqualTo(wrong.replace("True", "False"));
  }

  @Test
  void acceptingOneAcceptsNoOther() {
    String wrong = HEAD + "  - {type: prose, text: '`c = -12`, `c = 120`'}\n";
    List<Change> both = fixing(wrong, SETTINGS, Set.of()).refused();
    Fixing one = fixing(wrong, SETTINGS, Set.of(both.get(1).id()));
    assertThat(text(one.after())).isEqualTo(wrong.replace("120", "12"));
    assertThat(one.refused()).extracting(Change::id).containsExactly(both.get(0).id());
  }

  @Test
  void whatHasNoDigitsIsLeftToTheAuthor() {
    String wrong = HEAD + "  - {type: prose, text: '[Crece]{= c < 3}, [11]{= c} y 77.'}\n";
    Fixing fixing = fixing(wrong, SETTINGS, Set.of());
    assertThat(text(fixing.after())).isEqualTo(wrong.replace("11", "12"));
    assertThat(fixing.left().stream().map(it -> it.code().id())).containsExactly("P0313", "P0301");
  }

  /// Digits that agree with the name and not with the arithmetic beside it are not written.
  @Test
  void noDigitIsWrittenThatMakesAnotherSideFalse() {
    String wrong =
        HEAD
            + "  - {type: prose, text: '`c = 11 + 0.5 = 11.5`, `c = 11.6 = 11 + 0.5`, `c = 13`'}\n";
    Fixing fixing = fixing(wrong, SETTINGS, Set.of());
    assertThat(text(fixing.after())).isEqualTo(wrong.replace("13", "12"));
    assertThat(fixing.left().stream().map(it -> it.code().id())).containsExactly("P0311", "P0312");
  }

  @Test
  void aFileWhoseErrorsHideNumbersIsNotTouched() {
    for (String hiding :
        List.of(
            "  - {type: code, code: 'x = nothing'}\n",
            "  - {type: code, code: 'import os'}\n",
            "  - {type: prose, text: x, colour: 3}\n",
            "  - {type: nothing}\n")) {
      String wrong = HEAD + "  - {type: prose, text: '[11]{= c}'}\n" + hiding;
      Fixing fixing = fixes(wrong, wrong);
      assertThat(fixing.hidden()).as(hiding).isTrue();
    }
  }

  @Test
  void aTrueFileStaysAsItIs() {
    Fixing fixing = fixes(HEAD, HEAD);
    assertThat(fixing.left()).extracting(Finding::message).isEmpty();
  }

  private static final Settings SETTINGS =
      new Settings("es", Notation.POINT, List.of(), Limits.DEFAULT);

  /// Fixes `wrong` and compares; a second run changes nothing.
  private static Fixing fixes(String wrong, String mended) {
    Fixing fixing = fixing(wrong, SETTINGS, Set.of());
    assertThat(text(fixing.after())).isEqualTo(mended);
    assertThat(text(fixing(mended, SETTINGS, Set.of()).after())).isEqualTo(mended);
    if (!wrong.equals(mended)) {
      assertThat(fixing.left()).isEmpty();
    }
    return fixing;
  }

  private static Fixing fixing(String text, Settings settings, Set<String> accepted) {
    String name = text.startsWith("{") ? "a.chapter.json" : "a.chapter.yaml";
    Draft draft = Draft.chapter(new Place(Path.of("/" + name), name), settings, null, Path.of("/"));
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Workers.map(List.of(draft), 1, it -> Fixing.of(it, bytes, accepted)).getFirst();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /// A translation says what its original says: its own wrong digits are mended in its own file,
  /// those that the original has as well wait for the original.
  @Test
  void theDigitsOfATranslation(@TempDir Path folder) throws IOException {
    String text =
        "    text: \"Son [%s]{= c} 🎛️\"  # ¿%s?\n    from: {text: \"It is [%s]{= c}\"}\n";
    String head = "perilla: 1\ntranslates: a\nblocks:\n  p:\n";
    Files.createDirectory(folder.resolve("es"));
    Files.writeString(
        folder.resolve("book.yaml"),
        "perilla: 1\ntitle: A\nlang: en\nchapters: [a]\ntranslations: {es: {title: Un A}}\n");
    for (String original : List.of("12", "11")) {
      Files.writeString(
          folder.resolve("a.chapter.yaml"),
          HEAD + "  - {type: prose, id: p, text: \"It is [" + original + "]{= c}\"}\n");
      Path file = folder.resolve("es/a.chapter.yaml");
      Files.writeString(file, head + text.formatted("11", "11", original));
      Draft draft = new Workshop(folder, 1).draft(Path.of("es/a.chapter.yaml"));
      byte[] bytes = Files.readAllBytes(file);
      Fixing fixing =
          Workers.map(List.of(draft), 1, it -> Fixing.of(it, bytes, Set.of())).getFirst();
      assertThat(new String(fixing.after(), StandardCharsets.UTF_8))
          .isEqualTo(head + text.formatted(original, "11", original));
      assertThat(fixing.refused()).isEmpty();
    }
  }
}
