package dev.perilla.site.book;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Names of files and folders that every system can hold.
public final class Names {
  /// Names that some system keeps for itself, with any ending.
  private static final Pattern RESERVED =
      Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)([.].*)?", Pattern.CASE_INSENSITIVE);

  /// What the site writes itself.
  private static final Pattern KEPT =
      Pattern.compile("markdown/.*|.*[.](html?|js|css|json|xml|txt|md)", Pattern.DOTALL);

  private Names() {}

  /// Whether a file or folder of a site may be called so.
  public static boolean isName(String part) {
    return !part.isEmpty()
        && !part.equals(".")
        && !part.equals("..")
        && isOfNames(part)
        && !part.endsWith(".")
        && !part.endsWith(" ");
  }

  private static boolean isOfNames(String part) {
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c < ' ' || c == 0x7f || "\\:*?\"<>|".indexOf(c) >= 0) {
        return false;
      }
    }
    return true;
  }

  /// Whether some system keeps that name for itself.
  static boolean isReserved(String part) {
    return RESERVED.matcher(part).matches();
  }

  /// Whether the site may have a file of its own under that path.
  static boolean isKept(String path) {
    return KEPT.matcher(folded(path)).matches();
  }

  /// Whether folding changes no more than the case.
  private static boolean isAscii(String path) {
    for (int i = 0; i < path.length(); i++) {
      if (path.charAt(i) > 0x7f) {
        return false;
      }
    }
    return true;
  }

  /// What two names have in common that some file system takes for one.
  public static String folded(String path) {
    if (isAscii(path)) {
      return path.toLowerCase(Locale.ROOT);
    }
    String composed = Normalizer.normalize(path, Normalizer.Form.NFKC);
    String folded = composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(folded, Normalizer.Form.NFKC);
  }
}
