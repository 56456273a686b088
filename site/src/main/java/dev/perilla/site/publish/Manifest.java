package dev.perilla.site.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// Which files of an output folder perilla wrote, each with the hash of what it wrote. Its text is
/// that of `sha256sum`, so that `sha256sum -c .perilla-manifest` verifies a site.
///
/// @param hashes SHA-256 in hex by path, with `/`, relative to the folder, in their order
record Manifest(Map<String, String> hashes) {
  /// Where it stands in the folder.
  static final String FILE = ".perilla-manifest";

  /// That of files about to be written.
  static Manifest of(Map<String, Blob> files) {
    Map<String, String> hashes = new LinkedHashMap<>();
    new TreeMap<>(files).forEach((path, blob) -> hashes.put(path, blob.hash()));
    return new Manifest(hashes);
  }

  /// That of a folder; empty where it has none, or one that cannot be read as such.
  static Manifest read(Path folder) throws IOException {
    Map<String, String> hashes = new LinkedHashMap<>();
    Path file = folder.resolve(FILE);
    if (Files.isRegularFile(file)) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      for (String line : text.lines().toList()) {
        if (line.length() > Blob.HASH_LENGTH + 2) {
          hashes.put(line.substring(Blob.HASH_LENGTH + 2), line.substring(0, Blob.HASH_LENGTH));
        }
      }
    }
    return new Manifest(hashes);
  }

  /// Its text.
  byte[] bytes() {
    StringBuilder out = new StringBuilder();
    hashes.forEach((path, hash) -> out.append(hash).append("  ").append(path).append('\n'));
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// Whether the file at `path` of `folder` is as perilla wrote it.
  boolean wrote(Path folder, String path) throws IOException {
    String hash = hashes.get(path);
    Path file = folder.resolve(path);
    return path.equals(FILE)
        || (hash != null
            && Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS)
            && hash.equals(Blob.hash(Files.readAllBytes(file))));
  }
}
