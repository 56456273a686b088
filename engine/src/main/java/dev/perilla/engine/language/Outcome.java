package dev.perilla.engine.language;

import dev.perilla.chapter.source.Finding;
import dev.perilla.engine.autograd.Witnesses;
import dev.perilla.engine.language.syntax.Comment;
import dev.perilla.engine.language.syntax.Parser;
import java.util.List;
import java.util.Optional;

/// What became of one block.
///
/// @param output what it printed
/// @param crash how it ended, if not at its end; what it printed before stands in `output`
/// @param findings faults of the code: with an error among them nothing ran
/// @param code the listing as it was read
/// @param observations one for each comment that claims a value, in order
/// @param gradients what it printed that has the witnesses of a derivative, in order
/// @param remarks what the program did that a reader has to know of: gradients through places
///   without a derivative, numbers that are not finite and were printed
public record Outcome(
    String output,
    Optional<Crash> crash,
    List<Finding> findings,
    Parser.Program code,
    List<Observation> observations,
    List<Printed> gradients,
    List<Finding> remarks) {

  /// A call of `print` that printed gradients.
  ///
  /// @param start where in the output its text begins, from 0
  /// @param end where it ends
  /// @param witnesses of each gradient, in the order in which the call read them
  public record Printed(int start, int end, List<Witnesses> witnesses) {
    public Printed {
      witnesses = List.copyOf(witnesses);
    }
  }

  public Outcome {
    findings = List.copyOf(findings);
    observations = List.copyOf(observations);
    gradients = List.copyOf(gradients);
    remarks = List.copyOf(remarks);
  }

  /// All comments of the listing, in order.
  public List<Comment> comments() {
    return code.comments();
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
