package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.resolve.Scope;
import org.jspecify.annotations.Nullable;

/// What is known of a function before it runs.
final class Code {
  final String name; // as tracebacks print it
  final String qualifiedName; // as `repr` prints it: `outer.<locals>.inner`
  final Unit unit;
  int slots = 0; // all of a frame
  int states = 0; // of a generator
  boolean generator = false;
  @Nullable Scope scope; // of a function or the body of a class
  @Nullable String doc;
  String module = "__main__";

  Code(String name, String qualifiedName, Unit unit) {
    this.name = name;
    this.qualifiedName = qualifiedName;
    this.unit = unit;
  }
}
