package dev.perilla.engine.verify;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Span;
import java.util.Optional;
import java.util.OptionalInt;

/// Characters that nobody sees and that turn the order of others: after U+202E a reader sees 21
/// where 12 is written.
public final class Direction {
  private Direction() {}

  /// What is wrong with `shown`, which stands at `place`. Overrides and other shapes of digits are
  /// refused everywhere; what only says that a text runs from right to left, where it has no letter
  /// that does.
  public static Optional<Finding> finding(String shown, Span place) {
    if (isCommon(shown)) {
      return Optional.empty();
    }
    OptionalInt turning = shown.codePoints().filter(Direction::overrides).findFirst();
    if (turning.isEmpty()
        && shown.codePoints().anyMatch(Direction::marks)
        && shown.codePoints().noneMatch(it -> Character.isLetter(it) && isFromTheRight(it))) {
      turning = shown.codePoints().filter(Direction::marks).findFirst();
    }
    return turning.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Finding.error(
                    VerifyCode.BAD_TEXT,
                    place,
                    String.format(
                        "a character that cannot be seen (U+%04X) turns the order of what a reader"
                            + " sees here",
                        turning.getAsInt()))
                .help("delete it: signs and digits would be shown in another order"));
  }

  /// Whether no character is one that may turn others, as in nearly every text.
  private static boolean isCommon(String shown) {
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      if (c >= 0x061C && (marks(c) || overrides(c))) {
        return false;
      }
    }
    return true;
  }

  private static boolean overrides(int point) {
    return point == 0x202D || point == 0x202E || (point >= 0x206A && point <= 0x206F);
  }

  private static boolean marks(int point) {
    return point == 0x200F || point == 0x061C || point == 0x202B || point == 0x2067;
  }

  private static boolean isFromTheRight(int point) {
    byte direction = Character.getDirectionality(point);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }
}
