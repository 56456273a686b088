package dev.perilla.engine.language.runtime;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Counts what a program keeps alive: all that its globals and open calls lead to. The estimate is
/// the same on every machine. Cost: linear in the objects.
final class Census {
  private static final int LARGE = 64;
  private static final int STEP = 64; // bytes walked in the time of a step

  private final Run run;
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> open = new ArrayDeque<>();
  private long bytes = 0;
  private boolean counts = false; // whether what is met again is met

  Census(Run run) {
    this.run = run;
  }

  /// All objects that it keeps alive. The program pays for the walk.
  Set<Object> alive() {
    run.steps(bytes() / STEP);
    return seen;
  }

  /// All that an object leads to, itself among it, in the order in which CPython lets go of it:
  /// what an object holds before what stands beside it, and of rows the last first. The program
  /// pays for the walk.
  List<Object> ledTo(Object object) {
    List<Object> found = new ArrayList<>();
    Deque<Object> left = new ArrayDeque<>();
    visit(object);
    open.forEach(left::push);
    while (!left.isEmpty()) {
      Object next = left.pop();
      found.add(next);
      open.clear();
      for (Object child : heldBy(next)) {
        left.push(child);
      }
    }
    return found;
  }

  /// What each of these objects holds, the last to go first, as often as it holds it.
  static IdentityHashMap<Object, List<Object>> held(Run run, List<Object> objects) {
    IdentityHashMap<Object, List<Object>> held = new IdentityHashMap<>();
    for (Object object : objects) {
      Census edges = new Census(run);
      edges.counts = true;
      held.put(object, edges.heldBy(object));
    }
    return held;
  }

  /// The generators that go when holds on these objects are lost, in CPython's order: an object
  /// goes when all that held it has gone, so that rings of objects stay.
  ///
  /// @param lost in the order in which that happens, as often as it happens
  static List<PyGenerator> gone(Run run, List<Object> lost, Set<Object> alive) {
    Census census = new Census(run);
    census.seen.addAll(alive);
    List<Object> dead = new ArrayList<>();
    lost.forEach(object -> dead.addAll(census.ledTo(object)));
    IdentityHashMap<Object, List<Object>> held = held(run, dead);
    IdentityHashMap<Object, Integer> holders = new IdentityHashMap<>();
    lost.forEach(object -> holders.merge(object, 1, Integer::sum));
    held.values()
        .forEach(children -> children.forEach(child -> holders.merge(child, 1, Integer::sum)));
    List<PyGenerator> gone = new ArrayList<>();
    Deque<Object> left = new ArrayDeque<>();
    for (Object root : lost) {
      left.push(root);
      while (!left.isEmpty()) {
        Object next = left.pop();
        boolean last = holders.merge(next, -1, Integer::sum) == 0;
        List<Object> children = held.get(next);
        if (last && children != null) {
          if (next instanceof PyGenerator generator) {
            gone.add(generator);
          }
          children.forEach(left::push);
        }
      }
    }
    return gone;
  }

  /// What an object holds, the last to go first.
  private List<Object> heldBy(Object object) {
    long before = bytes;
    children(object);
    run.steps(1 + (bytes - before) / STEP);
    List<Object> children = new ArrayList<>(open);
    open.clear();
    if (!(object instanceof PyList
        || object instanceof PyTuple
        || object instanceof Lazy.Zip
        || object instanceof Lazy.Map)) {
      Collections.reverse(children);
    }
    return children;
  }

  long bytes() {
    for (GlobalCell cell : run.globals.values()) {
      visit(cell.value);
    }
    for (int i = 0; i < run.depth; i++) {
      frame(run.stack[i]);
    }
    visit(run.handling);
    run.walked.forEach(this::visit);
    for (Object object : run.held) {
      if (object instanceof @Nullable Object[] row) {
        bytes += 16L * row.length;
        visitAll(row);
      } else {
        visit(object);
      }
    }
    for (Object object = open.poll(); object != null; object = open.poll()) {
      children(object);
    }
    return bytes;
  }

  private void frame(Frame frame) {
    visitAll(frame.slots);
    for (Cell cell : frame.closure) {
      visit(cell.value);
    }
    visit(frame.result);
  }

  private void visitAll(@Nullable Object[] objects) {
    for (Object object : objects) {
      visit(object);
    }
  }

  private void visit(@Nullable Object object) {
    switch (object) {
      case null -> {}
      case String text -> {
        if (text.length() < LARGE || seen.add(text)) {
          bytes += 40 + text.length() * 2L;
        }
      }
      case BigInteger big -> bytes += 40 + big.bitLength() / 8;
      case Long number -> {}
      case Double number -> {}
      case Boolean flag -> {}
      case Singleton single -> {}
      case Builtin builtin -> {}
      default -> {
        if (counts || seen.add(object)) {
          open.add(object);
        }
      }
    }
  }

  private void children(Object object) {
    switch (object) {
      case PyList list -> {
        bytes += PyList.BYTES + (long) PyList.PLACE * list.items.length;
        for (int i = 0; i < list.size; i++) {
          visit(list.items[i]);
        }
      }
      case PyTuple tuple -> {
        bytes += PyTuple.bytes(tuple.items.length);
        visitAll(tuple.items);
      }
      case PyDict dict -> table(dict.table);
      case PySet set -> {
        bytes += PySet.BYTES + 48L * set.table.members.length;
        visitAll(set.table.members);
      }
      case PyInstance instance -> {
        bytes += PyInstance.BYTES + 16L * instance.slots.length;
        for (int i = 0; i < instance.shape.names.length; i++) {
          visit(instance.slots[i]);
        }
        if (instance.isOpen()) {
          visit(instance.dict(run));
        }
        if (instance instanceof PyException exception) {
          int entries = exception.trace.size() + exception.kept.size();
          bytes += PyException.BYTES + PyException.ENTRY * entries;
          visit(exception.arguments);
          exception.kept.forEach(this::visitAll);
          visit(exception.cause);
          visit(exception.context);
          exception.details().forEach(this::visit);
        }
      }
      case PyFunction function -> {
        bytes += PyFunction.BYTES;
        for (Cell cell : function.closure) {
          visit(cell);
        }
        visitAll(function.defaults);
        visit(function.attributes());
      }
      case Cell cell -> {
        bytes += 24;
        visit(cell.value);
      }
      case BoundMethod bound -> {
        bytes += 24;
        visit(bound.self());
        visit(bound.function());
      }
      case PyIterator iterator -> {
        bytes += iterator.bytes();
        visitAll(iterator.held());
        if (iterator instanceof PyGenerator generator) {
          visitAll(generator.closure());
        }
      }
      case PyValue value -> {
        bytes += 96L * value.count();
        value.held().forEach(this::visit);
      }
      case PyClass type -> {
        if (!type.builtin) {
          bytes += PyClass.BYTES;
          visitAll(type.names.values().toArray());
        }
      }
      default -> bytes += 32;
    }
  }

  private void table(Table table) {
    bytes += PyDict.BYTES + 48L * table.keys.length;
    visitAll(table.keys);
    visitAll(table.values);
  }
}
