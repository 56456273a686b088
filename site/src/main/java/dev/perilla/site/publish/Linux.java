package dev.perilla.site.publish;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;

/// What Linux does in one call, and Java has no method for. To link a function takes longer than it
/// does, so [#prepare] has it done while something else is going on, and one type serves all:
/// numbers and addresses go to a function in registers of one kind, and it reads as many of them as
/// it takes.
final class Linux {
  private static final long AT_FDCWD = -100;
  private static final long RENAME_EXCHANGE = 2;
  private static final long O_RDONLY = 0;

  private static final FunctionDescriptor TYPE =
      FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

  private static final Optional<MethodHandle> RENAME = function("renameat2");
  private static final Optional<MethodHandle> OPEN = function("open");
  private static final Optional<MethodHandle> SYNC = function("syncfs");
  private static final Optional<MethodHandle> CLOSE = function("close");

  private Linux() {}

  /// Links the functions.
  static boolean prepare() {
    return RENAME.isPresent();
  }

  /// A function of the C library; empty on another system, and where the library has none.
  @SuppressWarnings("restricted") // four functions, their types fixed by POSIX and Linux
  private static Optional<MethodHandle> function(String name) {
    if (!System.getProperty("os.name").equals("Linux")) {
      return Optional.empty();
    }
    Linker linker = Linker.nativeLinker();
    return linker.defaultLookup().find(name).map(function -> linker.downcallHandle(function, TYPE));
  }

  /// Lets two folders change places. False where that cannot be done in one step.
  static boolean exchanged(Path one, Path other) {
    if (RENAME.isEmpty()) {
      return false;
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment from = arena.allocateFrom(one.toString());
      MemorySegment to = arena.allocateFrom(other.toString());
      int result = call(RENAME, AT_FDCWD, from.address(), AT_FDCWD, to.address(), RENAME_EXCHANGE);
      return result == 0;
    }
  }

  /// Waits until all of the file system of `folder` is on the disk. False where there is no such
  /// call.
  static boolean synced(Path folder) {
    if (OPEN.isEmpty() || SYNC.isEmpty() || CLOSE.isEmpty()) {
      return false;
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom(folder.toString());
      int file = call(OPEN, name.address(), O_RDONLY, 0, 0, 0);
      if (file < 0) {
        return false;
      }
      int synced = call(SYNC, file, 0, 0, 0, 0);
      int closed = call(CLOSE, file, 0, 0, 0, 0);
      return synced == 0 && closed == 0;
    }
  }

  private static int call(Optional<MethodHandle> function, long a, long b, long c, long d, long e) {
    try {
      return (int) function.orElseThrow().invokeExact(a, b, c, d, e);
    } catch (Throwable failed) {
      throw new IllegalStateException("a function of the C library", failed);
    }
  }
}
