package dev.perilla.engine.language.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The statements of generators that hold a yield. Each keeps in the frame's states where it is, so
/// that the frame can be left and entered again.
///
/// Long because each statement that can hold a yield is there a second time, so that the common
/// ones in [StatementNodes] and [LoopNodes] need not remember where they are.
final class GeneratorNodes {
  private GeneratorNodes() {}

  /// The value that `yield` gives back, or the exception that was thrown in.
  private static Object received(Frame f, Syntax place) {
    f.resuming = false;
    Thrown thrown = f.thrown;
    if (thrown != null) {
      f.thrown = null;
      throw Unwind.place(here(f, thrown), place, f);
    }
    Object sent = f.sent;
    return sent == null ? Singleton.NONE : sent;
  }

  /// What was thrown in, raised here: while the generator itself handles an exception, not the one
  /// that throws, that is its context.
  private static Unwind.Raise here(Frame f, Thrown thrown) {
    PyException exception = thrown.exception(f.run);
    return new Unwind.Raise(f.run.handling == f.outer ? exception : f.run.raised(exception));
  }

  static final class YieldStatement extends Stm {
    private final Node value;

    YieldStatement(Syntax syntax, Node value) {
      super(syntax);
      this.value = value;
    }

    @Override
    int exec(Frame f) {
      if (f.resuming) {
        received(f, syntax);
        return NEXT;
      }
      f.result = value.eval(f);
      return YIELD;
    }
  }

  static final class Yield extends Node {
    private final Node value;
    private final int state; // 1 while the frame is left here
    private final int from;
    private final int to;

    /// @param from where the slots begin in which the parts of the value are remembered
    Yield(Syntax syntax, Node value, int state, int from, int to) {
      super(syntax);
      this.value = value;
      this.state = state;
      this.from = from;
      this.to = to;
    }

    @Override
    Object eval(Frame f) {
      if (f.resuming && f.states[state] == 1) {
        f.states[state] = 0;
        return received(f, syntax);
      }
      f.result = value.eval(f);
      Arrays.fill(f.slots, from, to, null);
      f.states[state] = 1;
      throw YieldSignal.SIGNAL;
    }
  }

  static final class YieldFrom extends Node {
    private final Node value;
    private final int slot;
    private final int state; // 1 while what it goes through has a `close` of the program

    YieldFrom(Syntax syntax, Node value, int slot, int state) {
      super(syntax);
      this.value = value;
      this.slot = slot;
      this.state = state;
    }

    @Override
    Object eval(Frame f) {
      if (!(f.slots[slot] instanceof PyIterator source)) {
        int mark = f.run.held.size();
        PyIterator made = LoopNodes.iterator(f, value.eval(f), syntax);
        f.slots[slot] = made;
        f.run.waiting.pop(f.run, mark);
        if (made instanceof Iterate.Instance own
            && own.instance.type.find(f.run, "close") != null) {
          guard(f, 1);
        }
        return advance(f, made, Singleton.NONE, null);
      }
      f.resuming = false;
      Object sent = f.sent == null ? Singleton.NONE : f.sent;
      Thrown thrown = f.thrown;
      f.thrown = null;
      return advance(f, source, sent, thrown);
    }

    private void guard(Frame f, int on) {
      f.guards += on - f.states[state];
      f.heard += on - f.states[state];
      f.states[state] = on;
    }

    private Object advance(Frame f, PyIterator source, Object sent, @Nullable Thrown thrown) {
      Object item;
      try {
        if (source instanceof PyGenerator generator) {
          if (thrown != null && thrown.isExit()) {
            generator.close(f.run);
            throw here(f, thrown);
          }
          item = generator.resume(f.run, sent, thrown);
        } else if (source instanceof Iterate.Instance wrapped) {
          return delegate(f, wrapped, sent, thrown);
        } else if (thrown != null) {
          throw here(f, thrown);
        } else if (sent != Singleton.NONE) {
          throw Attributes.missing(f.run, source, "send");
        } else {
          item = source.next(f.run);
        }
      } catch (YieldSignal signal) {
        throw signal;
      } catch (RuntimeException e) {
        f.slots[slot] = null;
        f.run.waiting.drop(f.run, source);
        if (thrown != null && e instanceof Unwind.Raise raise) {
          within(f, thrown, raise);
        }
        throw Unwind.place(e, syntax, f);
      }
      if (item == null) {
        f.slots[slot] = null;
        return source.returned;
      }
      f.result = item;
      f.delegate = source;
      throw YieldSignal.SIGNAL;
    }

