package dev.perilla.site.publish;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;

/// What Linux does in one call, and Java has no method for. To link the functions takes longer than
/// they do, so [#prepare] has it done while something else is going on.
final class Linux {
  private static final int AT_FDCWD = -100;
  private static final int RENAME_EXCHANGE = 2;
  private static final int O_RDONLY = 0;

  private static final Optional<MethodHandle> RENAME =
      function(
          "renameat2",
          FunctionDescriptor.of(
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_INT,
              ValueLayout.ADDRESS,
              ValueLayout.JAVA_INT,
              ValueLayout.ADDRESS,
              ValueLayout.JAVA_INT));
  private static final Optional<MethodHandle> OPEN =
      function(
          "open",
          FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
          Linker.Option.firstVariadicArg(2));
  private static final Optional<MethodHandle> SYNC = function("syncfs", ofFile());
  private static final Optional<MethodHandle> CLOSE = function("close", ofFile());

  private Linux() {}

  /// Links the functions.
  static boolean prepare() {
    return RENAME.isPresent();
  }

  private static FunctionDescriptor ofFile() {
    return FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
  }

  /// A function of the C library; empty on another system, and where the library has none.
  @SuppressWarnings("restricted") // four functions, their types fixed by POSIX and Linux
  private static Optional<MethodHandle> function(
      String name, FunctionDescriptor type, Linker.Option... options) {
    if (!System.getProperty("os.name").equals("Linux")) {
      return Optional.empty();
    }
    Linker linker = Linker.nativeLinker();
    return linker
        .defaultLookup()
        .find(name)
        .map(function -> linker.downcallHandle(function, type, options));
  }

  /// Lets two folders change places. False where that cannot be done in one step.
  static boolean exchanged(Path one, Path other) {
    if (RENAME.isEmpty()) {
      return false;
    }
    try (Arena arena = Arena.ofConfined()) {
      int result =
          (int)
              RENAME
                  .get()
                  .invokeExact(
                      AT_FDCWD,
                      arena.allocateFrom(one.toString()),
                      AT_FDCWD,
                      arena.allocateFrom(other.toString()),
                      RENAME_EXCHANGE);
      return result == 0;
    } catch (Throwable failed) {
      throw new IllegalStateException("renameat2", failed);
    }
  }

  /// Waits until all of the file system of `folder` is on the disk. False where there is no such
  /// call.
  static boolean synced(Path folder) {
    if (OPEN.isEmpty() || SYNC.isEmpty() || CLOSE.isEmpty()) {
      return false;
    }
    try (Arena arena = Arena.ofConfined()) {
      int file = (int) OPEN.get().invokeExact(arena.allocateFrom(folder.toString()), O_RDONLY);
      if (file < 0) {
        return false;
      }
      int synced = (int) SYNC.get().invokeExact(file);
      int closed = (int) CLOSE.get().invokeExact(file);
      return synced == 0 && closed == 0;
    } catch (Throwable failed) {
      throw new IllegalStateException("syncfs", failed);
    }
  }
}
