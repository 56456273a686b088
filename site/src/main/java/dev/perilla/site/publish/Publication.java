package dev.perilla.site.publish;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// A set of files that replaces an output folder in one step.
///
/// The files are written into a hidden folder beside the target, together with what the target
/// holds that perilla did not write; then the two change places. Whoever looks at the target sees
/// the old site or the new one. A file that perilla did not write is never changed or deleted.
public final class Publication {
  private final Path target;
  private final Path fresh;
  private final Path aside;
  private final Path lockFile;

  private Publication(Path target, Path parent, String name) {
    this.target = target;
    this.fresh = parent.resolve("." + name + ".perilla-new");
    this.aside = parent.resolve("." + name + ".perilla-old");
    this.lockFile = parent.resolve("." + name + ".perilla-lock");
  }

  /// What kept a publication from happening, for the user; nothing was changed.
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message);
    }
  }

  /// Makes `target` hold `files` and what it held of others.
  ///
  /// @param files content by path, with `/`, relative to the target
  /// @param shown what messages call the target
  /// @throws Refused where the target is no folder of ours, or another build is writing it
  /// @throws IOException where the disk fails; the old site stands
  public static void publish(Path target, String shown, Map<String, Blob> files)
      throws IOException, Refused {
    Path real = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath().normalize();
    Path parent = real.getParent();
    Path name = real.getFileName();
    if (parent == null || name == null) {
      throw new Refused(shown + " is the root of the file system: choose a folder");
    }
    if (Files.exists(real) && !Files.isDirectory(real)) {
      throw new Refused(shown + " is a file: choose a folder");
    }
    Files.createDirectories(parent);
    new Publication(real, parent.toRealPath(), name.toString()).replace(shown, files);
  }

  private void replace(String shown, Map<String, Blob> files) throws IOException, Refused {
    try (FileChannel channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = lock(channel, shown)) {
      boolean swapped = false;
      try {
        Exchange.mend(target, aside);
        delete(fresh); // of a build that was killed; it holds nothing but copies
        Manifest old = Manifest.read(target);
        SortedSet<String> kept = foreign(shown, old, files);
        write(files, old);
        for (String path : kept) {
          keep(path);
        }
        Disk.sync(fresh);
        Exchange.swap(fresh, target, aside);
        swapped = true;
        Disk.force(target.resolveSibling("."));
        clear(old, kept);
      } finally {
        if (!swapped) {
          delete(fresh);
        }
        Files.delete(lockFile);
      }
      lock.release();
    }
  }

  /// The lock, on the file that is there now: another build may have deleted the one that was
  /// opened.
  private FileLock lock(FileChannel channel, String shown) throws IOException, Refused {
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        String token = ProcessHandle.current().pid() + " " + System.nanoTime();
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(token.getBytes(StandardCharsets.UTF_8)));
        if (Files.exists(lockFile) && Files.readString(lockFile).equals(token)) {
          return lock;
        }
      }
    } catch (OverlappingFileLockException held) {
      // by this very process: refused as any other
    }
    throw new Refused("another build is writing " + shown + ": wait until it has ended");
  }

  /// The files of the target that are not ours, or no longer as we wrote them and not replaced.
  private SortedSet<String> foreign(String shown, Manifest old, Map<String, Blob> files)
      throws IOException, Refused {
    SortedSet<String> kept = new TreeSet<>();
    boolean isOurs = Files.exists(target.resolve(Manifest.FILE));
    for (String path : pathsIn(target)) {
      if (!isOurs) {
        throw new Refused(
            shown
                + " holds files that perilla did not write ("
                + path
                + "): choose an empty folder");
      }
      if (files.containsKey(path) && !old.hashes().containsKey(path)) {
        throw new Refused(
            shown + "/" + path + " is not ours, and a page wants that name: move it away");
      }
      if (!files.containsKey(path) && !old.wrote(target, path)) {
        kept.add(path);
      }
    }
    return kept;
  }

  private void write(Map<String, Blob> files, Manifest old) throws IOException {
    Files.createDirectories(fresh);
    Map<String, Blob> all = new TreeMap<>(files);
    all.put(Manifest.FILE, Blob.of(Manifest.of(files).bytes()));
    for (Map.Entry<String, Blob> file : all.entrySet()) {
      Path path = fresh.resolve(file.getKey());
      if (!path.normalize().startsWith(fresh) || !path.normalize().equals(path)) {
        throw new IllegalArgumentException("a page leads out of the site: " + file.getKey());
      }
      Files.createDirectories(path.getParent());
      if (file.getValue().hash().equals(old.hashes().get(file.getKey()))
          && old.wrote(target, file.getKey())) {
        keep(file.getKey());
      } else {
        Files.write(path, file.getValue().bytes(), StandardOpenOption.CREATE_NEW);
      }
    }
  }

  private void keep(String path) throws IOException {
    Path from = target.resolve(path);
    Path to = fresh.resolve(path);
    Files.createDirectories(to.getParent());
    if (Files.isSymbolicLink(from)) {
      Files.copy(from, to, LinkOption.NOFOLLOW_LINKS);
      return;
    }
    try {
      Files.createLink(to, from);
    } catch (UnsupportedOperationException | IOException noLinks) {
      Files.copy(from, to);
    }
  }

  /// Deletes what the old site held of ours, or what the new one holds as well; a file that came
  /// meanwhile stays where it is.
  private void clear(Manifest old, SortedSet<String> kept) throws IOException {
    for (Path folder : List.of(fresh, aside)) {
      for (String path : pathsIn(folder)) {
        if (path.equals(Manifest.FILE) || old.hashes().containsKey(path) || kept.contains(path)) {
          Files.delete(folder.resolve(path));
        }
      }
      if (pathsIn(folder).isEmpty()) {
        delete(folder);
      } else if (folder.equals(fresh)) {
        Files.move(fresh, aside);
      }
    }
  }

  /// The files of a folder, by path; none where it is missing.
  static SortedSet<String> pathsIn(Path folder) throws IOException {
    SortedSet<String> paths = new TreeSet<>();
    if (!Files.isDirectory(folder)) {
      return paths;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            paths.add(folder.relativize(file).toString().replace('\\', '/'));
            return FileVisitResult.CONTINUE;
          }
        });
    return paths;
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path at, @org.jspecify.annotations.Nullable IOException failed) throws IOException {
            Files.delete(at);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
