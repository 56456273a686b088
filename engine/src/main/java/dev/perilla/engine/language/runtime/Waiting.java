package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.Crash;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Generators that stand inside a `try` whose `finally` is still to run. CPython counts what holds
/// an object and closes such a generator when nothing does any more. Here a loop and a `yield from`
/// close what they alone have held; what is left otherwise is refused at the end of the block,
/// because nobody can tell when its `finally` would have run. So do names of a module that are
/// given something else; names of functions stop the program at once.
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

  /// A loop lets go of what it walks: closes the generators that only this has held.
  void drop(Run run, PyIterator walked) {
    if (generators.isEmpty()) {
      return;
    }
    List<PyGenerator> led = new Census(run).ledTo(walked).filter(generators::contains).toList();
    if (led.isEmpty()) {
      return;
    }
    Set<Object> alive = new Census(run).alive();
    run.steps(alive.size());
    PyException handling = run.handling;
    for (PyGenerator generator : led) {
      if (!alive.contains(generator) && generators.contains(generator)) {
        try {
          generator.close(run);
        } catch (Unwind.Raise unheard) {
          // CPython says on stderr that it ignores it, and goes on
        } finally {
          generators.remove(generator);
          run.handling = handling;
        }
      }
    }
  }

  boolean isEmpty() {
    return generators.isEmpty();
  }

  boolean has(@Nullable Object object) {
    return object instanceof PyGenerator generator && generators.contains(generator);
  }

  /// A name lets go of a generator. Where nothing but names can hold one, it is closed if none
  /// does; elsewhere a value on its way could, and the program stops.
  void release(Run run, PyGenerator generator, boolean namesAlone) {
    if (namesAlone) {
      drop(run, generator);
    } else if (generator.isHeard() && !new Census(run).alive().contains(generator)) {
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

  private static Unwind.Stop left() {
    return new Unwind.Stop(
        Crash.Kind.UNSUPPORTED,
        "a generator that is left inside try … finally is not part of this language: Python runs"
            + " the finally when nothing holds the generator any more",
        "let it run to its end, or close it: g = f(), and g.close() when it has done its work");
  }
}
