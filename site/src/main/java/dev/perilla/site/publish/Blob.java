package dev.perilla.site.publish;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.HexFormat;

/// The content of a file, known by its hash: in memory, or stored somewhere.
public sealed interface Blob {
  /// How many characters a hash has.
  int HASH_LENGTH = 64;

  /// SHA-256 in hex.
  String hash();

  /// The content.
  ///
  /// @throws Damaged where it is gone, or no longer has that hash
  byte[] bytes() throws IOException;

  /// Content in memory.
  static Blob of(byte[] bytes) {
    return new InMemory(hash(bytes), bytes);
  }

  /// Content whose hash is `hash`, and which `content` reads: what it gives has that hash.
  static Blob stored(String hash, Content content) {
    return new Stored(hash, content);
  }

  /// Reads what is stored somewhere; throws [Damaged] where that is gone or changed.
  @FunctionalInterface
  interface Content {
    byte[] bytes() throws IOException;
  }

  /// What was stored is no longer what it was.
  final class Damaged extends FileSystemException {
    private static final long serialVersionUID = 1;

    /// @param file where it was stored
    public Damaged(String file) {
      super(file, null, "changed since it was written");
    }
  }

  /// SHA-256 in hex.
  static String hash(byte[] bytes) {
    return HexFormat.of().formatHex(Sha256.digest(bytes));
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

  record Stored(String hash, Content content) implements Blob {
    @Override
    public byte[] bytes() throws IOException {
      return content.bytes();
    }
  }
}
