package dev.perilla.engine.language.runtime;

import org.jspecify.annotations.Nullable;

/// What programs are compiled with whose generators stand inside a `try`: whatever an expression, a
/// loop or a call works on is in [Run#held] while it is needed, so that `Waiting` knows what
/// nothing holds any more. As CPython's stack of a call, but for what a function of the program is
/// called with, which moves to its variables.
final class Holding {
  private Holding() {}

  /// A part of an expression. When it is worked out, its own parts go, the first one first.
  static final class Part extends Node {
    private final Node node;

    Part(Node node) {
      super(node.syntax);
      this.node = node;
    }

    @Override
    Object eval(Frame f) {
      Run run = f.run;
      int mark = run.held.size();
      int lent = run.waiting.lent.size();
      Object value;
      try {
        value = node.eval(f);
      } catch (Unwind.Raise raise) {
        boolean inOrder =
            !(node instanceof LoopNodes.Comprehension
                || node instanceof DataNodes.DictOf
                || (node instanceof CallNodes.Spread spread && spread.stars));
        run.waiting.failed(run, inOrder ? mark : run.held.size(), raise);
        throw raise;
      }
      run.waiting.end(run, mark, lent, value);
      run.held.add(value);
      return value;
    }

    @Override
    boolean test(Frame f) {
      int mark = f.run.held.size();
      int lent = f.run.waiting.lent.size();
      boolean known = isTrue(f, eval(f), tested);
      f.run.waiting.end(f.run, mark, lent, null);
      return known;
    }

    @Override
    @Nullable Object decides(Frame f, boolean isAnd, Syntax place) {
      Run run = f.run;
      int mark = run.held.size();
      int lent = run.waiting.lent.size();
      boolean jumps =
          node instanceof OperatorNodes.Logic || node instanceof OperatorNodes.Conditional;
      Object value = jumps ? node.decides(f, isAnd, place) : decided(f, eval(f), isAnd, place);
      run.waiting.end(run, mark, lent, value);
      if (value != null) {
        run.held.add(value);
      }
      return value;
    }
  }

  /// A statement. When it is over, or has failed, what it worked on goes.
  static final class Whole extends Stm {
    private final Stm statement;

    Whole(Stm statement) {
      super(statement.syntax);
      this.statement = statement;
    }

    @Override
    int exec(Frame f) {
      Run run = f.run;
      int mark = run.held.size();
      int lent = run.waiting.lent.size();
      try {
        int status = statement.exec(f);
        run.waiting.pop(run, mark);
        return status;
      } catch (YieldSignal signal) {
        run.release(mark); // the frame remembers the parts
        throw signal;
      } catch (RuntimeException e) {
        run.waiting.returned(lent);
        throw run.waiting.unwound(run, mark, Unwind.place(e, syntax, f));
      }
    }
  }

  /// What is assigned, which moves to its target.
  static final class Moved extends Node {
    private final Node value;

    Moved(Node value) {
      super(value.syntax);
      this.value = value;
    }

    @Override
    Object eval(Frame f) {
      int mark = f.run.held.size();
      Object moved = value.eval(f);
      f.run.release(mark);
      return moved;
    }
  }

  /// What is assigned to, which lets go of what it has held.
  static final class Into extends Node implements Node.Target {
    final Node target;

    Into(Node target) {
      super(target.syntax);
      this.target = target;
    }

    @Override
    Object eval(Frame f) {
      return target.eval(f);
    }

    @Override
    public void assign(Frame f, Object value) {
      boolean isName = isName();
      Object before = isName ? value(f) : null;
      int mark = f.run.held.size();
      if (!isName) {
        f.run.held.add(value);
      }
      ((Target) target).assign(f, value);
      end(f, isName, mark, before);
    }

    @Override
    public void delete(Frame f) {
      boolean isName = isName();
      Object before = isName ? value(f) : null;
      int mark = f.run.held.size();
      ((Target) target).delete(f);
      end(f, isName, mark, before);
    }

    private boolean isName() {
      return !(target instanceof CallNodes.Attribute || target instanceof DataNodes.Index);
    }

    private static void end(Frame f, boolean isName, int mark, @Nullable Object before) {
      if (!isName) {
        f.run.waiting.pop(f.run, mark);
        f.run.waiting.ask(f.run, null);
      } else if (before != null) {
        f.run.waiting.ask(f.run, before);
      }
    }

    /// What the name stands for, if for anything and if somebody waits.
    private @Nullable Object value(Frame f) {
      if (f.run.waiting.isEmpty()) {
        return null;
      }
      try {
        return target.eval(f);
      } catch (Unwind.Raise unbound) {
        return null;
      }
    }
  }

  /// What a loop goes through, which it holds until it is over.
  static final class Walked extends Node {
    private final Node iterable;

    Walked(Syntax syntax, Node iterable) {
      super(syntax);
      this.iterable = iterable;
    }

    @Override
    Object eval(Frame f) {
      Run run = f.run;
      int mark = run.held.size();
      Object object = iterable.eval(f);
      Object walked = object instanceof PyRange ? object : LoopNodes.iterator(f, object, syntax);
      run.waiting.end(run, mark, run.waiting.lent.size(), walked);
      if (!(walked instanceof PyRange)) {
        run.held.add(walked);
      }
      return walked;
    }
  }

  /// The body of a function. Who calls holds what it hands over, but for a call that is written in
  /// the program; at the end the variables let go of what they hold.
  static final class Body extends Stm {
    private final Stm body;
    private final int parameters;

    Body(Stm body, int parameters) {
      super(body.syntax);
      this.body = body;
      this.parameters = parameters;
    }

    @Override
    int exec(Frame f) {
      Run run = f.run;
      Waiting waiting = run.waiting;
      int mark = run.held.size();
      boolean isLent = !run.moves && !f.code.generator;
      run.moves = false;
      if (isLent) {
        run.held.add(java.util.Arrays.copyOf(f.slots, parameters));
      }
      waiting.ask(run, null); // who calls may have let go of something
      try {
        int status = body.exec(f);
        if (status == YIELD) {
          waiting.lend(run, f.result);
        } else {
          f.isOver = true;
          if (!waiting.isEmpty()) {
            waiting.leave(run, f, mark, isLent);
          }
        }
        run.release(mark);
        return status;
      } catch (YieldSignal signal) {
        run.release(mark);
        waiting.lend(run, f.result);
        throw signal;
      } catch (Unwind.Raise raise) {
        f.isOver = true;
        Waiting.keep(raise.exception, f);
        waiting.unwound(run, mark, raise);
        waiting.failed = null; // whoever called it fails now
        throw raise;
      }
    }
  }
}