    /// What was thrown and comes back out of what it goes through. While the generator handles an
    /// exception, CPython raises it anew, without the places that it has come through.
    private static void within(Frame f, Thrown thrown, Unwind.Raise raise) {
      PyException handled = f.run.handling;
      if (handled != null && handled != f.outer) {
        if (raise.exception == thrown.exception(f.run)) {
          raise.trace().clear();
          raise.placed = false;
        }
        f.run.raised(raise.exception);
      }
    }

    /// Hands on what was sent or thrown to an object with methods of those names.
    private Object delegate(
        Frame f, Iterate.Instance wrapped, Object sent, @Nullable Thrown thrown) {
      Run run = f.run;
      PyInstance source = wrapped.instance;
      try {
        if (thrown != null) {
          boolean exit = thrown.isExit();
          Object method = Attributes.find(run, source, exit ? "close" : "throw");
          if (exit && method != null) {
            Calls.call(run, method);
          }
          if (exit || method == null) {
            throw here(f, thrown);
          }
          f.result = Calls.call(run, method, thrown.arguments);
        } else if (sent == Singleton.NONE) {
          f.result = Calls.call(run, Attributes.get(run, source, "__next__"));
        } else {
          f.result = Calls.call(run, Attributes.get(run, source, "send"), sent);
        }
      } catch (Unwind.Raise raise) {
        f.slots[slot] = null;
        guard(f, 0);
        PyException exception = raise.exception;
        if (exception.type.isSubclass(Types.STOP_ITERATION)
            && !Ops.identical(exception, thrown == null ? source : thrown.arguments[0])) {
          Object[] items = exception.arguments.items;
          return items.length > 0 ? items[0] : Singleton.NONE;
        }
        throw raise;
      }
      f.delegate = wrapped;
      throw YieldSignal.SIGNAL;
    }
  }

  /// A part of an expression with a yield in it: computed once, also when the expression is entered
  /// again after the yield.
  static final class Memo extends Node {
    private final int from;
    private final int slot;
    private final Node value;

    /// @param from where the slots begin in which its parts are remembered, which is over with it
    Memo(int from, int slot, Node value) {
      super(value.syntax);
      this.from = from;
      this.slot = slot;
      this.value = value;
    }

    @Override
    Object eval(Frame f) {
      Object known = f.slots[slot];
      if (known != null) {
        return known;
      }
      Object made = value.eval(f);
      Arrays.fill(f.slots, from, slot, null);
      f.slots[slot] = made;
      return made;
    }
  }

  /// An operand of `and` or `or` in such an expression: asked once whether it is true.
  static final class Decided extends Node {
    private final int from;
    private final int slot;
    private final Node value;

    Decided(int from, int slot, Node value) {
      super(value.syntax);
      this.from = from;
      this.slot = slot;
      this.value = value;
    }

    @Override
    Object eval(Frame f) {
      return value.eval(f);
    }

    @Override
    @Nullable Object decides(Frame f, boolean isAnd, Syntax place) {
      Object known = f.slots[slot];
      if (known == null) {
        int mark = f.run.held.size();
        known = isTrue(f, value.eval(f), place);
        f.slots[slot] = known;
        if (known.equals(isAnd)) {
          Arrays.fill(f.slots, from, slot, null);
        }
        f.run.waiting.pop(f.run, mark);
      }
      return known.equals(isAnd) ? null : value.eval(f);
    }
  }

  /// The whole of an expression with a yield in it: forgets its parts when it is done.
  static final class MemoScope extends Node {
    private final Node value;
    private final int from;
    private final int to;

    MemoScope(Node value, int from, int to) {
      super(value.syntax);
      this.value = value;
      this.from = from;
      this.to = to;
    }

    @Override
    Object eval(Frame f) {
      try {
        Object made = value.eval(f);
        clear(f);
        return made;
      } catch (Unwind unwind) {
        clear(f);
        throw unwind;
      }
    }

    private void clear(Frame f) {
      for (int i = from; i < to; i++) {
        f.slots[i] = null;
      }
    }
  }

  static final class Block extends Stm {
    private final Stm[] body;
    private final int state;

    Block(Syntax syntax, Stm[] body, int state) {
      super(syntax);
      this.body = body;
      this.state = state;
    }

