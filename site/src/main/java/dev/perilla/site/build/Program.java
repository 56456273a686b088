package dev.perilla.site.build;

import dev.perilla.site.publish.Blob;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Which build of this program runs: what another one made is not taken for its own.
final class Program {
  /// The hash of names, sizes and times of what it was loaded from.
  private static final String IDENTITY = read();

  /// Digits of a kind: enough to tell programs and kinds.
  private static final int KIND = 16;

  private Program() {}

  /// The key in a cache of what this program makes of `parts`.
  static String key(String... parts) {
    return digest(Stream.concat(Stream.of(IDENTITY), Stream.of(parts)).toList());
  }

  /// What the keys of one kind begin with where each ends in words that say all: hashes, without a
  /// blank. To hash thousands of those once more is felt in a build that changes nothing.
  static String kind(String name) {
    return key(name).substring(0, KIND);
  }

  /// A hash that no other list has: each part stands behind its length.
  static String digest(List<String> parts) {
    StringBuilder all = new StringBuilder();
    for (String part : parts) {
      all.append(part.length()).append(':').append(part);
    }
    return Blob.hash(all.toString().getBytes(StandardCharsets.UTF_8));
  }

  /// A hash of half the length, which no other text has either: enough to tell any two, and half as
  /// much to hash again.
  static String shortDigest(String text) {
    return digest(List.of(text)).substring(0, Blob.HASH_LENGTH / 2);
  }

  private static String read() {
    StringBuilder all = new StringBuilder();
    String[] entries = System.getProperty("java.class.path", "").split(File.pathSeparator, -1);
    for (String entry : entries) {
      for (Path file : files(Path.of(entry))) {
        File at = file.toFile();
        all.append(at).append(' ').append(at.length()).append(' ').append(at.lastModified());
        all.append('\n');
      }
    }
    return Blob.hash(all.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static List<Path> files(Path entry) {
    if (!Files.isDirectory(entry)) {
      return List.of(entry);
    }
    try (Stream<Path> files = Files.walk(entry)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
