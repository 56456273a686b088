package dev.perilla.site.cli;

/// A request that cannot be met as it stands: one line for the user, exit code 2.
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param message what stands in the way, and what to do
  Refusal(String message) {
    super(message, null, false, false);
  }

  /// The line, without the name of the program.
  String line() {
    return String.valueOf(getMessage());
  }
}
