package dev.perilla.site.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.source.Finding;
import dev.perilla.engine.compile.Settings;
import dev.perilla.engine.language.Limits;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.site.book.Draft;
import dev.perilla.site.book.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an audit says of chapters whose guards are known.
class AuditTest {
  @TempDir Path folder;

  private static final String GUARDED =
      """
      perilla: 1
      id: a
      title: A
      blocks:
        - type: example
          given: {a: 3, b: 4}
          code: c = a * b
          output: c
          expect: {c: 12, dc/da: b, dc/db: 3}
        - type: prose
          text: "`tanh(0.5) = 0.4621`, [1.5×10⁻³]{= a / 2000}, ½ + ¼ = ¾ and `c = a * b = 12`"
      """;

  private Audit audit(String chapter) throws IOException {
    Path file = folder.resolve("a.chapter.yaml");
    Files.writeString(file, chapter);
    Settings settings = new Settings("en", Notation.POINT, List.of(), Limits.DEFAULT);
    Draft draft = Draft.chapter(Place.of(file, folder), settings, folder, folder);
    return Audit.of(List.of(draft), 2, (done, all) -> {});
  }

  private static List<String> places(Audit audit) {
    return audit.unguarded().stream()
        .map(it -> it.span().line() + ":" + it.span().column() + " " + it.span().text())
        .toList();
  }

  @Test
  void aRoundedStatementIsGuardedAgainstItsOpposite() throws IOException {
    Audit audit = audit(GUARDED);
    assertThat(audit.broken()).isEmpty();
    assertThat(places(audit)).isEmpty();
    assertThat(audit.changes()).isGreaterThan(20);
  }

  @Test
  void anInputThatNothingDependsOnIsNamed() throws IOException {
    Audit audit = audit(GUARDED.replace("b: 4}", "b: 4, d: 5}"));
    assertThat(places(audit)).containsExactly("6:28 5");
    Finding finding = audit.unguarded().getFirst();
    assertThat(finding.message()).isEqualTo("nothing notices when this input becomes 6");
    assertThat(finding.help()).isPresent();
  }

  /// Variants are proven with whatever inputs they are made of.
  @Test
  void theBoundsOfVariantsAreNoInputs() throws IOException {
    Audit audit =
        audit(
            GUARDED
                + """
                  - type: exercise
                    given: {x: {from: 3, to: 5}, y: {one_of: [2, 4]}}
                    code: z = x * y
                    output: z
                    text: Compute.
                    questions: [{ask: How much?, answer: z}]
                """);
    assertThat(audit.broken()).isEmpty();
    assertThat(places(audit)).isEmpty();
  }

  @Test
  void aComparisonLeavesRoomForOtherDigits() throws IOException {
    Audit audit = audit(GUARDED.replace("`c = a * b = 12`", "`c = a * b < 19`"));
    assertThat(places(audit)).contains("11:85 1");
  }

  @Test
  void aChapterWithErrorsIsNotAudited() throws IOException {
    Audit audit = audit(GUARDED.replace("= 12`", "= 13`"));
    assertThat(audit.changes()).isZero();
    assertThat(audit.broken()).hasSize(1);
  }

  /// Rows of data files are there for each change as well.
  @Test
  void dataOfTheBookAreRead() throws IOException {
    Files.writeString(folder.resolve("p.csv"), "x\n7\n");
    Audit audit =
        audit(
            GUARDED
                .replace("blocks:", "data: {p: p.csv}\nblocks:")
                .replace("`c = a * b = 12`", "`p[0][0] = 7`"));
    assertThat(audit.broken()).isEmpty();
  }
}
