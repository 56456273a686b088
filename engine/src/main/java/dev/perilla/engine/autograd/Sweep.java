package dev.perilla.engine.autograd;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// The values that led to an output, in order of creation.
///
/// Creation numbers of one graph mostly lie close together, so putting them in order is one pass
/// through an array of places; only graphs that are thinly spread over a long run are sorted.
final class Sweep {
  private static final Comparator<Value> BY_CREATION =
      (one, other) -> Long.compare(one.order, other.order);

  /// How many creation numbers a backward sweep sees at once.
  private static final int WINDOW = 1 << 15;

  private @Nullable Value[] found = new @Nullable Value[64];
  private int count;

  private Sweep() {}

  /// Pulls at everything that led to `output`, in reverse order of creation, where no two values
  /// have one number.
  ///
  /// A window of creation numbers goes down over the graph. What a pulled value read lies below it:
  /// in the window it is put in its place, where the sweep will come upon it; further down it
  /// waits. So there is nothing to sort, and nothing but the window to remember as long as the
  /// graph was made in one go.
  static void backward(Value output, Clock clock) {
    new Window(clock, output).run(clock.fresh());
  }

  /// The creation numbers that a sweep sees at once, and what waits below them.
  static final class Window {
    private final @Nullable Value[] places;
    private final PriorityQueue<Value> below = new PriorityQueue<>(BY_CREATION.reversed());
    private final Clock clock;
    private long base;

    private Window(Clock clock, Value output) {
      this.clock = clock;
      this.places = clock.window(WINDOW);
      below.add(output);
    }

    private void run(long fresh) {
      while (!below.isEmpty()) {
        long top = below.element().order;
        base = top - WINDOW + 1;
        int waiting = 0;
        for (Value next = below.peek(); next != null && next.order >= base; next = below.peek()) {
          next.seen = false;
          places[(int) (next.order - base)] = below.remove();
          waiting++;
        }
        for (int i = (int) (top - base); waiting > 0; i--) {
          Value value = places[i];
          if (value != null) {
            places[i] = null;
            waiting--;
            if (value.grad != 0 || value.order <= fresh) {
              value.pull();
              waiting += value.await(this);
            }
          }
        }
      }
      clock.giveBack(places);
    }

    /// Returns 1 if the value was put into the window, 0 if it waits below, was there or is a leaf.
    int await(Value value) {
      if (value.row == 0) {
        return 0;
      }
      if (value.order >= base) {
        int place = (int) (value.order - base);
        int added = places[place] == null ? 1 : 0;
        places[place] = value;
        return added;
      }
      if (!value.seen) {
        value.seen = true;
        below.add(value);
      }
      return 0;
    }
  }

  /// Marks everything that led to `value`, down to what is marked already.
  static void steer(Value value) {
    Deque<Value> open = new ArrayDeque<>();
    open.push(value);
    while (!open.isEmpty()) {
      Value next = open.pop();
      if (!next.steers) {
        next.steers = true;
        next.readOnto(open);
      }
    }
  }

  /// What operations made on the way to `output`, without leaves.
  static List<Value> made(Value output) {
    return new Sweep().collect(output, false);
  }

  /// All values on the way to `output`. The hidden exponent of a power with a number is none.
  static List<Value> all(Value output) {
    return new Sweep().collect(output, true);
  }

  /// Iterative; `found` is both the list of what was found and the queue of what is to be followed.
  /// The marks are clear again at the end.
  private List<Value> collect(Value output, boolean leaves) {
    long first = output.order;
    int last = 0;
    mark(output, leaves);
    while (last < count) {
      Value next = at(last++);
      next.open();
      Value a = next.a;
      if (a != null) {
        mark(a, leaves);
      }
      Value b = next.b;
      if (b != null && next.row != Operation.POWER.code()) {
        mark(b, leaves);
      }
      first = Math.min(first, next.order);
    }
    for (int i = 0; i < count; i++) {
      at(i).seen = false;
    }
    return ordered(first, output.order - first + 1);
  }

  private void mark(Value value, boolean leaves) {
    if (!value.seen && (leaves || value.row != 0)) {
      value.seen = true;
      if (count == found.length) {
        found = Arrays.copyOf(found, count * 2);
      }
      found[count++] = value;
    }
  }

  private Value at(int index) {
    Value value = found[index];
    if (value == null) {
      throw new AssertionError(index);
    }
    return value;
  }

  private List<Value> ordered(long first, long span) {
    Value[] values = new Value[count];
    if (span <= 8L * count + 64) {
      @Nullable Value[] places = new @Nullable Value[(int) span];
      int clashes = 0;
      for (int i = 0; i < count; i++) {
        int place = (int) (at(i).order - first);
        clashes += places[place] == null ? 0 : 1;
        places[place] = found[i];
      }
      int next = 0;
      for (Value value : places) {
        if (value != null) {
          values[next++] = value;
        }
      }
      if (clashes == 0) {
        return Arrays.asList(values);
      }
    }
    System.arraycopy(found, 0, values, 0, count);
    Arrays.sort(values, BY_CREATION);
    return Arrays.asList(values);
  }
}
