package dev.perilla.engine.autograd;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gradients that are values themselves, so that they have gradients again: the reverse sweep
/// written down as a graph, in the same order and with the same roundings, from the formulas of the
/// table.
///
/// ```java
/// Value x = Value.of(3), y = x.pow(3);
/// Value slope = Higher.gradients(y, List.of(x)).getFirst();             // 3x² = 27
/// Value curvature = Higher.gradients(slope, List.of(x)).getFirst();     // 6x = 18
/// ```
public final class Higher {
  private static final Map<Operation, List<Formula>> PULLS = pulls();

  private Higher() {}

  private static Map<Operation, List<Formula>> pulls() {
    Map<Operation, List<Formula>> pulls = new EnumMap<>(Operation.class);
    for (Operation operation : Operation.values()) {
      List<Formula> row = new java.util.ArrayList<>();
      for (int i = 0; i < operation.arity(); i++) {
        row.add(Formula.parse(operation.pullFormula(i)));
      }
      pulls.put(operation, List.copyOf(row));
    }
    return pulls;
  }

  /// The derivatives of `output` by each of `inputs` as values; a constant 0 where the input did
  /// not lead to the output. Gradients that are there stay as they are. Cost: some values for each
  /// value that led to the output.
  public static List<Value> gradients(Value output, List<Value> inputs) {
    Map<Value, Value> arrived = new HashMap<>();
    arrived.put(output, Value.of(1));
    List<Value> made = Sweep.made(output);
    for (int i = made.size() - 1; i >= 0; i--) {
      Value value = made.get(i);
      Value g = arrived.get(value);
      if (g == null) {
        continue;
      }
      List<Value> operands = value.operands();
      for (int k = 0; k < operands.size(); k++) {
        Value share = share(value, k, g);
        arrived.merge(operands.get(k), share, Value::add);
      }
    }
    return inputs.stream().map(input -> orZero(arrived.get(input))).toList();
  }

  private static Value orZero(@Nullable Value value) {
    return value == null ? Value.of(0) : value;
  }

  private static Value share(Value value, int operand, Value g) {
    List<Formula> pulls = PULLS.getOrDefault(value.operation(), List.of());
    return pulls.get(operand).on(new OfValue(value, g));
  }

  private record OfValue(Value value, Value g) implements Formula.Names {
    @Override
    public Value of(char name) {
      return switch (name) {
        case 'a' -> value.operands().getFirst();
        case 'b' -> exponent() ? Value.of(value.exponent()) : value.operands().getLast();
        case 'v' -> value;
        default -> g;
      };
    }

    @Override
    public boolean exponent() {
      return value.operation() == Operation.POWER;
    }
  }
}
