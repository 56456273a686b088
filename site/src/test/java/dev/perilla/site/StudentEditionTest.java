package dev.perilla.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.CompiledChapter.Asked;
import dev.perilla.chapter.compiled.CompiledChapter.Part;
import dev.perilla.engine.compile.StudentEdition;
import dev.perilla.engine.judge.AnswerKey;
import dev.perilla.engine.judge.FormulaKey;
import dev.perilla.site.book.Work;
import dev.perilla.site.book.Workshop;
import dev.perilla.site.build.Cache;
import dev.perilla.site.build.SiteBuild;
import dev.perilla.site.exporter.Format;
import dev.perilla.site.publish.Blob;
import dev.perilla.site.publish.SiteAssets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a student edition keeps back, searched for in all of its files.
final class StudentEditionTest {
  private static final String CHAPTER =
      """
      perilla: 1
      id: kept
      lang: en
      title: Kept back
      blocks:
        - type: exercise
          id: e
          variants: {count: 2}
          given: {x: {one_of: [313, 317]}, w: 731, u: 0.37}
          code: |
            z = x * w
            v = z * u
          output: v
          expect: {z: x * w}
          text: Compute with `w = {{w}}`.
          show: [graph, values, chain: x]
          questions:
            - id: product
              ask: What is `z`?
              answer: z
              tolerance: 0.25
              hints: [Multiply.]
              solution: "The solution is {{z}}."
              mistakes: [{answer: x + w, say: The-mistake-was-a-sum.}]
              attempts: [{said: "12345", verdict: wrong}]
            - {id: ratio, ask: What is a seventh of `v`?, answer: v / 7}
            - id: formula
              kind: expression
              ask: What is the gradient?
              answer: w * u + 0 * x
            - id: order
              kind: order
              ask: In which order?
              steps: [first we wake, then we wash, last we work]
            - id: code
              kind: code
              ask: Complete it.
              code: |
                p = x ____ 17
              fill: ["-"]
              test: p == x - 8.5 - 8.5
            - id: choice
              kind: choice
              ask: Which?
              options:
                - {text: one, right: true}
                - {text: two, right: false, say: The-option-was-wrong.}
            - id: statements
              kind: choice
              ask: Which hold?
              options:
                - {text: "`w = 731`", right: true}
                - {text: "[`w = 713`]{plain}", right: false}
                - {text: "$731 = w$", right: true}
                - {text: "[$773 = w$]{plain}", right: false}
                - {text: "[more than 700]{= w > 700}", right: true}
                - {text: "less than [699]{plain}", right: false}
            - {id: free, kind: text, ask: Why?, answer: The-model-answer.}
      """;

  private static final List<String> SECRETS =
      List.of(
          String.valueOf(313 * 731),
          String.valueOf(317 * 731),
          String.valueOf(313 + 731),
          String.valueOf(317 + 731),
          "84658", // v for the one
          "85739", // v for the other
          "12094",
          "12248",
          "The solution is",
          "mistake-was",
          "12345",
          "w * u",
          "model-answer",
          "option-was",
          "8.5");

  @TempDir private static Path folder;
  private static Work work = Work.none();

  @BeforeAll
  static void compile() throws IOException {
    Files.writeString(
        folder.resolve("book.yaml"), "perilla: 1\ntitle: B\nlang: en\nchapters: [kept]\n");
    Files.writeString(folder.resolve("kept.chapter.yaml"), CHAPTER);
    work = new Workshop(folder, 1).book(folder);
    assertThat(work.findings()).isEmpty();
  }

  @Test
  void noFileHoldsAnAnswer() throws IOException {
    assertThat(found(files(false, false))).as("the teacher's").isNotEmpty();
    assertThat(found(files(false, true))).isEmpty();
    assertThat(found(files(true, true))).isEmpty();
  }

  @Test
  void noExportHoldsAnAnswer() {
    for (String word : List.of("markdown", "ipynb", "epub", "json")) {
      assertThat(found(exported(word, work))).as("the teacher's %s", word).isNotEmpty();
      assertThat(found(exported(word, work.edited(StudentEdition::of)))).as(word).isEmpty();
    }
  }

  private static SortedMap<String, String> exported(String word, Work whole) {
    SortedMap<String, String> texts = new TreeMap<>();
    Format format =
        Format.ALL.stream().filter(it -> it.word().equals(word)).findFirst().orElseThrow();
    try {
      for (var file : format.of(whole).files().entrySet()) {
        texts.put(file.getKey(), text(file.getValue()));
      }
    } catch (IOException | Format.Unavailable failed) {
      throw new AssertionError(failed);
    }
    return texts;
  }

