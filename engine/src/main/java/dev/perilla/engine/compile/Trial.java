package dev.perilla.engine.compile;

import dev.perilla.chapter.Block;
import dev.perilla.chapter.source.Finding;
import dev.perilla.engine.language.Limits;
import dev.perilla.engine.verify.Fact;
import dev.perilla.engine.verify.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A program under construction: its blocks run in order, and what a text would see after each. For
/// those who look for what a text may say before they write it.
public final class Trial {
  private final Execution execution;

  /// A trial of `blocks`, of which none has run yet.
  public Trial(List<Block> blocks, Limits limits) {
    this.execution = new Execution(blocks, limits, Map.of(), Optional.of(Map.of()));
  }

  /// What running a block came to.
  ///
  /// @param output what it printed; empty where it did not run to its end
  public record Ran(Optional<String> output, List<Finding> findings) {}

  /// Runs the block at `index`; blocks are run in order.
  public Ran run(int index) {
    Execution.Ran ran = execution.run(index);
    return new Ran(
        ran.outcome().filter(it -> it.completed()).map(it -> it.output()), ran.findings());
  }

  /// The state after the block at `index`; -1 is the state before all. That of the block that ran
  /// last costs nothing, that of an earlier one the run of all up to it.
  public State after(int index) {
    return execution.moment(index);
  }

  /// The names that the program has after the block at `index`.
  public Set<String> names(int index) {
    return execution.moment(index).names();
  }

  /// What the expression gives there, if it gives anything.
  public static Optional<Fact> fact(State.Reply reply) {
    return switch (reply) {
      case State.Reply.Given given -> Optional.of(given.fact());
      case State.Reply.Refused refused -> Optional.empty();
      case State.Reply.NotEvaluated not -> Optional.empty();
    };
  }
}
