package dev.perilla.engine.language.runtime;

import org.jspecify.annotations.Nullable;

/// Loops and comprehensions.
final class LoopNodes {
  private LoopNodes() {}

  /// @param syntax where it fails for what is not iterable
  static PyIterator iterator(Frame f, Object object, Syntax syntax) {
    try {
      return Iterate.over(f.run, object);
    } catch (RuntimeException e) {
      throw Unwind.place(e, syntax, f);
    }
  }

  static @Nullable Object next(Frame f, PyIterator iterator, Syntax syntax) {
    try {
      return iterator.taken(f.run);
    } catch (RuntimeException e) {
      throw Unwind.place(e, syntax, f);
    }
  }

  static final class While extends Stm {
    private final Node test;
    private final Stm body;
    private final Stm otherwise;

    While(Syntax syntax, Node test, Stm body, Stm otherwise) {
      super(syntax);
      this.test = test;
      this.body = body;
      this.otherwise = otherwise;
    }

    @Override
    int exec(Frame f) {
      while (test.test(f)) {
        f.run.step();
        int status = body.exec(f);
        if (status == BREAK) {
          return NEXT;
        }
        if (status == RETURN) {
          return status;
        }
      }
      return otherwise.exec(f);
    }
  }

  static final class For extends Stm {
    private final Node.Target target;
    private final Node iterable;
    private final Stm body;
    private final Stm otherwise;

    For(Syntax syntax, Node.Target target, Node iterable, Stm body, Stm otherwise) {
      super(syntax);
      this.target = target;
      this.iterable = iterable;
      this.body = body;
      this.otherwise = otherwise;
    }

    @Override
    int exec(Frame f) {
      Object object = iterable.eval(f);
      int status =
          switch (object) {
            case PyRange range -> range(f, range);
            case PyList list -> list(f, list);
            default -> any(f, object);
          };
      if (status == NEXT) {
        return otherwise.exec(f);
      }
      return status == BREAK ? NEXT : status;
    }

    private int range(Frame f, PyRange range) {
      long value = range.start;
      long step = range.step;
      for (long i = 0; i < range.length; i++) {
        f.run.step();
        target.assign(f, Ops.box(value));
        int status = body.exec(f);
        if (status == BREAK || status == RETURN) {
          return status;
        }
        value += step;
      }
      return NEXT;
    }

    private int list(Frame f, PyList list) {
      for (int i = 0; i < list.size; i++) {
        f.run.step();
        target.assign(f, list.items[i]);
        int status = body.exec(f);
        if (status == BREAK || status == RETURN) {
          return status;
        }
      }
      return NEXT;
    }

    private int any(Frame f, Object object) {
      PyIterator iterator = iterator(f, object, syntax);
      int status = NEXT;
      Object item = next(f, iterator, syntax);
      while (item != null) {
        f.run.step();
        target.assign(f, item);
        status = body.exec(f);
        if (status == BREAK || status == RETURN) {
          break;
        }
        status = NEXT;
        item = next(f, iterator, syntax);
      }
      f.run.waiting.drop(f.run, iterator);
      return status;
    }
  }

  /// A `for` of a comprehension, with its conditions.
  ///
  /// @param place where what it goes through fails
  @SuppressWarnings("ArrayRecordComponent") // made once, never compared
  record Clause(Node.Target target, Node iterable, Node[] conditions, Syntax place) {}

  /// Where a comprehension puts what it makes; the collection is in a slot, so that it counts as
  /// alive.
  abstract static class Comprehension extends Node {
    private final Clause[] clauses;
    final int slot;
    private final int[] cells;
    private final Code code;
    private final Syntax adding; // where it fails for what may not be put in

    Comprehension(
        Syntax syntax, Clause[] clauses, int slot, int[] cells, Code code, Syntax adding) {
      super(syntax);
      this.adding = adding;
      this.clauses = clauses;
      this.slot = slot;
      this.cells = cells;
      this.code = code;
    }

    abstract Object empty(Run run);

    abstract void add(Frame f, Object collection);

    @Override
    Object eval(Frame f) {
      Object source = clauses[0].iterable().eval(f);
      if (!(source instanceof PyRange)) {
        source = iterator(f, source, syntax);
      }
      boolean direct = f.direct;
      f.direct = false; // a call of its own in Python
      try {
        f.run.within();
        Object collection = empty(f.run);
        Object before = f.slots[slot];
        f.slots[slot] = collection;
        for (int cell : cells) {
          f.slots[cell] = new Cell(f.run.epoch, null);
        }
        run(f, 0, source, collection);
        if (!f.run.waiting.isEmpty()) {
          end(f);
        }
        f.slots[slot] = before;
        f.direct = direct;
        return collection;
      } catch (RuntimeException e) {
        f.direct = direct;
        RuntimeException placed = outer(Unwind.place(e, syntax, f), f);
        if (f.code.holds && placed instanceof Unwind.Raise raise) {
          keep(f, source, raise.exception);
        }
        throw placed;
      }
    }

