package dev.perilla.renderer;

import dev.perilla.renderer.internal.Chars;
import java.util.Locale;
import java.util.Set;

/// The rule of what a page may link to: `http`, `https`, `mailto`, and what is relative to the
/// page.
///
/// Refused are every other scheme, addresses that change the host without naming a scheme
/// (`//host`, and the spellings `\\` and `/\` that browsers read alike), control characters, which
/// browsers drop in the middle of a scheme, and white space before the address.
public final class Links {
  private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");

  private Links() {}

  /// Whether a page may link there.
  public static boolean allowed(String url) {
    return clean(url) && (isRelative(url) || SCHEMES.contains(scheme(url)));
  }

  /// Whether it is a file of the book: relative, without leaving the host. What an image may name.
  public static boolean isRelative(String url) {
    return clean(url) && scheme(url).isEmpty();
  }

  private static boolean clean(String url) {
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      if (Character.isISOControl(c) || c == '\\' || Character.getType(c) == Character.FORMAT) {
        return false;
      }
    }
    return !url.startsWith("//") && url.equals(url.strip()) && url.equals(Chars.clean(url));
  }

  /// What stands before the first colon, where no `/`, `?` or `#` comes earlier.
  private static String scheme(String url) {
    for (int i = 0; i < url.length(); i++) {
      switch (url.charAt(i)) {
        case ':' -> {
          return i == 0 ? ":" : url.substring(0, i).toLowerCase(Locale.ROOT);
        }
        case '/', '?', '#' -> {
          return "";
        }
        default -> {}
      }
    }
    return "";
  }
}
