package dev.perilla.engine.language.runtime;

import dev.perilla.engine.autograd.Witnesses;
import dev.perilla.engine.language.Observation;
import dev.perilla.engine.language.syntax.Comment;
import java.util.ArrayList;
import java.util.List;

/// Notes what the statement beside a `# =>` comment gives.
final class Watch {
  private final Comment comment;
  private final List<Observation.Seen> seen = new ArrayList<>();
  private long times = 0;

  Watch(Comment comment) {
    this.comment = comment;
  }

  Comment comment() {
    return comment;
  }

  /// Whether the next value is still kept.
  boolean isOpen() {
    return seen.size() < Observation.MAX_SEEN;
  }

  /// @param gradients the witnesses of those that the value was made from
  void note(Run run, Object value, List<Witnesses> gradients) {
    times++;
    if (!isOpen()) {
      return;
    }
    String repr;
    try {
      repr = Show.repr(run, value);
    } catch (Unwind.Raise raise) {
      repr = "<" + Types.name(value) + ">";
    }
    Object then = value instanceof PyValue number ? number.data() : value;
    seen.add(new Observation.Seen(then, repr, gradients));
  }

  Observation observation() {
    return new Observation(comment, seen, times);
  }
}
