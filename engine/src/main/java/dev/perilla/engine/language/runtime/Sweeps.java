package dev.perilla.engine.language.runtime;

import dev.perilla.engine.autograd.Graph;
import dev.perilla.engine.autograd.Value;
import dev.perilla.engine.autograd.Witnesses;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Where the gradients come from that a program shows: its sweeps, and what it has read of them.
///
/// A `.grad` that a chapter claims, or that a program prints, is one derivative or the sum of
/// several, and has three witnesses for each, while its sweeps are remembered. What is something
/// else (set by hand, added up over an update of the parameters, twice through one graph, left by
/// `train`) has no witnesses: it is what the program gives, and is held to that.
///
/// A float that the program has read and kept, in a list that grows, in an attribute, as the value
/// of a function, is known again by its identity when it is shown: the last [#MOST_READ] of them,
/// of graphs of [#HELD] values in all. A name of the module knows besides what it was given, whole
/// numbers too. What is reckoned from gradients is no gradient.
final class Sweeps {
  private static final int HELD = 200_000; // values
  private static final int SHOWN = 2_000_000; // values that the witnesses of a block look at
  private static final int MOST_READ = 10_000;
  private static final int DEPTH = 4; // lists within lists

  private Epoch epoch = new Epoch();
  private long count; // of sweeps
  private boolean byHand; // whether a gradient may be something else than what the epoch left
  private int left = SHOWN; // how many more values the statements of a block may look at

  // What the program holds of the gradients that it has read, the oldest first.
  private final Map<Box, Reading> held = new LinkedHashMap<>();
  private final Deque<Epoch> past = new ArrayDeque<>();
  private @Nullable Epoch last; // of the past, which is told what changes before the next sweep
  private long kept; // values in the graphs of the past

  /// What is watched now, if anything is.
  private @Nullable Watched watched;

  /// A number as an object: the program's own, and no other that is equal.
  private record Box(Object number) {
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(Object other) {
      return other instanceof Box box && box.number == number;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(number);
    }
  }

  /// Which gradients are read from its beginning to its end, and what derivatives are asked for.
  static final class Watched {
    private final @Nullable Watched around;
    private final int most; // values that its witnesses may look at
    private final Set<Reading> readings = new LinkedHashSet<>();
    private long cost; // of the readings
    private long since; // they were last looked through
    private boolean isFull; // whether more were read than can have witnesses

    private Watched(@Nullable Watched around, int most) {
      this.around = around;
      this.most = most;
    }

    /// Notes one. Those that can have no witnesses any longer are let go, and all where there are
    /// more than can have some: a loop of a million steps leaves nothing behind.
    private void note(Reading reading) {
      if (!isFull && readings.add(reading)) {
        cost += reading.cost();
        since += reading.cost();
        if (since > HELD || cost > most || readings.size() > MOST_READ) {
          readings.removeIf(each -> each.epoch().isGone());
          cost = 0;
          for (Reading each : readings) {
            cost += each.cost();
          }
          since = 0;
          isFull = cost > most || readings.size() > MOST_READ;
        }
        if (isFull) {
          readings.clear();
          cost = 0;
        }
      }
    }
  }

  /// A sweep from `output`, through `values` values, is done.
  void swept(Value output, int values) {
    count++;
    if (epoch.hasMoved()) {
      end();
    }
    if (!epoch.swept(output, values, count)) {
      byHand = true;
    }
  }

  /// The program is about to change the number of `value`.
  void changes(Value value) {
    Epoch of = epoch.isEmpty() && last != null ? last : epoch;
    if (!of.isEmpty() && !of.changes(value, value.data())) {
      forget();
    }
  }

  /// The program sets a gradient.
  void setsGradient() {
    byHand = true;
  }

  /// Data are about to change, of which no [#changes] will tell.
  void freeze() {
    Set<Epoch> wanted = new HashSet<>(past);
    if (epoch.isHeld()) {
      wanted.add(epoch);
    }
    backTo(wanted, Epoch::freeze);
    end();
    past.forEach(Epoch::letGo);
    last = null;
  }

  private void forget() {
    past.forEach(Epoch::drop);
    past.clear();
    last = null;
    kept = 0;
    epoch.drop();
    end();
  }

  private void end() {
    Epoch over = epoch;
    epoch = new Epoch();
    over.end();
    byHand = true;
    if (over.isHeld()) {
      last = over;
      keep(over);
    } else if (last == null) {
      over.drop();
    } else {
      last.takeOver(over);
    }
  }

  private void keep(Epoch over) {
    past.add(over);
    kept += over.size();
    while (kept > HELD) {
      Epoch oldest = past.removeFirst();
      kept -= oldest.size();
      oldest.drop();
      last = oldest == last ? null : last;
    }
    while (!held.isEmpty()
        && (held.size() > MOST_READ || held.values().iterator().next().epoch().isGone())) {
      held.remove(held.keySet().iterator().next());
    }
  }

