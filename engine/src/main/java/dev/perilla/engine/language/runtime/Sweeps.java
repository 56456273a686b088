package dev.perilla.engine.language.runtime;

import dev.perilla.engine.autograd.Graph;
import dev.perilla.engine.autograd.Value;
import dev.perilla.engine.autograd.Witnesses;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where the gradients come from that a program holds: its last sweeps, and the numbers that it has
/// changed since.
///
/// A `.grad` that a chapter claims is one derivative or the sum of several, and has three witnesses
/// for each, while its sweeps are remembered: the last [#MOST] since the data of their graphs were
/// changed, of [#VALUES] values in all. What is something else (set by hand, added up over an
/// update of the parameters, twice through one graph, left by `train`) has no witnesses: it is what
/// the program gives, and is held to that.
///
/// What a name of the module is given keeps its witnesses where it is a gradient or a list of some:
/// `g = x.grad` is as good as `x.grad`. What is reckoned from gradients is no gradient.
final class Sweeps {
  private static final int MOST = 16;
  private static final int VALUES = 100_000;
  private static final int MOST_READ = 10_000;

  private record Swept(Value output, int size) {}

  private final List<Swept> sweeps = new ArrayList<>();
  private final Map<Value, Double> before = new LinkedHashMap<>();
  private int size;
  private long count;
  private boolean byHand; // whether the program has set a gradient
  private int left = VALUES; // how many more values the statements of a block may look at

  /// What is watched now, if anything is.
  private @Nullable Watched watched;

  /// Whose gradients are read from its beginning to its end, and what derivatives are asked for.
  static final class Watched {
    private final @Nullable Watched around;
    private final int most; // values that its witnesses may look at
    private final Set<Value> values = new LinkedHashSet<>();
    private final List<Witnesses> asked = new ArrayList<>();
    private long inAsked; // values in the graphs of the derivatives that were asked for
    private boolean isFull; // whether more were read than can have witnesses

    private Watched(@Nullable Watched around, int most) {
      this.around = around;
      this.most = most;
    }

    /// Notes a value. Where there are more than can have witnesses none is held any longer: a loop
    /// of a million steps leaves nothing behind.
    private void note(Value value, int swept) {
      if (!isFull) {
        values.add(value);
        isFull = values.size() > MOST_READ || inAsked + (long) values.size() * swept > most;
        if (isFull) {
          values.clear();
        }
      }
    }
  }

  /// A sweep from `output`, through `values` values, is done.
  void swept(Value output, int values) {
    count++;
    if (!before.isEmpty()) {
      forget();
    }
    sweeps.add(new Swept(output, values));
    size += values;
    while (sweeps.size() > MOST || size > VALUES) {
      size -= sweeps.removeFirst().size();
      byHand = true;
    }
  }

  /// The program is about to change the number of `value`.
  void changes(Value value) {
    if (!sweeps.isEmpty()) {
      before.putIfAbsent(value, value.data());
      if (before.size() > VALUES) {
        forget();
      }
    }
  }

  /// The program sets a gradient.
  void setsGradient() {
    byHand = true;
  }

  /// What the sweeps so far have left is no derivative any more.
  void forget() {
    sweeps.clear();
    before.clear();
    size = 0;
    byHand = true;
  }

  /// The program reads the gradient of `value`.
  void reads(Value value) {
    for (Watched each = watched; each != null; each = each.around) {
      each.note(value, size);
    }
  }

  /// The program has read the values of names, which may be copies of gradients.
  void read(GlobalCell[] names) {
    for (GlobalCell name : names) {
      for (Witnesses one : name.gradients()) {
        for (Watched each = watched; each != null; each = each.around) {
          if (!each.asked.contains(one)) {
            each.asked.add(one);
          }
        }
      }
    }
  }

  /// The program asks for a derivative, which has these witnesses.
  void asked(Witnesses witnesses) {
    for (Watched each = watched; each != null; each = each.around) {
      each.asked.add(witnesses);
    }
  }

