package dev.perilla.site.book;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.Ledger;
import java.util.EnumMap;
import java.util.Map;

/// How many numerals have which standing.
public record Standings(Map<Ledger.Standing, Integer> counts) {
  public Standings {
    counts = new EnumMap<>(counts.isEmpty() ? new EnumMap<>(Ledger.Standing.class) : counts);
  }

  static Standings of(CompiledChapter chapter) {
    Map<Ledger.Standing, Integer> counts = new EnumMap<>(Ledger.Standing.class);
    for (Ledger.Entry entry : chapter.ledger().entries()) {
      if (entry.kind().isNumeral()) {
        counts.merge(entry.standing(), 1, Integer::sum);
      }
    }
    return new Standings(counts);
  }

  /// Those of nothing.
  public static Standings none() {
    return new Standings(Map.of());
  }

  /// These and `other`.
  public Standings and(Standings other) {
    Map<Ledger.Standing, Integer> sum = new EnumMap<>(Ledger.Standing.class);
    sum.putAll(counts);
    other.counts.forEach((standing, count) -> sum.merge(standing, count, Integer::sum));
    return new Standings(sum);
  }

  /// All of them.
  public int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