  /// Goes back through the epochs as far as the oldest of `wanted`, and calls `there` in each of
  /// them, with all data as they were.
  private void backTo(Set<Epoch> wanted, Consumer<Epoch> there) {
    Deque<Epoch> left = new ArrayDeque<>();
    Iterator<Epoch> older = past.descendingIterator();
    for (Epoch each = epoch; !wanted.isEmpty(); each = older.next()) {
      each.exchange();
      left.push(each);
      if (wanted.remove(each)) {
        there.accept(each);
      }
      if (!older.hasNext()) {
        break;
      }
    }
    left.forEach(Epoch::exchange);
  }

  /// Calls the witnesses of what was read.
  private void find(Collection<Reading> readings) {
    Map<Epoch, List<Reading>> unknown = new LinkedHashMap<>();
    for (Reading reading : readings) {
      if (!reading.epoch().knows(reading)) {
        unknown.computeIfAbsent(reading.epoch(), it -> new ArrayList<>()).add(reading);
      }
    }
    Set<Epoch> wanted = new HashSet<>();
    unknown.forEach(
        (each, its) -> {
          if (each.isFrozen()) {
            each.find(its);
          } else {
            wanted.add(each);
          }
        });
    backTo(wanted, each -> each.find(unknown.getOrDefault(each, List.of())));
  }

  /// The program reads the gradient of `value`.
  void reads(Value value) {
    if (watched != null) {
      note(reading(value));
    }
  }

  /// The program reads the gradient of `value` as `number`, to put it somewhere.
  void holds(Value value, Object number) {
    if (number instanceof Double) {
      Reading reading = reading(value);
      epoch.hold();
      held.put(new Box(number), reading);
    }
  }

  private Reading reading(Value value) {
    return new Reading.Swept(value, value.grad(), epoch, count, count == 1 && !byHand);
  }

  /// The program shows a number.
  void shows(Object number) {
    if (watched != null && !held.isEmpty()) {
      Reading reading = held.get(new Box(number));
      if (reading != null) {
        note(reading);
      }
    }
  }

  private void note(Reading reading) {
    for (Watched each = watched; each != null; each = each.around) {
      each.note(reading);
    }
  }

  /// The program has read the values of names, which may be copies of gradients.
  void read(GlobalCell[] names) {
    for (GlobalCell name : names) {
      name.gradients().forEach(this::note);
    }
  }

  /// The program asks for the derivative of `output` by `input`, and is given `result`.
  void asked(Value output, Value input, Object result) {
    Graph graph = Graph.of(output);
    if (graph.size() <= HELD) {
      Epoch own = new Epoch(graph);
      Object number = result instanceof PyValue value ? value.data() : result;
      Reading reading = new Reading.Asked(own, input, ((Number) number).doubleValue());
      if (result instanceof Double) {
        held.put(new Box(result), reading);
        keep(own);
      }
      note(reading);
    }
  }

  /// A block begins.
  void begin() {
    watched = null;
    left = SHOWN;
  }

  /// Begins to note which gradients are read, also inside of what is watched already.
  Watched watch() {
    return watch(SHOWN);
  }

  /// Likewise, for a statement that prints: those of one block share what they may cost.
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

  /// Ends it, with what was computed meanwhile.
  ///
  /// @return the witnesses of each that has some, and of derivatives that were asked for; of a
  ///   great many on a large graph none
  List<Witnesses> end(Watched watch, @Nullable Object result) {
    numbers(result, DEPTH, this::shows);
    watched = watch.around;
    find(watch.readings);
    List<Witnesses> found = new ArrayList<>();
    watch.readings.forEach(reading -> reading.witnesses().ifPresent(found::add));
    return found;
  }

  /// Likewise, of a statement that prints.
  List<Witnesses> endStatement(Watched watch) {
    List<Witnesses> found = end(watch, null);
    left -= (int) Math.min(left, watch.cost);
    return found;
  }

  /// Likewise, of a statement that gives a name a value.
  ///
  /// @return those that the value is, or that it holds
  List<Reading> endCopy(Watched watch, Object value) {
    watched = watch.around;
    if (watch.readings.isEmpty()) {
      return List.of();
    }
    Set<Double> numbers = new HashSet<>();
    numbers(value, DEPTH, number -> numbers.add(((Number) number).doubleValue()));
    List<Reading> copies =
        watch.readings.stream().filter(each -> numbers.contains(each.gradient())).toList();
    copies.forEach(each -> each.epoch().hold());
    return copies;
  }

  /// Gives each number of a value to `each`, also those in lists, tuples and dicts.
  private static void numbers(@Nullable Object value, int depth, Consumer<Object> each) {
    switch (value) {
      case Double number -> each.accept(number);
      case Long number -> each.accept(number);
      case PyList list when depth > 0 -> {
        for (int i = 0; i < list.size; i++) {
          numbers(list.items[i], depth - 1, each);
        }
      }
      case PyTuple tuple when depth > 0 -> {
        for (Object item : tuple.items) {
          numbers(item, depth - 1, each);
        }
      }
      case null, default -> {}
    }
  }
}
