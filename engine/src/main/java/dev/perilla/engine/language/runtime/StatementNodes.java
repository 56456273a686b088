package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.syntax.BinaryOp;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Simple statements, `if`, and rows of statements.
final class StatementNodes {
  private StatementNodes() {}

  static final class Block extends Stm {
    private final Stm[] body;

    Block(Syntax syntax, Stm[] body) {
      super(syntax);
      this.body = body;
    }

    @Override
    int exec(Frame f) {
      int at = 0;
      try {
        for (; at < body.length; at++) {
          f.run.step();
          int status = body[at].exec(f);
          if (status != NEXT) {
            return status;
          }
        }
        return NEXT;
      } catch (RuntimeException e) {
        throw Unwind.place(e, body[at].syntax, f);
      }
    }
  }

  static final class Nothing extends Stm {
    private final int status;

    Nothing(Syntax syntax, int status) {
      super(syntax);
      this.status = status;
    }

    @Override
    int exec(Frame f) {
      return status;
    }
  }

  /// A statement that takes names away from what they held, where that may lead to a generator that
  /// waits inside a `try`.
  static final class Release extends Stm {
    private final Stm statement;
    private final Node[] names;
    private final boolean namesAlone;

    Release(Stm statement, Node[] names, boolean namesAlone) {
      super(statement.syntax);
      this.statement = statement;
      this.names = names;
      this.namesAlone = namesAlone;
    }

    @Override
    int exec(Frame f) {
      if (f.run.waiting.isEmpty()) {
        return statement.exec(f);
      }
      List<Object> held = new ArrayList<>();
      for (Node name : names) {
        Object object = value(name, f);
        if (object != null && f.run.waiting.has(f.run, object)) {
          held.removeIf(before -> Ops.identical(before, object)); // goes with the last of its names
          held.add(object);
        }
      }
      int status = statement.exec(f);
      long since = namesAlone ? Call.since(f) : Long.MAX_VALUE;
      if (!held.isEmpty()) {
        f.run.waiting.release(f.run, held, since, false);
      }
      return status;
    }
  }

  /// A statement that may take objects out of another: generators that only these have held are
  /// closed, if nothing of the program has run meanwhile that could have seen them go.
  static final class Settle extends Stm {
    private final Stm statement;
    private final Node[] names;
    private final boolean inOrder;

    /// @param names of what it takes from
    /// @param inOrder whether it takes one object after the other, as their order is
    Settle(Stm statement, Node[] names, boolean inOrder) {
      super(statement.syntax);
      this.statement = statement;
      this.names = names;
      this.inOrder = inOrder;
    }

    @Override
    int exec(Frame f) {
      Run run = f.run;
      if (run.waiting.isEmpty()) {
        return statement.exec(f);
      }
      List<Object> objects = new ArrayList<>();
      for (Node name : names) {
        Object object = value(name, f);
        if (object != null) {
          objects.addAll(new Census(run).ledTo(object));
        }
      }
      if (run.waiting.among(objects).isEmpty()) {
        return statement.exec(f); // there is none that it could let go of
      }
      long since = Call.since(f);
      boolean whole = run.waiting.lost(run, since).isEmpty();
      long before = run.calls;
      IdentityHashMap<Object, List<Object>> held = Census.held(run, objects);
      int status = statement.exec(f);
      if (whole && run.calls == before && !run.waiting.isEmpty()) {
        run.waiting.settle(run, since, objects, held, inOrder);
      }
      return status;
    }
  }

  /// What a name stands for, if for anything.
  private static @Nullable Object value(Node name, Frame f) {
    try {
      return name.eval(f);
    } catch (Unwind.Raise unbound) {
      return null;
    }
  }

  /// A statement that is one call of a function of the program with names and constants: while it
  /// is open, only variables hold what its frame works on.
  static final class Call extends Stm {
    private final Stm statement;
    private final Node object;
    private final @Nullable String method;

    /// @param object what is called, or has the method
    Call(Stm statement, Node object, @Nullable String method) {
      super(statement.syntax);
      this.statement = statement;
      this.object = object;
      this.method = method;
    }

