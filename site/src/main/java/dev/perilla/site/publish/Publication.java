package dev.perilla.site.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perilla.site.Workers;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// A set of files that replaces an output folder in one step.
///
/// The files are written into a hidden folder beside the target, together with what the target
/// holds that perilla did not write; then the two change places. Whoever looks at the target sees
/// the old site or the new one. A file that perilla did not write is never changed or deleted; one
/// that it wrote and somebody changed is written anew, or left alone where the new site has none of
/// that name.
///
/// The manifest of a folder is the last file that is written into it and the last that is deleted,
/// so that a hidden folder with a manifest may hold files of others, and one without holds copies.
public final class Publication {
  private final Path target;
  private final Path fresh;
  private final Path aside;
  private final Path lockFile;
  private final Disk disk;
  private final Stamps before;
  private final Map<String, Stamp> seen = new ConcurrentHashMap<>();
  private volatile boolean isKnown = true; // until a file had to be read or written

  private Publication(Path target, Path parent, String name, Disk disk, Stamps before) {
    this.target = target;
    this.fresh = parent.resolve("." + name + ".perilla-new");
    this.aside = parent.resolve("." + name + ".perilla-old");
    this.lockFile = parent.resolve("." + name + ".perilla-lock");
    this.disk = disk;
    this.before = before;
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
    publish(target, shown, files, Optional.empty(), new Disk());
  }

  /// The same, remembering in the folder `memory` what the files look like, so that the next time
  /// those that are as they were need not be read. Where nothing at all is different nothing is
  /// written.
  public static void publish(Path target, String shown, Map<String, Blob> files, Path memory)
      throws IOException, Refused {
    publish(target, shown, files, Optional.of(memory), new Disk());
  }