    /// The traceback of an exception holds its names, and what it goes through.
    private void keep(Frame f, Object source, PyException exception) {
      Frame kept = new Frame(f.run, code, new Cell[0]);
      for (int own : code.named()) {
        kept.slots[own] = f.slots[own];
        f.slots[own] = null;
      }
      kept.slots[kept.slots.length - 1] = source;
      Waiting.keep(exception, kept);
    }

    /// Its names let go of what they hold.
    private void end(Frame f) {
      for (int own : code.named()) {
        Object object = f.slots[own];
        f.slots[own] = null;
        if (object != null) {
          f.run.waiting.drop(f.run, object);
        }
      }
    }

    /// As Python, which runs a comprehension as a function of its own.
    private RuntimeException outer(RuntimeException e, Frame f) {
      if (e instanceof Unwind unwind) {
        java.util.List<Unwind.Entry> trace = unwind.trace();
        if (!trace.isEmpty()) {
          Unwind.Entry last = trace.get(trace.size() - 1);
          trace.set(trace.size() - 1, new Unwind.Entry(code, last.place()));
          trace.add(new Unwind.Entry(f.code, syntax));
        }
      }
      return e;
    }

    private void run(Frame f, int at, Object source, Object collection) {
      Clause clause = clauses[at];
      if (source instanceof PyRange range) {
        long value = range.start;
        long step = range.step;
        for (long i = 0; i < range.length; i++) {
          turn(f, at, clause, Ops.box(value), collection);
          value += step;
        }
        return;
      }
      PyIterator iterator = iterator(f, source, clause.place());
      Object item = next(f, iterator, clause.place());
      while (item != null) {
        turn(f, at, clause, item, collection);
        item = next(f, iterator, clause.place());
      }
      f.run.waiting.drop(f.run, iterator);
    }

    private void turn(Frame f, int at, Clause clause, Object item, Object collection) {
      f.run.step();
      int mark = f.run.held.size();
      clause.target().assign(f, item);
      for (Node condition : clause.conditions()) {
        if (!condition.test(f)) {
          return;
        }
      }
      if (at + 1 == clauses.length) {
        try {
          add(f, collection);
        } catch (RuntimeException e) {
          throw Unwind.place(e, adding, f);
        }
        if (f.run.held.size() > mark) {
          f.run.waiting.pop(f.run, mark);
        }
      } else {
        run(f, at + 1, clauses[at + 1].iterable().eval(f), collection);
      }
    }
  }

  static final class ListComprehension extends Comprehension {
    private final Node element;

    ListComprehension(
        Syntax syntax,
        Clause[] clauses,
        int slot,
        int[] cells,
        Code code,
        Syntax adding,
        Node element) {
      super(syntax, clauses, slot, cells, code, adding);
      this.element = element;
    }

    @Override
    Object empty(Run run) {
      return new PyList(run);
    }

    @Override
    void add(Frame f, Object collection) {
      ((PyList) collection).add(f.run, element.eval(f));
    }
  }

  static final class SetComprehension extends Comprehension {
    private final Node element;

    SetComprehension(
        Syntax syntax,
        Clause[] clauses,
        int slot,
        int[] cells,
        Code code,
        Syntax adding,
        Node element) {
      super(syntax, clauses, slot, cells, code, adding);
      this.element = element;
    }

    @Override
    Object empty(Run run) {
      return new PySet(run);
    }

    @Override
    void add(Frame f, Object collection) {
      ((PySet) collection).add(f.run, element.eval(f));
    }
  }

  static final class DictComprehension extends Comprehension {
    private final Node key;
    private final Node value;

    DictComprehension(
        Syntax syntax,
        Clause[] clauses,
        int slot,
        int[] cells,
        Code code,
        Syntax adding,
        Node key,
        Node value) {
      super(syntax, clauses, slot, cells, code, adding);
      this.key = key;
      this.value = value;
    }

    @Override
    Object empty(Run run) {
      return new PyDict(run);
    }

    @Override
    void add(Frame f, Object collection) {
      Object name = key.eval(f);
      ((PyDict) collection).put(f.run, name, value.eval(f));
    }
  }

  /// A generator expression: its function, called with the first iterable.
  static final class GeneratorExpression extends Node {
    private final DefNodes.Function function;
    private final Node iterable;

    GeneratorExpression(Syntax syntax, DefNodes.Function function, Node iterable) {
      super(syntax);
      this.function = function;
      this.iterable = iterable;
    }

    @Override
    Object eval(Frame f) {
      PyIterator source = iterator(f, iterable.eval(f), syntax);
      try {
        PyFunction made = function.make(f);
        return made.call(f.run, new Object[] {source}, Keywords.NONE);
      } catch (RuntimeException e) {
        throw Unwind.place(e, syntax, f);
      }
    }
  }
}
