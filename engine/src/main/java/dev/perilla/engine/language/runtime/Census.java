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
  private @Nullable IdentityHashMap<Object, Object> parents; // who has led to each, if it is asked
  private Object at = this; // whose children are visited

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

  /// Likewise, remembering the way to each.
  Set<Object> traced() {
    parents = new IdentityHashMap<>();
    run.steps(alive().size());
    return seen;
  }

  /// The way to an object that is alive: who begins it, a name of the module, a call that is open
  /// or the program, and then each object to the next.
  List<Object> way(Object object) {
    List<Object> way = new ArrayList<>();
    IdentityHashMap<Object, Object> known = java.util.Objects.requireNonNull(parents);
    Object at = object;
    do {
      way.add(at);
      at = known.get(at);
    } while (at != null);
    Collections.reverse(way);
    run.steps(way.size());
    return way;
  }

  /// Whether a way still leads to its end.
  ///
  /// @param known what objects hold, as far as somebody asked
  static boolean holds(Run run, List<Object> way, IdentityHashMap<Object, Set<Object>> known) {
    boolean holds = way.size() > 1 && begins(run, way.get(0), way.get(1), known);
    for (int i = 2; holds && i < way.size(); i++) {
      holds = held(run, way.get(i - 1), known).contains(way.get(i));
    }
    return holds;
  }

  private static boolean begins(
      Run run, Object root, Object next, IdentityHashMap<Object, Set<Object>> known) {
    return switch (root) {
      case GlobalCell cell -> cell.value != null && Ops.identical(cell.value, next);
      case Frame frame -> isOpen(run, frame) && held(run, frame, known).contains(next);
      case Object other ->
          (run.handling != null && Ops.identical(run.handling, next))
              || isAmong(run.held, next)
              || isAmong(run.waiting.rings, next);
    };
  }

  static Set<Object> held(Run run, Object holder, IdentityHashMap<Object, Set<Object>> known) {
    return known.computeIfAbsent(
        holder,
        it -> {
          Census census = new Census(run);
          census.heldBy(it);
          return census.seen;
        });
  }

  /// Whether it is one of these very objects.
  static boolean isAmong(List<Object> objects, Object object) {
    for (int i = objects.size() - 1; i >= 0; i--) {
      if (Ops.identical(objects.get(i), object)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOpen(Run run, Frame frame) {
    for (int i = run.depth - 1; i >= 0; i--) {
      if (run.stack[i] == frame) {
        return !frame.isOver;
      }
    }
    return false;
  }

  /// What an object holds, the last to go first, as often as it holds it.
  static List<Object> held(Run run, Object object) {
    Census census = new Census(run);
    census.counts = true;
    return census.heldBy(object);
  }

  /// Whether an object that nothing alive holds leads to itself.
  static boolean isRing(Run run, Object object, Set<Object> alive) {
    Census census = new Census(run);
    census.seen.addAll(alive);
    run.steps(alive.size() / STEP);
    Deque<Object> left = new ArrayDeque<>();
    left.push(object);
    while (!left.isEmpty()) {
      for (Object child : census.heldBy(left.pop())) {
        if (Ops.identical(child, object)) {
          return true;
        }
        left.push(child);
      }
    }
    return false;
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
      at = cell;
      visit(cell.value);
    }
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < run.depth; i++) {
      if (!run.stack[i].isOver) {
        seen.add(run.stack[i]);
        frames.add(run.stack[i]);
      }
    }
    for (Frame frame : frames) {
      at = frame;
      frame(frame);
    }
    at = run;
    visit(run.handling);
    visit(run.waiting.raised);
    visit(run.waiting.uncaught);
    run.held.forEach(this::visit);
    run.waiting.rings.forEach(this::visit);
    for (Object object = open.poll(); object != null; object = open.poll()) {
      children(object);
    }
    return bytes;
  }

  /// What a call holds: in CPython's order its variables, after what its stack has held.
  private void frame(Frame frame) {
    List<Integer> named = frame.code.named();
    @Nullable Object[] others = frame.slots.clone();
    for (int slot : named) {
      others[slot] = null;
    }
    for (int i = others.length - 1; i >= 0; i--) {
      visit(others[i]);
    }
    for (int slot : named) {
      visit(frame.slots[slot]);
    }
    for (Cell cell : frame.closure) {
      visit(cell.value);
    }
    visit(frame.result);
    if (frame.namespace != null) {
      visitAll(frame.namespace.names.values().toArray());
    }
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
      case Unwind.Raise raise -> visit(raise.exception);
      case Builtin builtin -> {}
      default -> {
        if (counts || seen.add(object)) {
          open.add(object);
          if (parents != null && at != this) {
            parents.put(object, at);
          }
        }
      }
    }
  }

  private void children(Object object) {
    at = object;
    switch (object) {
      case @Nullable Object[] row -> {
        bytes += 16L * row.length;
        visitAll(row);
      }
      case Frame frame -> frame(frame);
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
        if (instance instanceof PyException exception) {
          exception.details().forEach(this::visit); // which its own class lets go of
        }
        for (int i = 0; i < instance.shape.names.length; i++) {
          visit(instance.slots[i]);
        }
        visit(instance.type);
        if (instance.isOpen()) {
          visit(instance.dict(run));
        }
        if (instance instanceof PyException exception) {
          int entries = exception.trace.size() + exception.kept.size();
          bytes += PyException.BYTES + PyException.ENTRY * entries;
          visit(exception.arguments);
          exception.kept.forEach(this::visit);
          visit(exception.cause);
          visit(exception.context);
        }
      }
      case PyDict.View view -> visit(view.dict());
      case PySuper of -> visit(of.self());
      case PySlice slice -> {
        visit(slice.low());
        visit(slice.high());
        visit(slice.step());
      }
      case Method.Bound bound -> {
        bytes += 24;
        visit(bound.self());
      }
      case Descriptor.Property property -> {
        visit(property.get());
        visit(property.set());
        visit(property.delete());
      }
      case Descriptor.StaticMethod method -> visit(method.function());
      case Descriptor.ClassMethod method -> visit(method.function());
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
          visit(generator.open());
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
          visit(type.base);
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
