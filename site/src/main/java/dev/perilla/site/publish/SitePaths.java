package dev.perilla.site.publish;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The last look at the paths of a site, before anything is written: none leads out of it, and no
/// two are one file on a system that folds capitals or composes letters, or that keeps names for
/// itself. What an author can get wrong has been a finding before; this is for all else.
final class SitePaths {
  private SitePaths() {}

  /// @throws IllegalArgumentException with the path that must not be written
  static void check(Collection<String> paths) {
    Map<String, String> byFolded = new HashMap<>();
    for (String path : paths) {
      for (String part : path.split("/", -1)) {
        if (!isName(part)) {
          throw new IllegalArgumentException("a file leads out of the site: " + path);
        }
      }
      String other = byFolded.putIfAbsent(folded(path), path);
      if (other != null) {
        throw new IllegalArgumentException("one file on some systems: " + other + ", " + path);
      }
    }
    for (String path : paths) {
      for (int at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
        String folder = byFolded.get(folded(path.substring(0, at)));
        if (folder != null) {
          throw new IllegalArgumentException("a file and a folder: " + folder + ", " + path);
        }
      }
    }
  }

  /// Whether a file or folder of a site may be called so.
  private static boolean isName(String part) {
    return !part.isEmpty()
        && !part.equals(".")
        && !part.equals("..")
        && part.chars().noneMatch(c -> c < ' ' || c == 0x7f || "\\:*?\"<>|".indexOf(c) >= 0)
        && !part.endsWith(".")
        && !part.endsWith(" ");
  }

  /// What two names have in common that some file system takes for one.
  static String folded(String path) {
    String composed = Normalizer.normalize(path, Normalizer.Form.NFKC);
    String folded = composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(folded, Normalizer.Form.NFKC);
  }
}
