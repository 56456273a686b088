package dev.perilla.chapter.compiled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.perilla.chapter.compiled.Rich.Inline;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompiledJsonTest {
  static final CompiledChapter SMALL =
      new CompiledChapter(
          CompiledChapter.VERSION,
          "suma",
          "es",
          List.of(new Inline.Str("La suma")),
          List.of(),
          List.of("value"),
          List.of(),
          List.of(
              new CompiledChapter.Part.Prose(
                  new CompiledChapter.Part.Head("b1", List.of()),
                  List.of(
                      new Rich.Paragraph(
                          List.of(new Inline.Str("da "), new Inline.Num("12", "n1")))))),
          new Ledger(
              List.of(
                  new Ledger.Entry(
                      "n1",
                      Ledger.Kind.NUMERAL,
                      Ledger.Standing.COMPUTED,
                      7,
                      11,
                      "12",
                      Optional.of("c"),
                      Optional.of("12.0"),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty()))));

  @Test
  void isJsonThatSomebodyCanRead() {
    assertThat(CompiledJson.write(SMALL))
        .isEqualTo(
            """
            {
             "version": 1,
             "id": "suma",
             "lang": "es",
             "title": [
              {
               "kind": "Str",
               "text": "La suma"
              }
             ],
             "needs": [
              "value"
             ],
             "blocks": [
              {
               "kind": "Prose",
               "head": {"id": "b1"},
               "text": [{"kind": "Paragraph","inlines": [{"kind": "Str","text": "da "},{"kind": "Num","text": "12","claim": "n1"}]}]
              }
             ],
             "ledger": {
              "entries": [
               {"id": "n1","kind": "numeral","standing": "computed","line": 7,"column": 11,"text": "12","expression": "c","value": "12.0"}
              ]
             }
            }
            """);
  }

  @Test
  void claimsCountTheirStandings() {
    assertThat(LedgerJson.write(SMALL))
        .startsWith(
            """
            {
             "version": 1,
             "chapter": "suma",
             "counts": {
              "computed": 1
             },
             "entries": [
            """);
    assertThat(LedgerJson.read(LedgerJson.write(SMALL)).entries())
        .isEqualTo(SMALL.ledger().entries());
  }

  @Test
  void writingAndReadingIsTheIdentity() {
    for (int seed = 0; seed < 300; seed++) {
      CompiledChapter chapter = withVersion(new Generated(seed).of(CompiledChapter.class));
      String json = CompiledJson.write(chapter);
      assertThat(CompiledJson.read(json)).as("seed %d", seed).isEqualTo(chapter);
      assertThat(CompiledJson.write(CompiledJson.read(json))).isEqualTo(json);
      LedgerJson.Claims claims = LedgerJson.read(LedgerJson.write(chapter));
      assertThat(claims.entries()).isEqualTo(chapter.ledger().entries());
    }
  }

  @Test
  void refusesWhatIsNone() {
    List<String> others =
        List.of(
            "",
            "null",
            "[]",
            "{}",
            CompiledJson.write(SMALL).replace("\"version\": 1", "\"version\": 2"),
            CompiledJson.write(SMALL).replace("\"suma\"", "null"),
            CompiledJson.write(SMALL).replace("\"lang\": \"es\",", ""),
            CompiledJson.write(SMALL).replace("\"Prose\"", "\"Verse\""),
            CompiledJson.write(SMALL).replace("\"line\": 7,", ""),
            CompiledJson.write(SMALL).replace("\"claim\"", "\"clam\""),
            CompiledJson.write(SMALL).replace("\"line\": 7,", "\"line\": 7,\"line\": 7,"),
            CompiledJson.write(SMALL).replace("\"line\": 7,", "\"line\": \"7\","),
            CompiledJson.write(SMALL).replace("\"line\": 7,", "\"line\": 7.5,"),
            CompiledJson.write(SMALL).replace("\"line\": 7,", "\"line\": 99999999999,"),
            CompiledJson.write(SMALL).replace("\"computed\"", "\"compiled\""),
            CompiledJson.write(SMALL).replace("\"value\"", "3"),
            CompiledJson.write(SMALL).substring(0, 200),
            "[".repeat(100_000),
            CompiledJson.write(SMALL) + "{}");
    for (String other : others) {
      assertThatIllegalArgumentException().isThrownBy(() -> CompiledJson.read(other));
    }
  }

  @Test
  void saysWhereAndWhatIsWrong() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> CompiledJson.read(CompiledJson.write(SMALL).replace("\"Prose\"", "\"Verse\"")))
        .withMessage("not a compiled chapter: line 17: no kind Verse");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CompiledJson.read(CompiledJson.write(SMALL).replace("\"suma\"", "null")))
        .withMessage("not a compiled chapter: line 3: a text is due here");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CompiledJson.read("{\"version\": 1}"))
        .withMessage("not a compiled chapter: line 1: id is missing");
  }

  private static CompiledChapter withVersion(CompiledChapter chapter) {
    return new CompiledChapter(
        CompiledChapter.VERSION,
        chapter.id(),
        chapter.lang(),
        chapter.title(),
        chapter.summary(),
        chapter.needs(),
        chapter.sources(),
        chapter.blocks(),
        chapter.ledger());
  }
}
