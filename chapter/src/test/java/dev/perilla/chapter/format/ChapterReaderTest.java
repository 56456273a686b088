package dev.perilla.chapter.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.Chapter;
import dev.perilla.chapter.source.FindingPrinter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ChapterReaderTest {
  static Read<Chapter> read(String text) {
    return ChapterReader.read("suma.chapter.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsEveryKeyOfTheFormat() {
    Read<Chapter> read = read(Samples.WHOLE);
    assertThat(FindingPrinter.pretty(read.findings())).isEmpty();
    assertThat(read.value()).isPresent();
  }
}
