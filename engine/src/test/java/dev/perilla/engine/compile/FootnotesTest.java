package dev.perilla.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.source.FindingPrinter;
import org.junit.jupiter.api.Test;

/// Each mark has its note, and each note its mark.
class FootnotesTest {
  @Test
  void whatMeetsIsFine() {
    assertThat(findings("It holds[^why] twice[^why].\n\n[^why]: As `c = 12`.")).isEmpty();
    assertThat(findings("It holds[^Why].\n\n[^why]: So.")).isEmpty();
    assertThat(findings("A set of a pattern: `[^abc]`, and \\[^abc].")).isEmpty();
  }

  @Test
  void aMarkWithoutItsNoteIsAnError() {
    assertThat(findings("It holds[^wy].\n\n[^why]: So. And[^why]."))
        .contains("t.chapter.yaml:16:15: error[P0606]: this text has no footnote `wy`")
        .contains("did you mean `[^why]`?");
    assertThat(findings("Nothing[^1].")).contains("error[P0606]").contains("`[^1]: …`");
    assertThat(findings("# A heading[^1]\n\n| a[^2] |\n| --- |\n| b |"))
        .contains("no footnote `1`")
        .contains("no footnote `2`");
  }

  @Test
  void aNoteWithoutItsMarkIsAWarning() {
    assertThat(findings("It holds.\n\n[^why]: So."))
        .contains("t.chapter.yaml:18:7: warning[P0606]: nothing in this text leads to");
  }

  @Test
  void twoNotesOfOneNameAreAnError() {
    assertThat(findings("It holds[^why].\n\n[^why]: So.\n\n[^why]: Or so."))
        .contains("error[P0606]: the footnote `why` stands here twice");
  }

  private static String findings(String prose) {
    return FindingPrinter.pretty(Chapters.compile(Chapters.product(prose)).findings());
  }
}
