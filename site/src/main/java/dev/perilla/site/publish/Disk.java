package dev.perilla.site.publish;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// All that a publication does to the disk, each call one step: a test makes the n-th fail, or ends
/// the process there.
class Disk {
  /// Called before each step. Throws where the step is to fail.
  void before(Path path) throws IOException {}

  /// A folder, and those above it.
  final void folder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      before(folder);
      Files.createDirectories(folder);
    }
  }

  /// The folder that a file is to stand in.
  final void folderOf(Path file) throws IOException {
    Path folder = file.getParent();
    if (folder != null) {
      folder(folder);
    }
  }

  /// A file that is not there yet.
  final void write(Path file, byte[] bytes) throws IOException {
    before(file);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) { // at once, where `Files` writes 8 kB after 8 kB
        channel.write(rest);
      }
    }
  }

  /// A second name for a file that is no link, or a copy where the file system has no second names.
  final void link(Path from, Path to) throws IOException {
    before(to);
    try {
      Files.createLink(to, from);
    } catch (UnsupportedOperationException | IOException noLinks) {
      // A file system without links, as FAT; or one that refuses this one, as between two devices.
      Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  /// The same for what may be a symbolic link: another that leads there.
  final void second(Path from, Path to) throws IOException {
    if (Files.isSymbolicLink(from)) {
      before(to);
      Files.copy(from, to, LinkOption.NOFOLLOW_LINKS);
    } else {
      link(from, to);
    }
  }

  final void delete(Path path) throws IOException {
    before(path);
    Files.delete(path);
  }

  /// Deletes a file, or an empty folder, that may be gone: by one call, where `Files` looks first.
  final void deleteFile(Path file) throws IOException {
    before(file);
    if (!file.toFile().delete()) {
      Files.deleteIfExists(file);
    }
  }

  /// Another name, in one step.
  final void move(Path from, Path to) throws IOException {
    before(to);
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  /// Deletes a folder with all that is in it; nothing where it is not there.
  final void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path at, @Nullable IOException failed)
              throws IOException {
            delete(at);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /// Waits until all below `folder` is on the disk, so that a machine that loses power after a site
  /// was exchanged holds the whole of it: by one call for its file system where the C library has
  /// one (Linux; thousands of single ones take minutes on some disks), file by file elsewhere.
  final void sync(Path folder) throws IOException {
    before(folder);
    if (!Linux.synced(folder)) {
      Files.walkFileTree(folder, new Forcing());
    }
  }

  /// Forces each file, then the folder that names it.
  private static final class Forcing extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (attributes.isRegularFile()) {
        force(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed)
        throws IOException {
      force(folder);
      return FileVisitResult.CONTINUE;
    }
  }

  /// Forces the names in one folder.
  final void syncNames(Path folder) throws IOException {
    before(folder);
    force(folder);
  }

  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
