package dev.perilla.engine.language.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An exception, raised or not.
final class PyException extends PyInstance {
  /// What an exception counts for in memory beside an instance, and each line of its traceback.
  static final int BYTES = 160;

  static final int ENTRY = 48;

  PyTuple arguments;
  List<Unwind.Entry> trace = new ArrayList<>(); // innermost first

  Set<Frame> kept = Set.of(); // its calls, in programs where these let go of generators

  @Nullable PyException cause;
  @Nullable PyException context;
  boolean suppressContext = false;
  private @Nullable Map<String, Object> details; // what Python keeps besides the arguments

  PyException(Run run, PyClass type, PyTuple arguments) {
    super(run, type);
    this.arguments = arguments;
  }

  /// Keeps what the exception is about, `name` and `obj` and so on, and gives the exception.
  PyException about(String name, Object value) {
    if (details == null) {
      details = new HashMap<>();
    }
    details.put(name, value);
    return this;
  }

  /// All that it is about.
  java.util.Collection<Object> details() {
    return details == null ? List.of() : details.values();
  }

  /// What it is about, None where that is not known.
  Object detail(String name) {
    Object known = details == null ? null : details.get(name);
    return known == null ? Singleton.NONE : known;
  }

  /// `str(exception)`
  String text(Run run) {
    Object[] items = arguments.items;
    String ofSystem = Exceptions.text(run, this);
    if (ofSystem != null) {
      return ofSystem;
    }
    if (items.length == 0) {
      return "";
    }
    if (items.length == 1) {
      return type.isSubclass(Types.KEY_ERROR) ? Show.repr(run, items[0]) : Show.str(run, items[0]);
    }
    return Show.repr(run, arguments);
  }
}
