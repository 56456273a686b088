package dev.perilla.site.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// What the JUnit platform makes of a good book and of a bad one.
class ChapterTestsTest {
  private static Path book = Path.of("");

  @TempDir Path folder;

  /// As a project writes it; no test of ours by its name.
  static class Project {
    @TestFactory
    Stream<DynamicNode> chapters() throws IOException {
      return ChapterTests.of(book);
    }
  }

  private static final String CHAPTER =
      """
      perilla: 1
      id: product
      title: A product
      blocks:
        - type: example
          given: {a: 3, b: 4}
          code: c = a * b
          expect: {c: 12}
        - type: prose
          text: Then `c = 12`, twice [12]{= c}.
      """;

  @Test
  void aGoodBookPassesATestForEachClaim() throws IOException {
    write(CHAPTER);
    List<String> results = run();
    assertThat(results)
        .contains(
            "product.chapter.yaml:8:17 b1-3 c = 12: SUCCESSFUL",
            "product.chapter.yaml:10:17 b2-1 c = 12: SUCCESSFUL")
        .allMatch(it -> it.endsWith("SUCCESSFUL"));
  }

  @Test
  void aBadOneFailsAtTheLine() throws IOException {
    write(CHAPTER.replace("`c = 12`", "`c = 13`").replace("{c: 12}", "{c: 21}"));
    assertThat(run())
        .filteredOn(it -> !it.endsWith("SUCCESSFUL"))
        .containsExactly(
            "product.chapter.yaml:8:17 P0314 expected of c: 21; the program gives 12: FAILED",
            "product.chapter.yaml:10:21 P0312 the text says 13, the program gives 12: FAILED");
  }

  @Test
  void oneChapterIsEnough() throws IOException {
    write(CHAPTER);
    book = folder.resolve("product.chapter.yaml");
    assertThat(run()).isNotEmpty().allMatch(it -> it.endsWith("SUCCESSFUL"));
  }

  private void write(String chapter) throws IOException {
    Files.writeString(
        folder.resolve("book.yaml"), "perilla: 1\nlang: en\ntitle: Ours\nchapters: [product]\n");
    Files.writeString(folder.resolve("product.chapter.yaml"), chapter);
    book = folder;
  }

  /// `file:line:column name: status` of each test that the platform ran.
  private static List<String> run() {
    List<String> results = new ArrayList<>();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request().selectors(selectClass(Project.class)).build(),
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest() || result.getStatus() != Status.SUCCESSFUL) {
                  results.add(
                      place(test) + " " + test.getDisplayName() + ": " + result.getStatus());
                }
              }
            });
    return results;
  }

  private static String place(TestIdentifier test) {
    return test.getSource()
        .filter(FileSource.class::isInstance)
        .map(FileSource.class::cast)
        .map(
            source ->
                source.getFile().getName()
                    + source
                        .getPosition()
                        .map(at -> ":" + at.getLine() + ":" + at.getColumn().orElse(0))
                        .orElse(""))
        .orElse("?");
  }
}
