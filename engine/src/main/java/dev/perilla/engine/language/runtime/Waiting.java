package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.Crash;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Generators that stand inside a `try` whose `finally` is still to run. CPython counts what holds
/// an object and closes such a generator when nothing does any more. Here whatever lets go of an
/// object asks whether one of them has gone with it (`Holding`), and it is closed then.
///
/// Of each the way is known by which the program has last led to it; while that holds, nothing is
/// looked for. What is left otherwise is refused: nobody can tell when its `finally` would have
/// run.
final class Waiting {
  private static final int MOST = 10_000; // that wait, and that are lent

  private final Set<PyGenerator> generators = new LinkedHashSet<>();

  /// Objects that hold each other and nothing else does: CPython does not let go of them.
  final List<Object> rings = new ArrayList<>();

  /// What functions have handed to the builtins that are at work, which may still hold it.
  final List<Object> lent = new ArrayList<>();

  /// An exception that is on its way.
  @Nullable PyException raised;

  /// The exception that ends the program.
  @Nullable PyException uncaught;

  Unwind.@Nullable Raise failed; // what the last part of an expression has failed with

  private boolean isNew = false; // whether one has begun since it was last asked

  void begin(PyGenerator generator) {
    if (generators.size() == MOST) {
      throw left();
    }
    generators.add(generator);
    isNew |= generator.way.isEmpty();
  }

  void end(PyGenerator generator) {
    generators.remove(generator);
  }

  boolean isEmpty() {
    return generators.isEmpty();
  }

  boolean has(PyGenerator generator) {
    return generators.contains(generator);
  }

  /// Nothing is left to be said of those that a program that stopped has left.
  void forget() {
    generators.clear();
    uncaught = null;
    reset();
  }

  /// Nothing is at work.
  void reset() {
    lent.clear();
    raised = null;
    failed = null;
  }

  /// A function hands an object to whoever goes on with it.
  void lend(Run run, @Nullable Object object) {
    if (object != null && !generators.isEmpty() && !isPlain(object)) {
      if (lent.size() == MOST) {
        lent.removeIf(it -> !leads(run, it));
      }
      lent.add(object);
    }
  }

  /// What was lent beyond the first `before` is no longer.
  void returned(int before) {
    while (lent.size() > before) {
      lent.removeLast();
    }
  }

  /// A part of an expression is worked out.
  ///
  /// @param mark how many were held before it
  /// @param before how many were lent before it
  void end(Run run, int mark, int before, @Nullable Object result) {
    returned(before);
    if (result == null || run.held.size() == mark) {
      pop(run, mark);
      return;
    }
    run.held.add(mark, result);
    pop(run, mark + 1);
    run.held.removeLast();
  }

  /// Lets go of what is held beyond the first `mark`, the first one first.
  void pop(Run run, int mark) {
    raised = null;
    if (generators.isEmpty()) {
      run.release(mark);
    }
    while (run.held.size() > mark) {
      ask(run, run.held.remove(mark));
    }
  }

  /// A part of an expression fails: if none of its own parts did, these go as if it had not.
  void failed(Run run, int mark, Unwind.Raise raise) {
    if (failed == raise) {
      return;
    }
    if (run.held.size() > mark) {
      run.held.add(mark, raise.exception);
      pop(run, mark + 1);
      run.held.removeLast();
      raised = raise.exception;
    }
    failed = raise;
  }

  /// Likewise where an exception passes, the last one first.
  RuntimeException unwound(Run run, int mark, RuntimeException error) {
    if (error instanceof Unwind.Raise raise) {
      if (run.held.size() > mark && !generators.isEmpty()) {
        run.held.add(mark, raise.exception);
        while (run.held.size() > mark + 1) {
          ask(run, run.held.removeLast());
        }
      }
      raised = raise.exception;
    }
    run.release(mark);
    return error;
  }

  /// An expression is done with one of its parts, the last that is held or the one before.
  void pass(Run run, Object object) {
    List<Object> held = run.held;
    for (int i = held.size() - 1; i >= 0 && i >= held.size() - 2; i--) {
      if (Ops.identical(held.get(i), object)) {
        held.remove(i);
        ask(run, object);
        return;
      }
    }
  }

