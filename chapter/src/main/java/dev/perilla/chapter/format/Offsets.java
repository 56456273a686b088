package dev.perilla.chapter.format;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamLocation;

/// From a parser's positions to offsets into the text: the YAML parser counts code points, the JSON
/// parser UTF-16 units.
final class Offsets {
  private final int length;
  private final int[] units; // by code point; empty where both counts are the same

  private Offsets(int length, int[] units) {
    this.length = length;
    this.units = units;
  }

  static Offsets units(String text) {
    return new Offsets(text.length(), new int[0]);
  }

  static Offsets codePoints(String text) {
    int count = text.codePointCount(0, text.length());
    if (count == text.length()) {
      return units(text);
    }
    int[] units = new int[count + 1];
    int unit = 0;
    for (int point = 0; point < count; point++) {
      units[point] = unit;
      unit += Character.charCount(text.codePointAt(unit));
    }
    units[count] = unit;
    return new Offsets(text.length(), units);
  }

  /// A position that the parser does not know is the start.
  int of(@Nullable TokenStreamLocation location) {
    return location == null ? 0 : of(location.getCharOffset());
  }

  /// A position past the end is the end.
  int of(long position) {
    if (units.length == 0) {
      return Math.clamp(position, 0, length);
    }
    return units[Math.clamp(position, 0, units.length - 1)];
  }
}
