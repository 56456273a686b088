package dev.perilla.engine.language.runtime;

/// An object that a program can change. It knows when it was made, so that an expression of the
/// text may change what it made itself and nothing that was there before.
abstract class Mutable {
  final int epoch;

  Mutable(Run run) {
    this(run.epoch);
  }

  Mutable(int epoch) {
    this.epoch = epoch;
  }

  /// Refuses the change if the program may only look at this object now.
  final void touch(Run run) {
    if (epoch < run.freeze) {
      throw run.lookOnly("the expression changes a " + Types.of(this).name);
    }
  }
}
