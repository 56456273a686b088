package dev.perilla.engine.language;

import dev.perilla.chapter.source.Finding;
import dev.perilla.engine.language.syntax.Comment;
import java.util.List;
import java.util.Optional;

/// What became of one block.
///
/// @param output what it printed
/// @param crash how it ended, if not at its end; what it printed before stands in `output`
/// @param findings faults of the code: with an error among them nothing ran
/// @param comments all comments of the listing, in order
/// @param observations one for each comment that claims a value, in order
/// @param remarks what the program did that a reader has to know of: gradients through places
///   without a derivative, numbers that are not finite and were printed
public record Outcome(
    String output,
    Optional<Crash> crash,
    List<Finding> findings,
    List<Comment> comments,
    List<Observation> observations,
    List<Finding> remarks) {

  public Outcome {
    findings = List.copyOf(findings);
    comments = List.copyOf(comments);
    observations = List.copyOf(observations);
    remarks = List.copyOf(remarks);
  }

  /// Whether it ran to its end.
  public boolean completed() {
    return findings.isEmpty() && crash.isEmpty();
  }

  /// The findings of the code, or that of the crash.
  public List<Finding> allFindings() {
    return crash.isEmpty() ? findings : List.of(crash.get().finding());
  }
}
