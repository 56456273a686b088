package dev.perilla.site.book;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.FindingPrinter;
import dev.perilla.chapter.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A file on disk and what findings call it.
///
/// @param path absolute
/// @param name relative to where the command runs, with `/`, nothing in it that a terminal obeys
public record Place(Path path, String name) {
  /// Far more than a reader takes: it says how long a file is that is too long for it.
  private static final int MOST_BYTES = 64 << 20;

  /// The file `path` as seen from `directory`.
  public static Place of(Path path, Path directory) {
    Path absolute = directory.resolve(path).normalize();
    Path from = directory.normalize();
    Path shown =
        absolute.getRoot() != null && absolute.getRoot().equals(from.getRoot())
            ? from.relativize(absolute)
            : absolute;
    boolean isFar = shown.startsWith(Path.of("..", "..", ".."));
    String words = (isFar ? absolute : shown).toString().replace('\\', '/');
    // a line of a log that begins so is a command to the machine that runs it
    String name = words.startsWith("::") || words.startsWith("##[") ? "./" + words : words;
    return new Place(absolute, FindingPrinter.visible(name.isEmpty() ? "." : name));
  }

  /// What is wrong with a file of a book that is a link: a finding would quote what others hold.
  Optional<Finding> linked() {
    return Files.isSymbolicLink(path)
        ? Optional.of(
            Finding.error(
                    SiteCode.UNSAFE_NAME,
                    SourceFile.of(name, "").span(),
                    "the file is a symbolic link")
                .help("a book holds its files itself: put the file here, or remove the link"))
        : Optional.empty();
  }

  /// All of it, up to 64 MiB.
  public byte[] bytes() throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(MOST_BYTES);
      if (bytes.length == MOST_BYTES) {
        throw new FileSystemException(name, null, "64 MB or more: no file of a book is that long");
      }
      return bytes;
    }
  }
}
