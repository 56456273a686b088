package dev.perilla.site.cli;

import dev.perilla.site.Workers;
import dev.perilla.site.book.BookFiles;
import dev.perilla.site.book.Place;
import dev.perilla.site.importer.Importer;
import dev.perilla.site.importer.lesson.Siblings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// `perilla import`: makes a chapter of a lesson that exists, and says which of its numbers hold.
final class ImportCommand implements Command {
  private static final int MOST_BYTES = 16 << 20;
  private static final Syntax.Option OUTPUT =
      new Syntax.Option(
          "--output",
          Optional.of("-o"),
          Optional.of("FILE"),
          List.of(),
          "The chapter to write; without it the chapter is printed, and the findings with the"
              + " summary. A file that is there is not replaced.");
  private static final Syntax.Option LANG =
      new Syntax.Option(
          "--lang",
          Optional.empty(),
          Optional.of("TAG"),
          List.of(),
          "The language of the lesson, such as es; seen from its words by default.");
  private static final Syntax SYNTAX =
      new Syntax(
          "import",
          "Make a chapter of a lesson, a notebook, a script or a transcript.",
          new Syntax.Operand("FILE", 1, 1, "Markdown, text, .ipynb or .py, in UTF-8."),
          Syntax.withCommon(OUTPUT, LANG),
          List.of(
              new Syntax.Example(
                  "import backprop.md -o backprop.chapter.yaml",
                  "a chapter, and what is wrong with its numbers"),
              new Syntax.Example(
                  "import lesson.ipynb", "the chapter on the screen, nothing is written")));

  @Override
  public Syntax syntax() {
    return SYNTAX;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    Report report = Report.of(arguments, terminal);
    String word = arguments.operand().orElseThrow();
    Path path = Inputs.existing(word, terminal);
    if (Files.isDirectory(path)) {
      throw new Refusal(word + " is a folder: name a lesson");
    }
    if (BookFiles.isChapter(path)) {
      throw new Refusal(
          word + " is a chapter already: perilla check " + word + " says what is wrong with it");
    }
    Optional<String> lang = arguments.value(LANG);
    if (lang.isPresent() && !lang.get().matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
      throw new Refusal("--lang takes a language tag such as es, not " + lang.get());
    }
    Optional<String> output = arguments.value(OUTPUT);
    Optional<Path> target = output.map(it -> Inputs.path(it, terminal));
    if (target.isPresent() && !BookFiles.isChapter(target.get())) {
      throw new Refusal(
          output.get() + " is no name of a chapter: chapters end in .chapter.yaml or .chapter.yml");
    }
    if (target.isPresent() && Files.exists(target.get())) {
      throw new Refusal(output.get() + " is already there: remove it, or choose another name");
    }
    String stem = String.valueOf(target.orElse(path).getFileName()).replaceFirst("\\..*$", "");
    String shown = output.orElse(Siblings.id(stem) + ".chapter.yaml");
    Importer.Imported imported =
        Workers.map(
                List.of(bytes(path, word)),
                1,
                bytes ->
                    Importer.read(
                        Place.of(path, terminal.directory()).name(),
                        bytes,
                        lang,
                        shown,
                        Siblings.id(stem)))
            .getFirst();
    String findings = report.text(imported.findings());
    if (imported.yaml().isPresent() && target.isPresent()) {
      Path folder = target.get().toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(target.get(), imported.yaml().get(), StandardCharsets.UTF_8);
    }
    if (target.isEmpty()) {
      imported.yaml().ifPresent(yaml -> terminal.out().print(yaml));
      terminal.err().print(findings);
    } else {
      terminal.out().print(findings);
    }
    if (imported.yaml().isPresent() && !report.quiet()) {
      imported.report().lines().forEach(terminal::say);
    }
    return imported.yaml().isEmpty() ? Exit.REFUSED : report.exit(imported.findings());
  }

  private static byte[] bytes(Path path, String word) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new Refusal(word + " has more than 16 MB: no lesson is that long");
      }
      return bytes;
    }
  }
}
