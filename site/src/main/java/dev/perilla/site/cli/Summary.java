package dev.perilla.site.cli;

import dev.perilla.chapter.source.Finding;
import dev.perilla.site.book.Standings;
import dev.perilla.site.book.Work;
import dev.perilla.site.book.Worked;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The last line of a run.
final class Summary {
  private Summary() {}

  /// `3 errors, 1 warning in 2 of 4 chapters`, or `4 chapters, 212 numbers: 150 computed, 40
  /// checked`.
  static String of(Work work) {
    String chapters = Report.plural(work.files().size(), "chapter");
    if (work.findings().isEmpty()) {
      return chapters + ", " + numbers(work);
    }
    Set<String> places = new HashSet<>();
    for (Finding finding : work.findings()) {
      places.add(finding.span().file().name());
    }
    long hit = work.files().stream().filter(places::contains).count();
    String where =
        hit == 0 ? String.join(", ", places.stream().sorted().toList()) : hit + " of " + chapters;
    return Report.count(work.findings()) + " in " + where;
  }

  private static String numbers(Work work) {
    Standings numbers =
        work.outcomes().stream()
            .map(Worked.Outcome::numbers)
            .reduce(Standings.none(), Standings::and);
    List<String> parts = new ArrayList<>();
    numbers
        .counts()
        .forEach(
            (standing, count) -> parts.add(count + " " + standing.name().toLowerCase(Locale.ROOT)));
    return Report.plural(numbers.total(), "number")
        + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
  }
}
