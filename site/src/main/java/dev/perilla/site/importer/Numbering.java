package dev.perilla.site.importer;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Span;
import dev.perilla.site.importer.words.Structure;
import dev.perilla.site.importer.words.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Steps that a lesson numbers, `Step 1:` and so on, each before what it says: of those that count
/// on, one does not; the rows of a table likewise.
final class Numbering {
  private static final Pattern LABEL =
      Pattern.compile(
          "(?mU)^[ \\t]*(#{1,6} |[-*+] )?[*_]{0,2}(\\p{L}{3,15})"
              + " (\\d{1,2})(?=[*_]{0,2}(?:[:.)—–-]|[ \\t]*$))");

  private static final int FEWEST = 3;
  private static final int MOST = 1000; // rows

  private Numbering() {}

  private record Label(String word, int number, Span place) {}

  static List<Finding> in(SourceFile file) {
    Map<String, List<Label>> series = new LinkedHashMap<>();
    Matcher label = LABEL.matcher(file.text());
    while (label.find()) {
      String lead = label.group(1) == null ? "" : label.group(1);
      Span place = new Span(file, label.start(3), label.end(3));
      series
          .computeIfAbsent(lead + label.group(2), it -> new ArrayList<>())
          .add(new Label(label.group(2), Integer.parseInt(label.group(3)), place));
    }
    List<Finding> findings = new ArrayList<>();
    series.values().forEach(it -> slip(it).ifPresent(findings::add));
    if (file.text().indexOf('|') >= 0 && !file.text().startsWith("{")) {
      Table.in(file.text()).forEach(it -> rows(it, file).ifPresent(findings::add));
    }
    return findings;
  }

  /// The row whose number is that of its neighbour, where all others are counted on.
  private static Optional<Finding> rows(Table table, SourceFile file) {
    List<Integer> numbers = new ArrayList<>();
    for (List<Table.Cell> row : table.rows().stream().limit(MOST).toList()) {
      String words = row.isEmpty() ? "" : table.words(row.getFirst());
      if (!words.matches("\\d{1,4}")) {
        return Optional.empty();
      }
      numbers.add(Integer.parseInt(words));
    }
    String head = table.head().isEmpty() ? "" : table.words(table.head().getFirst());
    if (numbers.size() <= FEWEST || !Structure.isOrdinal(head)) {
      return Optional.empty();
    }
    int first =
        numbers.get(0) + 1 == numbers.get(1)
            ? numbers.get(0)
            : numbers.getLast() - numbers.size() + 1;
    List<Integer> off = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      if (numbers.get(i) != first + i) {
        off.add(i);
      }
    }
    int at = off.size() == 1 ? off.getFirst() : -1;
    boolean neighbour =
        at >= 0 && at + 1 < numbers.size() && numbers.get(at).equals(numbers.get(at + 1));
    if (!neighbour) {
      return Optional.empty();
    }
    Table.Cell cell = table.rows().get(at).getFirst();
    Span place = new Span(file, cell.start(), cell.end());
    Table.Cell next = table.rows().get(at + 1).getFirst();
    return Optional.of(
        Finding.error(
                ImportCode.CONTRADICTION,
                place,
                "the lesson counts "
                    + head
                    + " "
                    + numbers.get(at)
                    + " where "
                    + (first + at)
                    + " stands in the order of the others")
            .help("write " + (first + at))
            .related(new Span(file, next.start(), next.end()), "the next"));
  }

  /// The one that has the number of its neighbour, where all others count from 1 on.
  private static Optional<Finding> slip(List<Label> series) {
    List<Integer> off = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      if (series.get(i).number() != i + 1) {
        off.add(i);
      }
    }
    if (series.size() < FEWEST || off.size() != 1) {
      return Optional.empty();
    }
    int at = off.getFirst();
    Label label = series.get(at);
    if (at + 1 == series.size() || (at > 0 && label.number() == at)) {
      return Optional.empty(); // what goes on with the step before, or leaves steps out
    }
    return Optional.of(
        Finding.error(
                ImportCode.CONTRADICTION,
                label.place(),
                "the lesson counts "
                    + label.word()
                    + " "
                    + label.number()
                    + " where "
                    + (at + 1)
                    + " stands in the order of the others")
            .help("write " + (at + 1))
            .related(series.get(at + 1).place(), "the next"));
  }
}