    @Override
    int exec(Frame f) {
      f.call = this;
      try {
        return statement.exec(f);
      } finally {
        f.call = null;
      }
    }

    /// Whether it has begun the call that is open above it.
    private boolean opened(Frame f, Frame above) {
      Object called = value(object, f);
      if (method != null) {
        called = called instanceof PyInstance it ? it.type.find(f.run, method) : null;
      }
      return called instanceof PyFunction function && function.code == above.code;
    }

    /// From how many calls on generators are held by variables alone: from the first one, if all
    /// calls around this one are such statements, else from its own.
    static long since(Frame f) {
      Run run = f.run;
      for (int i = run.depth - 2; i >= 0; i--) {
        run.step();
        Frame below = run.stack[i];
        if (below.call == null || !below.call.opened(below, run.stack[i + 1])) {
          return f.began;
        }
      }
      return 0;
    }
  }

  /// The body of a function, at whose end its variables let go of what they hold. A generator that
  /// was made since it began is on its way nowhere else, unless what was handed over leads to it.
  static final class Leaving extends Stm {
    private final Stm body;
    private final int parameters;

    Leaving(Stm body, int parameters) {
      super(body.syntax);
      this.body = body;
      this.parameters = parameters;
    }

    @Override
    int exec(Frame f) {
      Run run = f.run;
      f.began = run.calls;
      int before = run.held.size();
      run.held.add(java.util.Arrays.copyOf(f.slots, parameters));
      try {
        int status = body.exec(f);
        if (!run.waiting.isEmpty()) {
          long since = Call.since(f);
          if (since == 0) {
            run.release(before); // whoever called it has what was handed over, or nobody
          }
          go(f, since);
        }
        return status;
      } catch (Unwind.Raise raise) {
        run.waiting.keep(raise.exception, f);
        throw raise;
      } finally {
        run.release(before);
      }
    }

    private static void go(Frame f, long since) {
      Run run = f.run;
      for (int slot : java.util.Objects.requireNonNull(f.code.scope).own()) {
        Object object = f.slots[slot];
        if (object != null && run.waiting.has(run, object)) {
          if (run.waiting.isKept(run, f)) {
            throw Waiting.left();
          }
          f.slots[slot] = null;
          run.waiting.release(run, List.of(object), since, true);
        }
      }
    }
  }

  static final class Expression extends Stm {
    private final Node value;

    Expression(Syntax syntax, Node value) {
      super(syntax);
      this.value = value;
    }

    @Override
    int exec(Frame f) {
      value.eval(f);
      return NEXT;
    }
  }

  static final class Assign extends Stm {
    private final Node.Target target;
    private final Node value;

    Assign(Syntax syntax, Node.Target target, Node value) {
      super(syntax);
      this.target = target;
      this.value = value;
    }

    @Override
    int exec(Frame f) {
      target.assign(f, value.eval(f));
      return NEXT;
    }
  }

  /// `name = value` in a module: the name remembers what it is a copy of.
  static final class AssignGlobal extends Stm {
    private final Node.Target target;
    private final GlobalCell cell;
    private final Node value;
    private final GlobalCell[] names;

    /// @param names that the value is made of
    AssignGlobal(
        Syntax syntax, Node.Target target, GlobalCell cell, Node value, GlobalCell[] names) {
      super(syntax);
      this.target = target;
      this.cell = cell;
      this.value = value;
      this.names = names;
    }

    @Override
    int exec(Frame f) {
      Sweeps.Watched watched = f.run.sweeps.watchStatement();
      Object result = Sweeps.watching(f, value, watched);
      f.run.sweeps.read(names);
      target.assign(f, result);
      cell.holds(result, f.run.sweeps.endCopy(watched, result));
      return NEXT;
    }
  }

  static final class AssignMany extends Stm {
    private final Node.Target[] targets;
    private final Node value;

    AssignMany(Syntax syntax, Node.Target[] targets, Node value) {
      super(syntax);
      this.targets = targets;
      this.value = value;
    }

