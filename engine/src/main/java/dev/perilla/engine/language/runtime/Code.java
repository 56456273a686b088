package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.resolve.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of a function before it runs.
final class Code {
  final String name; // as tracebacks print it
  final String qualifiedName; // as `repr` prints it: `outer.<locals>.inner`
  final Unit unit;
  int slots = 0; // all of a frame
  int states = 0; // of a generator
  boolean generator = false;
  boolean holds = false; // whether what it works on is known, for generators that wait
  @Nullable Scope scope; // of a function or the body of a class
  @Nullable String doc;
  String module = "__main__";

  private @Nullable List<Integer> named;

  Code(String name, String qualifiedName, Unit unit) {
    this.name = name;
    this.qualifiedName = qualifiedName;
    this.unit = unit;
  }

  /// The slots of its variables, in the order in which CPython lets go of them.
  List<Integer> named() {
    List<Integer> known = named;
    if (known == null) {
      known = scope == null ? List.of() : scope.own();
      named = known;
    }
    return known;
  }
}
