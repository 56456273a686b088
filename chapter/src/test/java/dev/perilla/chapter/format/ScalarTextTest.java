package dev.perilla.chapter.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.format.Node.Entry;
import dev.perilla.chapter.format.Node.Mapping;
import dev.perilla.chapter.format.Node.Refused;
import dev.perilla.chapter.format.Node.Scalar;
import dev.perilla.chapter.format.Node.Sequence;
import dev.perilla.chapter.source.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ScalarTextTest {
  /// The value under `a` of a YAML file.
  private static Text value(String yaml) {
    return texts(yaml, new Report()).get(1);
  }

  /// Keys and values of a file, in order.
  private static List<Text> texts(String yaml, Report report) {
    List<Text> texts = new ArrayList<>();
    Decoding.of("a.yaml", yaml.getBytes(StandardCharsets.UTF_8), report)
        .flatMap(text -> TreeReader.read(text, report))
        .ifPresent(root -> collect(root, texts));
    return texts;
  }

  private static void collect(Node node, List<Text> into) {
    switch (node) {
      case Scalar scalar -> into.add(scalar.text());
      case Sequence sequence -> sequence.items().forEach(item -> collect(item, into));
      case Mapping mapping -> {
        for (Entry entry : mapping.entries()) {
          into.add(entry.key());
          collect(entry.value(), into);
        }
      }
      case Refused _ -> {}
    }
  }

  /// Where each character stands, as `line:column`, for the characters of `part`.
  private static String places(Text text, String part) {
    int from = text.value().indexOf(part);
    StringBuilder out = new StringBuilder();
    for (int i = from; i < from + part.length(); i++) {
      out.append(i > from ? " " : "").append(text.span(i, i + 1).line());
      out.append(':').append(text.span(i, i + 1).column());
    }
    return out.toString();
  }

  @Test
  void plainScalars() {
    assertThat(places(value("a: x 12"), "12")).isEqualTo("1:6 1:7");
    Text folded = value("🎛️: 🎛️ x\n   12\n\n   y\n");
    assertThat(folded.value()).isEqualTo("🎛️ x 12\ny");
    assertThat(places(folded, "x 12\ny")).isEqualTo("1:8 1:9 2:4 2:5 3:1 4:4");
  }

  @Test
  void quotedScalars() {
    Text single = value("a: 'it''s  \n   12'");
    assertThat(single.value()).isEqualTo("it's 12");
    assertThat(places(single, "t's 12")).isEqualTo("1:6 1:7 1:9 1:12 2:4 2:5");
    assertThat(single.span(2, 3).text()).isEqualTo("''");

    Text escaped = value("a: \"\\u00e9 \\x31\\t2\\\n     \\ 3\"");
    assertThat(escaped.value()).isEqualTo("é 1\t2 3");
    assertThat(places(escaped, "é 1\t2 3")).isEqualTo("1:5 1:11 1:12 1:16 1:18 2:6 2:8");
    assertThat(escaped.span(2, 3).text()).isEqualTo("\\x31");

    Text pair = value("a: \"\\U0001F39B1\"");
    assertThat(pair.value()).isEqualTo("🎛1");
    assertThat(pair.span(2, 3).column()).isEqualTo(15);
  }

  @Test
  void blockScalars() {
    Text literal = value("a: |\n\n   x\n     12\n\n   y\n\n");
    assertThat(literal.value()).isEqualTo("\nx\n  12\n\ny\n");
    assertThat(places(literal, "\nx\n  12\n\ny\n"))
        .isEqualTo("2:1 3:4 3:5 4:4 4:5 4:6 4:7 4:8 5:1 6:4 6:5");
    assertThat(literal.span().text()).isEqualTo("|\n\n   x\n     12\n\n   y");

    Text folded = value("a: >- # why\n  x\n  12\n\n  y\n    z\n  w\n\n");
    assertThat(folded.value()).isEqualTo("x 12\ny\n  z\nw");
    assertThat(places(folded, "x 12\ny\n  z\nw"))
        .isEqualTo("2:3 2:4 3:3 3:4 4:1 5:3 5:4 6:3 6:4 6:5 6:6 7:3");

    Text stated = value("a: |2+\n   x\n  12\n\n");
    assertThat(stated.value()).isEqualTo(" x\n12\n\n");
    assertThat(places(stated, " x\n12\n\n")).isEqualTo("2:3 2:4 2:5 3:3 3:4 3:5 4:1");
  }

  @Test
  void linesOfOtherSystems() {
    Text literal = value("a: |\r\n  x\r\n  12\r\n");
    assertThat(literal.value()).isEqualTo("x\n12\n");
    assertThat(places(literal, "x\n12")).isEqualTo("2:3 2:4 3:3 3:4");
    Text plain = value("a: x\r\n  12\r\n");
    assertThat(places(plain, "x 12")).isEqualTo("1:4 1:5 2:3 2:4");
  }

  @Test
  void charactersOfTwoUnitsMayStandAnywhere() {
    for (int before = 1_000; before < 2_100; before++) {
      String line = "x".repeat(before) + "🎛️12";
      Text text = value("a: |\n  " + line + "\n");
      assertThat(text.value()).isEqualTo(line + "\n");
      assertThat(text.span(before + 3, before + 5).text()).isEqualTo("12");
    }
  }

  @Test
  void jsonStrings() {
    String json = "{\"a\": \"\\u00e9\\n12\\\"\\/\"}";
    Report report = new Report();
    List<Text> texts = new ArrayList<>();
    Decoding.of("a.json", json.getBytes(StandardCharsets.UTF_8), report)
        .flatMap(text -> TreeReader.read(text, report))
        .ifPresent(root -> collect(root, texts));
    Text text = texts.get(1);
    assertThat(text.value()).isEqualTo("é\n12\"/");
    assertThat(places(text, "é\n12\"/")).isEqualTo("1:8 1:14 1:16 1:17 1:18 1:20");
  }

  @Test
  void agreesWithTheParserOnTheSuite() {
    int seen = 0;
    for (JsonNode test : Corpora.read("yaml-test-suite.json").get("cases")) {
      if (test.get("valid").asBoolean()) {
        Report report = new Report();
        List<Text> texts = texts(test.get("yaml").asString(), report);
        if (report.findings().isEmpty()) {
          seen += texts.size();
          texts.forEach(text -> assertMapped(text, test.get("id").asString()));
        }
      }
    }
    assertThat(seen).isGreaterThan(500);
  }

  @Test
  void agreesWithTheParserOnWhateverCanBeWritten() {
    Random random = new Random(7);
    int seen = 0;
    for (int i = 0; i < 20_000; i++) {
      String yaml = anyScalar(random);
      Report report = new Report();
      List<Text> texts = texts(yaml, report);
      if (report.findings().isEmpty()) {
        seen++;
        texts.forEach(text -> assertMapped(text, yaml));
      }
    }
    assertThat(seen).isGreaterThan(5_000);
  }

  /// Every character of the value has a place of its own that reads as that character.
  private static void assertMapped(Text text, String what) {
    int last = -1;
    for (int i = 0; i < text.value().length(); i++) {
      String written = text.span(i, i + 1).text();
      char c = text.value().charAt(i);
      boolean reads =
          written.equals(String.valueOf(c))
              || written.startsWith("\\")
              || (c == '\'' && written.equals("''"))
              || ((c == ' ' || c == '\n') && List.of("\n", "\r\n", "\r").contains(written));
      assertThat(reads).as("character %d of <%s> in:%n%s", i, text, what).isTrue();
      int start = text.span(i, i + 1).start();
      assertThat(start).as("order in:%n%s", what).isGreaterThanOrEqualTo(last);
      last = start;
    }
  }

  private static String anyScalar(Random random) {
    String[] headers = {"", "", "'", "\"", "|", ">", "|-", ">-", "|+", ">+", "|1", ">2-", "|+3"};
    String[] bits = {
      "x", "12", " ", "  ", "\t", "\n", "\n", "\n  ", "\n   ", "\n    ", "\r\n", "''", "\\n",
      "\\x41", "\\\n", "#", " #", "é", "🎛️", "-", ":", "\\u00e9", "\\ ", ","
    };
    String header = headers[random.nextInt(headers.length)];
    StringBuilder yaml = new StringBuilder();
    yaml.append(random.nextBoolean() ? "a: " : random.nextBoolean() ? "🎛️:\n  - " : "a:\n  b: ");
    yaml.append(header);
    boolean block = header.startsWith("|") || header.startsWith(">");
    if (block) {
      yaml.append(random.nextInt(5) == 0 ? " # c" : "").append("\n   ");
    }
    int count = 1 + random.nextInt(9);
    for (int i = 0; i < count; i++) {
      yaml.append(bits[random.nextInt(bits.length)]);
    }
    yaml.append(block ? "" : header).append(random.nextBoolean() ? "\n" : "");
    return random.nextInt(4) == 0 ? yaml.toString().replace("\n", "\r\n") : yaml.toString();
  }
}
