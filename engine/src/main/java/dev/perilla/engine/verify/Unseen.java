package dev.perilla.engine.verify;

/// Characters that nobody sees, whatever stands beside them: what Unicode calls default-ignorable
/// (joiners, soft hyphens, marks of direction, variation selectors, tags, fillers) and controls
/// that are no blank. To a reader what they part stands together.
public final class Unseen {
  /// The first and last of each stretch (Default_Ignorable_Code_Point, Unicode 16).
  private static final int[] STRETCHES = {
    0x0000, 0x0008, 0x000E, 0x001B, 0x007F, 0x0084, 0x0086, 0x009F, 0x00AD, 0x00AD, 0x034F, 0x034F,
    0x061C, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F, 0x200B, 0x200F, 0x202A, 0x202E,
    0x2060, 0x206F, 0x3164, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFEFF, 0xFFA0, 0xFFA0, 0xFFF0, 0xFFF8,
    0x1BCA0, 0x1BCA3, 0x1D173, 0x1D17A, 0xE0000, 0xE0FFF
  };

  private Unseen() {}

  static boolean is(int point) {
    for (int i = 0; i < STRETCHES.length && STRETCHES[i] <= point; i += 2) {
      if (point <= STRETCHES[i + 1]) {
        return true;
      }
    }
    return false;
  }

  /// `text` as a reader sees it.
  public static String without(String text) {
    if (!isIn(text)) {
      return text;
    }
    StringBuilder seen = new StringBuilder();
    text.codePoints().filter(it -> !is(it)).forEach(seen::appendCodePoint);
    return seen.toString();
  }

  static boolean isIn(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' || c > '~') && is(text.codePointAt(i))) {
        return true;
      }
    }
    return false;
  }

  /// Where each character of `without(text)` stands in `text`.
  static int[] places(String text) {
    int[] places = new int[text.length()];
    int seen = 0;
    for (int i = 0; i < text.length(); ) {
      int size = Character.charCount(text.codePointAt(i));
      if (!is(text.codePointAt(i))) {
        for (int unit = 0; unit < size; unit++) {
          places[seen++] = i + unit;
        }
      }
      i += size;
    }
    return java.util.Arrays.copyOf(places, seen);
  }
}
