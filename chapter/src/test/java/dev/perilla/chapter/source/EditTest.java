package dev.perilla.chapter.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditTest {
  private final SourceFile file = SourceFile.of("a.yaml", "a: 1 # 😀\r\nb: 2\r\n");

  private Edit edit(String old, String replacement) {
    int at = file.text().indexOf(old);
    return new Edit(new Span(file, at, at + old.length()), replacement);
  }

  @Test
  void everythingElseStaysAsItIs() {
    assertThat(Edit.apply(file, List.of(edit("2", "3.25"), edit("1", ""))))
        .isEqualTo("a:  # 😀\r\nb: 3.25\r\n");
  }

  @Test
  void noEditsChangeNothing() {
    assertThat(Edit.apply(file, List.of())).isEqualTo(file.text());
  }

  @Test
  void theByteOrderMarkStays() {
    byte[] bytes = ("\uFEFF" + file.text()).getBytes(StandardCharsets.UTF_8);
    assertThat(Edit.apply(bytes, file, List.of(edit("2", "4"))))
        .isEqualTo("\uFEFFa: 1 # 😀\r\nb: 4\r\n".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void pointsInsertInTheOrderGiven() {
    Span point = Span.at(file, 0);
    assertThat(Edit.apply(file, List.of(new Edit(point, "x"), new Edit(point, "y"))))
        .startsWith("xya: 1");
  }

  @Test
  void editsThatOverlapAreABugOfTheCaller() {
    assertThatThrownBy(() -> Edit.apply(file, List.of(edit("a: 1", ""), edit("1", "2"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two edits overlap at a.yaml:1:4");
  }

  @Test
  void anEditOfAnotherFileIsABugOfTheCaller() {
    SourceFile other = SourceFile.of("b.yaml", "b");
    assertThatThrownBy(() -> Edit.apply(file, List.of(new Edit(other.span(), ""))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an edit of b.yaml, not of a.yaml");
  }
}
