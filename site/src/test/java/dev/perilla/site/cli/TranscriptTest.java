package dev.perilla.site.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Command lines and all that they print. A transcript begins with files (`==> name <==` and their
/// lines); then come commands (`$ perilla ...`), each with its stdout, its stderr (`! ` before each
/// line) and its exit code (`? 1`), and edits by hand (`$ in FILE write NEW for OLD`).
/// `-Dgolden=update` writes what is printed now.
class TranscriptTest {
  private static final Path FOLDER = Path.of("src/test/resources/dev/perilla/site/transcripts");

  @TempDir Path folder;

  static List<Path> transcripts() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.map(Path::getFileName).sorted().toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("transcripts")
  void printsWhatIsWritten(Path name) throws IOException {
    assertThat(name.toString()).endsWith(".txt");
    Path file = FOLDER.resolve(name);
    String wanted = Files.readString(file);
    String printed = replay(wanted.lines().toList());
    if ("update".equals(System.getProperty("golden")) && System.getenv("CI") == null) {
      Files.writeString(file, printed);
    }
    assertThat(printed).isEqualTo(wanted);
  }

  private String replay(List<String> lines) throws IOException {
    StringBuilder out = new StringBuilder();
    Capture capture = new Capture(folder);
    int at = 0;
    while (at < lines.size() && !lines.get(at).startsWith("$ ")) {
      String line = lines.get(at++);
      out.append(line).append('\n');
      if (line.startsWith("==> ")) {
        List<String> content = new ArrayList<>();
        while (!lines.get(at).startsWith("==> ") && !lines.get(at).startsWith("$ ")) {
          content.add(lines.get(at++));
        }
        content.forEach(text -> out.append(text).append('\n'));
        Path file = folder.resolve(line.substring(4, line.length() - 4));
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", content) + "\n");
      }
    }
    for (String line : lines.subList(at, lines.size())) {
      if (line.startsWith("$ perilla")) {
        out.append(line).append('\n');
        capture.run(words(line.substring("$ perilla".length())));
        out.append(capture.out());
        capture.err().lines().forEach(text -> out.append("! ").append(text).append('\n'));
        out.append("? ").append(capture.exit()).append('\n');
      } else if (line.startsWith("$ in ")) {
        out.append(line).append('\n');
        edit(line);
      }
    }
    return out.toString();
  }

  private void edit(String line) throws IOException {
    Matcher edit = Pattern.compile("\\$ in (\\S+) write (.+) for (.+)").matcher(line);
    assertThat(edit.matches()).as(line).isTrue();
    Path file = folder.resolve(edit.group(1));
    String text = Files.readString(file);
    assertThat(text).contains(edit.group(3));
    Files.writeString(file, text.replace(edit.group(3), edit.group(2)));
  }

  private static String[] words(String line) {
    return line.isBlank() ? new String[0] : line.strip().split(" +");
  }
}
