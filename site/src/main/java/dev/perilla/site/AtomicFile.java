package dev.perilla.site;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Arrays;

/// A file that is replaced in one step: whoever looks sees the old content or the new one.
public final class AtomicFile {
  private AtomicFile() {}

  /// Writes a file that may be there already, and the folders that it needs.
  public static void write(Path file, byte[] content) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path fresh = real.resolveSibling("." + real.getFileName() + ".perilla-new");
    try {
      Files.write(fresh, content);
      Files.move(fresh, real, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /// Puts `after` in the place of `before`, on disk before it returns. Permissions stay; a symbolic
  /// link stays, and leads to the new content.
  ///
  /// @throws FileSystemException where the file no longer holds `before`; nothing was written
  public static void replace(Path file, byte[] before, byte[] after) throws IOException {
    Path real = file.toRealPath();
    Path fresh = real.resolveSibling("." + real.getFileName() + ".perilla-new");
    try {
      try (FileChannel channel =
          FileChannel.open(
              fresh,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(after);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      PosixFileAttributeView old = Files.getFileAttributeView(real, PosixFileAttributeView.class);
      if (old != null) {
        Files.setPosixFilePermissions(fresh, old.readAttributes().permissions());
      }
      if (!Arrays.equals(Files.readAllBytes(real), before)) {
        throw new FileSystemException(
            file.toString(), null, "changed meanwhile: nothing was written, run it again");
      }
      Files.move(fresh, real, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
