package dev.perilla.site.build;

import dev.perilla.site.Sum;
import dev.perilla.site.Workers;
import dev.perilla.site.publish.Blob;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What earlier builds made: texts by a key that is the hash of all that they depend on, and
/// contents of files by their own hash.
///
/// ```
/// .perilla/cache/index      key, blank, text; or hash, blanks, where the content stands
/// .perilla/cache/….pack     contents, one after another
/// ```
///
/// Safe to delete at any time, also while a build runs; safe with several builds at once: the index
/// is replaced in one step, a pack is written by one build, and what is missing or damaged is made
/// again. After a build it holds what that build used, nothing else. It may serve several builds,
/// one after another.
public final class Cache implements AutoCloseable {
  private static final String INDEX = "index";
  private static final String CONTENT = "= ";
  private static final int MOST_OF_CONTENT = 128; // characters in a line of it
  private static final String FORM = "perilla cache 4 ";

  private final Path folder;
  private final boolean isTemporary;
  private final Packs packs;
  private Map<String, String> before;
  private Map<String, String> now = new ConcurrentHashMap<>();
  private Set<String> blobs = ConcurrentHashMap.newKeySet();
  private Map<String, Packs.Place> written;
  private final Memory memory;
  private final boolean isPatient;
  private @Nullable Boolean whole; // what a patient cache has still to keep: all, or beside the old
  private Workers.Begun<?> writing = () -> true;

  private Cache(
      Path folder,
      boolean isTemporary,
      boolean isPatient,
      Map<String, String> before,
      Map<String, Packs.Place> contents)
      throws IOException {
    this.folder = folder;
    this.isTemporary = isTemporary;
    this.isPatient = isPatient;
    this.memory = new Memory(isPatient);
    this.before = before;
    this.written = contents;
    this.packs = new Packs(folder, contents);
  }

  /// The folder of the cache of the book in `book`.
  public static Path of(Path book) {
    return book.resolve(".perilla").resolve("cache");
  }

  /// The cache in `folder`, which need not be there.
  public static Cache in(Path folder) throws IOException {
    return in(folder, false, true);
  }

  /// The same to look into: nothing there is changed, also where it is damaged.
  static Cache look(Path folder) throws IOException {
    return in(folder, false, false);
  }

  /// The same for many builds of one process: what they made is written when [#settle()] is called,
  /// and chapters that nobody touched are remembered.
  public static Cache patient(Path folder) throws IOException {
    return in(folder, true, true);
  }

  private static Cache in(Path folder, boolean isPatient, boolean mends) throws IOException {
    Map<String, String> entries = new HashMap<>();
    Map<String, Packs.Place> contents = new HashMap<>();
    String text = text(folder.resolve(INDEX), mends);
    String pack = "";
    int end;
    for (int start = 0; start < text.length(); start = end + 1) {
      end = text.indexOf('\n', start);
      int key = text.indexOf(' ', start);
      if (text.startsWith(CONTENT, start)) {
        int hash = text.indexOf(' ', key + 1);
        int name = text.indexOf(' ', hash + 1);
        int place = text.indexOf(' ', name + 1);
        String in = text.substring(hash + 1, name);
        pack = in.equals(pack) ? pack : in; // one text for most
        contents.put(
            text.substring(key + 1, hash),
            new Packs.Place(
                pack,
                Long.parseLong(text, name + 1, place, 10),
                Integer.parseInt(text, place + 1, end, 10)));
      } else {
        entries.put(text.substring(start, key), text.substring(key + 1, end));
      }
    }
    return new Cache(folder, false, isPatient, entries, contents);
  }

  /// An empty cache that is deleted when closed.
  public static Cache temporary() throws IOException {
    return new Cache(Files.createTempDirectory("perilla"), true, false, Map.of(), Map.of());
  }

  /// The first line of an index: what says whether the disk kept the others, which begin at
  /// `start`.
  private static String head(byte[] bytes, int start) {
    return FORM + (bytes.length - start) + " " + Sum.of(bytes, start) + "\n";
  }

