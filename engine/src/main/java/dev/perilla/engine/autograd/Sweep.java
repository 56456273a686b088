package dev.perilla.engine.autograd;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the values that led to an output, in order of creation.
final class Sweep {
  private Sweep() {}

  /// Appends to `made` what operations made and to `leaves`, if wanted, the leaves, each in order
  /// of creation. The hidden exponent of a power with a number is neither. Iterative; the visit
  /// marks are clear again at the end.
  static void collect(Value output, List<Value> made, @Nullable List<Value> leaves) {
    List<Value> leavesSeen = leaves == null ? new ArrayList<>() : leaves;
    Deque<Value> open = new ArrayDeque<>();
    visit(output, open);
    while (!open.isEmpty()) {
      Value next = open.pop();
      (next.a == null ? leavesSeen : made).add(next);
      if (next.a != null) {
        visit(next.a, open);
      }
      if (next.b != null && next.row != Operation.POWER.code()) {
        visit(next.b, open);
      }
    }
    for (Value value : made) {
      value.seen = false;
    }
    for (Value value : leavesSeen) {
      value.seen = false;
    }
    made.sort(Comparator.comparingLong(value -> value.order));
    if (leaves != null) {
      leaves.sort(Comparator.comparingLong(value -> value.order));
    }
  }

  private static void visit(Value value, Deque<Value> open) {
    if (!value.seen) {
      value.seen = true;
      open.push(value);
    }
  }
}
