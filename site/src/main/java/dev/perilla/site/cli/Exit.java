package dev.perilla.site.cli;

/// What the exit code of the process means. 130, on Ctrl-C, is the JVM's own.
final class Exit {
  /// No finding at or above the fail level.
  static final int CLEAN = 0;

  /// Findings at or above the fail level, or a program that ended with an error.
  static final int FINDINGS = 1;

  /// Usage, configuration, unreadable input.
  static final int REFUSED = 2;

  /// A bug of ours, or a limit of the machine.
  static final int BROKEN = 3;

  private Exit() {}
}
