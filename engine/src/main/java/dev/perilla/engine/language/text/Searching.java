package dev.perilla.engine.language.text;

/// Finds a text in a text, in time linear in both whatever they are: the JDK compares anew at each
/// place, which takes hours for `'a' * 10**6 + 'b'` in `'a' * 10**7`.
///
/// Long searches go by a rolling hash (Karp and Rabin, 1987) and compare only where it fits.
public final class Searching {
  private static final long PRIME = 2_147_483_647;
  private static final long BASE = 1_000_003;
  private static final long LONG = 1 << 16;

  private Searching() {}

  private static boolean isShort(String text, String part) {
    return part.length() < 8 || (long) text.length() * part.length() < LONG;
  }

  /// The first place of `part` at or after `from`, or -1.
  public static int first(String text, String part, int from) {
    if (isShort(text, part)) {
      return text.indexOf(part, from);
    }
    int length = part.length();
    int start = Math.max(0, from);
    if (text.length() - start < length) {
      return -1;
    }
    long wanted = 0;
    long here = 0;
    long power = 1;
    for (int i = 0; i < length; i++) {
      wanted = (wanted * BASE + part.charAt(i)) % PRIME;
      here = (here * BASE + text.charAt(start + i)) % PRIME;
      power = i == 0 ? 1 : power * BASE % PRIME;
    }
    for (int at = start; ; at++) {
      if (here == wanted && text.startsWith(part, at)) {
        return at;
      }
      if (at + length >= text.length()) {
        return -1;
      }
      here = (here - text.charAt(at) * power % PRIME + PRIME) % PRIME;
      here = (here * BASE + text.charAt(at + length)) % PRIME;
    }
  }

  /// The last place of `part` at or before `from`, or -1.
  public static int last(String text, String part, int from) {
    if (isShort(text, part)) {
      return text.lastIndexOf(part, from);
    }
    int length = part.length();
    int start = Math.min(from, text.length() - length);
    if (start < 0) {
      return -1;
    }
    long wanted = 0;
    long here = 0;
    long power = 1;
    for (int i = length - 1; i >= 0; i--) {
      wanted = (wanted * BASE + part.charAt(i)) % PRIME;
      here = (here * BASE + text.charAt(start + i)) % PRIME;
      power = i == length - 1 ? 1 : power * BASE % PRIME;
    }
    for (int at = start; ; at--) {
      if (here == wanted && text.startsWith(part, at)) {
        return at;
      }
      if (at == 0) {
        return -1;
      }
      here = (here - text.charAt(at + length - 1) * power % PRIME + PRIME) % PRIME;
      here = (here * BASE + text.charAt(at - 1)) % PRIME;
    }
  }
}
