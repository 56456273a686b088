package dev.perilla.engine.compile;

import dev.perilla.engine.autograd.Reals;
import dev.perilla.engine.language.Python;
import dev.perilla.engine.verify.Fact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Objects of the language as verification sees them.
final class Facts {
  private static final int DEPTH = 4;
  private static final int ITEMS = 10_000;

  private Facts() {}

  static Fact of(Object object) {
    return of(object, Python.repr(object), DEPTH);
  }

  /// @param repr Python's `repr` of it, where the object may have changed since
  static Fact of(Object object, String repr) {
    return of(object, repr, DEPTH);
  }

  private static Fact of(Object object, String repr, int depth) {
    if (object instanceof Boolean truth) {
      return new Fact.Truth(truth);
    }
    Optional<Object> number = Python.number(object);
    if (number.isPresent()) {
      String shown =
          number.get() instanceof Double real ? Reals.repr(real) : number.get().toString();
      Optional<BigDecimal> exact = Python.exact(object);
      return exact.isPresent()
          ? new Fact.Quantity(exact.get(), !(number.get() instanceof Double), shown)
          : new Fact.NotFinite(shown);
    }
    Optional<List<Object>> items = Python.items(object);
    if (items.isPresent() && depth > 0 && items.get().size() <= ITEMS) {
      List<Fact> facts = new ArrayList<>();
      items.get().forEach(item -> facts.add(of(item, Python.repr(item), depth - 1)));
      return new Fact.Sequence(facts, repr);
    }
    return new Fact.Thing(repr, Python.str(object));
  }
}
