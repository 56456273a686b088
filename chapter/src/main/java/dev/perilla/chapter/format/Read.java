package dev.perilla.chapter.format;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Severity;
import java.util.List;
import java.util.Optional;

/// What came of reading a file: all that there is to say about it, and the model where every part
/// that it needs could be read.
///
/// The model may be there although there are errors (an unknown key, say), so that later phases can
/// report theirs in the same run; what has errors is never published.
///
/// @param findings in the order of their places
public record Read<T>(Optional<T> value, List<Finding> findings) {
  public Read {
    findings = List.copyOf(findings);
  }

  /// Whether nothing is wrong with the form of the file.
  public boolean clean() {
    return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
  }
}
