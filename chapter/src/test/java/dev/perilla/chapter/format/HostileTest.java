package dev.perilla.chapter.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.Chapter;
import dev.perilla.chapter.source.FindingPrinter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Whatever the bytes are, reading gives findings, in time, and no exception.
class HostileTest {
  private static Read<Chapter> read(String name, byte[] bytes) {
    return Assertions.assertTimeout(
        Duration.ofSeconds(60), // not a speed: what grows faster than its input takes minutes
        () -> {
          Read<Chapter> read = ChapterReader.read(name, bytes);
          assertThat(FindingPrinter.pretty(read.findings())).doesNotContain("\tat ");
          assertThat(read.findings().isEmpty()).as("clean without a chapter").isFalse();
          return read;
        });
  }

  private static Read<Chapter> read(String name, String text) {
    return read(name, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void invalidYamlIsRefused() {
    for (JsonNode test : Corpora.read("yaml-test-suite.json").get("cases")) {
      Read<Chapter> read = read("a.yaml", test.get("yaml").asString());
      assertThat(read.value()).as(test.get("id").asString()).isEmpty();
    }
  }

  @Test
  void jsonOfAnySortIsRefusedOrRead() {
    for (JsonNode test : Corpora.read("json-test-suite.json").get("cases")) {
      if (test.has("b64")) {
        byte[] bytes = Base64.getDecoder().decode(test.get("b64").asString());
        Read<Chapter> read = read("a.json", bytes);
        boolean form =
            read.findings().stream().allMatch(finding -> finding.code().id().startsWith("P01"));
        boolean odd = test.get("name").asString().contains("key");
        if (test.get("expect").asString().equals("reject")) {
          assertThat(form).as(test.get("name").asString()).isFalse();
        }
        assertThat(odd || read.value().isEmpty()).isTrue();
      }
    }
  }

  @Test
  void deepFilesAreRefused() {
    for (String deep : new String[] {"[", "{\"a\":", "- ", "{a: ", "? ", "[{a: ", "a:\n ", "-\n"}) {
      for (int times : new int[] {40, 2_000, 100_000}) {
        assertThat(read("a.yaml", deep.repeat(times)).value()).isEmpty();
        assertThat(read("a.json", deep.repeat(times)).value()).isEmpty();
      }
    }
    StringBuilder stairs = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      stairs.append(" ".repeat(i)).append("a:\n");
    }
    assertThat(read("a.yaml", stairs.toString()).value()).isEmpty();
  }

  @Test
  void largeFilesAreRefusedOrReadInTime() {
    String many = "a: 1\nb: [" + "x,".repeat(400_000) + "]\n";
    assertThat(read("a.yaml", many).value()).isEmpty();
    assertThat(read("a.yaml", "k: v\n".repeat(200_000)).value()).isEmpty();
    assertThat(read("a.yaml", "\"" + "\\n".repeat(500_000) + "\"").value()).isEmpty();
    assertThat(read("a.yaml", "a: |\n" + " x\n".repeat(300_000)).value()).isEmpty();
    assertThat(read("a.yaml", "a: |\n" + "\n".repeat(1_000_000)).value()).isEmpty();
    assertThat(read("a.yaml", "a: |9\n" + " ".repeat(1_000_000)).value()).isEmpty();
    assertThat(read("a.yaml", "a: " + "x ".repeat(500_000)).value()).isEmpty();
    assertThat(read("a.yaml", "&".repeat(1_000_000)).value()).isEmpty();
    assertThat(read("a.yaml", "a: " + "9".repeat(1_000_000)).value()).isEmpty();
    assertThat(read("a.json", "9".repeat(1_000_000)).value()).isEmpty();
    assertThat(read("a.yaml", "perilla: " + "1_".repeat(500_000)).value()).isEmpty();
    assertThat(read("a.yaml", "x".repeat((1 << 20) + 1)).findings().getFirst().code())
        .isEqualTo(FormatCode.TOO_LARGE);
  }

  @Test
  void otherEncodingsAreRefused() {
    String text = Samples.WHOLE;
    for (var other : java.util.List.of("UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "UTF-32BE")) {
      byte[] bytes = text.getBytes(java.nio.charset.Charset.forName(other));
      assertThat(read("a.yaml", bytes).findings().getFirst().code()).isEqualTo(FormatCode.NOT_UTF8);
    }
    assertThat(read("a.yaml", "título".getBytes(StandardCharsets.ISO_8859_1)).findings())
        .extracting(finding -> finding.code().id())
        .contains("P0002");
    byte[] marked = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
    assertThat(ChapterReader.read("a.yaml", marked).findings()).isEmpty();
  }

  @Test
  void changedBytesNeverThrow() {
    Random random = new Random(11);
    byte[] yaml = Samples.WHOLE.getBytes(StandardCharsets.UTF_8);
    byte[] json =
        ChapterWriter.json(ChapterReader.read("a.yaml", yaml).value().orElseThrow())
            .getBytes(StandardCharsets.UTF_8);
    byte[] marks = "{}[]:,-|>'\"&*!?#%@`\\\n\r\t ~<\0\u007f0".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 4_000; i++) {
      byte[] bytes = (i % 2 == 0 ? yaml : json).clone();
      int changes = 1 + random.nextInt(4);
      for (int c = 0; c < changes; c++) {
        bytes[random.nextInt(bytes.length)] =
            random.nextBoolean() ? marks[random.nextInt(marks.length)] : (byte) random.nextInt(256);
      }
      Read<Chapter> read = ChapterReader.read(i % 2 == 0 ? "a.yaml" : "a.json", bytes);
      assertThat(read.value().isPresent() || !read.clean()).isTrue();
      assertThat(FindingPrinter.pretty(read.findings())).isNotNull();
    }
  }
}
