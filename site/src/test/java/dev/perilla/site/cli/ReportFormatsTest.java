package dev.perilla.site.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The same findings for people and for programs.
class ReportFormatsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// One claim holds, one does not, and there is a digit to mend after a sign of two units.
  private static final String FALSE =
      """
      perilla: 1
      id: a
      lang: en
      title: A product
      blocks:
        - type: example
          id: ex
          given: {a: 3, b: 4}
          code: c = a * b
          output: c
        - type: prose
          text: |
            😀 Now `c = 13`.
      """;

  /// Commands to runners and terminals wherever an author can write.
  private static final String HOSTILE =
      """
      perilla: 1
      id: h
      lang: en
      title: "##[error]\\u202E title"
      "::error file=x::boo": 1
      "##[group]x": 1
      blocks:
        - type: example
          id: ex
          given: {a: 3, b: 4}
          code: c = a * b
        - type: prose
          text: |
            ::error::boo 99 ]]> <x a='1'> & `::c = 13` \u202E \u2066 [x](1) and 100% 77
            ##[error] 55 `##[c = 14`
      """;

  @TempDir Path folder;
  private Capture capture;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("a%b é.chapter.yaml"), FALSE);
    Files.writeString(folder.resolve("h,1.chapter.yaml"), HOSTILE);
    Files.writeString(folder.resolve("e.chapter.yaml"), "");
    capture = new Capture(folder);
  }

  private String check(String... words) {
    List<String> line = new ArrayList<>(List.of("check", "-q"));
    line.addAll(List.of(words));
    return capture.run(line.toArray(String[]::new)).out();
  }

  private String run(List<String> words) {
    return capture.run(words.toArray(String[]::new)).out();
  }

  private String all(String format) {
    return check("a%b é.chapter.yaml", "h,1.chapter.yaml", "e.chapter.yaml", "--format", format);
  }

  @Test
  void sarifIsValidAgainstItsSchema() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(text);
      assertThat(schema.validate(all("sarif"), InputFormat.JSON)).isEmpty();
      assertThat(schema.validate("{\"version\": \"2.1.0\"}", InputFormat.JSON)).isNotEmpty();
    }
  }

  @Test
  void sarifHasPlacesInUtf16AndTheDigitsToMend() {
    JsonNode run = JSON.readTree(check("a%b é.chapter.yaml", "--format=sarif")).at("/runs/0");
    JsonNode result = run.at("/results/0");
    assertThat(run.at("/columnKind").asString()).isEqualTo("utf16CodeUnits");
    assertThat(run.at("/tool/driver/rules/0/help/markdown").asString())
        .startsWith("# " + result.at("/ruleId").asString());
    assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri").asString())
        .isEqualTo("a%25b%20%C3%A9.chapter.yaml");
    JsonNode deleted = result.at("/fixes/0/artifactChanges/0/replacements/0/deletedRegion");
    String line = FALSE.lines().toList().get(12);
    assertThat(deleted.at("/startLine").asInt()).isEqualTo(13);
    assertThat(
            line.substring(
                deleted.at("/startColumn").asInt() - 1, deleted.at("/endColumn").asInt() - 1))
        .isEqualTo("13");
    assertThat(
            result.at("/fixes/0/artifactChanges/0/replacements/0/insertedContent/text").asString())
        .isEqualTo("12");
  }

  @Test
  void aFingerprintStaysWhenLinesMove() throws IOException {
    String before = fingerprints();
    Files.writeString(folder.resolve("a%b é.chapter.yaml"), "# a new first line\n\n" + FALSE);
    assertThat(fingerprints()).isEqualTo(before);
    Files.writeString(folder.resolve("a%b é.chapter.yaml"), FALSE.replace("c = 13", "c = 14"));
    assertThat(fingerprints()).isNotEqualTo(before);
  }

  private String fingerprints() {
    return JSON.readTree(check("a%b é.chapter.yaml", "--format=sarif"))
        .findValues("partialFingerprints")
        .toString();
  }

  @Test
  void junitHasACaseForEachClaimAndEachError() throws IOException, SAXException {
    String xml = all("junit");
    valid(xml);
    assertThat(xml)
        .contains("<testcase name=\"ex-1 3\" classname=\"a%b é.chapter.yaml\"")
        .contains("<testsuite name=\"a%b é.chapter.yaml\" tests=\"3\" failures=\"1\" errors=\"0\"")
        .contains("<testsuite name=\"e.chapter.yaml\" tests=\"1\" failures=\"0\" errors=\"1\"");
    Files.writeString(folder.resolve("a%b é.chapter.yaml"), FALSE.replace("c = 13", "c = 12"));
    String held = check("a%b é.chapter.yaml", "--format=junit");
    valid(held);
    assertThat(held).contains("failures=\"0\"").doesNotContain("<failure").contains("c = 12");
  }

  private void valid(String xml) throws IOException, SAXException {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(getClass().getResource("/dev/perilla/site/junit.xsd"))
        .newValidator()
        .validate(new StreamSource(new StringReader(xml)));
  }

  @Test
  void githubEscapesWhatItsCommandsAreMadeOf() {
    String out = check("a%b é.chapter.yaml", "h,1.chapter.yaml", "--format=github");
    assertThat(out).contains("::error file=a%25b é.chapter.yaml,line=13,col=").contains("%0A");
    assertThat(out).contains("::error file=h%2C1.chapter.yaml,line=");
    assertThat(out.lines().limit(10)).allMatch(line -> line.startsWith("::error file="));
  }

  @Test
  void githubTakesTenOfAKindAndTheRestGoToTheSummary() throws IOException {
    String many = FALSE + "      Here `c = 1 *`.\n";
    StringBuilder text = new StringBuilder(many);
    for (int i = 20; i < 35; i++) {
      text.append("      A <b> number ").append(i).append(".\n");
    }
    Files.writeString(folder.resolve("a%b é.chapter.yaml"), text);
    Path summary = folder.resolve("summary.md");
    Files.writeString(summary, "before\n");
    capture.with(Map.of("GITHUB_STEP_SUMMARY", summary.toString()));
    String out = check("a%b é.chapter.yaml", "--format=github");
    assertThat(out.lines().filter(line -> line.startsWith("::error "))).hasSize(10);
    long rest = out.lines().filter(line -> !line.startsWith("::")).count();
    assertThat(rest).isGreaterThan(5);
    assertThat(Files.readString(summary))
        .startsWith("before\n### perilla: " + rest + " more findings\n");
    assertThat(Files.readString(summary).lines().filter(line -> line.startsWith("- ")))
        .hasSize((int) rest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pretty", "compact", "json", "github", "sarif", "junit"})
  void noWordOfAnAuthorIsACommand(String format) {
    String out = check("h,1.chapter.yaml", "--format", format);
    assertThat(out.lines().count()).isGreaterThan(0);
    assertThat(capture.exit()).isEqualTo(Exit.FINDINGS);
    assertThat(out.lines().map(String::strip))
        .allMatch(line -> !line.startsWith("::") || line.startsWith("::error file=h%2C1."));
    assertThat(out).doesNotContain("##[").doesNotContain("\u202E", "\u2066", "\u001b");
  }

  @Test
  void severalReportsAtOnce() throws IOException {
    String out =
        check(
            "a%b é.chapter.yaml",
            "--report=sarif=out/r.sarif",
            "--report",
            "junit=out/r.xml",
            "--color=always",
            "--report=compact=r.txt");
    assertThat(out).contains("\u001b[");
    assertThat(Files.readString(folder.resolve("r.txt"))).startsWith("a%b é.chapter.yaml:13:");
    assertThat(folder.resolve("out/r.sarif"))
        .hasContent(check("a%b é.chapter.yaml", "--format=sarif"));
    assertThat(folder.resolve("out/r.xml"))
        .hasContent(check("a%b é.chapter.yaml", "--format=junit"));
    for (String wrong :
        List.of("sarif", "sarif=", "yaml=x", "json=e.chapter.yaml", "json=.", "json=book.yaml")) {
      check("a%b é.chapter.yaml", "--report=" + wrong);
      assertThat(capture.exit()).as(wrong).isEqualTo(Exit.REFUSED);
    }
  }

  @Test
  void whatIsNotTrueCannotBeTurnedOff() {
    String code =
        JSON.readTree(check("a%b é.chapter.yaml", "--format=json")).at("/0/code").asString();
    assertThat(code).startsWith("P03");
    for (String level : List.of("off", "warning")) {
      String out = check("a%b é.chapter.yaml", "--format=compact", "--rule=" + code + "=" + level);
      assertThat(capture.exit()).isEqualTo(Exit.FINDINGS);
      assertThat(out).contains("error[" + code + "]");
      assertThat(capture.err()).contains("--rule leaves " + code + " an error");
    }
    check("e.chapter.yaml", "--rule=P0004=off");
    assertThat(capture.exit()).isEqualTo(Exit.FINDINGS);
    check("e.chapter.yaml", "--rule=P9999=off");
    assertThat(capture.exit()).isEqualTo(Exit.REFUSED);
  }

  @Test
  void aWarningMayBeAnything() throws IOException {
    Files.writeString(
        folder.resolve("book.yaml"),
        "perilla: 1\ntitle: B\nlang: en\nchapters: [a]\nplain: ['never here [0-9]+']\n");
    Files.delete(folder.resolve("h,1.chapter.yaml"));
    Files.delete(folder.resolve("e.chapter.yaml"));
    Files.writeString(folder.resolve("a%b é.chapter.yaml"), FALSE.replace("c = 13", "c = 12"));
    String code = JSON.readTree(check("--format=json")).at("/0/code").asString();
    assertThat(capture.out()).contains("\"severity\":\"warning\"");
    assertThat(capture.exit()).isEqualTo(Exit.CLEAN);
    assertThat(check("--format=compact", "--rule=" + code + "=off")).isEmpty();
    assertThat(check("--format=compact", "--rule=" + code + "=error")).contains("error[" + code);
    assertThat(capture.exit()).isEqualTo(Exit.FINDINGS);
    for (List<String> command :
        List.of(
            List.of("build", "-o", "site"), List.of("export", "--to", "markdown", "-o", "md"))) {
      for (String level : List.of("off", "error")) {
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of("--format=compact", "--rule=" + code + "=" + level));
        String out = run(words);
        if (level.equals("off")) {
          assertThat(out).as(words.toString()).isEmpty();
        } else {
          assertThat(out).as(words.toString()).contains("error[" + code);
        }
        assertThat(capture.exit())
            .as(words.toString())
            .isEqualTo(level.equals("off") ? Exit.CLEAN : Exit.FINDINGS);
      }
    }
  }

  @Test
  void whatIsPublishedHasNoErrorWhateverTheRules() throws IOException {
    Files.writeString(
        folder.resolve("book.yaml"), "perilla: 1\ntitle: B\nlang: en\nchapters: [a]\n");
    Files.delete(folder.resolve("h,1.chapter.yaml"));
    Files.delete(folder.resolve("e.chapter.yaml"));
    Files.writeString(
        folder.resolve("a%b é.chapter.yaml"),
        FALSE.replace("c = 13", "c = 12").replace("title:", "needs: [nowhere]\ntitle:"));
    assertThat(check("--format=compact", "--rule=P0505=off")).isEmpty();
    assertThat(run(List.of("build", "-o", "site", "--format=compact", "--rule=P0505=off")))
        .contains("error[P0505]");
    assertThat(capture.err()).contains("a book with an error is not published");
  }
}
