package dev.perilla.chapter.format;

import dev.perilla.chapter.source.Finding;
import java.util.ArrayList;
import java.util.List;

/// The findings of one file while it is read, bounded: what a hostile file makes plentiful is
/// counted, not kept.
final class Report {
  private static final int SHOWN = 200;

  private final List<Finding> findings = new ArrayList<>();
  private int left;
  private int damagedFrom = Integer.MAX_VALUE;

  /// Nothing more is said of what stands from `offset` on: a line there cannot be read, and what
  /// stands around it is not what its author meant.
  void damaged(int offset) {
    damagedFrom = offset;
  }

  void add(Finding finding) {
    if (finding.span().start() >= damagedFrom) {
      return;
    }
    if (findings.size() < SHOWN) {
      findings.add(finding);
    } else {
      left++;
    }
  }

  List<Finding> findings() {
    List<Finding> all = new ArrayList<>(findings);
    all.sort(Finding.BY_PLACE);
    if (left > 0) {
      Finding last = all.getLast();
      all.add(
          Finding.error(
                  FormatCode.TOO_MANY,
                  last.span(),
                  "there are " + left + " more findings in this file")
              .help("mend the ones above and run again"));
    }
    return all;
  }
}
