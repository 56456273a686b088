package dev.perilla.engine.language.runtime;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Gives objects one by one; advancing it changes it.
abstract class PyIterator extends Mutable {
  final String type;
  Object returned = Singleton.NONE; // what the StopIteration of its end carries

  PyIterator(Run run, String type) {
    super(run);
    this.type = type;
  }

  /// The next object, or `null` at the end.
  abstract @Nullable Object next(Run run);

  /// The next object for who knows what it holds itself: nothing is lent to it.
  final @Nullable Object taken(Run run) {
    int lent = run.waiting.lent.size();
    Object item = next(run);
    run.waiting.returned(lent);
    return item;
  }

  /// What a call gives, or `null` where it raises StopIteration: an iterator that calls a function
  /// then ends.
  final @Nullable Object unlessStopped(Supplier<Object> call) {
    try {
      return call.get();
    } catch (Unwind.Raise raise) {
      if (!raise.exception.type.isSubclass(Types.STOP_ITERATION)) {
        throw raise;
      }
      Object[] given = raise.exception.arguments.items;
      returned = given.length > 0 ? given[0] : Singleton.NONE;
      return null;
    }
  }

  /// Its own size, for the count of memory.
  long bytes() {
    return 64;
  }

  /// What it holds, for the count of memory.
  @Nullable Object[] held() {
    return new @Nullable Object[0];
  }
}
