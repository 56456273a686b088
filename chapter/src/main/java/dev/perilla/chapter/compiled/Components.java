package dev.perilla.chapter.compiled;

/// A record that gives what it holds without reflection. No source says so: `PlainMethods` makes it
/// of each record of this package when perilla is packaged.
interface Components {
  /// The component at that place, from 0 on.
  Object component(int place);
}
