package dev.perilla.engine.language.runtime;

import dev.perilla.chapter.source.Text;
import dev.perilla.engine.autograd.Witnesses;
import dev.perilla.engine.language.Answer;
import dev.perilla.engine.language.Crash;
import dev.perilla.engine.language.Limits;
import dev.perilla.engine.language.Observation;
import dev.perilla.engine.language.Outcome;
import dev.perilla.engine.language.resolve.Mentions;
import dev.perilla.engine.language.resolve.Resolver;
import dev.perilla.engine.language.syntax.Comment;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.Parser;
import dev.perilla.engine.language.syntax.Stmt;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One chapter's program: its names, which live on from block to block, and its budget.
public final class Program {
  private final Map<String, GlobalCell> globals = new LinkedHashMap<>();
  private final Run run;
  private Mentions mentions = new Mentions();
  private final Identity identity = new Identity();

  /// @param printed who gets what the program prints, at once; else it is kept for the outcome
  public Program(Limits limits, Optional<Consumer<String>> printed) {
    this.run = new Run(limits, globals);
    printed.ifPresent(reader -> run.printed = reader);
  }

  /// The builtins and the names that have a value now, without a copy of them for each question.
  private static Set<String> known(Map<String, GlobalCell> globals) {
    return new AbstractSet<>() {
      @Override
      public boolean contains(Object name) {
        GlobalCell cell = globals.get(name);
        return (cell != null && cell.value != null) || Builtins.ALL.containsKey(name);
      }

      @Override
      public Iterator<String> iterator() {
        return all().iterator();
      }

      private Set<String> all() {
        Set<String> all = new LinkedHashSet<>(Builtins.ALL.keySet());
        globals.forEach(
            (name, cell) -> {
              if (cell.value != null) {
                all.add(name);
              }
            });
        return all;
      }

      @Override
      public int size() {
        return all().size();
      }
    };
  }

  /// Runs one block.
  ///
  /// @param isLast whether the program is over at its end
  public Outcome run(Text code, boolean isLast) {
    Parser.Program program = Parser.program(code);
    if (!program.findings().isEmpty()) {
      return new Outcome(
          "", Optional.empty(), program.findings(), program, List.of(), List.of(), List.of());
    }
    Set<String> known = known(globals);
    Resolver.Resolution resolution = Resolver.program(code, program.body(), known, mentions);
    if (!resolution.findings().isEmpty()) {
      return new Outcome(
          "", Optional.empty(), resolution.findings(), program, List.of(), List.of(), List.of());
    }
    mentions = resolution.mentions();
    Watcher watcher = new Watcher(code.value(), program.comments());
    Unit unit = new Unit(code);
    run.holds |= Compiler.holds(code.value());
    Compiler compiler =
        new Compiler(unit, resolution, globals, known, watcher, identity, run.holds, "__main__");
    Stm body = compiler.program(program.body());
    run.output.setLength(0);
    run.gradients.clear();
    run.sweeps.begin();
    run.startClock();
    Frame frame = new Frame(run, compiler.code(), new Cell[0]);
    frame.direct = true;
    run.remarks.begin(code.value());
    Crash crash =
        guarded(
            unit,
            frame,
            () -> {
              try {
                body.exec(frame);
              } catch (Unwind.Raise raise) {
                run.waiting.uncaught = raise.exception;
                throw raise;
              }
              run.waiting.over(run, isLast);
            });
    if (crash != null) {
      crash = run.waiting.isHeard() ? ended(unit, frame, crash) : crash;
      run.waiting.forget();
    }
    return new Outcome(
        run.output.toString(),
        Optional.ofNullable(crash),
        List.of(),
        program,
        watcher.observations(),
        run.gradients,
        run.remarks.end(unit));
  }

  /// The end of a program that has crashed: after an exception, generators that are left are
  /// closed.
  private Crash ended(Unit unit, Frame frame, Crash crash) {
    Crash stop =
        crash.kind() == Crash.Kind.EXCEPTION
            ? guarded(unit, frame, () -> run.waiting.over(run, true))
            : null;
    return stop == null
        ? crash
        : new Crash(
            stop.kind(),
            "",
            stop.message(),
            stop.frames(),
            stop.help() + "; the program has ended before: " + crash.headline(),
            crash.traceback() + stop.traceback());
  }

  /// What it runs, or asks.
  private interface Action {
    void go();
  }

  private @Nullable Crash guarded(Unit unit, Frame frame, Action action) {
    run.reset();
    run.tooDeep = null;
    Syntax whole = new Syntax(unit, 0, Math.min(1, unit.text().value().length()), -1, -1);
    try {
      run.enter(frame);
      action.go();
      return null;
    } catch (Unwind unwind) {
      run.reset();
      return told(unwind, whole);
    } catch (StackOverflowError deep) {
      return Tracebacks.crash(run, run.outOfStack(), whole);
    } catch (OutOfMemoryError full) {
      run.forgetAll();
      return Tracebacks.crash(
          run,
          run.limit("the program needs more memory than there is", "keep fewer values alive"),
          whole);
    } finally {
      run.reset();
    }
  }

