package dev.perilla.site.publish;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The right to write one output folder, against other processes and within this one. The file that
/// stands for it is gone when nobody has the right; a process that is killed loses it.
///
/// POSIX lets go of all locks of a process on a file when the process closes any channel to it. So
/// the channel through which the file is looked at stays open as long as the lock, and this process
/// never opens the file of a lock that it holds.
final class OutputLock implements AutoCloseable {
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel locked;
  private @Nullable FileChannel look;

  private OutputLock(Path file, FileChannel locked) {
    this.file = file;
    this.locked = locked;
  }

  /// The lock that `file` stands for; empty where another has it.
  static Optional<OutputLock> on(Path file) throws IOException {
    if (!HELD.add(file)) {
      return Optional.empty();
    }
    OutputLock lock = null;
    boolean isOurs = false;
    try {
      lock =
          new OutputLock(
              file, FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
      isOurs = lock.locked.tryLock() != null && lock.isInPlace();
      return isOurs ? Optional.of(lock) : Optional.empty();
    } finally {
      if (!isOurs) {
        if (lock != null) {
          lock.closeChannels();
        }
        HELD.remove(file);
      }
    }
  }

  /// Whether the file that was locked is the one that is there: another process may have deleted it
  /// between opening and locking.
  private boolean isInPlace() throws IOException {
    byte[] token = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
    locked.truncate(0);
    locked.write(ByteBuffer.wrap(token));
    try {
      look = FileChannel.open(file, StandardOpenOption.READ);
    } catch (NoSuchFileException deleted) {
      return false;
    }
    ByteBuffer there = ByteBuffer.allocate(token.length);
    look.read(there);
    return ByteBuffer.wrap(token).equals(there.flip());
  }

  private void closeChannels() throws IOException {
    locked.close();
    if (look != null) {
      look.close();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      Files.deleteIfExists(file);
      closeChannels();
    } finally {
      HELD.remove(file);
    }
  }
}
