package dev.perilla.engine.language.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an expression makes and nothing else holds, as the generator of `next(numbers())`. CPython
/// lets go of it when the call that it was made for is over. Only programs whose generators stand
/// inside a `try` are compiled with these.
final class Fleeting {
  private Fleeting() {}

  /// An expression whose value is held until the call around it is over.
  static final class Held extends Node {
    private final Node node;

    Held(Node node) {
      super(node.syntax);
      this.node = node;
    }

    @Override
    Object eval(Frame f) {
      Object value = node.eval(f);
      f.run.held.add(value);
      return value;
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
      Object object = iterable.eval(f);
      if (object instanceof PyRange) {
        return object;
      }
      Object walked = object instanceof PyList ? object : LoopNodes.iterator(f, object, syntax);
      f.run.walked.add(walked);
      return walked;
    }
  }

  /// A loop; when it is over, what it went through goes.
  static final class Walk extends Stm {
    private final Stm loop;

    Walk(Stm loop) {
      super(loop.syntax);
      this.loop = loop;
    }

    @Override
    int exec(Frame f) {
      int before = f.run.walked.size();
      try {
        int status = loop.exec(f);
        end(f.run, before);
        return status;
      } catch (Unwind.Raise raise) {
        end(f.run, before);
        throw raise;
      }
    }

    private static void end(Run run, int before) {
      while (run.walked.size() > before) {
        run.waiting.drop(run, run.walked.remove(run.walked.size() - 1));
      }
    }
  }

  /// A call or a comparison; when it is over, what was held for it goes, but for its result.
  static final class Around extends Node {
    private final Node node;

    Around(Node node) {
      super(node.syntax);
      this.node = node;
    }

    @Override
    Object eval(Frame f) {
      int before = f.run.held.size();
      Object result = null;
      try {
        result = node.eval(f);
        return result;
      } finally {
        go(f.run, before, result);
      }
    }
  }

  /// A statement; when it is over, or has failed, what was held for it goes.
  static final class Within extends Stm {
    private final Stm statement;

    Within(Stm statement) {
      super(statement.syntax);
      this.statement = statement;
    }

    @Override
    int exec(Frame f) {
      int before = f.run.held.size();
      try {
        return statement.exec(f);
      } finally {
        go(f.run, before, Singleton.NONE);
      }
    }
  }

  /// @param result what holds on to what it leads to; null where an exception does, by its
  ///   traceback
  private static void go(Run run, int before, @Nullable Object result) {
    if (result == null || run.waiting.isEmpty()) {
      run.release(before);
      return;
    }
    List<Object> gone = List.copyOf(run.held.subList(before, run.held.size()));
    run.release(before);
    run.held.add(result);
    for (Object object : gone) {
      run.waiting.drop(run, object);
    }
    run.release(before);
  }
}
