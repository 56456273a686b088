package dev.perilla.site.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Two folders that change places. On Linux in one step of the kernel (`renameat2` with
/// `RENAME_EXCHANGE`, which Java has no method for); elsewhere by two renames, between which a
/// third name holds the old folder: [#mend] puts it back where a build was killed there.
final class Exchange {
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
    if (Linux.exchanged(fresh, target)) {
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
}