    @Override
    int exec(Frame f) {
      int at = f.states[state];
      try {
        for (; at < body.length; at++) {
          f.states[state] = at;
          f.run.step();
          int status = body[at].exec(f);
          if (status != NEXT) {
            if (status != YIELD) {
              f.states[state] = 0;
            }
            return status;
          }
        }
        f.states[state] = 0;
        return NEXT;
      } catch (YieldSignal signal) {
        throw signal;
      } catch (RuntimeException e) {
        f.states[state] = 0;
        throw Unwind.place(e, body[at].syntax, f);
      }
    }
  }

  static final class If extends Stm {
    private final Node test;
    private final Stm then;
    private final Stm otherwise;
    private final int state;

    If(Syntax syntax, Node test, Stm then, Stm otherwise, int state) {
      super(syntax);
      this.test = test;
      this.then = then;
      this.otherwise = otherwise;
      this.state = state;
    }

    @Override
    int exec(Frame f) {
      int way = f.states[state];
      if (way == 0) {
        way = test.test(f) ? 1 : 2;
        f.states[state] = way;
      }
      try {
        int status = way == 1 ? then.exec(f) : otherwise.exec(f);
        if (status != YIELD) {
          f.states[state] = 0;
        }
        return status;
      } catch (Unwind unwind) {
        f.states[state] = 0;
        throw unwind;
      }
    }
  }

  private static final int OUTSIDE = 0;
  private static final int BODY = 1;
  private static final int ELSE = 2;

  static final class While extends Stm {
    private final Node test;
    private final Stm body;
    private final Stm otherwise;
    private final int state;

    While(Syntax syntax, Node test, Stm body, Stm otherwise, int state) {
      super(syntax);
      this.test = test;
      this.body = body;
      this.otherwise = otherwise;
      this.state = state;
    }

    @Override
    int exec(Frame f) {
      try {
        int status = run(f);
        if (status != YIELD) {
          f.states[state] = OUTSIDE;
        }
        return status;
      } catch (Unwind unwind) {
        f.states[state] = OUTSIDE;
        throw unwind;
      }
    }

    private int run(Frame f) {
      while (f.states[state] != ELSE) {
        if (f.states[state] == OUTSIDE) {
          if (!test.test(f)) {
            f.states[state] = ELSE;
            break;
          }
          f.run.step();
          f.states[state] = BODY;
        }
        int status = body.exec(f);
        if (status == BREAK) {
          return NEXT;
        }
        if (status == RETURN || status == YIELD) {
          return status;
        }
        f.states[state] = OUTSIDE;
      }
      return otherwise.exec(f);
    }
  }

  static final class For extends Stm {
    private final Node.Target target;
    private final Node iterable;
    private final Stm body;
    private final Stm otherwise;
    private final int state;
    private final int slot;

    For(
        Syntax syntax,
        Node.Target target,
        Node iterable,
        Stm body,
        Stm otherwise,
        int state,
        int slot) {
      super(syntax);
      this.target = target;
      this.iterable = iterable;
      this.body = body;
      this.otherwise = otherwise;
      this.state = state;
      this.slot = slot;
    }

    @Override
    int exec(Frame f) {
      try {
        int status = run(f);
        if (status != YIELD) {
          leave(f);
        }
        return status;
      } catch (Unwind unwind) {
        leave(f);
        throw unwind;
      }
    }

    private void leave(Frame f) {
      f.states[state] = OUTSIDE;
      drop(f);
    }

    private void drop(Frame f) {
      if (f.slots[slot] instanceof PyIterator walked) {
        f.slots[slot] = null;
        f.run.waiting.drop(f.run, walked);
      }
    }

    private int run(Frame f) {
      if (f.states[state] == OUTSIDE) {
        int mark = f.run.held.size();
        f.slots[slot] = LoopNodes.iterator(f, iterable.eval(f), syntax);
        f.run.waiting.pop(f.run, mark);
      }
      while (f.states[state] != ELSE && f.slots[slot] instanceof PyIterator iterator) {
        if (f.states[state] == OUTSIDE) {
          Object item = LoopNodes.next(f, iterator, syntax);
          if (item == null) {
            f.states[state] = ELSE;
            drop(f);
            break;
          }
          f.run.step();
          target.assign(f, item);
          f.states[state] = BODY;
        }
        int status = body.exec(f);
        if (status == BREAK) {
          return NEXT;
        }
        if (status == RETURN || status == YIELD) {
          return status;
        }
        f.states[state] = OUTSIDE;
      }
      return otherwise.exec(f);
    }
  }

