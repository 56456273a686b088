package dev.perilla.engine.language.number;

/// Who pays. An operation whose result or whose work an argument can make large asks before it
/// begins; the one who set the limits throws what ends the program.
@FunctionalInterface
public interface Budget {
  /// Pays nothing and refuses nothing: for sizes that are known to be small, and tests.
  Budget UNBOUNDED =
      new Budget() { // a lambda of an interface with methods of its own is in no AOT cache
        @Override
        public void charge(long bytes) {}
      };

  /// About `bytes` bytes are going to be allocated; [Long#MAX_VALUE] stands for all that is more.
  void charge(long bytes);

  /// About `operations` machine operations (near a nanosecond each) are going to be run beyond
  /// those that the size of the result tells.
  default void work(long operations) {}
}
