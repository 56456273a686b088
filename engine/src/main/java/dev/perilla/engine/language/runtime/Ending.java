package dev.perilla.engine.language.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// The end of a program that has left generators inside a `try`. CPython closes them: first those
/// that only rings of objects hold, then what the traceback of an exception held that has ended the
/// program, then those that the module leads to. All names still have their values then.
///
/// These last go in the order of CPython's collector. What is made first goes first, but for what
/// the collector has met before those who hold it; where the module itself comes last it is the
/// order of what the module leads to, step by step. Which of them it is depends on how CPython was
/// started. Where the two agree it is known; else the program stops.
final class Ending {
  /// Bytes that a program can ask for before CPython's collector may have run, which changes the
  /// order.
  private static final long FEW = 24_000;

  private final Run run;
  private final Waiting waiting;

  Ending(Run run) {
    this.run = run;
    this.waiting = run.waiting;
  }

  void close() {
    run.ends = true;
    try {
      rings();
      traceback();
      module();
      if (waiting.isHeard()) {
        throw Waiting.left(); // one that has begun meanwhile
      }
    } finally {
      run.ends = false;
    }
  }

  private void rings() {
    List<Object> rings = List.copyOf(waiting.rings);
    if (rings.isEmpty()) {
      return;
    }
    waiting.rings.clear();
    Set<Object> alive = new Census(run).alive();
    waiting.rings.addAll(rings);
    List<PyGenerator> left = new ArrayList<>();
    for (Object ring : rings) {
      left.addAll(openIn(ring));
    }
    left.removeIf(alive::contains);
    if (left.stream().anyMatch(waiting::has) && run.allocated() > FEW) {
      throw Waiting.left(); // the collector may have been there before
    }
    left.sort(Comparator.comparingInt(it -> it.number));
    close(left);
    waiting.rings.clear();
    if (!new Census(run).alive().containsAll(waiting.all())) {
      throw Waiting.left();
    }
  }

  /// The exception goes, then what its calls have had, the innermost first.
  private void traceback() {
    PyException uncaught = waiting.uncaught;
    if (uncaught != null) {
      waiting.uncaught = null;
      waiting.lose(run, List.of(uncaught.kept.toArray(), uncaught));
    }
  }

  private void module() {
    List<PyGenerator> first = new ArrayList<>();
    Set<Object> placed = Collections.newSetFromMap(new IdentityHashMap<>());
    IdentityHashMap<Object, Object> holders = new IdentityHashMap<>();
    Set<Object> met = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Object> open = new ArrayDeque<>(waiting.rings);
    List<GlobalCell> cells = new ArrayList<>(run.globals.values());
    cells.sort(Comparator.comparingInt(cell -> cell.since));
    for (GlobalCell cell : cells) {
      if (cell.value != null) {
        open.add(cell.value);
        placed.add(cell.value);
      }
    }
    while (!open.isEmpty()) {
      Object object = open.remove();
      if (!met.add(object)) {
        continue;
      }
      if (object instanceof PyGenerator generator && !generator.finished) {
        first.add(generator);
        continue;
      }
      boolean isPlaced = object instanceof PyInstance it && !it.isOpen() && placed.contains(it);
      for (Object child : Census.held(run, object).reversed()) {
        open.add(child);
        Object holder = isPlaced ? object : this;
        holders.merge(child, holder, (one, other) -> this); // of several nothing is known
        if (isPlaced && number(child) > number(object)) {
          placed.add(child);
        }
      }
    }
    if (first.size() > 1) {
      check(first, placed, holders);
    }
    close(first);
  }

  /// Stops the program unless its generators go in their order: those first that the collector
  /// leaves in their places, which are those of their making, then those that only an object holds
  /// that was made after them, as these objects were made. Of one whose place is not known it has
  /// to make no difference.
  private void check(
      List<PyGenerator> generators, Set<Object> placed, IdentityHashMap<Object, Object> holders) {
    IdentityHashMap<Object, PyGenerator> inside = new IdentityHashMap<>();
    for (PyGenerator generator : generators) {
      for (PyGenerator inner : openIn(generator)) {
        if (inner != generator
            && inside.put(inner, generator) != null
            && !generators.contains(inner)) {
          throw Waiting.left(); // two hold it
        }
      }
    }
    int last = 0;
    boolean isBehind = false;
    for (PyGenerator generator : generators) {
      boolean isPlaced = placed.contains(generator);
      Object holder = isPlaced || inside.containsKey(generator) ? null : holders.get(generator);
      boolean isMoved = holder instanceof PyInstance;
      int place = number(isMoved && holder != null ? holder : generator);
      boolean isKnown = isPlaced || isMoved || generator == generators.getLast();
      if (!isKnown || (isBehind ? !isMoved || place < last : !isMoved && place < last)) {
        throw Waiting.left();
      }
      isBehind |= isMoved;
      last = place;
    }
    if (!waiting.rings.isEmpty() || run.allocated() > FEW) {
      throw Waiting.left();
    }
  }

  /// Those that an object leads to and that are not at their end, itself perhaps.
  private List<PyGenerator> openIn(Object object) {
    List<PyGenerator> found = new ArrayList<>();
    for (Object held : new Census(run).ledTo(object)) {
      if (held instanceof PyGenerator generator && !generator.finished) {
        found.add(generator);
      }
    }
    return found;
  }

  private static int number(Object object) {
    return switch (object) {
      case PyGenerator generator -> generator.number;
      case PyInstance instance -> instance.number;
      case Object other -> 0;
    };
  }

  private void close(List<PyGenerator> generators) {
    for (PyGenerator generator : generators) {
      waiting.close(run, generator);
    }
  }
}