  static void publish(
      Path target, String shown, Map<String, Blob> files, Optional<Path> memory, Disk disk)
      throws IOException, Refused {
    SitePaths.check(files.keySet());
    Path real = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath().normalize();
    Path parent = real.getParent();
    Path name = real.getFileName();
    if (parent == null || name == null) {
      throw new Refused(shown + " is the root of the file system: choose a folder");
    }
    if (Files.exists(real, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(real)) {
      throw new Refused(shown + " is a file: choose a folder");
    }
    disk.folder(parent);
    Optional<Path> stampFile =
        memory.map(
            it ->
                it.resolve("site-" + Blob.hash(real.toString().getBytes(UTF_8)).substring(0, 16)));
    Stamps before = stampFile.isPresent() ? Stamps.read(stampFile.get()) : Stamps.none();
    Publication publication =
        new Publication(real, parent.toRealPath(), name.toString(), disk, before);
    publication.replace(shown, files, stampFile);
  }

  private void replace(String shown, Map<String, Blob> files, Optional<Path> stampFile)
      throws IOException, Refused {
    Optional<OutputLock> lock = OutputLock.on(lockFile);
    if (lock.isEmpty()) {
      throw new Refused("another build is writing " + shown + ": wait until it has ended");
    }
    try (OutputLock _ = lock.get()) {
      Exchange.mend(target, aside, disk);
      rescue(fresh, Manifest.read(fresh), Set.of());
      rescue(aside, Manifest.read(aside), Set.of());
      Manifest old = Manifest.read(target);
      Manifest now = Manifest.of(files);
      if (!old.equals(now)) {
        Workers.begin(Linux::prepare);
      }
      look(old);
      SortedSet<String> kept = foreign(shown, old, now);
      if (!isSame(old, now)) {
        isKnown = false;
        exchange(files, old, now, kept);
      }
      remember(now, stampFile);
    }
  }

  /// Whether the target holds the files of `now` and none else of ours.
  private boolean isSame(Manifest old, Manifest now) throws IOException {
    if (!old.equals(now)) {
      return false;
    }
    AtomicBoolean isSame = new AtomicBoolean(true);
    Halves.each(
        now.hashes().keySet(),
        path -> {
          if (isSame.get() && !holds(old, path)) {
            isSame.set(false);
          }
        });
    return isSame.get();
  }

  private void exchange(Map<String, Blob> files, Manifest old, Manifest now, SortedSet<String> kept)
      throws IOException {
    boolean swapped = false;
    try {
      write(files, old);
      folders(kept);
      for (String path : kept) {
        disk.second(target.resolve(path), fresh.resolve(path));
      }
      put(Manifest.FILE, now.bytes());
      disk.sync(fresh);
      Exchange.swap(fresh, target, aside, disk);
      swapped = true;
    } finally {
      if (!swapped) {
        clean();
      }
    }
    disk.syncNames(target.resolveSibling("."));
    Set<String> replaced = new LinkedHashSet<>(old.hashes().keySet());
    replaced.retainAll(now.hashes().keySet());
    rescue(fresh, old, replaced);
    rescue(aside, old, replaced);
  }

  /// Takes away what a failed build wrote: copies and second names. A disk that fails here as well
  /// leaves it to the next build.
  private void clean() {
    try {
      disk.deleteAll(fresh);
    } catch (IOException again) {
      // the first failure is the one to tell
    }
  }

  /// Keeps the stamps of what was published. They spare reading; a build is no worse without them.
  private void remember(Manifest now, Optional<Path> stampFile) {
    if (stampFile.isEmpty() || isKnown) {
      return;
    }
    try {
      long start = System.nanoTime();
      long until = Stamp.changed(target.resolveSibling("."));
      Stamps.of(until, now.hashes(), seen).write(stampFile.get(), start);
    } catch (IOException full) {
      // the next build reads the site
    }
  }

  /// Looks at the files of the target that are ours, each once.
  private void look(Manifest old) throws IOException {
    Halves.each(old.hashes().keySet(), path -> see(path, target.resolve(path)));
  }

  /// The files of the target that are not ours, or no longer as we wrote them and not replaced.
  private SortedSet<String> foreign(String shown, Manifest old, Manifest now)
      throws IOException, Refused {
    SortedSet<String> kept = new TreeSet<>();
    boolean isOurs = Files.exists(target.resolve(Manifest.FILE));
    SortedSet<String> asked = pathsIn(target, seen.keySet());
    Set<String> wanted = now.hashes().keySet();
    for (String path : seen.keySet()) {
      if (!wanted.contains(path)) {
        asked.add(path);
      }
    }
    for (String path : asked) {
      if (!isOurs) {
        throw new Refused(
            shown
                + " holds files that perilla did not write ("
                + path
                + "): choose an empty folder");
      }
      if (wanted.contains(path) && !old.hashes().containsKey(path)) {
        throw taken(shown, path);
      }
      if (!wanted.contains(path) && !path.equals(Manifest.FILE) && !holds(old, path)) {
        kept.add(path);
      }
    }
    if (!kept.isEmpty()) {
      refuseTaken(shown, kept, new TreeSet<>(wanted));
    }
    return kept;
  }

  /// A page cannot stand where others have a folder, nor a folder where they have a file.
  private static void refuseTaken(String shown, Set<String> kept, NavigableSet<String> wanted)
      throws Refused {
    for (String path : kept) {
      for (int end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1)) {
        if (wanted.contains(path.substring(0, end))) {
          throw taken(shown, path.substring(0, end));
        }
      }
      String below = wanted.ceiling(path + "/");
      if (below != null && below.startsWith(path + "/")) {
        throw taken(shown, path);
      }
    }
  }

  private static Refused taken(String shown, String path) {
    return new Refused(
        shown + "/" + path + " is not ours, and a page wants that name: move it away");
  }

  private void write(Map<String, Blob> files, Manifest old) throws IOException {
    folders(files.keySet());
    Halves.each(
        files.entrySet(),
        file -> {
          String path = file.getKey();
          if (file.getValue().hash().equals(old.hashes().get(path)) && holds(old, path)) {
            disk.link(target.resolve(path), fresh.resolve(path));
          } else {
            put(path, file.getValue().bytes());
          }
        });
  }

  private void put(String path, byte[] bytes) throws IOException {
    Path file = fresh.resolve(path);
    disk.write(file, bytes);
    see(path, file);
  }

