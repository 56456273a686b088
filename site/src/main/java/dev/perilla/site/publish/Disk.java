package dev.perilla.site.publish;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Waits until what was written is on the disk, so that a machine that loses power after a site was
/// exchanged holds the whole of it.
final class Disk {
  private static final int O_RDONLY = 0;

  private Disk() {}

  /// Forces all below `folder`: by one call for its file system where the C library has one (Linux;
  /// thousands of single ones take minutes on some disks), file by file elsewhere.
  static void sync(Path folder) throws IOException {
    if (!syncfs(folder)) {
      Files.walkFileTree(folder, new Forcing());
    }
  }

  @SuppressWarnings("restricted") // three functions of the C library, their types fixed by POSIX
  private static boolean syncfs(Path folder) {
    if (!System.getProperty("os.name").equals("Linux")) {
      return false;
    }
    Linker linker = Linker.nativeLinker();
    SymbolLookup symbols = linker.defaultLookup();
    Optional<MemorySegment> open = symbols.find("open");
    Optional<MemorySegment> sync = symbols.find("syncfs");
    Optional<MemorySegment> close = symbols.find("close");
    if (open.isEmpty() || sync.isEmpty() || close.isEmpty()) {
      return false;
    }
    FunctionDescriptor ofFile = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    FunctionDescriptor ofName =
        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
    try (Arena arena = Arena.ofConfined()) {
      int file =
          (int)
              linker
                  .downcallHandle(open.get(), ofName, Linker.Option.firstVariadicArg(2))
                  .invokeExact(arena.allocateFrom(folder.toString()), O_RDONLY);
      if (file < 0) {
        return false;
      }
      int synced = (int) linker.downcallHandle(sync.get(), ofFile).invokeExact(file);
      int closed = (int) linker.downcallHandle(close.get(), ofFile).invokeExact(file);
      return synced == 0 && closed == 0;
    } catch (Throwable failed) {
      throw new IllegalStateException("syncfs", failed);
    }
  }

  /// Forces each file, then the folder that names it.
  private static final class Forcing extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (attributes.isRegularFile()) {
        force(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed)
        throws IOException {
      force(folder);
      return FileVisitResult.CONTINUE;
    }
  }

  /// Forces one file, or the names in one folder.
  static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
