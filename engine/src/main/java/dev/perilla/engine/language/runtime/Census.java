package dev.perilla.engine.language.runtime;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Stream;
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

  Census(Run run) {
    this.run = run;
  }

  /// All objects that it keeps alive. The program pays for the walk.
  Set<Object> alive() {
    run.steps(bytes() / STEP);
    return seen;
  }

  /// The generators that an object leads to, itself among them, in the order in which CPython lets
  /// go of them: what an object holds before what stands beside it, and of rows the last first. The
  /// program pays for the walk.
  Stream<PyGenerator> ledTo(Object object) {
    Stream.Builder<PyGenerator> found = Stream.builder();
    Deque<Object> left = new ArrayDeque<>();
    visit(object);
    open.forEach(left::push);
    while (!left.isEmpty()) {
      Object next = left.pop();
      if (next instanceof PyGenerator generator) {
        found.add(generator);
      }
      open.clear();
      long before = bytes;
      children(next);
      run.steps(1 + (bytes - before) / STEP);
      boolean lastFirst =
          next instanceof PyList
              || next instanceof PyTuple
              || next instanceof Lazy.Zip
              || next instanceof Lazy.Map;
      while (!open.isEmpty()) {
        left.push(lastFirst ? open.removeFirst() : open.removeLast());
      }
    }
    return found.build();
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
        if (seen.add(object)) {
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
