package dev.perilla.site.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/// What the file system refused, in a sentence.
final class FileProblem {
  private FileProblem() {}

  /// The file and the reason.
  static String line(FileSystemException failed) {
    String reason =
        switch (failed) {
          case NoSuchFileException missing -> "there is no such file";
          case AccessDeniedException denied -> "permission denied";
          case NotDirectoryException file -> "not a folder";
          case FileAlreadyExistsException there -> "something else is already there";
          case FileSystemException other ->
              other.getReason() == null ? "cannot be read or written" : other.getReason();
        };
    return failed.getFile() + ": " + reason;
  }
}
