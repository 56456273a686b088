package dev.perilla.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.Chapter;
import dev.perilla.chapter.Translation;
import dev.perilla.chapter.compiled.CompiledJson;
import dev.perilla.chapter.format.ChapterReader;
import dev.perilla.chapter.format.TranslationReader;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.FindingPrinter;
import dev.perilla.chapter.source.Severity;
import dev.perilla.engine.language.Limits;
import dev.perilla.engine.verify.Numeral.Notation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A translation changes words; numbers and names are the original's.
class TranslatedTest {
  private static final Settings COMMA =
      new Settings("es", Notation.COMMA, List.of(), Limits.DEFAULT);
  private static final Settings POINT =
      new Settings("en", Notation.POINT, List.of(), Limits.DEFAULT);

  /// A chapter in Spanish, which writes `0,5`, whose second block says `text`.
  private static Chapter original(String text) {
    String yaml =
        """
        perilla: 1
        id: mitad
        title: La mitad
        blocks:
          - type: code
            code: |
              a = 2
              mitad = a / 4
          - type: prose
            text: |
        """
            + text.indent(6);
    return ChapterReader.read("mitad.chapter.yaml", yaml.getBytes(StandardCharsets.UTF_8))
        .value()
        .orElseThrow();
  }

  private static Translation english(String text) {
    return read("blocks:\n  b2:\n    text: |\n" + text.indent(6));
  }

  private static Translation read(String rest) {
    String yaml = "perilla: 1\ntranslates: mitad\ntitle: One half\n" + rest;
    return TranslationReader.read("en/mitad.chapter.yaml", yaml.getBytes(StandardCharsets.UTF_8))
        .value()
        .orElseThrow();
  }

  private static Compilation compile(String original, Translation translation) {
    return Translated.of(original(original), translation, COMMA, POINT).compile(COMMA, POINT);
  }

