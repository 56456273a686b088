package dev.perilla.chapter.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.Chapter;
import org.junit.jupiter.api.Test;

class ChapterWriterTest {
  @Test
  void loadAndSaveIsTheIdentity() {
    Chapter chapter = ChapterReaderTest.read(Samples.WHOLE).value().orElseThrow();
    assertThat(ChapterReaderTest.read(ChapterWriter.yaml(chapter)).value()).contains(chapter);
    assertThat(ChapterReaderTest.read(ChapterWriter.json(chapter)).value()).contains(chapter);
  }
}