    @Override
    int exec(Frame f) {
      Object result = value.eval(f);
      for (Node.Target target : targets) {
        target.assign(f, result);
      }
      return NEXT;
    }
  }

  /// A value that was computed already, as the operand of an augmented assignment.
  private static final class Given extends Node {
    private final int slot;

    Given(Syntax syntax, int slot) {
      super(syntax);
      this.slot = slot;
    }

    @Override
    Object eval(Frame f) {
      Object value = f.slots[slot];
      f.slots[slot] = null;
      return value == null ? Singleton.NONE : value;
    }
  }

  /// `object.name += value`
  static final class AugmentedAttribute extends Stm {
    private final CallNodes.Attribute target;
    private final Node result;
    private final int slot;
    private final @Nullable Watch watch;

    AugmentedAttribute(
        Syntax syntax,
        CallNodes.Attribute target,
        BinaryOp op,
        Node value,
        int slot,
        @Nullable Watch watch) {
      super(syntax);
      this.target = target;
      this.slot = slot;
      this.watch = watch;
      this.result = OperatorNodes.binary(syntax, op, true, new Given(target.syntax, slot), value);
    }

    @Override
    int exec(Frame f) {
      Object object = target.object().eval(f);
      f.slots[slot] = target.get(f, object);
      Object made = result.eval(f);
      target.set(f, object, made);
      if (watch != null) {
        watch.note(f.run, made, List.of());
      }
      return NEXT;
    }
  }

  /// `object[index] += value`
  static final class AugmentedIndex extends Stm {
    private final DataNodes.Index target;
    private final Node result;
    private final int slot;
    private final @Nullable Watch watch;

    AugmentedIndex(
        Syntax syntax,
        DataNodes.Index target,
        BinaryOp op,
        Node value,
        int slot,
        @Nullable Watch watch) {
      super(syntax);
      this.target = target;
      this.slot = slot;
      this.watch = watch;
      this.result = OperatorNodes.binary(syntax, op, true, new Given(target.syntax, slot), value);
    }

    @Override
    int exec(Frame f) {
      Object container = target.object().eval(f);
      Object at = target.index().eval(f);
      f.slots[slot] = target.get(f, container, at);
      Object made = result.eval(f);
      target.set(f, container, at, made);
      if (watch != null) {
        watch.note(f.run, made, List.of());
      }
      return NEXT;
    }
  }

  static final class If extends Stm {
    private final Node test;
    private final Stm then;
    private final Stm otherwise;

    If(Syntax syntax, Node test, Stm then, Stm otherwise) {
      super(syntax);
      this.test = test;
      this.then = then;
      this.otherwise = otherwise;
    }

    @Override
    int exec(Frame f) {
      return test.test(f) ? then.exec(f) : otherwise.exec(f);
    }
  }

  static final class Return extends Stm {
    private final Node value;

    Return(Syntax syntax, Node value) {
      super(syntax);
      this.value = value;
    }

    @Override
    int exec(Frame f) {
      f.result = value.eval(f);
      return RETURN;
    }
  }

  static final class Del extends Stm {
    private final Node.Target[] targets;

    Del(Syntax syntax, Node.Target[] targets) {
      super(syntax);
      this.targets = targets;
    }

    @Override
    int exec(Frame f) {
      for (Node.Target target : targets) {
        target.delete(f);
      }
      return NEXT;
    }
  }

  static final class Assert extends Stm {
    private final Node test;
    private final @Nullable Node message;

    /// @param syntax where it fails
    Assert(Syntax syntax, Node test, @Nullable Node message) {
      super(syntax);
      this.test = test;
      this.message = message;
    }

    @Override
    int exec(Frame f) {
      if (!test.test(f)) {
        PyTuple arguments = message == null ? PyTuple.EMPTY : new PyTuple(message.eval(f));
        throw Unwind.place(
            new Unwind.Raise(f.run.exception(Types.ASSERTION_ERROR, arguments)), syntax, f);
      }
      return NEXT;
    }
  }
}
