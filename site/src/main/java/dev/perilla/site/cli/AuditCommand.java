package dev.perilla.site.cli;

import dev.perilla.chapter.source.Finding;
import dev.perilla.site.book.Draft;
import dev.perilla.site.book.Work;
import dev.perilla.site.book.Workshop;
import dev.perilla.site.trial.Audit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `perilla audit`: changes a chapter, one small change at a time, and reports what `check` does
/// not notice.
final class AuditCommand implements Command {
  private static final Syntax.Option MIN =
      Syntax.Option.value(
          "--min", "PERCENT", "Exit with 1 where less than this part of the changes is noticed.");
  private static final Syntax SYNTAX =
      new Syntax(
          "audit",
          "Change chapters digit by digit, and report what check does not notice.",
          Inputs.PATHS,
          Syntax.withReports(MIN, Syntax.SHARD, Syntax.CHANGED_SINCE, Syntax.RULE),
          List.of(
              new Syntax.Example("audit", "the book in this folder, or around it"),
              new Syntax.Example("audit value.chapter.yaml", "one chapter"),
              new Syntax.Example("audit --min 100", "for CI: every change has to be noticed")));

  @Override
  public Syntax syntax() {
    return SYNTAX;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    Report report = Report.of(arguments, terminal);
    Optional<Integer> min = arguments.value(MIN).map(AuditCommand::percent);
    int threads = Inputs.threads(arguments);
    Workshop workshop = new Workshop(terminal.directory(), threads);
    List<Draft> drafts =
        Scope.of(arguments, terminal)
            .of(Inputs.drafts(arguments, terminal, workshop), draft -> draft.place());
    long start = System.nanoTime();
    Audit audit =
        Audit.of(
            drafts,
            threads,
            (done, all) -> {
              if (terminal.errIsTerminal()
                  && !report.quiet()
                  && (done % 8 == 0 || done.equals(all))) {
                terminal.progress(done.equals(all) ? "" : done + " of " + all + " changes tried");
              }
            });
    List<Finding> findings = new ArrayList<>(audit.broken());
    findings.addAll(audit.unguarded());
    Work work =
        report.ruled(
            Work.of(drafts.stream().map(draft -> draft.place().name()).toList(), findings),
            terminal);
    report.print(work, terminal);
    if (!audit.broken().isEmpty()) {
      terminal.say("chapters with errors are not audited: mend them first");
    }
    if (!report.quiet()) {
      terminal.say(
          audit.guarded()
              + " of "
              + Report.plural(audit.changes(), "change")
              + " guarded in "
              + Report.plural(drafts.size(), "chapter")
              + report.since(start));
    }
    boolean tooFew = min.isPresent() && audit.guarded() * 100L < (long) min.get() * audit.changes();
    return tooFew ? Exit.FINDINGS : report.exit(work.findings());
  }

  private static int percent(String word) {
    if (!word.matches("[0-9]{1,2}|100")) {
      throw new Refusal("--min is a number from 0 to 100, not " + word);
    }
    return Integer.parseInt(word);
  }
}
