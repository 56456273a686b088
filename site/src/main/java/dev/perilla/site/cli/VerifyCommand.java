package dev.perilla.site.cli;

import dev.perilla.site.book.Place;
import dev.perilla.site.book.Work;
import dev.perilla.site.book.Workshop;
import dev.perilla.site.publish.SiteCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// `perilla verify`: whether a published site still says what was computed.
final class VerifyCommand implements Command {
  private static final Syntax.Option SOURCE =
      Syntax.Option.value(
          "--source", "BOOK", "The book that the site was made from: its programs are run again.");
  private static final Syntax SYNTAX =
      new Syntax(
          "verify",
          "Verify a published site against its claims, and against its book.",
          new Syntax.Operand("SITE", 1, 1, "The folder that perilla build wrote."),
          Syntax.withReports(SOURCE, Syntax.RULE),
          List.of(
              new Syntax.Example("verify out/micrograd", "against the claims that it publishes"),
              new Syntax.Example(
                  "verify out/micrograd --source books/micrograd",
                  "against a new run of its chapters")));

  @Override
  public Syntax syntax() {
    return SYNTAX;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    Report report = Report.of(arguments, terminal);
    String word = arguments.operand().orElseThrow();
    Path site = Inputs.existing(word, terminal);
    if (!Files.isDirectory(site) || !SiteCheck.isSite(site)) {
      throw new Refusal(word + " is no site that perilla build wrote: it has no .perilla-manifest");
    }
    int threads = Inputs.threads(arguments);
    long start = System.nanoTime();
    Optional<Work> sources = Optional.empty();
    Optional<String> source = arguments.value(SOURCE);
    if (source.isPresent()) {
      Path book = Inputs.book(Inputs.existing(source.get(), terminal), source.get());
      Work work = new Workshop(terminal.directory(), threads).book(book);
      if (!work.publishable()) {
        report.print(work, terminal);
        terminal.say(Summary.of(work) + "; a book with errors gives no site to compare with");
        return Exit.FINDINGS;
      }
      sources = Optional.of(work);
    }
    String shown = Place.of(site, terminal.directory()).name();
    SiteCheck check = SiteCheck.of(site, shown, sources, threads);
    Work found = report.ruled(Work.of(List.of(shown), check.findings()), terminal);
    report.print(found, terminal);
    if (!report.quiet()) {
      terminal.say(summary(check, source) + report.since(start));
    }
    return report.exit(found.findings());
  }

  private static String summary(SiteCheck check, Optional<String> source) {
    String what = check.findings().isEmpty() ? "as published" : Report.count(check.findings());
    String against =
        check.chapters() == 0
            ? "compared with what the build wrote down, nothing was computed"
            : source
                .map(book -> "compared with a new run of " + book)
                .orElse("compared with its own claims; --source BOOK runs the programs again");
    return Report.plural(check.files(), "file")
        + (check.chapters() == 0
            ? ""
            : ", "
                + Report.plural(check.chapters(), "chapter")
                + ", "
                + Report.plural(check.numbers(), "number"))
        + ": "
        + what
        + "; "
        + against;
  }
}