  /// How it ended. An exception is asked for its text, which may reach a limit in its turn.
  private Crash told(Unwind unwind, Syntax whole) {
    try {
      return Tracebacks.crash(run, unwind, whole);
    } catch (Unwind.Stop stop) {
      return Tracebacks.crash(run, stop, whole);
    } catch (StackOverflowError deep) {
      return Tracebacks.crash(run, run.outOfStack(), whole);
    }
  }

  /// Gives a name a value before the program runs.
  public void define(String name, Object value) {
    run.global(name).give(run, Convert.toProgram(run, value));
  }

  /// Makes a leaf of the autograd and gives it a name, as `name = Value(number)` does; false where
  /// the program may not.
  public boolean leaf(String name, Object number) {
    try {
      run.global(name).give(run, PyValue.leaf(run, Convert.toProgram(run, number)));
      mentions.assign(name);
      return true;
    } catch (Unwind refused) {
      return false;
    }
  }

  /// What an expression is now. Only where the program lacks a name do those of [TextNames] count.
  ///
  /// @param witnessed whether the witnesses of the gradients in it are called
  public Answer evaluate(Text code, Expr tree, boolean witnessed) {
    Resolver.Resolution resolution = Resolver.expression(code, tree, known(globals), mentions);
    if (resolution.findings().isEmpty()) {
      return evaluate(code, tree, resolution, globals, witnessed);
    }
    Map<String, GlobalCell> more = TextNames.with(globals);
    Resolver.Resolution wider = Resolver.expression(code, tree, known(more), mentions);
    return wider.findings().isEmpty()
        ? evaluate(code, tree, wider, more, witnessed)
        : new Answer.Failed(resolution.findings(), Optional.empty());
  }

  private Answer evaluate(
      Text code,
      Expr tree,
      Resolver.Resolution resolution,
      Map<String, GlobalCell> globals,
      boolean witnessed) {
    Unit unit = new Unit(code);
    Compiler compiler =
        new Compiler(
            unit,
            resolution,
            globals,
            known(globals),
            Compiler.Watches.NONE,
            identity,
            run.holds,
            "__main__");
    Node node = compiler.top(tree);
    Frame frame = new Frame(run, compiler.code(), new Cell[0]);
    Run.Saved saved = run.lookOnly();
    Object[] result = new Object[1];
    Crash crash;
    Sweeps.Watched watched = run.sweeps.watch();
    try {
      crash = guarded(unit, frame, () -> result[0] = node.eval(frame));
      run.sweeps.read(compiler.namedSince(0));
    } finally {
      run.restore(saved);
    }
    List<Witnesses> gradients = witnessed ? run.sweeps.end(watched, result[0]) : List.of();
    if (crash != null) {
      return new Answer.Failed(List.of(crash.finding()), Optional.of(crash));
    }
    return new Answer.Computed(result[0], gradients);
  }

  /// Whether a listing so far says that it passes kinks.
  public boolean kinksAreMeant() {
    return run.remarks.kinksAreMeant();
  }

  /// The names that the program has given a value.
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    globals.forEach(
        (name, cell) -> {
          if (cell.value != null) {
            names.add(name);
          }
        });
    return names;
  }

  /// The names that a program has at hand without defining them.
  public static Set<String> builtins() {
    return Set.copyOf(Builtins.ALL.keySet());
  }

  public Optional<Object> global(String name) {
    GlobalCell cell = globals.get(name);
    return cell == null ? Optional.empty() : Optional.ofNullable(cell.value);
  }

  /// Finds the statement beside each comment that claims a value: one that ends on its line.
  private static final class Watcher implements Compiler.Watches {
    private final String source;
    private final List<Watch> watches = new ArrayList<>();
    private final Map<Integer, Watch> byLine = new LinkedHashMap<>();

    Watcher(String source, List<Comment> comments) {
      this.source = source;
      for (Comment comment : comments) {
        if (comment.claimsValue()) {
          Watch watch = new Watch(comment);
          watches.add(watch);
          byLine.put(lineStart(comment.start()), watch);
        }
      }
    }

    private int lineStart(int offset) {
      int at = Math.min(offset, source.length());
      while (at > 0 && source.charAt(at - 1) != '\n' && source.charAt(at - 1) != '\r') {
        at--;
      }
      return at;
    }

    @Override
    public @Nullable Watch of(Stmt statement) {
      return byLine.isEmpty() ? null : byLine.get(lineStart(statement.end()));
    }

    List<Observation> observations() {
      return watches.stream().map(Watch::observation).toList();
    }
  }
}
