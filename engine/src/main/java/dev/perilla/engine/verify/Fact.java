package dev.perilla.engine.verify;

import java.math.BigDecimal;
import java.util.List;

/// What an expression gave, as verification sees it.
public sealed interface Fact {
  /// A finite number, exactly. `repr` has as many digits as tell doubles apart.
  record Quantity(BigDecimal exact, boolean integer, String repr) implements Fact {
    /// A float (or the data of a `Value`).
    public static Quantity of(double value, String repr) {
      return new Quantity(new BigDecimal(value), false, repr);
    }

    /// Whether it has no fraction.
    public boolean whole() {
      return exact.signum() == 0 || exact.stripTrailingZeros().scale() <= 0;
    }
  }

  /// A float that is infinite or no number.
  record NotFinite(String repr) implements Fact {}

  record Truth(boolean value) implements Fact {}

  /// A list or tuple.
  record Sequence(List<Fact> items, String repr) implements Fact {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /// Anything else; `text` is Python's `str`.
  record Thing(String repr, String text) implements Fact {}

  /// Python's `repr`.
  default String shown() {
    return switch (this) {
      case Quantity quantity -> quantity.repr();
      case NotFinite not -> not.repr();
      case Truth truth -> truth.value() ? "True" : "False";
      case Sequence sequence -> sequence.repr();
      case Thing thing -> thing.repr();
    };
  }
}
