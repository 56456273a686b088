package dev.perilla.engine.language.text;

import dev.perilla.engine.language.number.Budget;

/// A text in the making that pays for the room it takes as a whole: a program holds no reference to
/// it, so nobody else counts it, however many its pieces are.
final class Growing {
  private final StringBuilder text = new StringBuilder();
  private final Budget budget;
  private long room = 4096;
  private String only = ""; // the piece that is all of it, if one is

  Growing(Budget budget) {
    this.budget = budget;
  }

  Growing append(char c) {
    grow(1);
    text.append(c);
    return this;
  }

  Growing append(String piece) {
    grow(piece.length());
    only = text.isEmpty() ? piece : only;
    text.append(piece);
    return this;
  }

  /// Room is doubled, so that the charges add up to a small multiple of the text.
  private void grow(int by) {
    long wanted = (long) text.length() + by;
    if (wanted > room) {
      room = Math.max(2 * room, wanted);
      budget.charge(room);
    }
  }

  /// A text of one piece is that piece itself, as in Python, where `is` tells.
  @Override
  public String toString() {
    return text.length() == only.length() ? only : text.toString();
  }
}
