package dev.perilla.engine.language.runtime;

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

  void note(Run run, Object value) {
    times++;
    if (seen.size() >= Observation.MAX_SEEN) {
      return;
    }
    String repr;
    try {
      repr = Show.repr(run, value);
    } catch (Unwind.Raise raise) {
      repr = "<" + Types.name(value) + ">";
    }
    Object then = value instanceof PyValue number ? number.data() : value;
    seen.add(new Observation.Seen(then, repr));
  }

  Observation observation() {
    return new Observation(comment, seen, times);
  }
}
