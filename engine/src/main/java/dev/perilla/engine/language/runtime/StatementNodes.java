package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.syntax.BinaryOp;
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
