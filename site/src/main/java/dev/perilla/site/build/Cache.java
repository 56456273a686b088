package dev.perilla.site.build;

import dev.perilla.site.publish.Blob;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What earlier builds made: texts by a key that is the hash of all that they depend on, and
/// contents of files by their own hash.
///
/// ```
/// .perilla/cache/index          key, blank, text; one a line
/// .perilla/cache/3f/3f9a…       a content
/// ```
///
/// Safe to delete at any time, also while a build runs; safe with several builds at once: a file is
/// written beside its name and renamed, and what is missing or damaged is made again. After a build
/// it holds what that build used, nothing else.
public final class Cache implements AutoCloseable {
  private static final String INDEX = "index";

  private final Path folder;
  private final boolean isTemporary;
  private final Map<String, String> before;
  private final Map<String, String> now = new ConcurrentHashMap<>();
  private final Set<String> blobs = ConcurrentHashMap.newKeySet();

  private Cache(Path folder, boolean isTemporary, Map<String, String> before) {
    this.folder = folder;
    this.isTemporary = isTemporary;
    this.before = before;
  }

  /// The cache in `folder`, which need not be there.
  public static Cache in(Path folder) throws IOException {
    return new Cache(folder, false, read(folder.resolve(INDEX)));
  }

  /// An empty cache that is deleted when closed.
  public static Cache temporary() throws IOException {
    return new Cache(Files.createTempDirectory("perilla"), true, Map.of());
  }

  private static Map<String, String> read(Path index) throws IOException {
    Map<String, String> entries = new TreeMap<>();
    try {
      String text = new String(Files.readAllBytes(index), StandardCharsets.UTF_8);
      for (String line : text.lines().toList()) {
        int blank = line.indexOf(' ');
        if (blank > 0) {
          entries.put(line.substring(0, blank), line.substring(blank + 1));
        }
      }
    } catch (NoSuchFileException none) {
      // the first build
    }
    return entries;
  }

  /// The text of that key, from an earlier build or this one.
  Optional<String> get(String key) {
    String text = now.getOrDefault(key, before.getOrDefault(key, ""));
    if (text.isEmpty()) {
      return Optional.empty();
    }
    now.put(key, text);
    return Optional.of(text);
  }

  /// @param text not empty, one line
  void put(String key, String text) {
    now.put(key, text);
  }

  /// The content of that hash; empty where it is not there, or damaged. Cost: reading it.
  Optional<Blob> blob(String hash) throws IOException {
    blobs.add(hash);
    Path file = file(hash);
    try {
      boolean isWhole = hash.equals(Blob.hash(Files.readAllBytes(file)));
      return isWhole ? Optional.of(Blob.stored(hash, file)) : Optional.empty();
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  /// Keeps a content.
  Blob put(byte[] bytes) throws IOException {
    String hash = Blob.hash(bytes);
    blobs.add(hash);
    Path file = file(hash);
    if (blob(hash).isEmpty()) {
      write(file, bytes);
    }
    return Blob.stored(hash, file);
  }

  /// Keeps on disk what this build used, beside what was there: for a build that ended early.
  void add() throws IOException {
    Map<String, String> both = new TreeMap<>(before);
    both.putAll(now);
    write(both);
  }

  /// Keeps on disk what this build used, and deletes the rest.
  void save() throws IOException {
    if (isTemporary || !write(new TreeMap<>(now))) {
      return;
    }
    Set<String> used = new HashSet<>(blobs);
    used.add(INDEX);
    walk(file -> !used.contains(String.valueOf(file.getFileName())));
  }

  /// Writes the index where it is not as it was; says whether it did.
  private boolean write(Map<String, String> entries) throws IOException {
    if (isTemporary || entries.equals(before)) {
      return false;
    }
    StringBuilder text = new StringBuilder();
    entries.forEach((key, value) -> text.append(key).append(' ').append(value).append('\n'));
    write(folder.resolve(INDEX), text.toString().getBytes(StandardCharsets.UTF_8));
    return true;
  }

  @Override
  public void close() throws IOException {
    if (isTemporary) {
      walk(file -> true);
      Files.deleteIfExists(folder);
    }
  }

  private Path file(String hash) {
    return folder.resolve(hash.substring(0, 2)).resolve(hash);
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path beside = Files.createTempFile(folder, ".new", "");
    try {
      Files.write(beside, bytes);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      Files.deleteIfExists(beside);
      throw failed;
    }
  }

  /// Deletes the files for which `isOld` holds, and folders that become empty. Another build may do
  /// the same.
  private void walk(java.util.function.Predicate<Path> isOld) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            boolean isBeingWritten = String.valueOf(file.getFileName()).startsWith(".new");
            if (!isBeingWritten && isOld.test(file)) {
              Files.deleteIfExists(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path at, @Nullable IOException failed)
              throws IOException {
            if (!at.equals(folder) && isEmpty(at)) {
              try {
                Files.deleteIfExists(at);
              } catch (java.nio.file.DirectoryNotEmptyException filled) {
                // by another build, meanwhile
              }
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var files = Files.newDirectoryStream(folder)) {
      return !files.iterator().hasNext();
    } catch (NoSuchFileException gone) {
      return false;
    }
  }
}
