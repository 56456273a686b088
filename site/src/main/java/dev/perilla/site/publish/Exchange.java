package dev.perilla.site.publish;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// Two folders that change places. On Linux in one step of the kernel (`renameat2` with
/// `RENAME_EXCHANGE`, which Java has no method for); elsewhere by two renames, between which a
/// third name holds the old folder: [#mend] puts it back where a build was killed there.
final class Exchange {
  private static final int AT_FDCWD = -100;
  private static final int RENAME_EXCHANGE = 2;

  private Exchange() {}

  /// Puts `fresh` where `target` is. Afterwards the old folder, if there was one, is at `fresh` or
  /// at `aside`.
  ///
  /// @param aside a name in the same folder that is free
  static void swap(Path fresh, Path target, Path aside, Disk disk) throws IOException {
    if (!Files.exists(target)) {
      disk.move(fresh, target);
      return;
    }
    disk.before(target);
    if (exchanged(fresh, target)) {
      return;
    }
    disk.move(target, aside);
    try {
      disk.move(fresh, target);
    } catch (IOException failed) {
      Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
      throw failed;
    }
  }

  /// Puts the old folder back where a build was killed between two renames.
  static void mend(Path target, Path aside, Disk disk) throws IOException {
    if (!Files.exists(target) && Files.exists(aside)) {
      disk.move(aside, target);
    }
  }

  @SuppressWarnings(
      "restricted") // one call of a function of the C library, its types fixed by POSIX
  private static boolean exchanged(Path one, Path other) {
    if (!System.getProperty("os.name").equals("Linux")) {
      return false;
    }
    Linker linker = Linker.nativeLinker();
    SymbolLookup symbols = linker.defaultLookup();
    Optional<MemorySegment> function = symbols.find("renameat2");
    if (function.isEmpty()) {
      return false;
    }
    MethodHandle rename =
        linker.downcallHandle(
            function.get(),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_INT));
    try (Arena arena = Arena.ofConfined()) {
      int result =
          (int)
              rename.invokeExact(
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
}
