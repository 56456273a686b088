package dev.perilla.site.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The lines for a Maven project that the manual shows, in a project that has nothing else: `mvn
/// verify` builds its book, and fails where the book has a finding. The plugin is the one that this
/// build uses, so that nothing has to be fetched.
class MavenProjectTest {
  private static final Path PAGE = Path.of("books/manual/java.chapter.yaml");

  @TempDir Path project;

  @Test
  void verifyBuildsTheBookOrFails() throws IOException, InterruptedException {
    assumeTrue(exists(), "skipped: needs mvn (Maven) on the path");
    Files.writeString(
        project.resolve("pom.xml"),
        """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>org.example</groupId>
          <artifactId>ours</artifactId>
          <version>1</version>
          <packaging>pom</packaging>
          <build><plugins>
        %s
          </plugins></build>
        </project>
        """
            .formatted(plugin()));
    Path launcher = launcher();
    book("12");
    assertThat(verify(launcher)).isZero();
    assertThat(project.resolve("target/site/product.html")).exists();
    book("13");
    assertThat(verify(launcher)).isNotZero();
    assertThat(project.resolve("target/site/product.html")).content().contains("12");
    assertThat(project.resolve("log.txt"))
        .content()
        .contains("error[P0312]: the text says 13, the program gives 12");
  }

  private void book(String product) throws IOException {
    Path book = Files.createDirectories(project.resolve("book"));
    Files.writeString(
        book.resolve("book.yaml"), "perilla: 1\ntitle: Ours\nlang: en\nchapters: [product]\n");
    Files.writeString(
        book.resolve("product.chapter.yaml"),
        """
        perilla: 1
        id: product
        title: A product
        blocks:
          - type: example
            given: {a: 3, b: 4}
            code: c = a * b
          - type: prose
            text: "`c = a * b = %s`"
        """
            .formatted(product));
  }

  /// The listing of the page, as it stands there.
  private static String plugin() throws IOException {
    String page = Files.readString(PAGE);
    int start = page.indexOf("<plugin>");
    return page.substring(start, page.indexOf("```", start));
  }

  /// Stands for the launcher of a checkout, which would build itself first.
  private Path launcher() throws IOException {
    String command =
        "#!/bin/sh\nexec '%s/bin/java' -Xss2m -cp '%s' dev.perilla.site.cli.Main \"$@\"\n"
            .formatted(System.getProperty("java.home"), System.getProperty("java.class.path"));
    Path file = Files.writeString(project.resolve("perilla"), command);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private int verify(Path launcher) throws IOException, InterruptedException {
    Process maven =
        new ProcessBuilder(List.of("mvn", "-o", "-B", "-q", "verify", "-Dperilla=" + launcher))
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(project.resolve("log.txt").toFile())
            .start();
    assertThat(maven.waitFor(5, TimeUnit.MINUTES)).isTrue();
    String log = Files.readString(project.resolve("log.txt"), StandardCharsets.UTF_8);
    assumeTrue(!log.contains("Cannot access"), "skipped: this Maven has not the plugin at hand");
    return maven.exitValue();
  }

  private static boolean exists() throws InterruptedException {
    try {
      return new ProcessBuilder("mvn", "-v").redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }
}
