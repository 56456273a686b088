package dev.perilla.engine.language;

import dev.perilla.chapter.source.Finding;
import dev.perilla.engine.autograd.Witnesses;
import java.util.List;
import java.util.Optional;

/// What an expression of the text gave.
public sealed interface Answer {
  /// The value; [Python] has the functions to read it.
  ///
  /// @param gradients the witnesses of the gradients that it was made from, where they were called
  record Computed(Object value, List<Witnesses> gradients) implements Answer {
    public Computed {
      gradients = List.copyOf(gradients);
    }
  }

  /// No value, and why; `crash` is there when the expression was read and then failed.
  record Failed(List<Finding> findings, Optional<Crash> crash) implements Answer {
    public Failed {
      findings = List.copyOf(findings);
    }
  }

  /// The value, if there is one.
  default Optional<Object> result() {
    return switch (this) {
      case Computed computed -> Optional.of(computed.value());
      case Failed failed -> Optional.empty();
    };
  }
}