  private static List<String> said(String original, String english) {
    return compile(original, english(english)).findings().stream()
        .map(it -> it.span().line() + ":" + it.span().column() + " " + it.message())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Vale [0,5]{= mitad}.              | It is [0.5]{= mitad}.
          `a = 2`, y `mitad` es {{mitad}}.  | {{mitad}} is `mitad`, and `a = 2`.
          Es `mitad`.                       | `mitad` it is, just `mitad`.
          Son 1.500,5 + 1 = 1.501,5.        | They are 1,500.5 + 1 = 1,501.5.
          [Es menos]{= mitad < a}.          | [It is less]{= mitad < a}.
          El [50 %]{= mitad} de algo.       | [50%]{= mitad} of something.
          La suma $a + a$ es [4]{= 2 * a}.  | [4]{= 2 * a} is the sum $a + a$.
          [Python 3.11]{plain} y [1.2.3]{plain} | [Python 3.11]{plain} and [1.2.3]{plain}
          Tres, cinco y una vez.            | Five, three and once.
          Las tres y los diez.              | All of them, and ten.
          Son [3]{plain} de cuatro.         | Three of four: [3]{plain}.
          [13 mil]{plain} en 5 × 2 = 10     | [13 thousand]{plain} in 5 × 2 = 10
          [13 mil]{plain} veces             | [13 tysięcy]{plain} times
          GPT-4 y m²                        | GPT-4, and ft²
          {{mitad}} < {{a}} y [≤ 13]{plain} | [<= 13]{plain} and {{mitad}} < {{a}}
          x → y, x -> y                     | x becomes y
          dióxido de carbono, H2O           | CO2, H2O
          Vale {{mitad}} kilómetros.        | {{mitad}} km it is.
          Vale {{mitad}} horas y media.     | It is {{mitad}} hours and a half.
          [13]{plain} € y [14]{plain} euros | €[13]{plain} and [14]{plain} €
          [13]{plain} por ciento            | [13]{plain} per cent
          [13]{plain} millones de euros     | €[13]{plain} m
          [13]{plain} tys. kg               | [13]{plain} thousand kg
          [13]{plain} libras                | [13]{plain} pounds
          Porcentaje: [13]{plain}           | [13]{plain} percent
          al menos {{a}}                    | no less than {{a}}
          es {{a}}                          | is exactly {{a}}
          El máximo es {{a}}                | At most {{a}}
          de `mitad`: {{mitad}}, `a`: {{a}} | of `a`: {{a}}, of `mitad` {{mitad}}
          `mitad` por `a` es {{mitad}}      | by `a`, `mitad` is {{mitad}}
          `a` {{mitad}} y `mitad` {{mitad}} | `mitad` {{mitad}}, `a` {{mitad}}
          [5 < 6]{plain} y [15 000]{plain}  | [5 < 6]{plain} and [15,000]{plain}
          [1,5 ≠ 1.500]{plain}              | [1.5 ≠ 1,500]{plain}
          treinta y tres                    | thirty-three
          sesenta y dos                     | soixante-deux
          setenta y cuatro                  | soixante-quatorze
          """)
  void wordsMayBeOthers(String original, String english) {
    assertThat(said(original, english)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [0,5]{= mitad}      | [0.6]{= mitad}        | 7:7 the translation says [0.6]{= mitad}, the original says [0,5]{= mitad}
          [0,5]{= mitad}      | [0.50]{= mitad}       | 7:7 the translation says [0.50]{= mitad}, the original says [0,5]{= mitad}
          [0,5]{= mitad}      | one half              | 7:7 the translation lacks [0,5]{= mitad} of the original
          la mitad            | [0.5]{= mitad}        | 7:7 the original does not say [0.5]{= mitad} in this text
          `a = 2`             | `a = 3`               | 7:12 the translation says `a = 3`, the original says `a = 2`
          de `a`              | of `mitad`            | 7:11 the translation says `mitad`, the original says `a`
          {{mitad}}           | {{mitad:.2f}}         | 7:14 the translation says {{mitad:.2f}}, the original says {{mitad}}
          {{mitad}}           | {{mitad}} and {{mitad}} | 7:21 the original does not say {{mitad}} in this text
          [7]{plain} cosas    | [8]{plain} things     | 7:8 the translation says 8, the original says 7
          [v. 3.11]{plain}    | [v. 3.12]{plain}      | 7:11 the translation says 3.12, the original says 3.11
          1 + 1 = 2           | 1 + 1 = 3             | 7:15 the translation says 3, the original says 2
          [menos]{= mitad < a} | [less]{= mitad < 3}  | 7:7 the translation says {= mitad < 3}, the original says {= mitad < a}
          [13 mil]{plain}     | [13 million]{plain}   | 7:8 the translation says 13 million, the original says 13 mil
          [≥ 13]{plain}       | [≤ 13]{plain}         | 7:8 the translation says ≤, the original says ≥
          [`x > 13`]{plain}   | [`x < 13`]{plain}     | 7:11 the translation says <, the original says >
          {{mitad}} < {{a}}   | {{mitad}} > {{a}}     | 7:17 the translation says mitad > a, the original says mitad < a
          {{mitad}} < {{a}}   | {{a}} < {{mitad}}     | 7:13 the translation says a < mitad, the original says mitad < a
          a = 2 × 1 = 2       | mitad = 2 × 1 = 2     | 7:13 the translation says mitad =, the original says a =
          GPT-4               | GPT-5                 | 7:11 the translation says GPT-5, the original says GPT-4
          a¹³                 | a¹⁴                   | 7:9 the translation says a¹⁴, the original says a¹³
          x1                  | x2                    | 7:8 the translation says x2, the original says x1
          $a + a$             | $a + 1$               | 7:12 the translation says $a + 1$, the original says $a + a$
          tres de diez        | cinque di dieci       | 7:7 the translation says cinque, the original says tres
          tres de diez        | пять из десяти        | 7:7 the translation says пять, the original says tres
          tres de diez        | five of ten           | 7:7 the translation says five, the original says tres
          Cuatro cosas        | Drei Dinge            | 7:7 the translation says Drei, the original says Cuatro
          cincuenta           | sixty                 | 7:7 the translation says sixty, the original says cincuenta
          {{a}} km            | {{a}} m               | 7:7 the translation says {{a}} m, the original says {{a}} km
          **{{a}}** km        | **{{a}}** miles       | 7:9 the translation says {{a}} miles, the original says {{a}} km
          [13]{plain} horas   | [13]{plain} minutes   | 7:8 the translation says 13 minutes, the original says 13 horas
          [13 horas]{plain}   | [13 minutes]{plain}   | 7:8 the translation says 13 minutes, the original says 13 horas
          [2 km]{= a}         | [2 m]{= a}            | 7:7 the translation says [2]{= a} m, the original says [2]{= a} km
          1 + 1 = 2 km        | 1 + 1 = 2 m           | 7:15 the translation says 2 m, the original says 2 km
          [2]{= a} €          | [2]{= a} $            | 7:7 the translation says [2]{= a} $, the original says [2]{= a} €
          [2]{= a} €          | $[2]{= a}             | 7:8 the translation says $[2]{= a}, the original says [2]{= a} €
          {{a}} °C            | {{a}} °F              | 7:7 the translation says {{a}} °F, the original says {{a}} °C
          Vale [2]{= a}.      | It is [2]{= a} percent. | 7:13 the translation says is [2]{= a} percent, the original says Vale [2]{= a}
          {{a}} km            | {{a}} million km      | 7:7 the translation says {{a}} million km, the original says {{a}} km
          {{a}} mil euros     | {{a}} euros           | 7:7 the translation says {{a}} euros, the original says {{a}} mil euros
          [13]{plain} millones | [13]{plain} thousand | 7:8 the translation says 13 thousand, the original says 13 millones
          al menos {{a}}      | at most {{a}}         | 7:15 the translation says at most {{a}}, the original says al menos {{a}}
          vale {{a}}          | is not {{a}}          | 7:14 the translation says is not {{a}}, the original says vale {{a}}
          [5 < 6]{plain}      | [6 < 5]{plain}        | 7:10 the translation says 6 < 5, the original says 5 < 6
          [2.000]{plain} cosas | [2.000]{plain} things | 7:8 2.000 is not written as numbers are in this translation
          `a` es {{a}}, `mitad` es {{mitad}} | `mitad` is {{a}}, `a` is {{mitad}} | 7:18 the translation says {{a}} of `mitad`, the original of `a`
          $a$: {{a}}; $mitad$: {{mitad}}     | $mitad$: {{a}}; $a$: {{mitad}}     | 7:16 the translation says {{a}} of $mitad$, the original of $a$
          """)
  void numbersAndNamesMayNot(String original, String english, String said) {
    assertThat(said(original, english)).containsExactly(said);
  }

