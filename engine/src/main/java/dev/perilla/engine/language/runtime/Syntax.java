package dev.perilla.engine.language.runtime;

/// Where a node stands: offsets into the code of its [Unit], and what the caret line marks.
///
/// @param unit the text that it is part of
/// @param start offset of the first unit
/// @param end offset after the last
/// @param markStart for a binary operator or an index, where the sign or bracket starts; else -1
/// @param markEnd where it ends
record Syntax(Unit unit, int start, int end, int markStart, int markEnd) {
  /// Whether both begin on the same line.
  boolean isOnLineOf(Syntax other) {
    int from = Math.min(start, other.start);
    int newline = unit.text().value().indexOf('\n', from);
    return newline < 0 || newline >= Math.max(start, other.start);
  }
}
