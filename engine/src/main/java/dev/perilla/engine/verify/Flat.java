package dev.perilla.engine.verify;

import dev.perilla.chapter.source.Span;
import dev.perilla.engine.verify.Accounting.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The runs as one text with places.
record Flat(String text, List<Run> runs, List<Integer> bases) {
  static Flat of(List<Run> runs) {
    StringBuilder text = new StringBuilder();
    List<Integer> bases = new ArrayList<>();
    for (Run run : runs) {
      bases.add(text.length());
      text.append(run.seen());
    }
    return new Flat(text.toString(), runs, bases);
  }

  int run(int offset) {
    int found = Collections.binarySearch(bases, offset);
    int run = found < 0 ? -found - 2 : found;
    while (run + 1 < bases.size() && bases.get(run + 1) == offset) {
      run++; // those before it are empty
    }
    return Math.max(0, run);
  }

  /// The run that a place belongs to.
  Run at(int offset) {
    return runs.get(run(offset));
  }

  int base(int run) {
    return bases.get(run);
  }

  /// Whether a numeral is accounted for where it stands.
  boolean isGap(Numeral numeral) {
    return !split(numeral) && runs.get(run(numeral.start())).isGap();
  }

  boolean split(Numeral numeral) {
    return run(numeral.start()) != run(numeral.end() - 1);
  }

  Span span(int start, int end) {
    int first = run(start);
    int last = run(Math.max(start, end - 1));
    Span from = runs.get(first).text().span(start - bases.get(first), start - bases.get(first) + 1);
    Span to = runs.get(last).text().span(end - 1 - bases.get(last), end - bases.get(last));
    return runs.get(first).isGap() || runs.get(last).isGap() ? from : from.to(to);
  }
}