  /// What is marked plain may be a version, `3.11` in every notation, or a number in this one.
  @Test
  void whatIsMarkedPlainMayStandAsItIs() {
    for (String same : List.of("3.11", "3,11")) {
      assertThat(withComma("With Python [3.11]{plain}", "Con Python [" + same + "]{plain}"))
          .isEmpty();
    }
  }

  /// What is at the head of a row or a column says what its numbers are of.
  @Test
  void tablesKeepTheNumbersOfTheirNames() {
    String table = "| | `a` | mitad |\n|---|---|---|\n| x | {{a}} | {{mitad}} |";
    assertThat(said(table, "| | mitad | `a` |\n|---|---|---|\n| y | {{mitad}} | {{a}} |"))
        .isEmpty();
    assertThat(said(table, "| | mitad | `a` |\n|---|---|---|\n| y | {{a}} | {{mitad}} |"))
        .containsExactly("9:13 the translation says {{a}} of mitad, the original of `a`");
    String rows = "| x | y |\n|---|---|\n| `a` | {{a}} |\n| `mitad` | {{mitad}} |";
    assertThat(said(rows, "| x | y |\n|---|---|\n| `mitad` | {{a}} |\n| `a` | {{mitad}} |"))
        .containsExactly("9:19 the translation says {{a}} of `mitad`, the original of `a`");
  }

  /// A formula has the group marks and the decimal mark of its language.
  @Test
  void formulasHaveTheNotationOfTheirText() {
    String english = "It is [$n = 13{,}048.5$]{plain}.";
    for (String same : List.of("13{.}048{,}5", "13048{,}5", "13\\,048{,}5")) {
      assertThat(withComma(english, "Es [$n = " + same + "$]{plain}.")).as(same).isEmpty();
    }
    for (String other : List.of("13{.}049{,}5", "13048{,}6", "1{.}3048{,}5")) {
      assertThat(withComma(english, "Es [$n = " + other + "$]{plain}.")).as(other).isNotEmpty();
    }
    assertThat(withComma("It is $5000 \\cdot a = 10{,}000$.", "Es $5000 \\cdot a = 10{.}000$."))
        .isEmpty();
  }

