package dev.perilla.site.publish;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// SHA-256. Of the JDK, which is looked up once: that costs more than the hash of a short text. Its
/// first compiler makes nothing of what processors have for this hash, and then takes ten times as
/// long as they need; so where much has been hashed, and the machine has the library of OpenSSL,
/// the rest is hashed by that.
final class Sha256 {
  /// Bytes after which the library has paid for being linked.
  static final long MUCH = 8L << 20;

  private static final int LENGTH = 32;
  private static final MessageDigest UNUSED = unused();
  private static final AtomicLong HASHED = new AtomicLong();

  private Sha256() {}

  static byte[] digest(byte[] bytes) {
    return HASHED.addAndGet(bytes.length) > MUCH && Library.FUNCTION.isPresent()
        ? byLibrary(Library.FUNCTION.get(), bytes)
        : byJdk(bytes);
  }

  static byte[] byJdk(byte[] bytes) {
    try {
      return ((MessageDigest) UNUSED.clone()).digest(bytes);
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException("that of the JDK can be cloned", impossible);
    }
  }

  /// @param function of the [Library]
  static byte[] byLibrary(MethodHandle function, byte[] bytes) {
    byte[] digest = new byte[LENGTH];
    try {
      MemorySegment result =
          (MemorySegment)
              function.invokeExact(
                  MemorySegment.ofArray(bytes), (long) bytes.length, MemorySegment.ofArray(digest));
      return result.equals(MemorySegment.NULL) ? byJdk(bytes) : digest;
    } catch (Throwable failed) {
      throw new IllegalStateException("SHA256", failed);
    }
  }

  private static MessageDigest unused() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  /// `SHA256` of OpenSSL's `libcrypto`, where there is one.
  static final class Library {
    private static final List<String> NAMES = List.of("libcrypto.so.3", "libcrypto.so.1.1");

    static final Optional<MethodHandle> FUNCTION = found();

    private Library() {}

    @SuppressWarnings("restricted") // one function, its types fixed by OpenSSL since 0.9.8
    private static Optional<MethodHandle> found() {
      if (!System.getProperty("os.name").equals("Linux")) {
        return Optional.empty();
      }
      for (String name : NAMES) {
        try {
          return SymbolLookup.libraryLookup(name, Arena.global())
              .find("SHA256")
              .map(
                  it ->
                      Linker.nativeLinker()
                          .downcallHandle(
                              it,
                              FunctionDescriptor.of(
                                  ValueLayout.ADDRESS,
                                  ValueLayout.ADDRESS,
                                  ValueLayout.JAVA_LONG,
                                  ValueLayout.ADDRESS),
                              Linker.Option.critical(true)));
        } catch (IllegalArgumentException none) {
          // the machine may have the next
        }
      }
      return Optional.empty();
    }
  }
}
