package dev.perilla.engine.language;

import dev.perilla.engine.autograd.Witnesses;
import dev.perilla.engine.language.syntax.Comment;
import java.util.List;

/// What the statement on the line of a `# =>` comment gave: the value assigned, or that of the
/// expression.
///
/// @param comment the comment that asks
/// @param seen what it gave, the first time first; at most [#MAX_SEEN]
/// @param times how often the statement ran; 0 also where the line holds no statement with a value
public record Observation(Comment comment, List<Seen> seen, long times) {
  public static final int MAX_SEEN = 1000;

  public Observation {
    seen = List.copyOf(seen);
  }

  /// One value as it was at that moment.
  ///
  /// @param value the object; for an autograd `Value` the number that it held then
  /// @param repr Python's `repr` of it then
  /// @param gradients the witnesses of the gradients that it was made from
  public record Seen(Object value, String repr, List<Witnesses> gradients) {
    public Seen {
      gradients = List.copyOf(gradients);
    }
  }
}
