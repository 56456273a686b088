package dev.perilla.site.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.perilla.site.book.Work;
import dev.perilla.site.book.Workshop;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;
import org.xml.sax.SAXException;

/// Exercises in the forms of other programs, against schemas of what we write of them.
final class FormatTest {
  private static final String CHAPTER =
      """
      perilla: 1
      id: out
      lang: en
      title: Out
      blocks:
        - type: exercise
          id: e
          variants: {count: 2, seed: 1}
          given: {x: {one_of: [2, 5]}, w: -3}
          code: z = x * w
          output: z
          text: "With `x` & *some* <marks>."
          questions:
            - id: z
              ask: What is `z`?
              answer: z
              hints: [Multiply., Mind the sign.]
              mistakes: [{answer: x + w, say: That is the sum.}]
            - {id: third, ask: And a third of `x`?, answer: x / 3}
            - {id: near, ask: Roughly?, answer: z / 7, tolerance: 0.05}
            - id: which
              kind: choice
              ask: Which are negative?
              options:
                - {text: "`x`", right: x < 0, say: Look at its sign.}
                - {text: "`w`", right: w < 0}
                - {text: "`z`", right: z < 0}
            - {id: steps, kind: order, ask: In which order?, steps: [first a, then b]}
            - id: lines
              kind: order
              ask: In which order do they run?
              steps: [p = x, p = p * w, p = p + 1]
              test: p == x * w + 1
            - id: any
              kind: order
              ask: Which order?
              steps: [p = 1, p = p + x, p = p + w]
              test: p == 1 + x + w
            - {id: why, kind: text, ask: Why?, answer: It is so.}
            - {id: f, kind: expression, ask: With letters?, answer: w}
      """;

  @TempDir private static Path folder;
  private static Work work = Work.none();

  @BeforeAll
  static void compile() throws IOException {
    Files.writeString(
        folder.resolve("book.yaml"), "perilla: 1\ntitle: B\nlang: en\nchapters: [out]\n");
    Files.writeString(folder.resolve("out.chapter.yaml"), CHAPTER);
    work = new Workshop(folder, 1).book(folder);
    assertThat(work.findings()).isEmpty();
  }

  @Test
  void moodleHasNumbersChoicesOrdersAndFreeAnswers() throws Exception {
    Format.Export export = new MoodleFormat().of(work);
    assertThat(export.files().keySet()).containsExactly("out.moodle.xml");
    assertThat(export.left())
        .as("formulas, and an order beside which another is right")
        .containsExactly("out-e-any", "out-e-f", "out-e-any-v2", "out-e-f-v2");
    validate("moodle.xsd", export.files());
    assertThat(text(export, "out.moodle.xml"))
        .contains(
            "<question type=\"numerical\"><name><text>out-e-z</text></name>",
            "<answer fraction=\"100\" format=\"moodle_auto_format\"><text>-6</text>",
            "<answer fraction=\"0\" format=\"moodle_auto_format\"><text>-1</text><feedback"
                + " format=\"html\"><text>&lt;p&gt;That is the sum.&lt;/p&gt;</text></feedback>"
                + "<tolerance>0</tolerance></answer>",
            "<tolerance>0.05</tolerance>",
            "<tolerance>0.0005</tolerance>",
            "&lt;em&gt;some&lt;/em&gt; &amp;lt;marks&amp;gt;",
            "<question type=\"ordering\"><name><text>out-e-lines</text></name>",
            "<gradingtype>ALL_OR_NOTHING</gradingtype>",
            "<answer fraction=\"1\" format=\"html\"><text>&lt;p&gt;first a&lt;/p&gt;</text>",
            "<answer fraction=\"2\" format=\"html\"><text>&lt;p&gt;then b&lt;/p&gt;</text>",
            "<answer fraction=\"2\" format=\"html\"><text>&lt;p&gt;&lt;code&gt;p = p * w",
            "<text>&lt;p&gt;Look at its sign.&lt;/p&gt;</text>",
            "<single>false</single>",
            "<answer fraction=\"50\" format=\"html\">",
            "<hint format=\"html\"><text>&lt;p&gt;Mind the sign.&lt;/p&gt;</text></hint>");
  }

