package dev.perilla.chapter.source;

/// How much a finding weighs. An error keeps a book from being published.
public enum Severity {
  WARNING,
  ERROR;

  /// As printed: `warning`, `error`.
  public String word() {
    return this == ERROR ? "error" : "warning";
  }
}
