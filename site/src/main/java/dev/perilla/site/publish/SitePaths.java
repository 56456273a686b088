package dev.perilla.site.publish;

import dev.perilla.site.book.Names;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// The last look at the paths of a site, before anything is written: none leads out of it, and no
/// two are one file on a system that folds capitals or composes letters, or that keeps names for
/// itself. What an author can get wrong has been a finding before; this is for all else.
final class SitePaths {
  private SitePaths() {}

  /// @throws IllegalArgumentException with the path that must not be written
  static void check(Collection<String> paths) {
    Map<String, String> byFolded = new HashMap<>();
    Set<String> folders = new LinkedHashSet<>();
    for (String path : paths) {
      int name = path.lastIndexOf('/') + 1;
      if (name > 0) {
        folders.add(path.substring(0, name));
      }
      if (!Names.isName(path.substring(name))) {
        throw outside(path);
      }
      String other = byFolded.putIfAbsent(Names.folded(path), path);
      if (other != null) {
        throw new IllegalArgumentException("one file on some systems: " + other + ", " + path);
      }
    }
    for (String folder : folders) {
      int start = 0;
      for (int at = folder.indexOf('/'); at >= 0; at = folder.indexOf('/', start)) {
        if (!Names.isName(folder.substring(start, at))) {
          throw outside(folder);
        }
        String file = byFolded.get(Names.folded(folder.substring(0, at)));
        if (file != null) {
          throw new IllegalArgumentException("a file and a folder: " + file + ", " + folder);
        }
        start = at + 1;
      }
    }
  }

  private static IllegalArgumentException outside(String path) {
    return new IllegalArgumentException("a file leads out of the site: " + path);
  }
}