  /// What is proven wrong is wrong there too, with its words, however near it is: programs take the
  /// first number that is near what is typed.
  @Test
  void aMistakeStandsBeforeTheAnswerThatItIsNear() throws Exception {
    String chapter =
        """
        perilla: 1
        id: out
        lang: en
        title: Near
        blocks:
          - type: exercise
            id: e
            given: {x: 1}
            code: t = x / 3
            output: t
            text: A third.
            questions:
              - id: t
                ask: How much?
                answer: t
                mistakes: [{answer: t + 0.0003, say: Near.}]
                attempts: [{said: "0.3334", verdict: wrong}, {said: "0.7", verdict: wrong}]
        """;
    Path book = Files.createDirectory(folder.resolve("near"));
    Files.writeString(
        book.resolve("book.yaml"), "perilla: 1\ntitle: B\nlang: en\nchapters: [out]\n");
    Files.writeString(book.resolve("out.chapter.yaml"), chapter);
    Work near = new Workshop(book, 1).book(book);
    assertThat(near.findings()).isEmpty();
    assertThat(text(new MoodleFormat().of(near), "out.moodle.xml"))
        .containsSubsequence(
            "fraction=\"0\"",
            "<text>0.33363333333333334</text>",
            "<tolerance>0.00015</tolerance>",
            "fraction=\"0\"",
            "<text>0.3334</text>",
            "<tolerance>0.0000333</tolerance>",
            "fraction=\"100\"",
            "<text>0.3333333333333333</text>",
            "<tolerance>0.0005</tolerance>")
        .doesNotContain("0.7");
    assertThat(text(new QtiFormat().of(near), "items/out-e-t.xml"))
        .containsSubsequence(
            "<responseIf>",
            "tolerance=\"0.00015 0.00015\"",
            ">M0<",
            "<responseElseIf>",
            ">0.3334<",
            "<responseElseIf>",
            "tolerance=\"0.0005 0.0005\"",
            "<correct");
  }

  @Test
  void qtiHasAnItemAQuestion() throws Exception {
    Format.Export export = new QtiFormat().of(work);
    assertThat(export.files().keySet())
        .contains(
            "imsmanifest.xml",
            "items/out-e-z.xml",
            "items/out-e-z-v2.xml",
            "items/out-e-steps.xml");
    assertThat(export.left())
        .as("questions, and what an item has no place for")
        .containsExactly(
            "out-e-any", "out-e-f", "out-e-any-v2", "out-e-f-v2", "hints", "model answers");
    assertThat(text(export, "imsmanifest.xml")).contains("href=\"items/out-e-z.xml\"");
    export.files().remove("imsmanifest.xml");
    validate("qti-item.xsd", export.files());
    assertThat(text(export, "items/out-e-z.xml"))
        .contains("<value>-6</value>", "<equal toleranceMode=\"exact\">", "That is the sum.");
    assertThat(text(export, "items/out-e-near.xml")).contains("tolerance=\"0.05 0.05\"");
    assertThat(text(export, "items/out-e-which.xml"))
        .contains(
            "cardinality=\"multiple\"",
            "<value>C1</value><value>C2</value>",
            "<member><baseValue baseType=\"identifier\">C0</baseValue>",
            "Look at its sign.");
  }

  /// The schema may be used, but not changed, so it is no part of this repository. Its folder has
  /// the schemas by the addresses under which they name each other, without `http://`.
  @Test
  void qtiIsValidByItsOwnSchema() throws Exception {
    Path folder = Path.of("../../shared/corpora/qti").toAbsolutePath().normalize();
    folder = Path.of(System.getProperty("perilla.qti", folder.toString()));
    String start = "www.imsglobal.org/xsd/imsqti_v2p1.xsd";
    assumeTrue(Files.exists(folder.resolve(start)), "skipped: no " + start + " in " + folder);
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    factory.setResourceResolver(new Mirror(folder));
    Schema schema =
        factory.newSchema(
            new StreamSource(Files.newInputStream(folder.resolve(start)), "http://" + start));
    SortedMap<String, byte[]> files = new QtiFormat().of(work).files();
    files.remove("imsmanifest.xml");
    validate(schema, files);
    Path book = Path.of("books", "micrograd").toAbsolutePath();
    files = new QtiFormat().of(new Workshop(book, 2).book(book)).files();
    files.remove("imsmanifest.xml");
    assertThat(files).hasSizeGreaterThan(100);
    validate(schema, files);
  }

  /// Schemas that import each other by their addresses, from files.
  private record Mirror(Path folder) implements LSResourceResolver {
    @Override
    public @Nullable LSInput resolveResource(
        String type,
        @Nullable String namespace,
        @Nullable String publicId,
        @Nullable String systemId,
        @Nullable String base) {
      if (systemId == null) {
        return null;
      }
      String address = base == null ? systemId : URI.create(base).resolve(systemId).toString();
      try {
        LSInput input =
            ((DOMImplementationLS)
                    DOMImplementationRegistry.newInstance().getDOMImplementation("LS"))
                .createLSInput();
        input.setSystemId(address);
        input.setByteStream(Files.newInputStream(folder.resolve(address.replace("http://", ""))));
        return input;
      } catch (ReflectiveOperationException | IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static String text(Format.Export export, String path) {
    return new String(
        Objects.requireNonNull(export.files().get(path), path), StandardCharsets.UTF_8);
  }

  private static void validate(String name, Map<String, byte[]> files)
      throws SAXException, IOException {
    URL source = Objects.requireNonNull(FormatTest.class.getResource(name));
    Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(source);
    validate(schema, files);
  }

  private static void validate(Schema schema, Map<String, byte[]> files)
      throws SAXException, IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      schema
          .newValidator()
          .validate(new StreamSource(new ByteArrayInputStream(file.getValue()), file.getKey()));
    }
  }
}
