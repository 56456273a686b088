package dev.perilla.site.trial;

import dev.perilla.chapter.source.Edit;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Severity;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Span;
import dev.perilla.engine.verify.Claim;
import dev.perilla.site.book.Draft;
import dev.perilla.site.book.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The digits of one file that no longer hold, and the file with the true ones.
///
/// @param draft the file
/// @param before its bytes
/// @param after its bytes with all changes that were made; the same array where there are none
/// @param made the changes, by place
/// @param refused changes that somebody has to accept by id, by place
/// @param left errors that no digits mend, of the file as it would be
/// @param hidden whether errors hide numbers, so that nothing was changed
@SuppressWarnings("ArrayRecordComponent") // a file's bytes, which nobody compares or changes
public record Fixing(
    Draft draft,
    byte[] before,
    byte[] after,
    List<Change> made,
    List<Change> refused,
    List<Finding> left,
    boolean hidden) {
  /// A statement may have several wrong numbers, of which one finding names one.
  private static final int MOST_ROUNDS = 50;

  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2})");

  public Fixing {
    made = List.copyOf(made);
    refused = List.copyOf(refused);
    left = List.copyOf(left);
  }

  /// Tries what the findings of `bytes` offer, until nothing more is offered, then checks the
  /// result.
  ///
  /// @param accepted ids of changes that are made although they change what is said
  public static Fixing of(Draft draft, byte[] bytes, Set<String> accepted) {
    Trial trial = draft.trial(bytes);
    if (!trial.hiding().isEmpty() || trial.file().isEmpty()) {
      return new Fixing(draft, bytes, bytes, List.of(), List.of(), errors(trial), true);
    }
    SourceFile file = trial.file().get();
    List<Change> all = changes(draft, bytes, trial, file);
    List<Change> wanted =
        all.stream()
            .filter(change -> change.doubt().isEmpty() || isAccepted(change, accepted))
            .toList();
    List<Change> refused = all.stream().filter(change -> !wanted.contains(change)).toList();
    List<Change> made =
        wanted.isEmpty() ? wanted : mending(wanted, draft.trial(applied(bytes, file, wanted)));
    byte[] after = made.isEmpty() ? bytes : applied(bytes, file, made);
    Trial result = made.isEmpty() ? trial : draft.trial(after);
    if (!holds(result, made)) {
      return new Fixing(draft, bytes, bytes, List.of(), all, errors(trial), false);
    }
    return new Fixing(draft, bytes, after, made, refused, errors(result), false);
  }

  private static boolean isAccepted(Change change, Set<String> accepted) {
    String id = change.id();
    return accepted.contains(id) || accepted.contains(id.substring(id.indexOf('/') + 1));
  }

  private static List<Finding> errors(Trial trial) {
    return trial.findings().stream().filter(it -> it.severity() == Severity.ERROR).toList();
  }

  /// Those after which no error is left about what stands there: digits that agree with one side of
  /// a statement and make another false mend nothing.
  private static List<Change> mending(List<Change> wanted, Trial result) {
    List<Span> places = moved(wanted);
    List<Finding> errors =
        errors(result).stream().filter(finding -> finding.fix().isEmpty()).toList();
    return IntStream.range(0, wanted.size())
        .filter(
            i ->
                errors.stream()
                    .map(Finding::span)
                    .noneMatch(it -> isSameFile(it, places.get(i)) && touch(it, places.get(i))))
        .mapToObj(wanted::get)
        .toList();
  }

  /// Whether no error hides anything in the result, and none is about what was changed.
  private static boolean holds(Trial result, List<Change> made) {
    if (!result.hiding().isEmpty()) {
      return false;
    }
    List<Span> places = moved(made);
    return result.findings().stream()
        .flatMap(finding -> finding.fix().stream())
        .filter(edit -> made.stream().allMatch(it -> isSameFile(it.span(), edit.span())))
        .noneMatch(edit -> places.stream().anyMatch(place -> touch(place, edit.span())));
  }

  /// All changes that lead to a file without wrong digits, each in the file as it is.
  private static List<Change> changes(Draft draft, byte[] bytes, Trial first, SourceFile file) {
    List<Change> changes = new ArrayList<>();
    Trial trial = first;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      boolean more = false;
      List<Change> now = List.copyOf(changes);
      for (Finding finding : trial.findings()) {
        boolean isHere = isSameFile(finding.span(), file.span());
        if (finding.fix().isPresent() && isHere) {
          more |= add(changes, now, finding.fix().get(), file);
        }
      }
      changes.sort(Comparator.comparing(Change::span));
      if (!more) {
        break;
      }
      trial = draft.trial(applied(bytes, file, changes));
    }
    changes.removeIf(change -> change.span().text().equals(change.replacement()));
    return named(changes, trial);
  }

  /// Adds `edit`, which is about the file after the changes of `now`; false where it adds nothing.
  private static boolean add(List<Change> changes, List<Change> now, Edit edit, SourceFile file) {
    Span there = edit.span();
    if (there.text().chars().anyMatch(c -> c == '\n' || c == '\r')
        || edit.replacement().chars().anyMatch(c -> c < ' ' || c == '"' || c == '\\')
        || (edit.replacement().contains("'") && !there.text().contains("'"))) {
      return false; // digits over two lines, or what the place may not be able to say as it is
    }
    int shift = 0;
    for (Change change : now) {
      int start = change.span().start() + shift;
      int end = start + change.replacement().length();
      if (there.start() < end && there.end() > start) {
        if (there.start() != start || there.end() != end) {
          return false;
        }
        changes.remove(change);
        changes.add(change(change.span(), edit.replacement()));
        return !change.replacement().equals(edit.replacement());
      }
      if (start >= there.end()) {
        break;
      }
      shift += change.replacement().length() - change.span().text().length();
    }
    Span span = new Span(file, there.start() - shift, there.end() - shift);
    boolean fresh = changes.stream().noneMatch(change -> touch(change.span(), span));
    return fresh && changes.add(change(span, edit.replacement()));
  }

  private static Change change(Span span, String replacement) {
    return new Change("", span, replacement, Change.doubt(read(span.text()), replacement));
  }

  /// What digits mean that stand as escapes in double quotes.
  private static String read(String raw) {
    return ESCAPE
        .matcher(raw)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    Character.toString(Integer.parseInt(match.group().substring(2), 16))));
  }

  /// The changes with the ids that their claims have where all are made.
  private static List<Change> named(List<Change> changes, Trial result) {
    List<Span> places = moved(changes);
    String chapter = result.chapter().map(it -> it.id().value() + "/").orElse("");
    List<Change> named = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      Change change = changes.get(i);
      Span place = places.get(i);
      Optional<String> claim =
          result.claims().stream()
              .filter(it -> isSameFile(it.span(), place) && touch(it.span(), place))
              .min(Comparator.comparingInt((Claim it) -> it.span().end() - it.span().start()))
              .map(it -> it.entry().id());
      String id = chapter + claim.orElse(change.span().line() + ":" + change.span().column());
      named.add(new Change(id, change.span(), change.replacement(), change.doubt()));
    }
    return named;
  }

  /// Where the replacements stand after all of `changes`, which are in order.
  private static List<Span> moved(List<Change> changes) {
    List<Edit> edits = edits(changes);
    if (edits.isEmpty()) {
      return List.of();
    }
    SourceFile file = edits.getFirst().span().file();
    SourceFile after = SourceFile.of(file.name(), Edit.apply(file, edits));
    List<Span> places = new ArrayList<>();
    int shift = 0;
    for (Edit edit : edits) {
      int start = edit.span().start() + shift;
      places.add(new Span(after, start, start + edit.replacement().length()));
      shift += edit.replacement().length() - edit.span().text().length();
    }
    return places;
  }

  private static byte[] applied(byte[] bytes, SourceFile file, List<Change> changes) {
    return Edit.apply(bytes, file, edits(changes));
  }

  private static List<Edit> edits(List<Change> changes) {
    return changes.stream().map(it -> new Edit(it.span(), it.replacement())).toList();
  }

  private static boolean isSameFile(Span one, Span other) {
    return one.file().name().equals(other.file().name());
  }

  private static boolean touch(Span one, Span other) {
    return one.start() < other.end() && other.start() < one.end();
  }
}
