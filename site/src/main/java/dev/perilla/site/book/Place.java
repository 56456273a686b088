package dev.perilla.site.book;

import dev.perilla.chapter.source.FindingPrinter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// A file on disk and what findings call it.
///
/// @param path absolute
/// @param name relative to where the command runs, with `/`, nothing in it that a terminal obeys
record Place(Path path, String name) {
  /// The greatest file that is read at all: a byte more than any reader takes.
  private static final int MOST_BYTES = (1 << 20) + 1;

  /// The file `path` as seen from `directory`.
  static Place of(Path path, Path directory) {
    Path absolute = directory.resolve(path).normalize();
    Path from = directory.normalize();
    Path shown =
        absolute.getRoot() != null && absolute.getRoot().equals(from.getRoot())
            ? from.relativize(absolute)
            : absolute;
    boolean isFar = shown.startsWith(Path.of("..", "..", ".."));
    String name = (isFar ? absolute : shown).toString().replace('\\', '/');
    return new Place(absolute, FindingPrinter.visible(name.isEmpty() ? "." : name));
  }

  /// The first mebibyte of it, and a byte more where it is longer, so that its reader can say so.
  byte[] bytes() throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(MOST_BYTES);
    }
  }

  boolean isFile() {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }
}
