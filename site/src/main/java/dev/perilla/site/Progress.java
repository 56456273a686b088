package dev.perilla.site;

/// Who hears how far long work has come; called by several threads.
@FunctionalInterface
public interface Progress {
  /// Nobody.
  Progress UNHEARD = (what, done, all) -> {};

  /// @param what is done, as `compiled`
  /// @param done so far, at least 1
  void done(String what, int done, int all);
}