  /// A row, held beyond `mark`, has been taken apart to be assigned: its items are held until each
  /// has got to its target.
  ///
  /// @return what holds them, if that matters
  Object @Nullable [] unpacked(Run run, int mark, Object row, Object[] items) {
    run.release(mark);
    if (generators.isEmpty()) {
      return null;
    }
    Object[] left = items.clone();
    run.held.add(left);
    ask(run, row);
    return left;
  }

  /// Something lets go of an object, a loop of what it goes through for example.
  void drop(Run run, Object object) {
    List<Object> held = run.held;
    if (!held.isEmpty() && object instanceof PyIterator && Ops.identical(held.getLast(), object)) {
      held.removeLast();
    }
    ask(run, object);
  }

  /// A row that an iterator of rows gives. CPython keeps its only row and fills it anew each time,
  /// unless somebody holds it besides.
  PyTuple row(Run run, Lazy.Rows rows, PyTuple row) {
    if (run.holds) {
      PyTuple before = free(run, rows);
      rows.last = rows.last == null ? row : rows.last;
      if (before != null) {
        run.held.add(row);
        lose(run, List.of(before.items).reversed());
        run.held.removeLast();
      }
      lend(run, row);
    }
    return row;
  }

  /// Takes its last row from an iterator, if it has one and nobody else holds it.
  @Nullable PyTuple free(Run run, Lazy.Rows rows) {
    PyTuple row = rows.last;
    rows.last = null;
    if (row != null
        && !generators.isEmpty()
        && leads(run, row)
        && new Census(run).alive().contains(row)) {
      rows.last = row;
      return null;
    }
    return row;
  }

  /// What a collection is about to lose as a whole.
  ///
  /// @return what it holds, the last to go first, if that matters
  List<Object> before(Run run, Object collection) {
    return generators.isEmpty() ? List.of() : held(run, collection);
  }

  /// What an object holds, the last to go first. The order of a set is that of addresses.
  private List<Object> held(Run run, Object object) {
    List<Object> held = Census.held(run, object);
    if (object instanceof PySet && held.stream().filter(it -> leads(run, it)).count() > 1) {
      throw left();
    }
    return held;
  }

  /// Whether an object is one of them, or leads to one.
  private boolean leads(Run run, Object object) {
    return new Census(run).ledTo(object).stream().anyMatch(generators::contains);
  }

  /// Objects go one after the other, the last one first.
  void lose(Run run, List<Object> objects) {
    int mark = run.held.size();
    run.held.addAll(objects);
    while (run.held.size() > mark) {
      ask(run, run.held.removeLast());
    }
  }

  /// A call that is over, but for who called it: its variables go.
  void leave(Run run, Frame frame, int mark, boolean isLent) {
    Object result = frame.result == null ? Singleton.NONE : frame.result;
    run.held.add(result);
    ask(run, frame);
    lend(run, result);
    if (isLent) {
      lend(run, run.held.get(mark));
    }
  }

  private static boolean isPlain(Object object) {
    return object instanceof Number
        || object instanceof String
        || object instanceof Boolean
        || object instanceof Singleton
        || object instanceof Builtin;
  }

  /// Whether one of them has gone: it is closed then.
  ///
  /// @param lost what the program has let go of just now
  void ask(Run run, @Nullable Object lost) {
    if (generators.isEmpty() || (lost != null && isPlain(lost) && !isNew)) {
      return;
    }
    IdentityHashMap<Object, Set<Object>> known = new IdentityHashMap<>();
    List<PyGenerator> sought = new ArrayList<>();
    for (PyGenerator generator : generators) {
      run.step();
      if (!Census.holds(run, generator.way, known)) {
        sought.add(generator);
      }
    }
    isNew = false;
    if (sought.isEmpty()) {
      return;
    }
    Census census = new Census(run);
    Set<Object> alive = census.traced();
    Set<Object> roots = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Object> led =
        lost == null || alive.contains(lost) ? List.of() : new Census(run).ledTo(lost);
    for (PyGenerator generator : sought) {
      if (alive.contains(generator)) {
        generator.way = census.way(generator);
      } else if (isUnsure(run, generator)) {
        throw left();
      } else {
        roots.add(
            lost != null && Census.isAmong(led, generator)
                ? lost
                : gone(run, generator, alive, known));
      }
    }
    if (roots.size() > 1) {
      throw left(); // nobody knows which goes first
    }
    for (Object root : roots) {
      free(run, root, alive);
    }
  }

