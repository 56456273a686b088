package dev.perilla.site.cli;

import dev.perilla.engine.compile.StudentEdition;
import dev.perilla.site.book.Work;
import dev.perilla.site.book.Workshop;
import dev.perilla.site.publish.Publication;
import dev.perilla.site.publish.SiteFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// `perilla build`: checks a book, and publishes it where nothing is wrong.
final class BuildCommand implements Command {
  private static final Syntax.Option OUTPUT =
      new Syntax.Option(
          "--output",
          Optional.of("-o"),
          Optional.of("DIR"),
          List.of(),
          "The folder of the site; out/ and the name of the book's folder by default.");
  private static final Syntax.Option TO =
      Syntax.Option.choice(
          "--to",
          List.of("html", "markdown"),
          "html (the default): pages, data, and the Markdown below markdown/; markdown: that"
              + " alone.");
  private static final Syntax.Option EDITION =
      Syntax.Option.choice(
          "--edition",
          List.of("teacher", "student"),
          "teacher (the default): everything; student: no answer, solution or mistake of an"
              + " exercise in any file.");
  private static final Syntax SYNTAX =
      new Syntax(
          "build",
          "Check a book, then publish it; a book with an error publishes nothing.",
          new Syntax.Operand(
              "BOOK", 0, 1, "The folder of a book. The book around this folder by default."),
          Syntax.withCommon(OUTPUT, TO, EDITION),
          List.of(
              new Syntax.Example("build", "the book in this folder, or around it"),
              new Syntax.Example("build books/micrograd -o out/micrograd", "into a folder"),
              new Syntax.Example(
                  "build books/micrograd -o out/class --edition student", "without the answers"),
              new Syntax.Example(
                  "build books/micrograd -o docs --to markdown", "to be read on GitHub")));

  @Override
  public Syntax syntax() {
    return SYNTAX;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    Report report = Report.of(arguments, terminal);
    Path book = Inputs.book(arguments, terminal);
    String shown =
        arguments.value(OUTPUT).orElseGet(() -> "out/" + String.valueOf(book.getFileName()));
    Path output = Inputs.path(shown, terminal);
    if (book.startsWith(output)) {
      throw new Refusal(shown + " holds the book itself: choose another folder for the site");
    }
    int threads = Runtime.getRuntime().availableProcessors();
    long start = System.nanoTime();
    Work work = new Workshop(terminal.directory(), threads).book(book);
    terminal.out().print(report.text(work.findings()));
    int exit = report.exit(work.findings());
    if (exit != Exit.CLEAN || !work.publishable()) {
      terminal.say(Summary.of(work) + "; nothing was published, " + shown + " is as it was");
      return Exit.FINDINGS;
    }
    Work edition =
        arguments.value(EDITION).orElse("teacher").equals("student")
            ? work.with(work.chapters().stream().map(StudentEdition::of).toList())
            : work;
    SortedMap<String, byte[]> files =
        SiteFiles.of(edition, arguments.value(TO).orElse("html").equals("markdown"), threads);
    try {
      Publication.publish(output, shown, files);
    } catch (Publication.Refused refused) {
      throw new Refusal(String.valueOf(refused.getMessage()));
    }
    if (!report.quiet()) {
      terminal.say(Summary.of(work) + "; published in " + shown + report.since(start));
    }
    return Exit.CLEAN;
  }
}
