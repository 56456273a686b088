package dev.perilla.site.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the README shows is what happens: what `check` says of its chapter, and the Markdown that
/// the mended chapter becomes. `-Dgolden=update` writes both.
class ReadmeTest {
  private static final Path README = Path.of("../README.md");
  private static final Pattern FENCE = Pattern.compile("(?ms)^(````?)(\\w*)\n(.*?)^\\1$");

  @TempDir Path folder;

  @Test
  void showsWhatHappens() throws IOException {
    String readme = Files.readString(README);
    List<MatchResult> fences = FENCE.matcher(readme).results().toList();
    String chapter = fences.get(0).group(3);
    assertThat(chapter.lines().count()).isEqualTo(10);
    Files.writeString(folder.resolve("knobs.chapter.yaml"), chapter);
    Capture check = new Capture(folder).run("check", "knobs.chapter.yaml");
    assertThat(check.exit()).isEqualTo(Exit.FINDINGS);
    String said = check.out() + check.err();

    Files.writeString(folder.resolve("knobs.chapter.yaml"), chapter.replace("12.05", "12.04"));
    Files.writeString(
        folder.resolve("book.yaml"), "perilla: 1\ntitle: Knobs\nlang: en\nchapters: [knobs]\n");
    Capture build = new Capture(folder).run("build", "-o", "out", "--to", "markdown");
    assertThat(build.exit()).as(build.out()).isEqualTo(Exit.CLEAN);
    String markdown = Files.readString(folder.resolve("out/knobs.md"));

    MatchResult printed = fences.get(1);
    MatchResult page = fences.get(2);
    String happened =
        readme.substring(0, printed.start(3))
            + said
            + readme.substring(printed.end(3), page.start(3))
            + markdown
            + readme.substring(page.end(3));
    if ("update".equals(System.getProperty("golden")) && System.getenv("CI") == null) {
      Files.writeString(README, happened);
    }
    assertThat(readme).isEqualTo(happened);
  }

  /// Whoever looks for the two commands finds them first.
  @Test
  void beginsWithBuildAndTest() throws IOException {
    List<String> shells =
        FENCE
            .matcher(Files.readString(README))
            .results()
            .filter(fence -> fence.group(2).equals("sh"))
            .map(fence -> fence.group(3).strip())
            .toList();
    assertThat(shells.subList(0, 2))
        .containsExactly("./perilla build site/books/micrograd -o out/micrograd", "mvn -B verify");
  }
}