  /// Whether a builtin may hold it, or a call of which nobody knows what it works on.
  private boolean isUnsure(Run run, PyGenerator generator) {
    for (int i = 0; i < run.depth; i++) {
      run.step();
      if (!run.stack[i].code.holds) {
        return true;
      }
    }
    Census census = new Census(run);
    return lent.stream().anyMatch(it -> Census.isAmong(census.ledTo(it), generator));
  }

  /// The first object that has gone on the way to a generator, as far as that still leads to it.
  private static Object gone(
      Run run,
      PyGenerator generator,
      Set<Object> alive,
      IdentityHashMap<Object, Set<Object>> known) {
    List<Object> way = generator.way;
    int at = way.size() - 1;
    while (at > 1
        && !alive.contains(way.get(at - 1))
        && Census.held(run, way.get(at - 1), known).contains(way.get(at))) {
      at--;
    }
    if (at < 1) {
      throw left();
    }
    return way.get(at);
  }

  /// Nothing holds an object: what it held goes, one after the other, unless it holds itself.
  private void free(Run run, Object object, Set<Object> alive) {
    if (Census.isRing(run, object, alive)) {
      rings.add(object);
      return;
    }
    int mark = run.held.size();
    PyException before = raised;
    if (before != null) {
      run.held.add(before);
    }
    if (object instanceof PyGenerator generator) {
      close(run, generator);
    }
    lose(run, held(run, object));
    run.release(mark);
    raised = before;
  }

  void close(Run run, PyGenerator generator) {
    PyException handling = run.handling;
    try {
      generator.close(run);
    } catch (Unwind.Raise unheard) { // CPython says on stderr that it ignores it, and goes on
      over(run, unheard.exception);
    } finally {
      generators.remove(generator);
      run.handling = handling;
    }
  }

  /// An exception has been on its way, and nobody handles it.
  void over(Run run, PyException exception) {
    raised = null;
    ask(run, exception);
  }

  /// A call that raises: the traceback of its exception holds its variables.
  static boolean keep(PyException exception, Frame frame) {
    if (exception.kept.isEmpty()) {
      exception.kept = new LinkedHashSet<>();
    }
    return exception.kept.add(frame);
  }

  /// A call that handles an exception: its traceback begins there, and its frame knows those of the
  /// calls around, so that whoever keeps the exception keeps what all of them will have.
  void caught(PyException exception, Frame frame) {
    raised = null;
    Run run = frame.run;
    int i = frame.code.holds ? run.depth - 1 : -1;
    while (i >= 0 && keep(exception, run.stack[i])) { // those around one that is known are known
      run.step();
      i = run.stack[i].code.generator ? -1 : i - 1; // a generator does not know who goes through it
    }
  }

  /// A block is over. Stops the program if one is left that nothing leads to, or whose `finally` is
  /// heard; at the end of the program these are closed.
  void over(Run run, boolean isLast) {
    if (generators.isEmpty()) {
      return;
    }
    Set<Object> alive = new Census(run).alive();
    if (!alive.containsAll(generators) || (!isLast && isHeard())) {
      throw left();
    }
    if (isHeard()) {
      new Ending(run).close();
    }
  }

  /// Whether one is left whose `finally` does more than assign.
  boolean isHeard() {
    return generators.stream().anyMatch(PyGenerator::isHeard);
  }

  /// Those that wait, the one first that began to wait first.
  List<PyGenerator> all() {
    return List.copyOf(generators);
  }

  /// What is said of one that is left.
  static Unwind.Stop left() {
    return new Unwind.Stop(
        Crash.Kind.UNSUPPORTED,
        "a generator that is left inside try … finally is not part of this language: Python runs"
            + " the finally when nothing holds the generator any more",
        "let it run to its end, or close it: g = f(), and g.close() when it has done its work");
  }
}