  /// What is found in a translation with decimal commas of a text with points.
  private static List<Finding> withComma(String original, String translation) {
    return Translated.of(original(original), english(translation), POINT, COMMA)
        .compile(POINT, COMMA)
        .findings();
  }

  @Test
  void aLineOfAFenceIsTheSameAndItsWordsAreNot() {
    String spanish = "```\na / 4 = 0.5   # la mitad\nperro → gato\n```";
    assertThat(said(spanish, "```\na / 4 = 0.5  # one half\ndog → cat\n```")).isEmpty();
    assertThat(said(spanish, "```\na / 5 = 0.4  # one half\ndog → cat\n```"))
        .containsExactly("8:11 the translation says a / 5 = 0.4, the original says a / 4 = 0.5");
  }

  /// A translation is checked as an original is: that its numbers are the original's is not all.
  @Test
  void whatIsClaimedIsChecked() {
    assertThat(said("1 + 2 = 3", "2 + 1 = 3")).isEmpty();
    assertThat(said("1 + 2 = 3", "1 + 3 = 2"))
        .containsExactly("7:15 the text says 2, the program gives 4");
  }

  @Test
  void numbersHaveTheNotationOfTheirText() {
    String original = "Es {{mitad}}.";
    assertThat(json(compile(original, english("It is {{mitad}}.")))).contains("\"text\": \"0.5\"");
    String fallback = CompiledJson.write(compile(original, read("")).chapter().orElseThrow());
    assertThat(fallback)
        .contains("\"text\": \"0,5\"", "\"kind\": \"InLanguage\"", "\"lang\": \"es\"")
        .contains("\"missing\": 1");
  }

  private static String json(Compilation compilation) {
    assertThat(FindingPrinter.pretty(compilation.findings())).isEmpty();
    return CompiledJson.write(compilation.chapter().orElseThrow());
  }

  @Test
  void aStaleTextIsShownWhileItsNumbersAgree() {
    Translation kept =
        read("blocks: {b2: {text: \"One half, `mitad`.\", from: {text: \"Medio, `mitad`.\"}}}");
    Compilation compilation = compile("La mitad, `mitad`.", kept);
    assertThat(FindingPrinter.pretty(compilation.findings()))
        .isEqualTo(
            """
            en/mitad.chapter.yaml:4:22: warning[P0702]: the original of this text has changed: Medio, → La mitad,
                4 | blocks: {b2: {text: "One half, `mitad`.", from: {text: "Medio, `mitad`."}}}
                  |                      ^
               note: mitad.chapter.yaml:11:7: the original as it is now
               11 |       La mitad, `mitad`.
                  |       ^
               help: translate what changed, then run `perilla translate accept`
            """);
    assertThat(CompiledJson.write(compilation.chapter().orElseThrow())).contains("One half");
  }

  @Test
  void aStaleTextWithOtherNumbersGivesWayToTheOriginal() {
    Translation kept = read("blocks: {b2: {text: \"`a = 3`.\", from: {text: \"Es `a = 3`.\"}}}");
    Compilation compilation = compile("Es `a = 2`.", kept);
    assertThat(Chapters.codes(compilation)).containsExactly("4: P0702");
    assertThat(CompiledJson.write(compilation.chapter().orElseThrow()))
        .contains("InLanguage", "a = 2")
        .doesNotContain("a = 3");
  }

  /// What a learner said stands in the original, in its notation.
  @Test
  void whatLearnersSaidIsJudgedAsTheyWroteIt() {
    String yaml =
        """
        perilla: 1
        id: mitad
        title: La mitad
        blocks:
          - type: exercise
            id: e
            text: Mil doscientos.
            code: x = 24 * 50
            questions:
              - ask: ¿Cuánto es?
                answer: x
                attempts: [{said: "1.200", verdict: right}, {said: "1,200", verdict: wrong}]
        """;
    Chapter chapter =
        ChapterReader.read("mitad.chapter.yaml", yaml.getBytes(StandardCharsets.UTF_8))
            .value()
            .orElseThrow();
    assertThat(Compiler.compile(chapter, COMMA).findings()).isEmpty();
    Translated translated = Translated.of(chapter, read(""), COMMA, POINT);
    assertThat(translated.compile(COMMA, POINT).findings())
        .noneMatch(it -> it.severity() == Severity.ERROR);
  }
}
