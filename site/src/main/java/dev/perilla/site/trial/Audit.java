package dev.perilla.site.trial;

import dev.perilla.chapter.source.Edit;
import dev.perilla.chapter.source.Finding;
import dev.perilla.site.Workers;
import dev.perilla.site.book.Draft;
import dev.perilla.site.book.SiteCode;
import dev.perilla.site.book.Trial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/// Who guards the guards: each small change of a chapter, and whether `check` notices it.
///
/// @param changes how many changes were tried
/// @param unguarded those that nobody noticed, by place; a warning each
/// @param broken errors of chapters that do not check as they are: these were not audited
public record Audit(int changes, List<Finding> unguarded, List<Finding> broken) {
  public Audit {
    unguarded = List.copyOf(unguarded);
    broken = List.copyOf(broken);
  }

  @SuppressWarnings("ArrayRecordComponent") // a file's bytes, which nobody compares or changes
  private record Task(Draft draft, byte[] bytes, Mutation mutation) {}

  /// Tries all changes of `drafts`. Cost: for each change a `check` of one chapter up to its error.
  ///
  /// @param progress is told how many are done, of how many
  public static Audit of(List<Draft> drafts, int threads, BiConsumer<Integer, Integer> progress) {
    List<Finding> broken = new ArrayList<>();
    List<Task> tasks = new ArrayList<>();
    List<byte[]> files = drafts.stream().map(Audit::bytes).toList();
    List<Integer> indices = java.util.stream.IntStream.range(0, drafts.size()).boxed().toList();
    List<Trial> trials = Workers.map(indices, threads, i -> drafts.get(i).trial(files.get(i)));
    for (int i = 0; i < trials.size(); i++) {
      Trial trial = trials.get(i);
      if (trial.fails() || trial.chapter().isEmpty()) {
        broken.addAll(trial.findings());
        continue;
      }
      for (Mutation mutation : Mutations.of(trial.chapter().get(), trial)) {
        tasks.add(new Task(drafts.get(i), files.get(i), mutation));
      }
    }
    AtomicInteger done = new AtomicInteger();
    List<Boolean> noticed =
        Workers.map(
            tasks,
            threads,
            task -> {
              boolean result = isNoticed(task);
              progress.accept(done.incrementAndGet(), tasks.size());
              return result;
            });
    List<Finding> unguarded = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      if (!noticed.get(i)) {
        unguarded.add(finding(tasks.get(i).mutation()));
      }
    }
    unguarded.sort(Finding.BY_PLACE);
    return new Audit(tasks.size(), unguarded, broken);
  }

  /// How many of the changes were noticed.
  public int guarded() {
    return changes - unguarded.size();
  }

  private static boolean isNoticed(Task task) {
    Mutation mutation = task.mutation();
    for (String replacement : mutation.replacements()) {
      List<Edit> edit = List.of(new Edit(mutation.span(), replacement));
      byte[] changed = Edit.apply(task.bytes(), mutation.span().file(), edit);
      if (task.draft().fails(changed, mutation.span().start())) {
        return true;
      }
    }
    return false;
  }

  private static Finding finding(Mutation mutation) {
    return Finding.warning(
            SiteCode.UNGUARDED,
            mutation.span(),
            "nothing notices when this "
                + mutation.kind().word()
                + " becomes "
                + mutation.replacements().getFirst())
        .label(mutation.kind().word() + " " + mutation.span().text())
        .help(mutation.kind().reason());
  }

  private static byte[] bytes(Draft draft) {
    try {
      return draft.place().bytes();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
