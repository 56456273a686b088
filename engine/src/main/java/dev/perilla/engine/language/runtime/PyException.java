package dev.perilla.engine.language.runtime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An exception, raised or not.
final class PyException extends PyInstance {
  PyTuple arguments;
  List<Unwind.Entry> trace = new ArrayList<>(); // innermost first
  @Nullable PyException cause;
  @Nullable PyException context;
  boolean suppressContext = false;

  PyException(Run run, PyClass type, PyTuple arguments) {
    super(run, type);
    this.arguments = arguments;
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
