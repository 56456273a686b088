package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.Crash;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Generators that stand inside a `try` whose `finally` is still to run. CPython counts what holds
/// an object and closes such a generator when nothing does any more. Here whatever lets go of
/// objects closes what it alone has held: a loop, a `yield from`, a call (`Fleeting`), a handler
/// whose exception has kept the variables of calls, a name that is given something else, a function
/// that is over. What is left otherwise is refused at the end of the block, because nobody can tell
/// when its `finally` would have run.
final class Waiting {
  private static final int MOST = 10_000;

  private final Set<PyGenerator> generators = new LinkedHashSet<>();

  void begin(PyGenerator generator) {
    if (generators.size() == MOST) {
      throw left();
    }
    generators.add(generator);
  }

  void end(PyGenerator generator) {
    generators.remove(generator);
  }

  /// Nothing is left to be said of those that a program that stopped has left.
  void forget() {
    generators.clear();
  }

  /// Something lets go of an object: closes the generators that only this has held.
  void drop(Run run, Object object) {
    if (!generators.isEmpty() && has(run, object)) {
      drop(run, List.of(object), new Census(run).alive());
    }
  }

  private void drop(Run run, List<Object> objects, Set<Object> alive) {
    for (PyGenerator generator : Census.gone(run, objects, alive)) {
      if (generators.contains(generator)) {
        close(run, generator);
      }
    }
  }

  private void close(Run run, PyGenerator generator) {
    PyException handling = run.handling;
    try {
      generator.close(run);
    } catch (Unwind.Raise unheard) {
      // CPython says on stderr that it ignores it, and goes on
    } finally {
      generators.remove(generator);
      run.handling = handling;
    }
  }

  /// Those that nothing holds, made since there were `since` calls: others may be on their way.
  List<PyGenerator> lost(Run run, long since) {
    Set<Object> alive = generators.isEmpty() ? Set.of() : new Census(run).alive();
    return generators.stream().filter(it -> it.born >= since && !alive.contains(it)).toList();
  }

  /// A statement may have taken objects out of others: closes the generators that go with them. Of
  /// several nobody knows which goes first, unless it took one after the other.
  ///
  /// @param objects all that it could reach
  /// @param before what they held before it
  void settle(
      Run run,
      long since,
      List<Object> objects,
      IdentityHashMap<Object, List<Object>> before,
      boolean inOrder) {
    Set<Object> alive = new Census(run).alive();
    List<Object> lost = new ArrayList<>();
    for (Object object : objects) {
      List<Object> children = before.get(object);
      if (children != null && alive.contains(object)) {
        for (Object child : children.reversed()) {
          if (!alive.contains(child)) {
            lost.add(child);
          }
        }
      }
    }
    List<PyGenerator> gone =
        Census.gone(run, lost, alive).stream().filter(generators::contains).toList();
    if (gone.stream().allMatch(it -> it.born >= since) && (inOrder || gone.size() < 2)) {
      gone.forEach(generator -> close(run, generator));
    }
  }

  /// A call that raises: the traceback of its exception holds its variables.
  void keep(PyException exception, Frame frame) {
    if (!generators.isEmpty()) {
      add(exception, frame);
    }
  }

  /// A call that handles an exception: its traceback begins there, and its frame knows those of the
  /// calls around, so that whoever keeps the exception keeps what all of them will have.
  void caught(PyException exception, Frame frame) {
    Run run = frame.run;
    int i = frame.began > 0 ? run.depth - 1 : -1;
    while (i >= 0 && (run.stack[i].began == 0 || add(exception, run.stack[i]))) {
      run.step();
      i--; // those around one that is known are known
    }
  }

  @SuppressWarnings("ArrayAsKeyOfSetOrMap") // these very variables, whatever they hold
  private static boolean add(PyException exception, Frame frame) {
    if (exception.kept.isEmpty()) {
      exception.kept = new LinkedHashSet<>();
    }
    return exception.kept.add(frame.slots);
  }

  /// Whether somebody keeps the variables of a call that is over.
  boolean isKept(Run run, Frame frame) {
    return new Census(run)
        .alive().stream()
            .anyMatch(
                it -> it instanceof PyException exception && exception.kept.contains(frame.slots));
  }

  boolean isEmpty() {
    return generators.isEmpty();
  }

  /// Whether an object is one of them, or leads to one.
  boolean has(Run run, Object object) {
    return !among(new Census(run).ledTo(object)).isEmpty();
  }

  /// Those of these objects that are some of them.
  List<PyGenerator> among(List<Object> objects) {
    return objects.stream()
        .filter(PyGenerator.class::isInstance)
        .map(PyGenerator.class::cast)
        .filter(generators::contains)
        .toList();
  }

  /// Names let go of objects, one after the other. Where nothing but names can hold the generators
  /// that it leads to, those are closed that none does; elsewhere a value on its way could, and the
  /// program stops.
  ///
  /// @param since the number of calls from which on a generator is known to names alone
  /// @param over whether the call is over, so that what was handed to it is still with its caller
  void release(Run run, List<Object> objects, long since, boolean over) {
    List<PyGenerator> led =
        objects.stream().flatMap(it -> among(new Census(run).ledTo(it)).stream()).toList();
    List<Object> handed = List.copyOf(run.held);
    if (!over) {
      run.held.clear();
    }
    Set<Object> alive = new Census(run).alive();
    if (!over) {
      run.held.addAll(handed);
    }
    if (led.stream().allMatch(it -> it.born >= since)) {
      drop(run, objects, alive);
    } else if (led.stream().anyMatch(it -> it.isHeard() && !alive.contains(it))) {
      throw left();
    }
  }

  /// Stops the program if one is left whose `finally` is heard, or that nothing leads to.
  void check(Run run) {
    Set<Object> alive = generators.isEmpty() ? Set.of() : new Census(run).alive();
    for (PyGenerator generator : generators) {
      if (generator.isHeard() || !alive.contains(generator)) {
        throw left();
      }
    }
  }

  /// The help for an exception that ends the program: Python runs a `finally` that is left then
  /// too, as it goes.
  String told(String help) {
    if (generators.stream().noneMatch(PyGenerator::isHeard)) {
      return help;
    }
    return (help.isEmpty() ? "" : help + "; ")
        + "Python would still run the finally of a generator that is left: close it before,"
        + " g.close()";
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
