package dev.perilla.site.serve;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/// Says when something below a folder changes. Hidden folders are passed over.
final class Watch implements AutoCloseable {
  /// Editors write a file in several steps: what follows within this time belongs to them.
  private static final int QUIET_MILLIS = 15;

  private final Path folder;
  private final WatchService service;

  Watch(Path folder) throws IOException {
    this.folder = folder;
    this.service = folder.getFileSystem().newWatchService();
    register(folder);
  }

  private void register(Path from) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes)
              throws IOException {
            if (!at.equals(folder) && hidden(at)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            at.register(
                service,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_MODIFY,
                StandardWatchEventKinds.ENTRY_DELETE);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static boolean hidden(Path path) {
    return String.valueOf(path.getFileName()).startsWith(".");
  }

  /// Waits for a change; false when closed.
  boolean next() throws IOException, InterruptedException {
    try {
      boolean changed = false;
      while (!changed) {
        changed = isOurs(service.take());
      }
      WatchKey more;
      while ((more = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS)) != null) {
        isOurs(more);
      }
      return true;
    } catch (ClosedWatchServiceException closed) {
      return false;
    }
  }

  private boolean isOurs(WatchKey key) throws IOException {
    boolean ours = false;
    for (WatchEvent<?> event : key.pollEvents()) {
      Path at = (Path) key.watchable();
      Path changed = event.context() instanceof Path name ? at.resolve(name) : at;
      if (!hidden(changed)) {
        ours = true;
        if (Files.isDirectory(changed)) {
          register(changed);
        }
      }
    }
    key.reset();
    return ours;
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