  /// A `try` with a yield in it. States: 0 body, 1 … n handlers, n + 1 else, n + 2 finally.
  static final class Try extends Stm {
    private final Stm body;
    private final TryNodes.Handler[] handlers;
    private final Stm otherwise;
    private final @Nullable Stm last;
    private final int state; // and one more, for the status
    private final int slot; // the exception handled; then what waits for finally; then its result
    private final boolean guards; // whether it does something when the generator is closed
    private final boolean heard; // and more than assign

    Try(
        Syntax syntax,
        Stm body,
        TryNodes.Handler[] handlers,
        Stm otherwise,
        @Nullable Stm last,
        int state,
        int slot,
        boolean guards,
        boolean heard) {
      super(syntax);
      this.body = body;
      this.handlers = handlers;
      this.otherwise = otherwise;
      this.last = last;
      this.state = state;
      this.slot = slot;
      this.guards = guards;
      this.heard = heard;
    }

    @Override
    int exec(Frame f) {
      int atLast = handlers.length + 2;
      if (f.states[state] != atLast) {
        int status = NEXT;
        Unwind.Raise raised = null;
        if (!f.resuming) {
          guard(f, 1);
        }
        try {
          status = guarded(f);
          if (status == YIELD) {
            return YIELD;
          }
        } catch (Unwind.Raise raise) {
          raised = raise;
        }
        guard(f, -1);
        Object handled = f.slots[slot];
        f.slots[slot] = null;
        if (handled != null) {
          f.run.waiting.drop(f.run, handled);
        }
        if (last == null) {
          f.states[state] = 0;
          if (raised != null) {
            throw raised;
          }
          return status;
        }
        f.states[state] = atLast;
        f.states[state + 1] = status;
        f.slots[slot + 1] = raised;
        f.slots[slot + 2] = f.result;
      }
      return finish(f);
    }

    private void guard(Frame f, int count) {
      f.guards += guards ? count : 0;
      f.heard += heard ? count : 0;
    }

    private int finish(Frame f) {
      int status = f.states[state + 1];
      Object pending = f.slots[slot + 1];
      PyException before = f.run.handling;
      if (pending instanceof Unwind.Raise raise) {
        f.run.handling = raise.exception;
      }
      int ended;
      try {
        ended = last == null ? NEXT : last.exec(f);
      } catch (Unwind unwind) {
        f.states[state] = 0;
        f.slots[slot + 1] = null;
        f.slots[slot + 2] = null;
        throw unwind;
      } finally {
        f.run.handling = before;
      }
      if (ended == YIELD) {
        return YIELD;
      }
      f.states[state] = 0;
      f.slots[slot + 1] = null;
      Object result = f.slots[slot + 2];
      f.slots[slot + 2] = null;
      if (ended != NEXT) {
        return ended;
      }
      if (pending instanceof Unwind.Raise raise) {
        throw raise;
      }
      f.result = result;
      return status;
    }

    private int guarded(Frame f) {
      int atElse = handlers.length + 1;
      if (f.states[state] == 0) {
        int depth = f.run.depth;
        try {
          int status = body.exec(f);
          if (status != NEXT) {
            return status;
          }
          f.states[state] = atElse;
        } catch (Unwind.Raise raise) {
          f.run.depth = depth;
          int found = find(f, raise);
          if (f.code.holds) {
            Waiting.keep(raise.exception, f);
          }
          f.slots[slot] = raise.exception;
          f.states[state] = found + 1;
          Node.Target name = handlers[found].name();
          if (name != null) {
            name.assign(f, raise.exception);
          }
        }
      }
      if (f.states[state] == atElse) {
        return otherwise.exec(f);
      }
      return handle(f, handlers[f.states[state] - 1]);
    }

    private int find(Frame f, Unwind.Raise raise) {
      for (int i = 0; i < handlers.length; i++) {
        if (handlers[i].matches(f, raise.exception)) {
          return i;
        }
      }
      throw raise;
    }

    private int handle(Frame f, TryNodes.Handler handler) {
      PyException before = f.run.handling;
      f.run.handling = f.slots[slot] instanceof PyException exception ? exception : before;
      int status = YIELD;
      try {
        status = handler.body().exec(f);
        return status;
      } catch (Unwind unwind) {
        status = NEXT;
        throw unwind;
      } finally {
        f.run.handling = before;
        if (status != YIELD) {
          handler.forget(f);
        }
      }
    }
  }
}
