package dev.perilla.site.cli;

import dev.perilla.chapter.source.FindingPrinter;
import dev.perilla.site.AtomicFile;
import dev.perilla.site.Workers;
import dev.perilla.site.book.Draft;
import dev.perilla.site.book.Workshop;
import dev.perilla.site.trial.Change;
import dev.perilla.site.trial.Fixing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// `perilla fix`: the digits that no longer hold, as a diff, or written.
final class FixCommand implements Command {
  private static final Syntax.Option WRITE =
      Syntax.Option.flag("--write", "Write the files; without it the diff is all that is done.");
  private static final Syntax.Option ACCEPT =
      Syntax.Option.values(
          "--accept",
          "ID",
          "Make this change although it changes a sign, an order of magnitude or a condition.");
  private static final Syntax SYNTAX =
      new Syntax(
          "fix",
          "Show the digits that no longer hold beside the true ones; --write puts them in.",
          Inputs.PATHS,
          List.of(WRITE, ACCEPT, Syntax.JOBS, Syntax.QUIET),
          List.of(
              new Syntax.Example(
                  "fix", "a diff of the book around this folder; nothing is written"),
              new Syntax.Example("fix value.chapter.yaml --write", "the digits alone are replaced"),
              new Syntax.Example(
                  "fix value.chapter.yaml --write --accept value/suma-3",
                  "also the change of that claim, which turns its sign")));

  @Override
  public Syntax syntax() {
    return SYNTAX;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    boolean writes = arguments.has(WRITE);
    int threads = Inputs.threads(arguments);
    Set<String> accepted = new HashSet<>(arguments.values(ACCEPT));
    Workshop workshop = new Workshop(terminal.directory(), threads);
    List<Draft> drafts = Inputs.drafts(arguments, terminal, workshop);
    List<Fixing> fixings = Workers.map(drafts, threads, draft -> fixing(draft, accepted));
    refuseUnknown(accepted, fixings);

    List<Change> made = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    long left = 0;
    for (Fixing fixing : fixings) {
      made.addAll(fixing.made());
      terminal.out().print(diff(fixing));
      if (writes && !fixing.made().isEmpty()) {
        AtomicFile.replace(fixing.draft().place().path(), fixing.before(), fixing.after());
      }
      fixing.refused().forEach(change -> notes.add(note(change)));
      left += fixing.hidden() ? 0 : fixing.left().size() - fixing.refused().size();
      if (fixing.hidden()) {
        notes.add(
            fixing.draft().place().name()
                + ": not touched, its errors hide numbers; perilla check shows them");
      }
    }
    terminal.out().flush();
    notes.forEach(terminal::say);
    if (left > 0) {
      terminal.say(
          Report.plural(left, "error")
              + (left == 1 ? " has" : " have")
              + " no digits to replace; perilla check shows what to do");
    }
    if (!arguments.has(Syntax.QUIET)) {
      terminal.say(summary(made.size(), fixings, writes));
    }
    boolean clean = notes.isEmpty() && left <= 0 && (writes || made.isEmpty());
    return clean ? Exit.CLEAN : Exit.FINDINGS;
  }

  private static Fixing fixing(Draft draft, Set<String> accepted) {
    try {
      return Fixing.of(draft, draft.place().bytes(), accepted);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// An id that names no change is a mistake of somebody, and may hide another.
  private static void refuseUnknown(Set<String> accepted, List<Fixing> fixings) {
    for (String id : accepted) {
      boolean known =
          fixings.stream()
              .flatMap(
                  it -> java.util.stream.Stream.concat(it.made().stream(), it.refused().stream()))
              .anyMatch(it -> it.id().equals(id) || it.id().endsWith("/" + id));
      if (!known) {
        throw new Refusal(
            "--accept " + id + " names no change; perilla fix without it lists what it refuses");
      }
    }
  }

  private static String diff(Fixing fixing) {
    return fixing.made().isEmpty()
        ? ""
        : UnifiedDiff.of(
            fixing.draft().place().name(),
            new String(fixing.before(), StandardCharsets.UTF_8),
            new String(fixing.after(), StandardCharsets.UTF_8));
  }

  private static String note(Change change) {
    return FindingPrinter.visible(
        change.span()
            + ": not done: "
            + change.span().text()
            + " -> "
            + change.replacement()
            + " "
            + change.doubt().orElse("does not check")
            + "; --accept "
            + change.id()
            + " does it");
  }

  private static String summary(int made, List<Fixing> fixings, boolean writes) {
    if (made == 0) {
      boolean refused = fixings.stream().anyMatch(it -> !it.refused().isEmpty());
      return (refused ? "nothing else to change in " : "nothing to change in ")
          + Report.plural(fixings.size(), "chapter");
    }
    long files = fixings.stream().filter(it -> !it.made().isEmpty()).count();
    return Report.plural(made, "number")
        + (writes ? " replaced in " : " to replace in ")
        + Report.plural(files, "chapter")
        + (writes ? "" : "; --write does it");
  }
}
