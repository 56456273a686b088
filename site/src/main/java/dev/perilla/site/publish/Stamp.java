package dev.perilla.site.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A file from outside.
///
/// @param content size, inode and time of change of the content: what a link or rename leaves
/// @param inode time of change of the inode, in nanoseconds since 1970
public record Stamp(String content, long inode) {

  /// That of `file`; empty for what is no file, and where stamps cannot be trusted.
  public static Optional<Stamp> of(Path file) throws IOException {
    Map<String, Object> seen = look(file, "unix:isRegularFile,size,ino,lastModifiedTime,ctime");
    if (!(seen.get("lastModifiedTime") instanceof FileTime content)
        || !Boolean.TRUE.equals(seen.get("isRegularFile"))) {
      return Optional.empty();
    }
    long changed = changed(seen);
    boolean isCoarse = changed % TimeUnit.SECONDS.toNanos(1) == 0;
    String outside =
        seen.get("size") + " " + seen.get("ino") + " " + content.to(TimeUnit.NANOSECONDS);
    return isCoarse ? Optional.empty() : Optional.of(new Stamp(outside, changed));
  }

  /// When something was last written into `folder` or taken out of it, by the clock of the stamps;
  /// 0 where there is none.
  static long changed(Path folder) throws IOException {
    return changed(look(folder, "unix:ctime"));
  }

  private static long changed(Map<String, Object> seen) {
    return seen.get("ctime") instanceof FileTime inode ? inode.to(TimeUnit.NANOSECONDS) : 0;
  }

  private static Map<String, Object> look(Path file, String at) throws IOException {
    try {
      return Files.readAttributes(file, at, LinkOption.NOFOLLOW_LINKS);
    } catch (UnsupportedOperationException | IllegalArgumentException | NoSuchFileException none) {
      return Map.of(); // no file, or one without inode and its times, as on Windows
    }
  }

  /// Whether the file was changed so lately that a change of this moment might look the same.
  public boolean isFresh() {
    return System.currentTimeMillis() - TimeUnit.NANOSECONDS.toMillis(inode) < 20;
  }

  /// All of it as one word.
  public String word() {
    return content.replace(' ', '.') + "." + inode;
  }
}
