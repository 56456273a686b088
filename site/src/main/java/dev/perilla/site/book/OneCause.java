package dev.perilla.site.book;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Severity;
import dev.perilla.chapter.source.Span;
import java.util.ArrayList;
import java.util.List;

/// One cause, one finding: what the form of a file is wrong about, later phases stumble over again.
final class OneCause {
  private OneCause() {}

  /// Those of `later` that do not stand on a line with an error in `earlier`. Cost: the product of
  /// their numbers, for the files that have errors of both.
  static List<Finding> without(List<Finding> later, List<Finding> earlier) {
    List<Finding> causes =
        earlier.stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
    List<Finding> left = new ArrayList<>();
    for (Finding finding : later) {
      if (causes.stream().noneMatch(cause -> touch(cause.span(), finding.span()))) {
        left.add(finding);
      }
    }
    return left;
  }

  private static boolean touch(Span one, Span other) {
    return one.file().name().equals(other.file().name())
        && one.line() <= other.file().line(other.end())
        && other.line() <= one.file().line(one.end());
  }
}
