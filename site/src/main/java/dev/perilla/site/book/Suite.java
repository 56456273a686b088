package dev.perilla.site.book;

import dev.perilla.chapter.compiled.Ledger;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// A file that was checked as tests see it: what held in it, and what did not.
///
/// @param file its name
/// @param held claims and numbers, in the order of the chapter
/// @param errors by place
/// @param warnings by place
public record Suite(
    String file, List<Ledger.Entry> held, List<Finding> errors, List<Finding> warnings) {
  public Suite {
    held = List.copyOf(held);
    errors = List.copyOf(errors);
    warnings = List.copyOf(warnings);
  }

  /// One for each file of `work`, by name, `book.yaml` too where something is wrong with it.
  public static List<Suite> of(Work work) {
    Map<String, Worked> worked = new LinkedHashMap<>();
    work.worked().forEach(chapter -> worked.put(chapter.place().name(), chapter));
    TreeSet<String> files = new TreeSet<>(work.files());
    work.findings().forEach(finding -> files.add(finding.span().file().name()));
    List<Suite> suites = new ArrayList<>();
    for (String file : files) {
      Worked chapter = worked.get(file);
      suites.add(
          new Suite(
              file,
              chapter == null ? List.of() : held(chapter),
              findings(work, file, Severity.ERROR),
              findings(work, file, Severity.WARNING)));
    }
    return suites;
  }

  private static List<Ledger.Entry> held(Worked chapter) {
    return chapter
        .outcome()
        .map(outcome -> outcome.chapter().get().ledger().entries())
        .orElse(chapter.held());
  }

  private static List<Finding> findings(Work work, String file, Severity severity) {
    return work.findings().stream()
        .filter(it -> it.span().file().name().equals(file) && it.severity() == severity)
        .toList();
  }
}
