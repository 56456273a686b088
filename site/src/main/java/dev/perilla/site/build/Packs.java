package dev.perilla.site.build;

import dev.perilla.site.Sum;
import dev.perilla.site.publish.Blob;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Contents by their hash, one after another in few files: a file for each content would cost more
/// than most contents are worth.
///
/// What no site has, builds alone read: it is known by what it was made of and a [Sum].
///
/// A pack is written by one build, and never again once that build has ended. What an earlier
/// process wrote is held against its hash or its sum when it is read: a content that is damaged is
/// a [Blob.Damaged], one whose pack is gone is not there. Safe for use by several threads.
final class Packs implements AutoCloseable {
  private static final String END = ".pack";
  private static final int MOST_PACKS = 8;

  /// Between key and sum of what is no file of a site.
  private static final char ASIDE = '-';

  private final Path folder;
  private final Map<String, Place> places;
  private final Map<String, FileChannel> channels = new ConcurrentHashMap<>();
  private final Set<String> ours = ConcurrentHashMap.newKeySet(); // packs that this process wrote
  private @Nullable String fresh;
  private long freshEnd;

  /// Where a content stands.
  record Place(String pack, long start, int length) {}

  /// @param places contents of earlier builds; those whose pack is not there are passed over
  Packs(Path folder, Map<String, Place> places) throws IOException {
    this.folder = folder;
    this.places = new ConcurrentHashMap<>(places.size());
    Map<String, Long> sizes = new HashMap<>();
    for (Map.Entry<String, Place> content : places.entrySet()) {
      Place place = content.getValue();
      Long size = sizes.get(place.pack());
      if (size == null) {
        size = open(place.pack());
        sizes.put(place.pack(), size);
      }
      if (place.start() >= 0 && place.length() >= 0 && place.start() + place.length() <= size) {
        this.places.put(content.getKey(), place);
      }
    }
  }

  /// Opens a pack of an earlier build and returns its size; -1 where it is not there.
  private long open(String pack) throws IOException {
    Path file = folder.resolve(pack);
    if (!pack.endsWith(END) || pack.contains("/") || !Files.isRegularFile(file)) {
      return -1;
    }
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    channels.put(pack, channel);
    return channel.size();
  }

  /// Where each content stands.
  Map<String, Place> places() {
    return new HashMap<>(places);
  }

  /// The content of that hash; empty where it is not there.
  Optional<Blob> get(String hash) {
    return places.containsKey(hash)
        ? Optional.of(Blob.stored(hash, () -> read(hash)))
        : Optional.empty();
  }

  /// Keeps a content.
  Blob put(byte[] bytes) throws IOException {
    return put(Blob.hash(bytes), bytes);
  }

  /// Keeps a content that is no file of a site.
  ///
  /// @param key hash of all that it was made of
  Blob putAside(String key, byte[] bytes) throws IOException {
    return put(key + ASIDE + Sum.of(bytes), bytes);
  }

  private Blob put(String hash, byte[] bytes) throws IOException {
    if (!places.containsKey(hash)) {
      append(hash, bytes);
    }
    return Blob.stored(hash, () -> read(hash));
  }

  private byte[] read(String hash) throws IOException {
    Place place = places.get(hash);
    FileChannel channel = place == null ? null : channels.get(place.pack());
    if (place == null || channel == null) {
      throw new Blob.Damaged(folder.toString());
    }
    ByteBuffer bytes = ByteBuffer.allocate(place.length());
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, place.start() + bytes.position()) < 0) {
        throw new Blob.Damaged(folder.resolve(place.pack()).toString());
      }
    }
    if (!ours.contains(place.pack()) && !isWhole(hash, bytes.array())) {
      throw new Blob.Damaged("content " + hash);
    }
    return bytes.array();
  }

  private static boolean isWhole(String hash, byte[] bytes) {
    int aside = hash.lastIndexOf(ASIDE);
    return aside < 0
        ? Blob.hash(bytes).equals(hash)
        : Sum.of(bytes).equals(hash.substring(aside + 1));
  }

  private synchronized void append(String hash, byte[] bytes) throws IOException {
    if (fresh == null) {
      Files.createDirectories(folder);
      Path file = Files.createTempFile(folder, "", END);
      fresh = String.valueOf(file.getFileName());
      freshEnd = 0;
      ours.add(fresh);
      channels.put(
          fresh, FileChannel.open(file, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE)));
    }
    FileChannel channel = java.util.Objects.requireNonNull(channels.get(fresh));
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining()) {
      channel.write(rest, freshEnd + rest.position());
    }
    places.put(hash, new Place(fresh, freshEnd, bytes.length));
    freshEnd += bytes.length;
  }

  /// Forgets all contents but those `used`, and writes anew what stands in packs that are mostly
  /// forgotten, or many. The files go when [#clean()] is called.
  void keep(Set<String> used) throws IOException {
    places.keySet().retainAll(used);
    Map<String, Long> live = new HashMap<>();
    places.values().forEach(place -> live.merge(place.pack(), (long) place.length(), Long::sum));
    String largest = "";
    Set<String> worn = new HashSet<>();
    for (Map.Entry<String, Long> pack : live.entrySet()) {
      FileChannel channel = java.util.Objects.requireNonNull(channels.get(pack.getKey()));
      if (pack.getValue() < channel.size() / 2) {
        worn.add(pack.getKey());
      }
      if (largest.isEmpty() || pack.getValue() > live.getOrDefault(largest, 0L)) {
        largest = pack.getKey();
      }
    }
    if (live.size() > MOST_PACKS) {
      worn.addAll(live.keySet());
      worn.remove(largest);
    }
    if (!worn.isEmpty()) {
      fresh = null;
      for (Map.Entry<String, Place> content : new TreeMap<>(places).entrySet()) {
        if (worn.contains(content.getValue().pack())) {
          move(content.getKey());
        }
      }
    }
    fresh = null;
  }

  private void move(String hash) throws IOException {
    try {
      append(hash, read(hash));
    } catch (Blob.Damaged damaged) {
      places.remove(hash); // made again by the build that wants it
    }
  }

  /// Deletes the packs of this build and of its index that hold nothing any more, and those that a
  /// killed build left; another build may be writing one of the last hour.
  void clean() throws IOException {
    Set<String> live = live();
    if (!Files.isDirectory(folder)) {
      return;
    }
    Instant old = Instant.now().minus(Duration.ofHours(1));
    try (var files = Files.newDirectoryStream(folder, "*" + END)) {
      for (Path file : files) {
        boolean isLeft =
            !live.contains(String.valueOf(file.getFileName()))
                && file.toFile().lastModified() < old.toEpochMilli();
        if (isLeft) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /// The packs that hold something; the others are deleted.
  private synchronized Set<String> live() throws IOException {
    Set<String> live = new HashSet<>();
    places.values().forEach(place -> live.add(place.pack()));
    for (String pack : Set.copyOf(channels.keySet())) {
      if (!live.contains(pack)) {
        java.util.Objects.requireNonNull(channels.remove(pack)).close();
        Files.deleteIfExists(folder.resolve(pack));
      }
    }
    return live;
  }

  /// Forgets everything.
  void clear() {
    places.clear();
    fresh = null;
  }

  @Override
  public void close() throws IOException {
    for (FileChannel channel : channels.values()) {
      channel.close();
    }
  }
}