  /// The program asks for the derivative of `output` by `input`. What is watched gets witnesses for
  /// it, unless it has called many already.
  void asked(Value output, Value input) {
    Watched watch = watched;
    if (watch != null) {
      watch.inAsked += Graph.of(output).size();
      if (watch.inAsked <= watch.most) {
        asked(Witnesses.of(output, input));
      }
    }
  }

  /// A block begins.
  void begin() {
    watched = null;
    left = VALUES;
  }

  /// Begins to note whose gradients are read, also inside of what is watched already.
  Watched watch() {
    return watch(VALUES);
  }

  /// Likewise, for a statement that prints or gives a name a value: those of one block share what
  /// they may cost.
  Watched watchStatement() {
    return watch(left);
  }

  private Watched watch(int most) {
    watched = new Watched(watched, most);
    return watched;
  }

  /// The value of a node, while it is watched what it reads; an exception ends that.
  static Object watching(Frame f, Node node, Watched watch) {
    try {
      return node.eval(f);
    } catch (RuntimeException passing) {
      f.run.sweeps.watched = watch.around;
      throw passing;
    }
  }

  /// Ends it.
  ///
  /// @return the witnesses of each that has some, and of derivatives that were asked for; of a
  ///   great many on a large graph none
  List<Witnesses> end(Watched watch) {
    watched = watch.around;
    List<Witnesses> found = watch.asked;
    if (cost(watch) <= watch.most) {
      watch.values.forEach(value -> witnesses(value).ifPresent(found::add));
    }
    return found;
  }

  /// Likewise, of a statement that prints.
  List<Witnesses> endStatement(Watched watch) {
    List<Witnesses> found = end(watch);
    left -= (int) Math.min(left, cost(watch));
    return found;
  }

  /// Likewise, of a statement that gives a name a value: of those gradients alone that the value
  /// is, or that it holds as a list or tuple.
  List<Witnesses> endCopy(Watched watch, Object value) {
    if (watch.values.isEmpty() && watch.asked.isEmpty()) {
      watched = watch.around;
      return List.of();
    }
    Set<Double> numbers = new HashSet<>();
    numbers(value, numbers);
    watch.values.removeIf(each -> !numbers.contains(each.grad()));
    watch.asked.removeIf(each -> !numbers.contains(each.reverse()));
    return endStatement(watch);
  }

  private static void numbers(Object value, Set<Double> into) {
    switch (value) {
      case Double number -> into.add(number);
      case Long number -> into.add((double) number);
      case PyList list -> {
        for (int i = 0; i < list.size; i++) {
          plain(list.items[i], into);
        }
      }
      case PyTuple tuple -> {
        for (Object item : tuple.items) {
          plain(item, into);
        }
      }
      default -> {}
    }
  }

  private static void plain(Object value, Set<Double> into) {
    if (value instanceof Double || value instanceof Long) {
      numbers(value, into);
    }
  }

  private long cost(Watched watch) {
    return watch.inAsked + (long) watch.values.size() * size;
  }

  /// The witnesses of the gradient that `value` holds; empty where it is not the derivative of one
  /// remembered sweep, nor the sum over some.
  private Optional<Witnesses> witnesses(Value value) {
    exchange();
    try {
      Witnesses sum = null;
      for (int i = sweeps.size() - 1; i >= 0; i--) {
        Value output = sweeps.get(i).output();
        if (Graph.of(output).indexOf(value) >= 0) {
          Witnesses one = Witnesses.of(output, value);
          sum = sum == null ? one : sum.plus(one);
          if (sum.agreement() == Witnesses.Agreement.STALE) {
            return Optional.empty();
          }
          if (sum.confirm(value.grad())) {
            return Optional.of(sum);
          }
        }
      }
      return sum != null && count == 1 && !byHand
          ? Optional.of(sum.against(value.grad()))
          : Optional.empty();
    } finally {
      exchange();
    }
  }

  /// Puts the numbers of the last sweep in the place of those of now, or back.
  private void exchange() {
    before.replaceAll(
        (value, data) -> {
          double now = value.data();
          value.setData(data);
          return now;
        });
  }
}
