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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// SHA-256 of the JDK, and once a process has hashed [#MUCH] that of OpenSSL where the machine has
/// it. The JDK's is fast as the second compiler makes it, which knows the processor's instruction
/// for it; as the first makes it, and a build of thousands of chapters has no other, it is ten
/// times slower and a twelfth of the whole build.
final class Sha256 {
  /// How many bytes are many: to find the library and to link its function takes as long as the JDK
  /// takes for these.
  static final long MUCH = 8 << 20;

  private static final MessageDigest UNUSED =
      unused(); // to look it up costs more than a short hash
  private static final AtomicLong hashed = new AtomicLong();

  private Sha256() {}

  static byte[] digest(byte[] bytes) {
    boolean isMuch = hashed.addAndGet(bytes.length) > MUCH;
    return isMuch && OpenSsl.FUNCTION.isPresent() ? OpenSsl.digest(bytes) : ofJdk(bytes);
  }

  static byte[] ofJdk(byte[] bytes) {
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

  /// `unsigned char *SHA256(const unsigned char *data, size_t count, unsigned char *md_buf)` of
  /// libcrypto, OpenSSL 3.
  static final class OpenSsl {
    /// Empty where there is no such library, or this process may not call what is not Java.
    static final Optional<MethodHandle> FUNCTION = function();

    private OpenSsl() {}

    static byte[] digest(byte[] bytes) {
      byte[] digest = new byte[32];
      try {
        MemorySegment _ =
            (MemorySegment)
                FUNCTION
                    .orElseThrow()
                    .invokeExact(
                        MemorySegment.ofArray(bytes),
                        (long) bytes.length,
                        MemorySegment.ofArray(digest));
      } catch (Throwable impossible) {
        throw new IllegalStateException("a function of C throws nothing", impossible);
      }
      return digest;
    }

    @SuppressWarnings("restricted") // of a library whose function has had this form for decades
    private static Optional<MethodHandle> function() {
      if (!OpenSsl.class.getModule().isNativeAccessEnabled()) {
        return Optional.empty();
      }
      try {
        Linker linker = Linker.nativeLinker();
        return SymbolLookup.libraryLookup(System.mapLibraryName("crypto") + ".3", Arena.global())
            .find("SHA256")
            .map(
                it ->
                    linker.downcallHandle(
                        it,
                        FunctionDescriptor.of(
                            ValueLayout.ADDRESS,
                            ValueLayout.ADDRESS,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.ADDRESS),
                        Linker.Option.critical(true)));
      } catch (IllegalArgumentException | UnsupportedOperationException none) {
        // No such library, or a platform whose JDK cannot call C: the JDK's own hash stays.
        return Optional.empty();
      }
    }
  }
}
