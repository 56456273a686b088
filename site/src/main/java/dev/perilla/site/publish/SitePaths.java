package dev.perilla.site.publish;

import dev.perilla.site.book.Names;
import java.util.Collection;
import java.util.HashMap;
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
        if (!Names.isName(part)) {
          throw new IllegalArgumentException("a file leads out of the site: " + path);
        }
      }
      String other = byFolded.putIfAbsent(Names.folded(path), path);
      if (other != null) {
        throw new IllegalArgumentException("one file on some systems: " + other + ", " + path);
      }
    }
    for (String path : paths) {
      for (int at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
        String folder = byFolded.get(Names.folded(path.substring(0, at)));
        if (folder != null) {
          throw new IllegalArgumentException("a file and a folder: " + folder + ", " + path);
        }
      }
    }
  }
}
