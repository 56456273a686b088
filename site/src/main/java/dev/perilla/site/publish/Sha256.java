package dev.perilla.site.publish;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256 of the JDK, which is looked up once: that costs more than the hash of a short text.
final class Sha256 {
  private static final MessageDigest UNUSED = unused();

  private Sha256() {}

  static byte[] digest(byte[] bytes) {
    try {
      return ((MessageDigest) UNUSED.clone()).digest(bytes);
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException("that of the JDK can be cloned", impossible);
    }
  }

  private static MessageDigest unused() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
