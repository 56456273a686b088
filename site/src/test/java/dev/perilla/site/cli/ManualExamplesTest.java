package dev.perilla.site.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the manual shows is what happens. The listings of a page are used from top to bottom, in a
/// folder of the page's own:
///
/// - `yaml` that begins with a comment is the file that the comment names; other `yaml` is a list
///   of blocks, which have to pass in a chapter of their own;
/// - `console` is commands and what they print. `$ cat FILE` shows a file, or makes it what it
///   shows; the exit code is printed where it is not zero. `-Dgolden=update` writes what is printed
///   now;
/// - `sh` is commands that are not run here; those of perilla have to be ones that it takes.
class ManualExamplesTest {
  private static final Path BOOK = Path.of("books/manual");
  private static final Pattern OPEN = Pattern.compile("( *)(````?)([a-z]*) plain");
  private static final Pattern COMMAND = Pattern.compile("(?:\\./)?perilla ([^- ]\\S*) ?(.*)");

  @TempDir Path folder;

  static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(BOOK)) {
      return files
          .filter(file -> file.toString().endsWith(".chapter.yaml"))
          .filter(file -> !file.endsWith("language.chapter.yaml")) // ManualTest
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void showsWhatHappens(Path page) throws IOException {
    String written = Files.readString(page);
    String happened = String.join("\n", replay(written.lines().toList())) + "\n";
    if ("update".equals(System.getProperty("golden")) && System.getenv("CI") == null) {
      Files.writeString(page, happened);
    }
    assertThat(written).isEqualTo(happened);
  }

  private List<String> replay(List<String> lines) throws IOException {
    List<String> out = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      out.add(lines.get(i));
      Matcher open = OPEN.matcher(lines.get(i));
      if (!open.matches()) {
        continue;
      }
      String indent = open.group(1);
      List<String> content = new ArrayList<>();
      for (i++; !lines.get(i).equals(indent + open.group(2)); i++) {
        content.add(lines.get(i).isBlank() ? "" : lines.get(i).substring(indent.length()));
      }
      for (String line : used(open.group(3), content)) {
        out.add(line.isEmpty() ? "" : indent + line);
      }
      out.add(lines.get(i));
    }
    return out;
  }

  /// The listing as it ought to be, after it was used.
  private List<String> used(String label, List<String> content) throws IOException {
    switch (label) {
      case "yaml" -> yaml(content);
      case "console" -> {
        return console(content);
      }
      case "sh" -> content.forEach(ManualExamplesTest::taken);
      case "text", "json", "java", "xml", "python", "markdown" -> {}
      default -> throw new AssertionError("no listing of the manual is `" + label + "`");
    }
    return content;
  }

  private void yaml(List<String> content) throws IOException {
    if (content.getFirst().startsWith("# ")) {
      Path file = folder.resolve(content.getFirst().substring(2));
      Files.createDirectories(file.getParent());
      Files.writeString(file, text(content));
      return;
    }
    Path blocks = folder.resolve("blocks.chapter.yaml");
    String head = "perilla: 1\nid: blocks\nlang: en\ntitle: Blocks\nblocks:\n";
    Files.writeString(blocks, head + text(content).indent(2));
    Capture check = new Capture(folder).run("check", "blocks.chapter.yaml");
    assertThat(check.out()).as(text(content)).isEmpty();
    Files.delete(blocks);
  }

  private List<String> console(List<String> content) throws IOException {
    List<String> out = new ArrayList<>();
    for (int i = 0; i < content.size(); i++) {
      String line = content.get(i);
      if (!line.startsWith("$ ")) {
        continue; // what was printed when it was written
      }
      out.add(line);
      if (line.startsWith("$ cat ")) {
        List<String> shown = new ArrayList<>();
        for (int k = i + 1; k < content.size() && !content.get(k).startsWith("$ "); k++) {
          shown.add(content.get(k));
        }
        Path file = folder.resolve(line.substring(6));
        if (!Files.exists(file)) {
          Files.writeString(file, text(shown));
        }
        out.addAll(Files.readString(file).lines().toList());
        continue;
      }
      taken(line.substring(2));
      Capture ran = new Capture(folder).run(line.substring("$ perilla ".length()).split(" +"));
      (ran.out() + ran.err()).lines().map(String::stripTrailing).forEach(out::add);
      if (ran.exit() != 0) {
        out.add("(exit code " + ran.exit() + ")");
      }
    }
    return out;
  }

  /// A command of perilla is one that it takes.
  private static void taken(String line) {
    Matcher command = COMMAND.matcher(line);
    if (!command.lookingAt()) {
      return;
    }
    Optional<Command> known =
        Command.ALL.stream().filter(it -> it.syntax().name().equals(command.group(1))).findFirst();
    assertThat(known).as(line).isPresent();
    String rest = command.group(2).replaceAll("\\s*(?:[|>&#].*)?$", "").strip();
    List<String> words = rest.isEmpty() ? List.of() : List.of(rest.split(" +"));
    assertThat(Arguments.read(known.get().syntax(), words)).as(line).isPresent();
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }
}
