package dev.perilla.site.cli;

import dev.perilla.site.book.BookFolder;
import dev.perilla.site.book.Place;
import dev.perilla.site.book.Work;
import dev.perilla.site.book.Workshop;
import dev.perilla.site.build.Earlier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `perilla check`: verifies and writes nothing at all.
final class CheckCommand implements Command {
  private static final Syntax SYNTAX =
      new Syntax(
          "check",
          "Verify chapters and books; nothing is written.",
          Inputs.PATHS,
          Syntax.withReports(
              BuildCommand.NO_CACHE, Syntax.SHARD, Syntax.CHANGED_SINCE, Syntax.RULE),
          List.of(
              new Syntax.Example("check", "the book in this folder, or around it"),
              new Syntax.Example(
                  "check value.chapter.yaml", "one chapter, with the settings of its book"),
              new Syntax.Example("check books/* --format compact", "several, a line a finding"),
              new Syntax.Example(
                  "check --format github --report sarif=perilla.sarif",
                  "in a workflow: beside the lines, and a file for code scanning"),
              new Syntax.Example("check --shard 2/4", "the second quarter of a large book"),
              new Syntax.Example(
                  "check --changed-since origin/main", "the chapters of a pull request"),
              new Syntax.Example(
                  "check --fail-level warning", "exit with 1 for warnings as well, for CI")));

  @Override
  public Syntax syntax() {
    return SYNTAX;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    try (Earlier earlier = new Earlier()) {
      return run(arguments, terminal, earlier);
    }
  }

  private static int run(Arguments arguments, Terminal terminal, Earlier earlier)
      throws IOException {
    Report report = Report.of(arguments, terminal);
    boolean looks = !arguments.has(BuildCommand.NO_CACHE);
    Workshop workshop =
        Workshop.checking(
            terminal.directory(),
            Inputs.threads(arguments),
            ProgressLine.on(terminal, report.quiet()),
            looks ? earlier : folder -> Workshop.Known.NOTHING);
    Scope scope = Scope.of(arguments, terminal);
    long start = System.nanoTime();
    Work work = Work.none();
    if (arguments.operands().isEmpty()) {
      work = book(Inputs.book(arguments, terminal), scope, workshop, terminal);
    }
    List<Path> chapters = new ArrayList<>();
    for (String word : arguments.operands()) {
      Path path = Inputs.existing(word, terminal);
      if (Inputs.isBook(path, word)) {
        work = work.and(book(Inputs.book(path, word), scope, workshop, terminal));
      } else {
        chapters.add(path);
      }
    }
    for (Path chapter : scope.of(chapters, file -> Place.of(file, terminal.directory()))) {
      work = work.and(workshop.chapter(chapter));
    }
    work = report.ruled(work, terminal);
    report.print(work, terminal);
    if (!report.quiet()) {
      terminal.say(Summary.of(work) + report.since(start));
    }
    return report.exit(work.findings());
  }

  private static Work book(Path folder, Scope scope, Workshop workshop, Terminal terminal)
      throws IOException {
    if (scope.isAll()) {
      return workshop.book(folder);
    }
    List<Place> chapters = BookFolder.find(folder, terminal.directory()).chapters();
    return workshop.part(folder, scope.part(chapters), workshop.worker(folder));
  }
}