  /// The characters of a file, or of all that an archive holds.
  private static String text(byte[] bytes) throws IOException {
    StringBuilder all = new StringBuilder(new String(bytes, StandardCharsets.UTF_8));
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      while (zip.getNextEntry() != null) {
        all.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return all.toString();
  }

  private static SortedMap<String, String> files(boolean markdownAlone, boolean student)
      throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    try (Cache cache = Cache.temporary()) {
      SiteBuild.Form form = new SiteBuild.Form(markdownAlone, student);
      SortedMap<String, Blob> files = SiteBuild.of(folder, folder, cache, form, 1).files();
      files.remove(SiteAssets.ENGINE); // the same for every book
      files.remove(SiteAssets.CORE);
      for (var file : files.entrySet()) {
        texts.put(file.getKey(), new String(file.getValue().bytes(), StandardCharsets.UTF_8));
      }
    }
    return texts;
  }

  private static List<String> found(SortedMap<String, String> files) {
    return files.entrySet().stream()
        .flatMap(
            file ->
                SECRETS.stream()
                    .filter(secret -> file.getValue().contains(secret))
                    .map(secret -> file.getKey() + ": " + secret))
        .toList();
  }

  @Test
  void theJudgeKnowsWhatIsRightAllTheSame() {
    CompiledChapter student = StudentEdition.of(work.chapters().getFirst());
    Part.Exercise exercise = (Part.Exercise) student.blocks().getFirst();
    Part.Exercise whole = (Part.Exercise) work.chapters().getFirst().blocks().getFirst();
    double x = Double.parseDouble(whole.first().given().getFirst().value().text());
    String ratio = String.format(java.util.Locale.ROOT, "%.2f", x * 731 * 0.37 / 7);
    List<Asked> questions = exercise.first().questions();
    assertThat(questions.get(0).key()).as("a tolerance cannot be listed").isEmpty();
    assertThat(judged(questions.get(1), ratio)).isEqualTo("right");
    assertThat(judged(questions.get(1), ratio.replace('.', ','))).isEqualTo("right");
    assertThat(judged(questions.get(1), ratio + "1")).isEqualTo("wrong");
    assertThat(judged(questions.get(1), "none")).isEqualTo("no_number");
    assertThat(judged(questions.get(2), "u*w")).isEqualTo("right");
    assertThat(judged(questions.get(2), "u+w")).isEqualTo("wrong");
    Asked.Right.Order order =
        (Asked.Right.Order) whole.first().questions().get(3).told().orElseThrow().right();
    assertThat(judged(questions.get(3), AnswerKey.text(order.steps()))).isEqualTo("right");
    assertThat(judged(questions.get(3), AnswerKey.text(order.steps().reversed())))
        .isEqualTo("unknown");
    assertThat(judged(questions.get(4), " - ")).isEqualTo("right");
    assertThat(judged(questions.get(4), "+")).isEqualTo("unknown");
    assertThat(judged(questions.get(5), "0")).isEqualTo("right");
    assertThat(judged(questions.get(5), "1")).isEqualTo("wrong");
    assertThat(exercise.first().questions()).allMatch(asked -> asked.told().isEmpty());
  }

  /// What is 1 exactly and what is 1 up to rounding have one hash.
  @Test
  void aFormulaIsRecognisedInEveryForm() {
    List<FormulaKey.Range> names = List.of(new FormulaKey.Range("x", "-4", "4"));
    String[][] all = {
      {"sin(x)**2 + cos(x)**2", "1"},
      {"1", "sin(x)**2 + cos(x)**2"},
      {"0.5", "x / (x + x)"},
      {"300 * x", "x / (1 / 300)"},
    };
    for (String[] one : all) {
      AnswerKey sealed = new FormulaKey(names, one[0], List.of()).sealed("salt").orElseThrow();
      assertThat(sealed.judge(one[1]).word()).as(one[1]).isEqualTo("right");
    }
  }

  @Test
  void whatStandsForChoiceLooksAlikeRightOrWrong() throws IOException {
    String page = file("kept.html", false);
    assertThat(options(page))
        .isEqualTo(options(file("kept.html", true)))
        .containsExactly(
            "<li><code class=\"nb\">w = 731</code></li>",
            "<li><code class=\"nb\">w = 713</code></li>",
            "<li><math aria-label=\"731 ="
                + " w\"><mrow><mn>731</mn><mo>=</mo><mi>w</mi></mrow></math></li>",
            "<li><math aria-label=\"773 ="
                + " w\"><mrow><mn>773</mn><mo>=</mo><mi>w</mi></mrow></math></li>",
            "<li>more than 700</li>",
            "<li>less than 699</li>");
    assertThat(page).as("the answer says what was checked").contains("data-n=", "✓");
    assertThat(file("data/kept.claims.json", true)).doesNotContain("plain", "700");
  }

  private static String file(String path, boolean student) throws IOException {
    return Objects.requireNonNull(files(false, student).get(path));
  }

  private static List<String> options(String page) {
    String asked = page.substring(page.indexOf("Which hold?"));
    return asked
        .substring(0, asked.indexOf("</ul>"))
        .lines()
        .filter(line -> line.startsWith("<li>"))
        .toList();
  }

  private static String judged(Asked asked, String typed) {
    return AnswerKey.read(asked.key().orElseThrow()).judge(typed).word();
  }
}