  /// The lines of an index after its first, which holds their sum; none where they are others, and
  /// then what else is in the folder is no use.
  ///
  /// @param mends whether the folder is emptied then
  private static String text(Path index, boolean mends) throws IOException {
    try {
      byte[] bytes = Files.readAllBytes(index);
      int start = 0;
      while (start < bytes.length && bytes[start++] != '\n') {}
      String head = new String(bytes, 0, start, StandardCharsets.UTF_8);
      if (head.equals(head(bytes, start))) {
        return new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
      }
    } catch (NoSuchFileException none) {
      return ""; // the first build
    }
    if (mends) {
      delete(java.util.Objects.requireNonNull(index.getParent()));
    }
    return "";
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

  /// The content of that hash; empty where it is not there. It is read when it is asked for, and
  /// held against its hash then.
  Optional<Blob> blob(String hash) {
    blobs.add(hash);
    return packs.get(hash);
  }

  /// Keeps a content.
  Blob put(byte[] bytes) throws IOException {
    Blob blob = packs.put(bytes);
    blobs.add(blob.hash());
    return blob;
  }

  /// Keeps a content that is no file of a site, made of what `key` is the hash of: that and a [Sum]
  /// are its hash.
  Blob putAside(String key, byte[] bytes) throws IOException {
    Blob blob = packs.putAside(key, bytes);
    blobs.add(blob.hash());
    return blob;
  }

  /// What this process remembers.
  Memory memory() {
    return memory;
  }

  /// A build has ended, and used what it used. What it made is written beside what the caller does
  /// next, and is there when the cache is closed.
  ///
  /// @param isWhole whether it came to its end: then nothing else is kept
  void ended(boolean isWhole) throws IOException {
    whole = isWhole;
    if (!isPatient) {
      settle();
    }
  }

  /// Begins to write what the last build made.
  ///
  /// @throws IOException what the disk refuses, also of what was begun before
  public void settle() throws IOException {
    if (whole == null) {
      return;
    }
    writing.get();
    if (whole) {
      save();
    } else {
      add();
    }
    whole = null;
  }

  /// Keeps on disk what this build used, beside what was there: for a build that ended early.
  private void add() throws IOException {
    Map<String, String> both = new HashMap<>(before);
    both.putAll(now);
    now = new ConcurrentHashMap<>(both);
    write(() -> {});
    blobs = ConcurrentHashMap.newKeySet();
  }

  /// Keeps on disk what this build used, and deletes the rest.
  private void save() throws IOException {
    if (!isTemporary) {
      packs.keep(blobs);
      write(packs::clean);
      blobs = ConcurrentHashMap.newKeySet();
    }
  }

  /// Forgets all: for a cache that turned out to be damaged.
  ///
  /// @throws IOException what the disk refused of what was being written
  public void clear() throws IOException {
    writing.get();
    before = Map.of();
    now = new ConcurrentHashMap<>();
    packs.clear();
    memory.clear();
  }

  private interface Step {
    void run() throws IOException;
  }

  /// Begins to write the index, where it is not as it was, and to do `then`.
  private void write(Step then) {
    Map<String, String> entries = now;
    Map<String, Packs.Place> contents = packs.places();
    boolean isNew = !isTemporary && !(entries.equals(before) && contents.equals(written));
    before = entries;
    written = contents;
    now = new ConcurrentHashMap<>();
    writing =
        Workers.begin(
            () -> {
              if (isNew) {
                writeIndex(entries, contents);
              }
              then.run();
              return isNew;
            });
  }

  private void writeIndex(Map<String, String> entries, Map<String, Packs.Place> contents)
      throws IOException {
    int size = contents.size() * MOST_OF_CONTENT;
    for (Map.Entry<String, String> entry : entries.entrySet()) {
      size += entry.getKey().length() + entry.getValue().length() + 2;
    }
    StringBuilder text = new StringBuilder(size);
    entries.forEach((key, value) -> text.append(key).append(' ').append(value).append('\n'));
    contents.forEach(
        (hash, place) ->
            text.append(CONTENT)
                .append(hash)
                .append(' ')
                .append(place.pack())
                .append(' ')
                .append(place.start())
                .append(' ')
                .append(place.length())
                .append('\n'));
    byte[] lines = text.toString().getBytes(StandardCharsets.UTF_8);
    writeIndex(head(lines, 0).getBytes(StandardCharsets.UTF_8), lines);
  }

  private void writeIndex(byte[] head, byte[] lines) throws IOException {
    Files.createDirectories(folder);
    Path beside = Files.createTempFile(folder, INDEX, ".new");
    try {
      Files.write(beside, head);
      Files.write(beside, lines, StandardOpenOption.APPEND);
      Files.move(
          beside,
          folder.resolve(INDEX),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      writing.get();
    } finally {
      packs.close();
      if (isTemporary) {
        delete(folder);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files.forEach(all::add);
    }
    for (Path file : all.reversed()) {
      Files.deleteIfExists(file);
    }
  }
}
