package dev.perilla.site.cli;

import dev.perilla.chapter.Chapter;
import dev.perilla.chapter.format.ChapterReader;
import dev.perilla.chapter.format.ChapterWriter;
import dev.perilla.chapter.format.Formatter;
import dev.perilla.chapter.format.Read;
import dev.perilla.site.AtomicFile;
import dev.perilla.site.book.BookFiles;
import dev.perilla.site.book.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// `perilla fmt`: the canonical layout of chapters, in place, as other formatters do it.
final class FmtCommand implements Command {
  private static final Syntax.Option CHECK =
      new Syntax.Option(
          "--check",
          Optional.empty(),
          Optional.empty(),
          List.of(),
          "Write nothing; name the files that would change, and exit with 1 if there are any.");
  private static final Syntax.Option TO =
      Syntax.Option.choice(
          "--to",
          List.of("yaml", "json"),
          "Print a chapter in the other notation; comments have no place in JSON.");
  private static final Syntax SYNTAX =
      new Syntax(
          "fmt",
          "Lay out chapters in the canonical way; comments and quotes stay.",
          new Syntax.Operand(
              "PATH",
              0,
              Integer.MAX_VALUE,
              "A chapter file, or a folder of them. The book around this folder by default."),
          List.of(CHECK, TO, Syntax.QUIET),
          List.of(
              new Syntax.Example("fmt", "all chapters of the book in this folder"),
              new Syntax.Example("fmt --check", "for CI: which files are not laid out"),
              new Syntax.Example(
                  "fmt value.chapter.yaml --to json", "the same chapter as JSON, on the screen")));

  @Override
  public Syntax syntax() {
    return SYNTAX;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    List<Path> files = files(arguments, terminal);
    if (arguments.value(TO).isPresent()) {
      return converted(files, arguments.value(TO).get(), terminal);
    }
    int changed = 0;
    int left = 0;
    for (Path file : files) {
      String name = Place.of(file, terminal.directory()).name();
      byte[] bytes = Files.readAllBytes(file);
      String text = new String(bytes, StandardCharsets.UTF_8);
      Optional<String> layout =
          file.endsWith(BookFiles.BOOK)
              ? Formatter.book(name, bytes, text)
              : BookFiles.isTranslation(text)
                  ? Formatter.translation(name, bytes, text)
                  : Formatter.chapter(name, bytes, text);
      if (layout.isEmpty()) {
        left++;
        terminal.say(
            name
                + ": left as it is: it has errors, which perilla check names, or a layout that"
                + " cannot be kept");
      } else if (!layout.get().equals(text)) {
        changed++;
        terminal.out().print(name + "\n");
        if (!arguments.has(CHECK)) {
          AtomicFile.replace(file, bytes, layout.get().getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    if (!arguments.has(Syntax.QUIET)) {
      String verb = arguments.has(CHECK) ? " would change" : " changed";
      terminal.say(changed + " of " + Report.plural(files.size(), "file") + verb);
    }
    return left > 0 || (arguments.has(CHECK) && changed > 0) ? Exit.FINDINGS : Exit.CLEAN;
  }

  private static int converted(List<Path> files, String notation, Terminal terminal)
      throws IOException {
    if (files.size() != 1 || !BookFiles.isChapter(files.getFirst())) {
      throw new Refusal("--to takes one chapter: name its file");
    }
    String name = Place.of(files.getFirst(), terminal.directory()).name();
    byte[] bytes = Files.readAllBytes(files.getFirst());
    Read<Chapter> read = ChapterReader.read(name, bytes);
    if (!read.clean() || read.value().isEmpty()) {
      throw new Refusal(name + " has errors of form; perilla check says which");
    }
    Chapter chapter = read.value().get();
    int comments =
        name.endsWith(".json")
            ? 0
            : Formatter.commentsIn(new String(bytes, StandardCharsets.UTF_8));
    if (comments > 0) {
      terminal.say(
          Report.plural(comments, "comment")
              + " left out: "
              + (notation.equals("json")
                  ? "JSON has no place for them"
                  : "fmt without --to keeps them"));
    }
    terminal
        .out()
        .print(notation.equals("json") ? ChapterWriter.json(chapter) : ChapterWriter.yaml(chapter));
    return Exit.CLEAN;
  }

  private static List<Path> files(Arguments arguments, Terminal terminal) throws IOException {
    List<Path> files = new ArrayList<>();
    if (arguments.operands().isEmpty()) {
      below(Inputs.book(arguments, terminal), files);
    }
    for (String word : arguments.operands()) {
      Path path = Inputs.existing(word, terminal);
      if (Files.isDirectory(path)) {
        below(path, files);
      } else if (isOurs(path)) {
        files.add(path);
      } else {
        throw new Refusal(
            word + " is no chapter: chapters are files named *.chapter.yaml, .yml or .json");
      }
    }
    return files;
  }

  private static boolean isOurs(Path file) {
    return BookFiles.isChapter(file) || file.endsWith(BookFiles.BOOK);
  }

  /// Files that are links belong to others, and are laid out where somebody names them.
  private static void below(Path folder, List<Path> files) throws IOException {
    try (Stream<Path> found = Files.walk(folder, 8)) {
      found
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .filter(FmtCommand::isOurs)
          .sorted()
          .forEach(files::add);
    }
  }
}
