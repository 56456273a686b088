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
    Map<String, Object> seen;
    try {
      seen =
          Files.readAttributes(
              file,
              "unix:isRegularFile,size,ino,lastModifiedTime,ctime",
              LinkOption.NOFOLLOW_LINKS);
    } catch (UnsupportedOperationException | IllegalArgumentException | NoSuchFileException none) {
      // No file, or a file system without inodes and their times, as on Windows: nothing to trust.
      return Optional.empty();
    }
    if (!(seen.get("lastModifiedTime") instanceof FileTime content)
        || !(seen.get("ctime") instanceof FileTime inode)
        || !Boolean.TRUE.equals(seen.get("isRegularFile"))) {
      return Optional.empty();
    }
    long changed = inode.to(TimeUnit.NANOSECONDS);
    boolean isCoarse = changed % TimeUnit.SECONDS.toNanos(1) == 0;
    String outside =
        seen.get("size") + " " + seen.get("ino") + " " + content.to(TimeUnit.NANOSECONDS);
    return isCoarse ? Optional.empty() : Optional.of(new Stamp(outside, changed));
  }

  /// Whether the file was changed so lately that a change of this moment might look the same.
  public boolean isFresh() {
    return System.currentTimeMillis() - TimeUnit.NANOSECONDS.toMillis(inode) < 20;
  }

  /// What is kept of a file that looks so and whose content has that hash.
  public String entry(String hash) {
    return hash + " " + content + " " + inode;
  }

  /// All of it as one word.
  public String word() {
    return content.replace(' ', '.') + "." + inode;
  }
}
