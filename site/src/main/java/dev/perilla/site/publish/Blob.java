package dev.perilla.site.publish;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The content of a file, known by its hash: in memory, or in a file that is named by it.
public sealed interface Blob {
  /// SHA-256 in hex.
  String hash();

  /// The content.
  ///
  /// @throws IOException where the file is gone, or no longer has that hash
  byte[] bytes() throws IOException;

  /// Content in memory.
  static Blob of(byte[] bytes) {
    return new InMemory(hash(bytes), bytes);
  }

  /// Content of `file`, whose hash is `hash`.
  static Blob stored(String hash, Path file) {
    return new Stored(hash, file);
  }

  /// SHA-256 in hex.
  static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  /// Two are equal where their hashes are.
  final class InMemory implements Blob {
    private final String hash;
    private final byte[] bytes;

    private InMemory(String hash, byte[] bytes) {
      this.hash = hash;
      this.bytes = bytes;
    }

    @Override
    public String hash() {
      return hash;
    }

    @Override
    public byte[] bytes() {
      return bytes.clone();
    }
  }

  record Stored(String hash, Path file) implements Blob {
    @Override
    public byte[] bytes() throws IOException {
      byte[] bytes = Files.readAllBytes(file);
      if (!hash.equals(Blob.hash(bytes))) {
        throw new FileSystemException(file.toString(), null, "changed since it was written");
      }
      return bytes;
    }
  }
}