  /// The folders of these files, each once.
  private void folders(Set<String> paths) throws IOException {
    disk.folder(fresh);
    SortedSet<String> folders = new TreeSet<>();
    paths.forEach(path -> folders.add(path.substring(0, path.lastIndexOf('/') + 1)));
    for (String folder : folders) {
      disk.folder(fresh.resolve(folder));
    }
  }

  /// Whether the target's file is as perilla wrote it: by its stamp, or by reading it.
  private boolean holds(Manifest old, String path) throws IOException {
    String hash = old.hashes().get(path);
    if (hash == null) {
      return false;
    }
    if (before.know(path, hash, seen.get(path))) {
      return true;
    }
    isKnown = false;
    return old.wrote(target, path);
  }

  private void see(String path, Path file) throws IOException {
    Stamp.of(file).ifPresent(it -> seen.put(path, it));
  }

  /// Deletes a hidden folder. Where it has a manifest it was a site: what of it is not ours, and is
  /// not in the target as well, came while it was exchanged, and goes there. A name that the target
  /// has meanwhile given to something else keeps the folder.
  ///
  /// @param ours its manifest
  /// @param replaced paths of ours that the target has as well: not looked at
  private void rescue(Path folder, Manifest ours, Set<String> replaced) throws IOException {
    if (!Files.exists(folder.resolve(Manifest.FILE))) {
      disk.deleteAll(folder);
      return;
    }
    boolean isEmpty = true;
    for (String path : pathsIn(folder, replaced)) {
      isEmpty &= path.equals(Manifest.FILE) || rescue(folder, path, ours);
    }
    Halves.each(replaced, path -> disk.deleteFile(folder.resolve(path)));
    if (isEmpty) {
      disk.deleteAll(folder);
    }
  }

  /// The same of one file. False where it had to stay.
  private boolean rescue(Path folder, String path, Manifest ours) throws IOException {
    Path file = folder.resolve(path);
    Path place = target.resolve(path);
    if (isCopy(file, place) || ours.wrote(folder, path)) {
      disk.delete(file);
    } else if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      disk.folderOf(place);
      disk.move(file, place);
    } else if (ours.hashes().containsKey(path)) {
      disk.delete(file); // a page that somebody changed, and that was written anew
    } else {
      return false;
    }
    return true;
  }

  private static boolean isCopy(Path file, Path other) throws IOException {
    Optional<BasicFileAttributes> one = attributes(file);
    Optional<BasicFileAttributes> two = attributes(other);
    if (one.isEmpty() || two.isEmpty()) {
      return false;
    }
    if (one.get().isSymbolicLink() || two.get().isSymbolicLink()) {
      return one.get().isSymbolicLink()
          && two.get().isSymbolicLink()
          && Files.readSymbolicLink(file).equals(Files.readSymbolicLink(other));
    }
    Object inode = one.get().fileKey();
    return (inode != null && inode.equals(two.get().fileKey())) || Files.mismatch(file, other) < 0;
  }

  private static Optional<BasicFileAttributes> attributes(Path file) throws IOException {
    try {
      return Optional.of(
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  /// The files of a folder, by path; none where it is missing.
  static SortedSet<String> pathsIn(Path folder) throws IOException {
    return pathsIn(folder, Set.of());
  }

  /// The same without those `known` to be files, which are not looked at: a name is read in a
  /// fraction of the time of a look.
  private static SortedSet<String> pathsIn(Path folder, Set<String> known) throws IOException {
    SortedSet<String> paths = new TreeSet<>();
    if (Files.isDirectory(folder)) {
      pathsIn(folder, "", known, paths);
    }
    return paths;
  }

  private static void pathsIn(Path folder, String at, Set<String> known, SortedSet<String> paths)
      throws IOException {
    String[] names = folder.toFile().list();
    if (names == null) {
      throw new AccessDeniedException(folder.toString());
    }
    for (String name : names) {
      String path = at + name;
      if (known.contains(path)) {
        continue;
      }
      Path file = folder.resolve(name);
      if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
        pathsIn(file, path + "/", known, paths);
      } else {
        paths.add(path);
      }
    }
  }
}
